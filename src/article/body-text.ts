/**
 * What a sanitised body says: its paragraphs as plain text, and its first picture.
 *
 * In: HTML that the sanitiser wrote, in which `<` and `>` are never anything but tags; nothing else may be handed in.
 */
import { type PlainText, plainLine, type SafeHtml } from '../base/text.ts';
import type { Picture } from './draft.ts';

/** How much of a body without paragraphs is looked at. */
const HEAD_CHARACTERS = 4_000;

/** What stands in place of players and posts (embeds.ts, shortcodes.ts) is not what an article says. */
const EMBED_LINK = /<a href="[^"]*">(?:Watch or listen|See it) at [^<]*<\/a>/g;

/** The first paragraphs that say something; the start of the body where it has no paragraphs. */
export function firstParagraphs(body: SafeHtml, count: number): readonly PlainText[] {
  const paragraphs: PlainText[] = [];
  const paragraph = /<p(?: [^>]*)?>/g;
  while (paragraphs.length < count && paragraph.exec(body) !== null) {
    const end = body.indexOf('</p>', paragraph.lastIndex);
    const inside = body.slice(paragraph.lastIndex, end < 0 ? undefined : end);
    const text = plainOfHtml(inside.replace(EMBED_LINK, ''));
    if (text !== '') paragraphs.push(text);
  }
  if (paragraphs.length > 0) return paragraphs;
  const head = plainOfHtml(body.slice(0, HEAD_CHARACTERS).replace(/<[^>]*$/, ''));
  return head === '' ? [] : [head];
}

/** Whether a body shows anything: text, or something to look at or listen to. */
export function hasContent(body: SafeHtml): boolean {
  return /<(?:img|audio|video) |(?:^|>)\s*[^<\s]/.test(body);
}

/** The first picture in a body. */
export function firstPicture(body: SafeHtml): Picture | undefined {
  const [image] = /<img [^>]*>/.exec(body) ?? [];
  const url = attributeIn(image, 'src');
  if (url === undefined) return undefined;
  const alt = plainLine(attributeIn(image, 'alt') ?? '');
  return { url, alt: alt === '' ? undefined : alt };
}

function attributeIn(tag: string | undefined, name: string): string | undefined {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(tag ?? '') ?? [];
  return value === undefined ? undefined : unescaped(value);
}

function plainOfHtml(html: string): PlainText {
  return plainLine(
    unescaped(
      html.replace(/<(?:br|\/(?:p|div|li|t[dhr]|h[2-6]))>/g, ' ').replace(/<sup>\[\d+\]<\/sup>|<[^>]*>/g, ''),
    ),
  );
}

const REFERENCES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function unescaped(text: string): string {
  return text.includes('&')
    ? text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => REFERENCES[name]!)
    : text;
}
