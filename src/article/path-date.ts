/**
 * What the path of an article file says: a date in front of the name (Jekyll's `2024-05-01-name.md`) or in the folders
 * (Docusaurus), and the stem that names the article. Pure; the file itself is not looked at, and never its times (T-37).
 */
import { withoutLanguage } from './path-language.ts';
import { type StatedDate, statedDate } from './stated-date.ts';

/** What a path says of its article. */
export interface PathName {
  /** The name without date and extension; of a page bundle (`x/index.md`) its folder's. */
  readonly stem: string;
  /** The day in front of the name, where it is a real one. */
  readonly date: StatedDate | undefined;
}

const DATED_NAME = /^(\d{4}([-_])\d{1,2}\2\d{1,2}|(?:19|20)\d{6})(?:[-_ ]+(.+))?$/;

/** Docusaurus' `2024/05/01/name.md`, `2024-05-01/name.md` and `2024/05-01-name.md`: the day in the folders. */
const DATED_FOLDERS = /(?:^|\/)((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?:-([^/]+)$|\/)/;

/** Names of the one article that a folder is made for: Hugo's and Eleventy's page bundles. */
const BUNDLE_NAME = /^_?index$/i;

/**
 * The stem and the date in a path (T-37).
 *
 * @param path relative to the articles folder, `/` between segments
 */
export function pathName(path: string): PathName {
  const segments = withoutLanguage(path)
    .replace(/\.[^./]+$/, '')
    .split('/');
  if (segments.length > 1 && BUNDLE_NAME.test(segments.at(-1)!)) segments.pop();
  const name = segments.at(-1) ?? '';
  const [, day, , rest] = DATED_NAME.exec(name) ?? [];
  const date = day === undefined ? undefined : statedDate(day.replaceAll('_', '-'));
  if (date !== undefined) return { stem: rest ?? name, date };
  const [, year, month, dayOfMonth, stem = name] = DATED_FOLDERS.exec(segments.join('/')) ?? [];
  const folderDate = year === undefined ? undefined : statedDate(`${year}-${month}-${dayOfMonth}`);
  return folderDate === undefined ? { stem: name, date: undefined } : { stem, date: folderDate };
}

/** The day in front of a name that is none: `2015-02-30-name.md`; undefined where there is no such day, or a real one. */
export function falseDayIn(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, day] = /^((?:19|20)\d{2}([-_])\d{1,2}\2\d{1,2})[-_ .]/.exec(name) ?? [];
  return day === undefined || statedDate(day.replaceAll('_', '-')) !== undefined ? undefined : day;
}

/** A file name as a headline of last resort: `the-long-way_home` becomes `The long way home` (T-23). */
export function humanName(stem: string): string {
  const words = stem.replace(/[-_\s]+/g, ' ').trim();
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}
