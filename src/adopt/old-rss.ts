/**
 * Items of RSS 2.0, 0.91 … 0.94, and 1.0 and 0.90, which are RDF.
 *
 * Without a guid readers tell items apart by `rdf:about` or by the link; those are adopted then. A guid is a permanent
 * link unless it says otherwise; one that is no web address is none, whatever it says.
 *
 * Source: RSS 2.0, RSS 1.0, Dublin Core.
 */
import { statedDate } from '../article/stated-date.ts';
import type { OldFeed, OldItem } from './old-feed.ts';
import { childrenNamed, childText, textOf, type XmlElement } from './xml-tree.ts';

/** True for the root of an RSS document. */
export function isRss({ name }: XmlElement): boolean {
  return name === 'rss' || name === 'rdf:rdf';
}

/** What the document under a root says. */
export function oldRss(root: XmlElement): OldFeed {
  const [channel = root] = childrenNamed(root, 'channel');
  const items = [...childrenNamed(channel, 'item'), ...(channel === root ? [] : childrenNamed(root, 'item'))];
  return {
    format: 'rss',
    title: childText(channel, 'title') ?? '',
    generator: childText(channel, 'generator'),
    items: items.map(oldItem),
  };
}

function oldItem(item: XmlElement): OldItem {
  const [guid] = childrenNamed(item, 'guid');
  const link = childText(item, 'link') ?? attributeOf(item, 'link', 'href');
  const stated = guid === undefined ? '' : textOf(guid).trim();
  const id = stated || item.attributes['rdf:about']?.trim() || link;
  const isSaidOtherwise = guid?.attributes.ispermalink?.trim().toLowerCase() === 'false';
  return {
    id,
    isPermalink: id !== undefined && /^https?:\/\//i.test(id) && !(stated !== '' && isSaidOtherwise),
    link: link ?? (isSaidOtherwise ? undefined : stated || undefined),
    title: childText(item, 'title') ?? '',
    published: dateOf(childText(item, 'pubdate', 'dc:date', 'dcterms:issued', 'dcterms:created')),
    updated: dateOf(childText(item, 'dcterms:modified', 'atom:updated')),
    text: childText(item, 'content:encoded', 'description') ?? '',
  };
}

function attributeOf(parent: XmlElement, name: string, attribute: string): string | undefined {
  return childrenNamed(parent, name)[0]?.attributes[attribute]?.trim();
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : statedDate(text)?.instant;
}
