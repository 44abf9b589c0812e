/**
 * Whether what was read from a file may be published: the promises that hold for any bytes.
 *
 * In: a file. Out: what was found wrong, or undefined. Every document is checked by a small scanner; the independent
 * parsers, which are slower, look at those that are asked for.
 */

import { DOMParser, onWarningStopParsing } from '@xmldom/xmldom';
import { parseFragment } from 'parse5';
import type { Draft } from '../../src/article/draft.ts';
import { readDraft } from '../../src/article/read-draft.ts';
import { slugOf } from '../../src/article/slug.ts';
import type { Site } from '../../src/base/site.ts';
import { cleanText } from '../../src/base/text.ts';
import { FORMATS } from '../../src/feeds/feed.ts';
import { prepareDraft } from '../../src/ledger/card.ts';
import { FRAGMENTS } from '../../src/render/document.ts';
import { itemOf } from '../../src/render/item.ts';
import type { SeedFile } from './seeds.ts';

/** The most processor time that one file may take, in milliseconds. */
export const FILE_MS_MAX = 2_000;

/** What became of a file. */
export interface Verdict {
  readonly isPublished: boolean;
  /** What is wrong; undefined when nothing is. */
  readonly wrong: string | undefined;
  /** Processor time of reading it, in milliseconds. */
  readonly ms: number;
}

const SITE: Site = {
  title: 'The Lantern',
  description: 'News',
  language: 'en',
  baseUrl: 'https://lantern.example.org',
  authority: 'lantern.example.org',
  author: 'The Lantern',
  copyright: undefined,
};

/**
 * Reads a file and judges it.
 *
 * @param isThorough whether the independent parsers look too, and whether it is read a second time
 */
export function verdictOf({ path, bytes }: SeedFile, isThorough: boolean): Verdict {
  const begun = process.threadCpuUsage().user;
  try {
    const { draft, faults } = readDraft(path, bytes, SITE);
    const ms = (process.threadCpuUsage().user - begun) / 1000;
    const slow = ms > FILE_MS_MAX ? `took ${Math.round(ms)} ms` : undefined;
    const silent =
      draft === undefined && !faults.some(({ severity }) => severity === 'error')
        ? 'is out without a fault'
        : undefined;
    const wrong = slow ?? silent ?? (draft === undefined ? undefined : defectOf(draft, isThorough));
    const again = isThorough && wrong === undefined ? differsAgain(path, bytes, draft) : undefined;
    return { isPublished: draft !== undefined, wrong: wrong ?? again, ms };
  } catch (cause) {
    return {
      isPublished: false,
      wrong: `threw ${cause instanceof Error ? cause.stack : String(cause)}`,
      ms: 0,
    };
  }
}

function differsAgain(path: string, bytes: Buffer, draft: Draft | undefined): string | undefined {
  const again = readDraft(path, bytes, SITE).draft;
  return JSON.stringify(again) === JSON.stringify(draft)
    ? undefined
    : 'gives another draft when it is read again (T-46)';
}

function defectOf(draft: Draft, isThorough: boolean): string | undefined {
  const texts = [
    draft.headline,
    draft.summary,
    draft.subhead,
    draft.section,
    draft.source,
    draft.correction,
    ...draft.tags,
    ...draft.authors.map(({ name }) => name),
  ];
  for (const text of texts) {
    if (text !== undefined && (text !== cleanText(text) || /[\n\t]/.test(text)))
      return `holds an unclean text ${JSON.stringify(text)}`;
  }
  if (draft.headline === '') return 'has no headline';
  const { card, body } = prepareDraft(draft, { assetAt: () => undefined });
  const instant = new Date('2025-09-05T12:00:00Z');
  const article = {
    ...card,
    row: 1,
    id: 'tag:lantern.example.org,2025-09-05:a',
    slug: draft.slug ?? slugOf(draft.headline),
    state: 'live' as const,
    published: instant,
    updated: instant,
    tie: 0,
    revision: 1,
    change: 1,
  };
  const item = itemOf(article, body, SITE);
  const html = item.html ?? '';
  const unsafe = unsafeTag(html) ?? (isThorough ? unsafeTree(html) : undefined);
  if (unsafe !== undefined) return `would publish ${unsafe}`;
  for (const format of FORMATS) {
    const fragment = FRAGMENTS[format](item);
    const defect = format === 'json' ? jsonDefect(fragment) : xmlDefect(fragment, isThorough);
    if (defect !== undefined) return `is not well-formed ${format}: ${defect}`;
  }
  return undefined;
}

