/**
 * Links that tags of one site's own make: what a tag holds beside an address are the link's words.
 *
 * In: what stands behind a tag's name. Out: a link, or undefined where the tag is none. Pure.
 */
import { escapeMarkup } from '../base/text.ts';
import { embedLink } from './embeds.ts';
import { argument, type TemplateArguments } from './template-arguments.ts';

/** What a tag may hold of the article's own words. */
export const WORDS = ['text', 'content', 'message', 'msg', 'body'] as const;

/** Nothing but an address (`{% embed https://… %}`): whatever the site made of it, a link loses nothing. */
const ONLY_ADDRESS = /^(?:[a-z]{2,20}\s*=\s*)?(["']?)(https?:\/\/[^\s"'<>]+)\1$/;

const ADDRESS = /^https?:\/\/[^\s"'<>]+$/;

/** Words are told from options (`"left"`) by a capital, a space or another script. */
const LABEL = /(?=.*\p{L})(?:\p{Lu}|\s|[^\x00-\x7f])/u;

/** A tag's link: of an address alone, or of an address and words: `{{< textlink text="The map" url="https://…" >}}`. */
export function linkOf(given: string, args: TemplateArguments): string | undefined {
  const alone = ONLY_ADDRESS.exec(given)?.[2];
  if (alone !== undefined) {
    const { href, label } = embedLink(alone, '') ?? { href: alone, label: alone };
    return anchor(href, label);
  }
  const { named, positional } = args;
  const two = named.size === 0 && positional.length === 2 ? positional : [];
  const address = argument(args, ['url', 'href', 'link']) ?? two.find((each) => ADDRESS.test(each));
  const words =
    argument(args, [...WORDS, 'title', 'label', 'name']) ??
    two.find((each) => each !== address && LABEL.test(each));
  return address === undefined || words === undefined || !ADDRESS.test(address)
    ? undefined
    : anchor(address, words);
}

/** Hexo's `{% btn regular, Some words, https://… %}` and `{% link Some words, https://… %}`, in any order. */
export function linkOfParts(name: string, given: string): string | undefined {
  const parts = given.split(',').map((part) => part.trim());
  const address = parts.find((part) => /^https?:\/\/\S+$/.test(part));
  const words = parts.find(
    (part) =>
      part !== address && /\S/.test(part) && (name === 'link' || /[^a-z-]/.test(part)) && !/\bfa-/.test(part),
  );
  return address === undefined || words === undefined ? undefined : anchor(address, words);
}

function anchor(address: string, words: string): string {
  return `<a href="${escapeMarkup(address)}">${escapeMarkup(words)}</a>`;
}
