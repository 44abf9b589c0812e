/**
 * Addresses that templates write: of articles, by the names of their files.
 */

/** Where an address is a link's own: after `](`, `]: `, `href="`, with what may stand before a path. */
const LINK_BEFORE = /(?:\]\(\s*<?|\]:\s*<?|=["']?)(?:https?:\/\/[^\s()<>"']*)?\/?$/;

/** Whether what comes next is a link's address, or a part of one. */
export function isAddressPlace(before: string): boolean {
  return /(?:\]\(|=["'])[^\s()<>"']*$/.test(before);
}

/** An address as it belongs after `before`: a link's destination, or, in running text, a link that has the file's name. */
export function addressInPlace(address: string, before: string): string {
  if (address === '' || LINK_BEFORE.test(before)) return address;
  const [, name = address] = /([^/]+?)(?:\.[a-z]+)?(?:[?#].*)?$/.exec(address) ?? [];
  return `[${name}](${address})`;
}

/** The address of an article file, from the root of the content (addresses.ts). */
export function contentAddress(written: string, path: string): string {
  const address = written.trim().replace(/^["']|["']$/g, '');
  if (address === '' || /^#/.test(address)) return address;
  const [, file = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const isFile = /\.\w{1,10}$/.test(file) || file.endsWith('/');
  const target = `${file.replace(/^\.\//, '')}${isFile ? '' : extensionOf(path)}${rest}`;
  // Hugo looks for `section/page` from the root of the content, after the folder itself
  const isRooted = /^[/_]/.test(file) || /^[^./][^/]*\//.test(file);
  return encodeURI(isRooted ? `@/${target.replace(/^\/+/, '')}` : target);
}

/** Jekyll names a post by its file in `_posts`, without the extension. */
export function postAddress(name: string, path: string): string {
  const folder = /^(?:.*\/)?_posts(?=\/)/.exec(path)?.[0];
  return encodeURI(
    `@/${folder ?? ''}${folder === undefined ? '' : '/'}${name.replace(/^\/|\.(?:md|markdown)$/g, '')}${extensionOf(path)}`,
  );
}

function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0] ?? '.md';
}
