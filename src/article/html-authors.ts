/**
 * Who wrote the article of a page: its JSON-LD, else its `meta` elements, else its elements (T-12, T-42).
 */
import { type PlainText, plainLine } from '../base/text.ts';
import type { Person } from './draft.ts';
import { META_NAMES, type Metas } from './html-metas.ts';
import { type JsonRecord, recordAddress, recordPeople, recordText } from './json-ld-values.ts';
import { people } from './people.ts';
import { agencyName } from './wire-gazetteer.ts';

/** The most values of one name. */
const VALUES_MAX = 20;

/**
 * The people that a page names.
 *
 * @param sites what the page's site is called
 */
export function authorsOf(
  record: JsonRecord,
  metas: Metas,
  fromElements: readonly string[],
  sites: readonly string[],
): readonly Person[] {
  const named = META_NAMES.author.flatMap((name) => (metas.get(name) ?? []).slice(0, VALUES_MAX));
  const siteLetters = new Set(sites.map(lettersOf));
  const isSite = ({ name }: Person) => siteLetters.has(lettersOf(name));
  const found = [
    people(recordPeople(record.author ?? record.creator).flatMap(asPeople), false),
    people(namesOf(named), false),
    people(namesOf(fromElements), false),
    people(namesOf(cardAuthors(metas)), false),
  ].map((each) => each.filter(({ name }) => !NOBODY.test(name)));
  const isAnyone = (each: readonly Person[]) => each.length > 0;
  // a site that calls itself the author of everything says less than a byline
  const persons = found.map((each) => each.filter((person) => !isSite(person))).find(isAnyone);
  return persons ?? found.find(isAnyone) ?? [];
}

/** `The Harbour Post` and `theharbourpost` are one site. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Names of accounts, not of people. */
const NOBODY = /^(?:admin(?:istrator)?|root|webmaster|user|guest|anonymous|unknown|no author)$/i;

/** `twitter:label1` and `twitter:data1`, which WordPress and Ghost write for cards: in English, as themes have it. */
function cardAuthors(metas: Metas): readonly string[] {
  const isAuthor = /^(?:written by|author)$/i.test(metas.get('twitter:label1')?.[0]?.trim() ?? '');
  return isAuthor ? (metas.get('twitter:data1') ?? []).slice(0, 1) : [];
}

function asPeople(
  record: JsonRecord,
): readonly { name: PlainText; url: string | undefined; email: string | undefined }[] {
  const name = recordText(record.name) ?? '';
  const isOrganization = /Organization$/.test(String(record['@type'] ?? ''));
  const names = isOrganization
    ? [name]
    : namesOf(typeof record.name === 'object' ? recordTextsOf(record.name) : [name]);
  const url = names.length === 1 ? recordAddress(record.url) : undefined;
  return names.map((each) => ({ name: plainLine(each), url, email: recordText(record.email) }));
}

function recordTextsOf(value: unknown): readonly string[] {
  return recordPeople(value).flatMap((each) => recordText(each.name) ?? []);
}

function namesOf(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !isAddress(text)).flatMap((text) => severalNames(withoutBy(text)));
}

function isAddress(name: string): boolean {
  return /^\s*(?:https?:)?\/\//i.test(name);
}

function withoutBy(name: string): string {
  return name.replace(/^\s*(?:(?:posted|written|words|text)\s+)?(?:by|von|par|por)\s*:?\s+(?=\p{Lu})/iu, '');
}

/** `A B, C D and E F`; but `Smith, John` is one person, and so is `Ada North, PhD`. */
function severalNames(text: string): readonly string[] {
  const [, own, agency = ''] = /^(\S+\s.*\S)\s*,\s*([^,]+)$/.exec(text) ?? [];
  if (own !== undefined && agencyName(agency) !== undefined) return severalNames(own);
  const names = text
    .split(/\s*[;；、]\s*|\s*,\s*(?:(?:and|und|et|y|e)\s+)?|\s+(?:and|und|&)\s+/)
    .filter((name) => name !== '');
  const isEachWhole = names.every((name) => /\S\s+\S/.test(name) || !/^[\u0000-\u024F]*$/.test(name));
  return isEachWhole ? names : text.split(/\s*;\s*/);
}
