/**
 * Shortcodes of WordPress, which exports to Markdown and HTML leave in the text: `[caption]`, `[embed]`, `[youtube]`,
 * `[sourcecode]`, `[gallery]` … rendered where their meaning is plain, else left out with a note.
 *
 * Square brackets mean links everywhere else: only these names, as WordPress writes them, are looked for, and code is
 * not looked into.
 */
import { escapeMarkup, plainLine } from '../base/text.ts';
import { embedLink } from './embeds.ts';
import type { Fault } from './fault.ts';
import { lineAt } from './file-text.ts';
import { templatePieces } from './template-tags.ts';
import { type RenderedText, TEMPLATE_NOTES_MAX } from './templates.ts';

/** How they begin: looked for one after another, which is quicker than all at once. */
const BEGINNINGS = [
  '[caption ',
  '[embed',
  '[youtube',
  '[vimeo',
  '[source',
  '[gallery',
  '[playlist',
  '[audio ',
  '[video ',
] as const;

const CAPTION = /\[caption\b[^\]\n]{0,500}\]([\s\S]{1,3000}?)\[\/caption\]/g;
const PICTURE_FIRST =
  /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?|\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?)\s*/;
const CODE =
  /\[(source(?:code)?)\b(?:[^\]\n]{0,200}?(?:language|lang)="?([\w+#-]{1,20})"?)?[^\]\n]{0,200}\]([\s\S]{1,50000}?)\[\/\1\]/g;
const EMBED =
  /\[embed\b[^\]\n]{0,200}\]\s*(https?:\/\/[^\s[\]]{1,500})\s*\[\/embed\]|\[(?:youtube|vimeo)[ =](https?:\/\/[^\s\]]{1,500})[^\]\n]{0,200}\]/g;
const MEDIA =
  /\[(audio|video)\b[^\]\n]{0,300}?\b(?:src|mp3|mp4|m4v|webm|ogg|wav)="([^"\n]{1,500})"[^\]\n]{0,300}\](?:\[\/\1\])?/g;
const LOST = /\[(?:gallery|playlist)(?:\s[^\]\n]{0,500})?\](?![(:])/g;

/** The text without them. */
export function renderedWordpress(path: string, text: string, linesBefore: number): RenderedText {
  if (!BEGINNINGS.some((beginning) => text.includes(beginning))) return { text, faults: [] };
  const faults: Fault[] = [];
  let rendered = '';
  let at = 0;
  const prose = (from: number, to: number): string =>
    text
      .slice(from, to)
      .replace(CODE, (_, _name, language: string | undefined, code: string) => codeBlock(code, language))
      .replace(CAPTION, (_, inside: string) => figure(inside))
      .replace(EMBED, (whole, inner?: string, given?: string) => player(inner ?? given ?? '') ?? whole)
      .replace(
        MEDIA,
        (_, element: string, source: string) => `<${element} src="${escapeMarkup(source)}"></${element}>`,
      )
      .replace(LOST, (tag) => {
        const line = linesBefore + lineAt(text, Math.max(0, text.indexOf(tag, from)));
        const what = `\`${plainLine(tag).slice(0, 60)}\` is a shortcode of WordPress and is left out; write Markdown or HTML instead`;
        if (faults.length < TEMPLATE_NOTES_MAX) faults.push({ path, line, severity: 'note', what });
        return '';
      });
  for (const piece of templatePieces(text)) {
    if (piece.form !== 'code') continue;
    rendered += prose(at, piece.start) + text.slice(piece.start, piece.end);
    at = piece.end;
  }
  return { text: rendered + prose(at, text.length), faults };
}

function figure(inside: string): string {
  const [whole = '', picture] = PICTURE_FIRST.exec(inside) ?? [];
  const caption = inside.slice(whole.length).trim();
  if (picture === undefined) return inside;
  if (!picture.startsWith('<')) return `${picture}\n\n${caption}`;
  return `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
}

function codeBlock(code: string, language: string | undefined): string {
  const attribute = language === undefined ? '' : ` class="language-${language}"`;
  const text = code.replace(/^\s*\n|\s+$/g, '');
  return `<pre><code${attribute}>${text.replace(/<(?![a-z/!])|<(?=\?)/gi, '&lt;')}</code></pre>`;
}

function player(address: string): string | undefined {
  const link = embedLink(address.replace(/&amp;/g, '&'), '');
  return link === undefined
    ? undefined
    : `<a href="${escapeMarkup(link.href)}">${escapeMarkup(link.label)}</a>`;
}
