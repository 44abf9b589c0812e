/**
 * Items of JSON Feed 1.0 and 1.1.
 *
 * An id that is a number is read as readers read it: as its text. Members of another type than they should have are
 * passed over.
 *
 * Source: JSON Feed 1.1; rules J-11, J-21.
 */
import { statedDate } from '../article/stated-date.ts';
import { escapeMarkup } from '../base/text.ts';
import type { OldFeed, OldItem } from './old-feed.ts';

type Members = Readonly<Record<string, unknown>>;

/** What a JSON text says; undefined when it is no JSON Feed. */
export function oldJson(text: string): OldFeed | undefined {
  const feed = parsed(text);
  if (!isObject(feed) || !Array.isArray(feed.items)) return undefined;
  return {
    format: 'json',
    title: stringIn(feed, 'title') ?? '',
    generator: undefined,
    items: feed.items.filter(isObject).map(oldItem),
  };
}

function oldItem(item: Members): OldItem {
  const link = stringIn(item, 'url') ?? stringIn(item, 'external_url');
  const id = typeof item.id === 'number' ? String(item.id) : stringIn(item, 'id');
  const plain = stringIn(item, 'content_text') ?? stringIn(item, 'summary') ?? '';
  return {
    id: id ?? link,
    isPermalink: undefined,
    link,
    title: escapeMarkup(stringIn(item, 'title') ?? ''),
    published: dateIn(item, 'date_published'),
    updated: dateIn(item, 'date_modified'),
    text: stringIn(item, 'content_html') ?? escapeMarkup(plain),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringIn(members: Members, name: string): string | undefined {
  const value = members[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function dateIn(members: Members, name: string): Date | undefined {
  const text = stringIn(members, name);
  return text === undefined ? undefined : statedDate(text)?.instant;
}
