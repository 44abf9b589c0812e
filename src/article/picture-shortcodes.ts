/**
 * Pictures that shortcodes and components name, as HTML.
 *
 * In: arguments. Out: an image, or a figure with its words; undefined where none is named. Pure.
 */
import markdownIt from 'markdown-it';
import { escapeMarkup } from '../base/text.ts';
import { argument, type TemplateArguments } from './template-arguments.ts';

const SOURCES = [
  'src',
  'img',
  'url',
  'path',
  'image_path',
  'image',
  'file',
  'image_url',
  'href',
  'source',
] as const;

/** The picture of a shortcode that is there for one. */
export function picture(given: TemplateArguments): string | undefined {
  // Octopress puts classes first, others the names of pictures on their own sites
  const first = given.positional.findIndex((value) => /[./]/.test(value));
  const named = SOURCES.map((name) => given.named.get(name)).find((value) => /[./]/.test(value ?? ''));
  const source = named ?? given.positional[Math.max(0, first)];
  if (source === undefined || !/[./]/.test(source)) return undefined;
  if (!/^https?:\/\/\S*$/i.test(source) && /[{}<>]/.test(source)) return undefined;
  const behind = given.positional.slice(Math.max(0, first) + 1).filter((value) => !/^\d+$/.test(value));
  const words = optionIn(behind, '--alt') ?? (behind[0]?.startsWith('--') ? '' : behind.join(' '));
  const alt = argument(given, ['alt', 'alt_text']) ?? words ?? '';
  const image = `<img src="${escapeMarkup(source)}" alt="${escapeMarkup(alt)}">`;
  const href = argument(given, ['link']);
  const linked = href === undefined ? image : `<a href="${escapeMarkup(href)}">${image}</a>`;
  const title = argument(given, ['title']);
  const caption = argument(given, ['caption', 'legend', 'desc', 'description', 'text']);
  const credit = argument(given, ['attr', 'attribution', 'credit']);
  const captions = [title, caption, credit].filter((text) => text !== undefined && text !== '');
  if (captions.length === 0) return linked;
  return `<figure>${linked}<figcaption>${captionHtml(captions.join(' '))}</figcaption></figure>`;
}

/** The words behind an option, up to the next: `--alt A pier --img class="wide"` (Jekyll Picture Tag). */
function optionIn(words: readonly string[], option: string): string | undefined {
  const at = words.indexOf(option);
  if (at < 0) return undefined;
  const behind = words.slice(at + 1);
  const end = behind.findIndex((word) => word.startsWith('--'));
  return behind.slice(0, end < 0 ? undefined : end).join(' ');
}

/**
 * Hexo's `{% asset_img [class] name [width] [height] [title text] %}`.
 *
 * @param path of the article: a post has its pictures in a folder of its own name
 */
export function hexoPicture({ positional }: TemplateArguments, path = ''): string | undefined {
  const at = positional.findIndex((value) => /\.\w{2,5}$/.test(value));
  if (at < 0) return undefined;
  const words = positional.slice(at + 1).filter((value) => !/^\d+$/.test(value));
  const [, own = ''] = /(?:^|\/)_posts\/(?:.*\/)?((?!index\.)[^/]+)\.\w+$/.exec(path) ?? [];
  const source = own === '' || positional[at]!.includes('/') ? positional[at]! : `${own}/${positional[at]}`;
  return `<img src="${escapeMarkup(source)}" alt="${escapeMarkup(words.join(' '))}">`;
}

/** Whatever a site makes of a picture's name, readers see the picture. */
export function pictureOf(given: TemplateArguments): string | undefined {
  const { named, positional } = given;
  const hasWords = ['alt', 'caption', 'title', 'src'].some((name) => named.has(name));
  const names = positional.filter((value) => value !== ']');
  if (!hasWords && names.length > 1 && names.every((name) => PICTURE_NAME.test(name)))
    return names.map((name) => picture({ named: new Map(), positional: [name] }) ?? '').join('');
  const source = argument(given, ['src', 'image', 'image_path'], 0);
  return source !== undefined && PICTURE_NAME.test(source) ? picture(given) : undefined;
}

const PICTURE_NAME = /^\S+\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

const CAPTIONS = new markdownIt('commonmark', { html: true });

/** A caption is Markdown in Hugo, and HTML wherever exporters wrote it. */
export function captionHtml(caption: string): string {
  return CAPTIONS.renderInline(caption.replaceAll('\\"', '"').replace(/\s+/g, ' '), {});
}
