/**
 * What values of front matter are: yes or no, names, pictures. Pure.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import type { FieldRecord, FieldValue } from './field.ts';
import { markedUpLine } from './marked-up-line.ts';
import { pathName } from './path-date.ts';
import type { StatedPicture } from './stated-fields.ts';

/** Yes or no, in the words of YAML 1.1. */
export function claimIn(text: string): boolean | undefined {
  if (/^(?:true|yes|on|1)$/i.test(text.trim())) return true;
  return /^(?:false|no|off|0)$/i.test(text.trim()) ? false : undefined;
}

/** The name that a value is or has. */
export function nameOf(value: FieldValue): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (!isRecord(value)) return undefined;
  return [value.name, value.title, value.label, value.slug].find((each) => typeof each === 'string');
}

/** Items of a list without a space behind their dashes, which YAML joins to one text. */
const UNSPACED_ITEMS = /^-[^\s-][^\s]*(?:\s+-[^\s-][^\s]*)+$/;

/** The names in a list, and in the lists in it; of a text those between its commas, semicolons or bars. */
export function namesIn(
  value: string | readonly FieldValue[],
  splitsAtSpaces: boolean,
): readonly PlainText[] {
  const items = typeof value === 'string' && UNSPACED_ITEMS.test(value) ? value.split(/\s+(?=-)/) : undefined;
  return separateNames(items?.map((item) => item.slice(1)) ?? value, splitsAtSpaces)
    .map(
      (name) =>
        markedUpLine(name)
          .replace(/^[“‘]([^“”‘’]*)[”’]$/, '$1')
          .replace(/^#(?=\S)/, '') as PlainText,
    )
    .filter((name) => name !== '');
}

/** Jekyll's `tags: one two` is two, Obsidian's too; `category: World news` is one, and `tags: Sea Ports` elsewhere. */
export function splitsAtSpaces(path: string, name: string, value: FieldValue): boolean {
  if (name !== 'tags' && name !== 'categories') return false;
  if (typeof value !== 'string') return false;
  const isJekyll = pathName(path).date !== undefined;
  return isJekyll || (name === 'tags' && !/\p{Lu}/u.test(value));
}

function separateNames(value: string | readonly FieldValue[], splitsAtSpaces: boolean): readonly string[] {
  if (typeof value !== 'string')
    return value.flatMap((item) => (isList(item) ? separateNames(item, false) : (nameOf(item) ?? [])));
  const names = value.trim().replace(/^\[(.*)\]$/s, '$1');
  if (/[,;|]/.test(names))
    return names.split(names.includes(',') ? ',' : /[;|]/).map((name) => name.replace(AROUND_NAME, '$2'));
  return splitsAtSpaces || /^#\S+(?:\s+#\S+)+$/.test(names.trim()) ? names.split(/\s+/) : [names];
}

/** Quotes around one name of several in a text. */
const AROUND_NAME = /^\s*(["'])([^"']*)\1\s*$/;

/** What templates put before addresses, and what Obsidian and Markdown put around them. */
const AROUND_SOURCE =
  /^\s*(?:\{\{\s*(?:site\.)?(?:base_?url|url)\s*\}\}|!?\[\[([^\]|]+)(?:\|[^\]]*)?\]\]\s*$|!\[[^\]]*\]\(([^)\s]+)\)\s*$)/i;

/** The picture that a value names. */
export function pictureSource(value: FieldValue): StatedPicture | undefined {
  if (typeof value === 'string') {
    const source = value.replace(AROUND_SOURCE, (_, note?: string, target?: string) => note ?? target ?? '');
    // themes of Hugo come with `image: "<image path/url>"`, to be filled in
    return source.trim() === '' || source.includes('<')
      ? undefined
      : { source, alt: undefined, credit: undefined };
  }
  if (isList(value)) return pictureSource(value[0]);
  if (!isRecord(value)) return undefined;
  const [source] = [
    value.src,
    value.url,
    value.image,
    value.path,
    value.feature,
    value.overlayimage,
    value.teaser,
    value.filename,
  ].filter((each) => typeof each === 'string' && each !== '');
  const found = pictureSource(source);
  if (found === undefined) return undefined;
  const credit = [value.credit, value.attribution, value.photographer, value.imagecredit]
    .map(nameOf)
    .find((each) => each !== undefined);
  return { source: found.source, alt: lineOf(value.alt), credit: lineOf(credit) };
}

/** Whether a text is surely the name of a picture: of fields that hold a yes or a colour on other sites. */
export function isPictureName(value: FieldValue): boolean {
  return (
    typeof value === 'string' && /^\S.*\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#].*)?["')\]]*\s*$/i.test(value)
  );
}

function lineOf(value: FieldValue): PlainText | undefined {
  const line = plainLine(typeof value === 'string' ? value : '');
  return line === '' ? undefined : line;
}

/** Whether a value is a list. */
export function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

/** Whether a value is a table. */
export function isRecord(value: FieldValue): value is FieldRecord {
  return typeof value === 'object' && !Array.isArray(value);
}

/** What a value is, for a message. */
export function kindOf(value: FieldValue): string {
  if (isList(value)) return 'a list';
  if (isRecord(value)) return Object.keys(value).length === 0 ? 'a template or an empty table' : 'a table';
  return typeof value === 'string' ? `\`${excerpt(value)}\`` : String(value);
}

/** A value short enough for a message. */
export function excerpt(text: string): string {
  const line = plainLine(text).replaceAll('`', "'");
  return line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line;
}

/** The picture among the files of a page bundle that front matter names (Hugo): `resources: [{name: featured-image, src: a.jpg}]`. */
export function featuredResource(value: FieldValue): string | undefined {
  if (!isList(value)) return undefined;
  const found = value.find(
    (each) =>
      isRecord(each) &&
      typeof each.name === 'string' &&
      /featured|cover|thumb|header/i.test(each.name) &&
      isPictureName(each.src),
  );
  return isRecord(found) ? (found.src as string) : undefined;
}
