/**
 * What a sanitised body says: its paragraphs as plain text, and its first picture.
 *
 * In: HTML that the sanitiser wrote, in which `<` and `>` are never anything but tags; nothing else may be handed in.
 */
import { escapeMarkup, type PlainText, plainLine, type SafeHtml } from '../base/text.ts';
import type { Picture } from './draft.ts';

/** What stands in place of players and posts (embeds.ts, shortcodes.ts) is not what an article says. */
const EMBED_LINK = /<a href="[^"]*">(?:Watch or listen|See it) at [^<]*<\/a>/g;

/** How much of a body without paragraphs is looked at. */
const HEAD_CHARACTERS = 4_000;

/** A paragraph; a `div` is one where it begins with words and ends a sentence. */
const PARAGRAPH = /<(?:p(?: [^>]*)?>|div(?: [^>]*)?>(?=[^<\s]))/g;
const SENTENCE_END = /[.!?…。！？؟۔।"”»’)]$/u;

/** The first paragraphs that say something; the start of the body where it has no paragraphs. */
export function firstParagraphs(body: SafeHtml, count: number): readonly PlainText[] {
  const paragraphs: PlainText[] = [];
  const titles: PlainText[] = [];
  for (const found of body.matchAll(PARAGRAPH)) {
    const start = found.index + found[0].length;
    const end = body.indexOf(found[0].startsWith('<p') ? '</p>' : '</div>', start);
    const inside = body.slice(start, end < 0 ? undefined : end);
    const text = plainOfHtml(inside.replace(EMBED_LINK, ''));
    if (text === '' || (found[0].startsWith('<div') && !SENTENCE_END.test(text))) continue;
    if (isTitle(inside, text) || CAPTION.test(inside)) titles.push(text);
    else if (paragraphs.push(text) >= count) break;
  }
  if (paragraphs.length > 0) return paragraphs;
  if (titles.length > 0) return titles.slice(0, count);
  const head = plainOfHtml(body.slice(0, HEAD_CHARACTERS).replace(/<[^>]*$/, ''));
  return head === '' ? [] : [head];
}

/** The words below a picture, as themes of Jekyll have them. */
const CAPTION = /^(?:<a [^>]*>)?<img [^>]*>(?:<\/a>)?\s*(?:<br>\s*)?<em>(?:(?!<\/?em>).)*<\/em>$/;

/** The title of a box or a tab is no paragraph, though it stands in one: a few words, all of them strong. */
function isTitle(html: string, text: string): boolean {
  return (
    text.length <= 40 &&
    !/[.。…:]$/.test(text) &&
    /^<strong>(?:(?!<\/?strong>).)*<\/strong>$/.test(html.trim())
  );
}

/** Whether a body shows anything: text, or something to look at or listen to. */
export function hasContent(body: SafeHtml): boolean {
  return /<(?:img|audio|video) |(?:^|>)\s*[^<\s]/.test(body);
}

/** How many characters of text a body shows. */
export function textLength(body: SafeHtml): number {
  return plainOfHtml(body).length;
}

/** A picture this small is an icon. */
const ICON_PIXELS_MAX = 100;

/** The first picture in a body that does not say that it is an icon. */
export function firstPicture(body: SafeHtml): Picture | undefined {
  for (const { 0: tag, index } of body.matchAll(/<img [^>]*>/g)) {
    const url = attributeIn(tag, 'src');
    const width = Number.parseInt(attributeIn(tag, 'width') ?? '', 10);
    if (url !== undefined && !(width <= ICON_PIXELS_MAX)) return { url, ...wordsOf(body, index, tag) };
  }
  return undefined;
}

/** A picture that the file states, with the words that the body has for it. */
export function withWords(picture: Picture, body: SafeHtml): Picture {
  const at = placeOf(picture.url, body);
  const start = at < 0 ? -1 : body.lastIndexOf('<', at);
  if (start < 0 || !body.startsWith('<img ', start)) return picture;
  const words = wordsOf(body, start, body.slice(start, body.indexOf('>', at) + 1));
  return { ...picture, alt: picture.alt ?? words.alt, credit: picture.credit ?? words.credit };
}

/** Where a picture stands in a body: by its address, else by the address without the size that is asked for. */
function placeOf(url: string, body: SafeHtml): number {
  const at = body.indexOf(` src="${escapeMarkup(url)}"`);
  const [, path] = /^(https?:\/\/[^?#]+\/[^/?#]+\.\w{2,5})(?:\?|$)/.exec(url) ?? [];
  if (at >= 0 || path === undefined) return at;
  const asked = body.indexOf(` src="${escapeMarkup(path)}?`);
  return asked >= 0 ? asked : body.indexOf(` src="${escapeMarkup(path)}"`);
}

/** How far behind a picture its caption ends. */
const CAPTION_CHARACTERS_MAX = 2_000;

/** What introduces the name of who made a picture, at the end of its caption. */
const CREDIT =
  /(?:^|[.\s(|])(?:(?:Photo|Photograph|Image|Picture|Foto|Fotografía|Photographie|Bild|Crédit(?: photo)?|Credit|Фото)(?:\s*:| by| de| von)|©)\s*([\p{Lu}\p{Lo}][^.()|]{1,80})[.)]?$/u;

/** `(Rosa Kim/The Portal)` at the end of a caption: who, for whom. */
const CREDIT_IN_BRACKETS = /\(([\p{Lu}\p{Lo}][^()/]{2,40}\/[^()/]{2,40})\)$/u;

function wordsOf(body: SafeHtml, at: number, tag: string): Pick<Picture, 'alt' | 'credit'> {
  const alt = plainLine(attributeIn(tag, 'alt') ?? '');
  const behind = body.slice(at + tag.length, at + CAPTION_CHARACTERS_MAX);
  const end = behind.search(/<\/figure>|<img |<figure[ >]/);
  const [, caption = ''] =
    /<figcaption[^>]*>(.*?)<\/figcaption>/s.exec(end < 0 ? '' : behind.slice(0, end)) ?? [];
  const words = plainOfHtml(caption);
  const credit = plainLine((CREDIT.exec(words) ?? CREDIT_IN_BRACKETS.exec(words))?.[1] ?? '');
  return { alt: alt === '' ? undefined : alt, ...(credit === '' ? {} : { credit }) };
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
