/**
 * The language that a path names, as sites in several languages have it: `name.de.md` and `content/de/name.md` (Hugo,
 * Zola). Pure.
 *
 * Only languages that blogs are written in count: `setup.sh.md` is not in Serbo-Croatian, nor `types.ts.md` in Tsonga.
 */
import { languageTag } from './stated-values.ts';

// biome-ignore format: ISO 639-1
const LANGUAGES: ReadonlySet<string> = new Set([
  'ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'gl', 'he', 'hi', 'hr', 'hu',
  'id', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'nn', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr',
  'uk', 'ur', 'vi', 'zh',
]);

const NAMED = /\.([a-z]{2}(?:[-_][A-Za-z]{2,4})?)(?=\.[^./]+$)/;
const FOLDER = /(?:^|\/)content\/([a-z]{2}(?:-[A-Za-z]{2,4})?)\//;

/** The language's tag in its canonical form, or undefined where the path names none. */
export function languageOfPath(path: string): string | undefined {
  for (const pattern of [NAMED, FOLDER]) {
    const [, written = ''] = pattern.exec(path) ?? [];
    if (LANGUAGES.has(written.slice(0, 2))) return languageTag(written);
  }
  return undefined;
}

/** The path without the language in front of its extension: `a/index.de.md` is `a/index.md`. */
export function withoutLanguage(path: string): string {
  const [whole, written = ''] = NAMED.exec(path) ?? [];
  return whole !== undefined && LANGUAGES.has(written.slice(0, 2)) ? path.replace(NAMED, '') : path;
}
