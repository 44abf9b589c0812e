/**
 * What Obsidian's users write and CommonMark does not know, as Markdown: `[[links]]`, `![[pictures]]`, callouts (which
 * GitHub knows too), `%%comments%%`, `==marks==` and the names of blocks.
 *
 * Pure, and code is not looked into. A note is looked for beside the article, a path from the root of the content
 * (addresses.ts): which files there are is not known here.
 */
import { ARTICLE_EXTENSIONS } from './article-path.ts';
import { templatePieces } from './template-tags.ts';

const WIKI_LINK = /(?<![\w\]\\])(!?)\[\[(?!\s)([^[\]|\n]{1,300}?)(?:\\?\|([^[\]\n]{0,300}))?\]\](?![([])/g;
/** Where and how wide a picture stands. */
const LAYOUT = /(?:^|\|)\s*(?:\d{1,5}(?:x\d{1,5})?|left|right|center)\s*(?=\||$)/g;
/** A width behind the text of a picture, in Markdown's own spelling. */
const PICTURE_WIDTH = /(!\[[^\]|\n]{0,300})\|\s*\d{1,5}(?:x\d{1,5})?\s*(?=\]\()/g;
/** A size behind the address of a picture, as plug-ins of markdown-it read it. */
const PICTURE_SIZE =
  /(!\[[^\]\n]{0,300}\]\([^()\s]{1,500})[ \t]+=(?:\d{1,5}%?x?\d{0,5}|x\d{1,5})(?=[ \t]*\))/g;
const SIZED = / =[\dx]/;
const CALLOUT = /^((?:[ \t]*>)+[ \t]?)\[!([^\]|\n]{1,40})(?:\|[^\]\n]{0,100})?\][+-]?[ \t]*([^\n]*)$/gm;
const COMMENT_LINES = /^%%[ \t]*\n(?:(?!%%)[^\n]*\n){0,500}%%[ \t]*$/gm;
const COMMENT = /(?<=^|\s)%%[^%\n]{1,2000}%%(?=$|[\s.,;:!?])/gm;
const MARK = /(?<![=\w])==(?=[^\s=])([^=\n]{1,500}?)(?<=\S)==(?![=\w])/g;
const BLOCK_NAME = /[ \t]\^(?=[a-z0-9-]*\d)[a-z0-9-]{6}$/gm;

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i;
const RECORDING = /\.(?:mp3|wav|m4a|aac|ogg|opus|flac)$/i;
const FILM = /\.(?:mp4|m4v|webm|mov|ogv)$/i;

/** The text in plain Markdown. */
export function withoutObsidian(text: string): string {
  if (!/\[\[|\[!|%%|==|\^|!\[[^\]\n|]*\|/.test(text) && !SIZED.test(text)) return text;
  let kept = '';
  let at = 0;
  for (const piece of templatePieces(text)) {
    if (piece.form !== 'code') continue;
    kept += plainOf(text.slice(at, piece.start)) + text.slice(piece.start, piece.end);
    at = piece.end;
  }
  return kept + plainOf(text.slice(at));
}

function plainOf(prose: string): string {
  return prose
    .replace(COMMENT_LINES, '')
    .replace(COMMENT, '')
    .replace(CALLOUT, callout)
    .replace(WIKI_LINK, wikiLink)
    .replace(PICTURE_WIDTH, '$1')
    .replace(PICTURE_SIZE, '$1')
    .replace(MARK, '<mark>$1</mark>')
    .replace(BLOCK_NAME, '');
}

/** The title of a callout in bold; without one, its kind, as Obsidian and GitHub show it. */
function callout(_: string, quote: string, kind: string, title: string): string {
  const shown =
    title.trim() === '' ? kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase() : title.trim();
  return `${quote}**${shown}**\n${quote.trimEnd()}`;
}

function wikiLink(whole: string, embeds: string, written: string, label: string | undefined): string {
  const [, target = '', heading = ''] = /^([^#^]*)(?:#\^.*|#(.*))?$/s.exec(written.trim()) ?? [];
  const name = target.split('/').at(-1) ?? target;
  if (/^\d*$/.test(name) && heading === '') return whole;
  const shown = label?.replace(LAYOUT, '').trim() || [name, heading].filter((part) => part !== '').join(': ');
  if (target === '') return shown;
  const address = `<${target.includes('/') && !target.startsWith('.') ? '@/' : ''}${target}`;
  if (embeds !== '' && PICTURE.test(name)) {
    const alt = label?.replace(LAYOUT, '').trim() ?? '';
    return `![${alt}](${address}>)`;
  }
  const element = RECORDING.test(name) ? 'audio' : FILM.test(name) ? 'video' : undefined;
  if (embeds !== '' && element !== undefined)
    return `<${element} src="${address.slice(1).replaceAll('"', '&quot;')}"></${element}>`;
  const isFile = /\.\w{1,5}$/.test(name) && !Object.hasOwn(ARTICLE_EXTENSIONS, name.split('.').at(-1)!);
  return `[${shown}](${address}${isFile || /\.mdx?$/i.test(name) ? '' : '.md'}>)`;
}
