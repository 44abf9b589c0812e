/**
 * The bytes of an old feed, read: RSS, Atom or JSON Feed, told apart by what they are and by nothing else.
 *
 * Pure. Whatever the bytes are, the answer is a feed or a failure that says what was found.
 */
import { decodeHtml } from '../article/html-charset.ts';
import { Failure } from '../base/failure.ts';
import { isAtom, oldAtom } from './old-atom.ts';
import { OLD_FEED_LIMITS, type OldFeed } from './old-feed.ts';
import { oldJson } from './old-json.ts';
import { isRss, oldRss } from './old-rss.ts';
import { parseXml } from './xml-tree.ts';

/**
 * Reads an old feed.
 *
 * @throws {Failure} `old-feed-unreadable` when it is none, has no item, or more than any feed has
 */
export function readOldFeed(bytes: Uint8Array): OldFeed {
  // The declaration of XML is where HTML pages have theirs, too.
  const text = decodeHtml(bytes).text.trim();
  const feed = text.startsWith('{') ? oldJson(text) : oldXml(text);
  if (feed === undefined) throw unreadable(`expected RSS, Atom or JSON Feed, found ${kindOf(text)}`);
  const { length } = feed.items;
  if (length === 0) throw unreadable('expected a feed with items, found none');
  if (length > OLD_FEED_LIMITS.itemsMax)
    throw unreadable(`expected ${OLD_FEED_LIMITS.itemsMax} items at most, found ${length}`);
  return feed;
}

function oldXml(text: string): OldFeed | undefined {
  const root = parseXml(text);
  if (root === undefined) return undefined;
  if (isRss(root)) return oldRss(root);
  return isAtom(root) ? oldAtom(root) : undefined;
}

function kindOf(text: string): string {
  if (text === '') return 'nothing';
  if (/^(?:\u001F|PK\u0003)/.test(text)) return 'a packed file: unpack it first';
  if (/<(?:!doctype\s+)?html[\s>]/i.test(text.slice(0, 1_000)))
    return 'a page of HTML: name the feed that it links to';
  return text.startsWith('{') ? 'JSON without items' : JSON.stringify(text.slice(0, 40));
}

function unreadable(message: string): Failure {
  return new Failure('old-feed-unreadable', message);
}