const FORBIDDEN =
  /^(?:script|style|iframe|frame|object|embed|applet|form|input|button|link|meta|base|svg|math|template|noscript|title)$/;

/** The first start tag that must not be there; in our own HTML no `>` stands inside a tag. */
function unsafeTag(html: string): string | undefined {
  for (const [tag, name, attributes] of html.matchAll(/<([a-zA-Z][^\s/>]*)([^>]*)>/g)) {
    if (FORBIDDEN.test(name!.toLowerCase())) return tag;
    for (const [, attribute, value] of attributes!.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)) {
      if (!isSafeAttribute(attribute!, value ?? '')) return tag;
    }
  }
  return html.includes('\u0001') || html.includes('\u0002') ? 'a mark of ours' : undefined;
}

function isSafeAttribute(name: string, value: string): boolean {
  if (/^on|^style$|^srcdoc$|^srcset$|^formaction$|^xlink/i.test(name)) return false;
  return !/^(?:href|src|poster|cite)$/i.test(name) || /^(?:https?:\/\/|mailto:|tel:)/i.test(value);
}

interface TreeNode {
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly TreeNode[];
}

/** The same by a parser, as a browser would see it. */
function unsafeTree(html: string): string | undefined {
  const nodes: TreeNode[] = [parseFragment(html) as TreeNode];
  for (const node of nodes) {
    nodes.push(...(node.childNodes ?? []));
    if (FORBIDDEN.test(node.tagName ?? '')) return `<${node.tagName}>`;
    for (const { name, value } of node.attrs ?? []) {
      if (!isSafeAttribute(name, value)) return `<${node.tagName} ${name}=${JSON.stringify(value)}>`;
    }
  }
  return undefined;
}

function jsonDefect(text: string): string | undefined {
  try {
    const { url, title } = JSON.parse(text) as { readonly url?: string; readonly title?: string };
    if (title === undefined || url === undefined || !/^[\x21-\x7E]+$/.test(url)) return `the address ${url}`;
    return text.isWellFormed() ? undefined : 'a lone surrogate';
  } catch (cause) {
    return String(cause);
  }
}

const PIECE =
  /<!\[CDATA\[[\s\S]*?\]\]>|<([\w:.-]+)(?:\s+[\w:.-]+="[^<"]*")*\s*(\/?)>|<\/([\w:.-]+)\s*>|[^<&]+|&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);/y;
const NO_XML =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|(?![\t\n\r\u0020-\uFFFF\u{10000}-\u{10FFFF}])[\s\S]/u;

/** Where a fragment breaks XML 1.0; undefined where it does not. */
function xmlDefect(fragment: string, isThorough: boolean): string | undefined {
  const character = NO_XML.exec(fragment);
  if (character !== null || !fragment.isWellFormed())
    return `the character ${JSON.stringify(character?.[0] ?? 'lone surrogate')}`;
  const open: string[] = [];
  for (let at = 0; at < fragment.length; ) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(fragment);
    if (piece === null) return JSON.stringify(fragment.slice(at, at + 60));
    const [text, opened, isEmpty, closed] = piece;
    if (opened !== undefined && isEmpty === '') open.push(opened);
    if (closed !== undefined && open.pop() !== closed) return text;
    at = PIECE.lastIndex;
  }
  if (open.length > 0) return `<${open.at(-1)}> is not closed`;
  return isThorough ? parserDefect(fragment) : undefined;
}

const NAMESPACES =
  'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/"';

function parserDefect(fragment: string): string | undefined {
  try {
    new DOMParser({ onError: onWarningStopParsing }).parseFromString(
      `<x ${NAMESPACES}>${fragment}</x>`,
      'text/xml',
    );
    return undefined;
  } catch (cause) {
    return String(cause);
  }
}
