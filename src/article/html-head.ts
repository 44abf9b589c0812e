/** The metadata of a page's head. Nothing is decided here; html-fields.ts says whom to trust. */
import { addMeta, type Metas } from './html-metas.ts';
import { attribute, elementsOf, type HtmlParent, textContent } from './html-tree.ts';
import { jsonLdRecords } from './json-ld.ts';
import type { JsonRecord } from './json-ld-values.ts';

/** What the head says. */
export interface HeadFacts {
  readonly metas: Metas;
  /** All records of JSON-LD. */
  readonly records: readonly JsonRecord[];
  /** JSON-LD that is no JSON. */
  readonly brokenJson: string | undefined;
  readonly title: string;
  readonly language: string | undefined;
  readonly baseHref: string | undefined;
  readonly canonical: string | undefined;
}

/** Reads the head, and what stands elsewhere as if it were the head. */
export function headFacts(page: HtmlParent): HeadFacts {
  const metas = new Map<string, string[]>();
  const records: JsonRecord[] = [];
  const found: { -readonly [name in keyof HeadFacts]?: HeadFacts[name] } = {};
  const addRecords = (json: string): void => {
    const read = jsonLdRecords(json);
    if (read !== undefined) records.push(...read);
    else if (json !== '') found.brokenJson ??= json;
  };
  for (const element of elementsOf(page)) {
    switch (element.tagName) {
      case 'meta':
        addMeta(metas, element);
        break;
      case 'title':
        if (!element.namespaceURI.endsWith('svg')) found.title ??= textContent(element);
        break;
      case 'html':
      case 'body':
        found.language ??= [attribute(element, 'lang'), attribute(element, 'xml:lang')].find(isStated);
        break;
      case 'base':
        found.baseHref ??= attribute(element, 'href');
        break;
      case 'link':
        if (/^canonical$/i.test(attribute(element, 'rel') ?? ''))
          found.canonical ??= attribute(element, 'href');
        break;
      case 'script':
        if (!/^\s*application\/ld\+json/i.test(attribute(element, 'type') ?? '')) break;
        addRecords(textContent(element).trim());
        break;
    }
  }
  const nothing = { brokenJson: undefined, language: undefined, baseHref: undefined, canonical: undefined };
  return { title: '', ...nothing, ...found, metas, records };
}

function isStated(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}
