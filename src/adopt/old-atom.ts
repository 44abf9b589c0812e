/**
 * Entries of Atom 1.0 and 0.3, whatever prefix their elements have.
 *
 * Source: RFC 4287; Atom 0.3 for `issued` and `modified`.
 */
import { statedDate } from '../article/stated-date.ts';
import type { OldFeed, OldItem } from './old-feed.ts';
import { childrenNamed, childText, type XmlElement } from './xml-tree.ts';

/** True for the root of an Atom document. */
export function isAtom({ name }: XmlElement): boolean {
  return /^(?:[\w.-]+:)?feed$/.test(name);
}

/** What the document under a root says. */
export function oldAtom(root: XmlElement): OldFeed {
  const prefix = root.name.slice(0, -'feed'.length);
  const base = root.attributes['xml:base'] ?? linkOf(root, prefix);
  return {
    format: 'atom',
    title: childText(root, `${prefix}title`) ?? '',
    generator: childText(root, `${prefix}generator`),
    items: childrenNamed(root, `${prefix}entry`).map((entry) => oldEntry(entry, prefix, base)),
  };
}

function oldEntry(entry: XmlElement, prefix: string, base: string | undefined): OldItem {
  const link = absolute(linkOf(entry, prefix), entry.attributes['xml:base'], base);
  const date = (...names: readonly string[]) => {
    const text = childText(entry, ...names.map((name) => prefix + name));
    return text === undefined ? undefined : statedDate(text)?.instant;
  };
  return {
    id: childText(entry, `${prefix}id`) ?? link,
    isPermalink: undefined,
    link,
    title: childText(entry, `${prefix}title`) ?? '',
    published: date('published', 'issued', 'created'),
    updated: date('updated', 'modified'),
    text: childText(entry, `${prefix}content`, `${prefix}summary`) ?? '',
  };
}

/** The page for people: a link of the relation `alternate`, which is meant where none is stated. */
function linkOf(parent: XmlElement, prefix: string): string | undefined {
  const links = childrenNamed(parent, `${prefix}link`).filter(
    ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
  );
  const page = links.find(({ attributes }) => /html/.test(attributes.type ?? 'text/html')) ?? links[0];
  return page?.attributes.href?.trim() || undefined;
}

/** A link made absolute by the bases around it; as it is where they are none. */
function absolute(link: string | undefined, ...bases: readonly (string | undefined)[]): string | undefined {
  if (link === undefined) return undefined;
  const base = bases.reduceRight<string | undefined>(
    (outer, inner) =>
      inner === undefined ? outer : URL.canParse(inner, outer) ? new URL(inner, outer).href : outer,
    undefined,
  );
  return !URL.canParse(link) && URL.canParse(link, base) ? new URL(link, base).href : link;
}
