/**
 * Shortcodes whose meaning everybody shares, as Markdown or HTML.
 *
 * In: a name and its arguments. Out: what a reader without the site's templates can be shown, or undefined for a name
 * that means something on one site only. Embeds become links, since readers strip frames (C-41). What is written here
 * passes the sanitiser like the author's own text.
 */
import { escapeMarkup } from '../base/text.ts';
import { embedLink } from './embeds.ts';
import { hexoPicture, picture, pictureOf } from './picture-shortcodes.ts';
import { argument, type TemplateArguments } from './template-arguments.ts';

type Shortcode = (given: TemplateArguments) => string | undefined;

const SHORTCODES: Readonly<Record<string, Shortcode>> = {
  figure: picture,
  figcaption: picture,
  image: picture,
  img: picture,
  picture,
  video: (given) => embedded(given) ?? media('video', given),
  audio: (given) => media('audio', given),
  youtube: (given) =>
    embed(
      given,
      ['id', 'v', 'video', 'youtubeid', 'videoid', 'video_id', 'url', 'src'],
      'https://www.youtube.com/watch?v=',
    ),
  vimeo: (given) => embed(given, ['id', 'video', 'url', 'src'], 'https://vimeo.com/'),
  gist: (given) => link(gistAddress(given), 'GitHub Gist'),
  tweet: (given) => link(postAddress(given, 'https://twitter.com/'), 'Twitter'),
  twitter: (given) => link(postAddress(given, 'https://twitter.com/'), 'Twitter'),
  x: (given) => link(postAddress(given, 'https://x.com/'), 'X'),
  instagram: (given) => embed(given, ['id'], 'https://www.instagram.com/p/'),
  spotify: (given) => embed(given, ['url', 'src'], 'https://open.spotify.com/track/'),
  assetimg: hexoPicture,
  postlink: (given) => postLink(given),
  details: (given) => titled(argument(given, ['summary', 'title', 'text'], 0)),
  tab: (given) => titled(argument(given, ['name', 'title', 'label', 'header'], given.positional.length - 1)),
  notice: (given) => box(given),
  link: (given) => linkTo(argument(given, ['href', 'url'], 0), argument(given, ['title', 'text'], 1)),
  label: ({ positional }) => wordsOf(positional.map((each) => each.replace(/^\w+@/, ''))),
  u: ({ positional }) => wordsOf(positional),
  button: (given) =>
    linkTo(
      argument(given, ['href', 'url', 'link', 'cta_link']),
      argument(given, ['text', 'label', 'cta_text']),
    ),
  card,
  kbd: (given) => word('kbd', argument(given, ['text', 'key'], 0)),
  abbr: (given) => word('abbr', argument(given, ['text', 'abbr'], 0), argument(given, ['title'], 1)),
  ruby: ruby,
  github: (given) => repository(argument(given, ['repo'], 0)),
  bilibili: (given) => embed(given, ['id', 'bvid'], 'https://www.bilibili.com/video/'),
  embed: (given) =>
    embedOf(
      argument(given, ['url', 'src'], 0)?.replace(/^<(.*)>$/, '$1'),
      argument(given, ['caption', 'title']),
    ),
  soundcloud: (given) => embed(given, ['url', 'src'], ''),
};

/** Other names of the same. */
const ALIASES: Readonly<Record<string, string>> = {
  youtubelite: 'youtube',
  liteyoutube: 'youtube',
  youtubeembed: 'youtube',
  youtubeplayer: 'youtube',
  twittersimple: 'tweet',
  tweetsimple: 'tweet',
  xsimple: 'x',
  vimeosimple: 'vimeo',
  instagramsimple: 'instagram',
  responsiveimage: 'image',
  resizeimage: 'image',
  imgproc: 'image',
  fullimage: 'image',
  expand: 'details',
  collapse: 'details',
  spoiler: 'details',
  fold: 'details',
  cut: 'details',
  tabitem: 'tab',
  admonition: 'notice',
  alert: 'notice',
  aside: 'notice',
  callout: 'notice',
  hint: 'notice',
  note: 'notice',
  cta: 'button',
  btn: 'button',
  linkcard: 'card',
  emp: 'u',
  wavy: 'u',
  del: 'u',
};

/** The Markdown or HTML of a shortcode, or undefined when only its own site can render it. */
export function renderedShortcode(name: string, given: TemplateArguments): string | undefined {
  const key = name
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .replace(/[-_]/g, '');
  const known = ALIASES[key] ?? key;
  return Object.hasOwn(SHORTCODES, known) ? SHORTCODES[known]!(given) : pictureOf(given);
}

/** Hexo's `{% post_link name [title] %}`. */
function postLink({ positional: [name, ...title] }: TemplateArguments): string | undefined {
  if (name === undefined || !/^[\w./-]+$/.test(name)) return undefined;
  return anchor(`${name.replace(/\.md$/, '')}.md`, title.join(' ') || name);
}

function linkTo(address: string | undefined, label: string | undefined): string | undefined {
  return address !== undefined && /^(?:https?:\/\/|\/)/.test(address)
    ? anchor(address, label ?? address)
    : undefined;
}

/** A card: what it leads to, or its title alone, and what it says of it. */
function card(given: TemplateArguments): string | undefined {
  const title = argument(given, ['title']);
  const link = linkTo(argument(given, ['link', 'href', 'url', 'to']), title);
  if (link === undefined) return titled(title);
  return [link, argument(given, ['description', 'subtitle'])].filter((part) => part !== undefined).join(' ');
}

/** Words that Hexo's themes underline, color or strike out. */
function wordsOf(words: readonly string[]): string | undefined {
  return words.length === 0 ? undefined : escapeMarkup(words.join(' '));
}

function word(element: 'kbd' | 'abbr', text: string | undefined, title?: string): string | undefined {
  if (text === undefined) return undefined;
  const attribute = title === undefined ? '' : ` title="${escapeMarkup(title)}"`;
  return `<${element}${attribute}>${escapeMarkup(text)}</${element}>`;
}

function ruby(given: TemplateArguments): string | undefined {
  const [text, reading] = [argument(given, ['text', 'rb'], 0), argument(given, ['rt', 'ruby'], 1)];
  if (text === undefined || reading === undefined) return undefined;
  return `<ruby>${escapeMarkup(text)}<rt>${escapeMarkup(reading)}</rt></ruby>`;
}

function repository(name: string | undefined): string | undefined {
  return /^[\w-]{1,40}\/[\w.-]{1,100}$/.test(name ?? '')
    ? anchor(`https://github.com/${name}`, name!)
    : undefined;
}

/** Readers have no boxes and no tabs, but their titles are words of the article. */
function titled(title: string | undefined): string | undefined {
  return title === undefined || !/\p{L}/u.test(title) ? undefined : `**${title.trim()}**\n\n`;
}

/** A box: its title, and its words where they are arguments. */
function box(given: TemplateArguments): string | undefined {
  const title = titled(argument(given, ['title', 'header'], 1));
  const words = argument(given, ['text', 'content', 'message']);
  return words === undefined ? title : (title ?? '') + words;
}

function media(element: 'audio' | 'video', given: TemplateArguments): string | undefined {
  const source = argument(given, ['src', 'mp4', 'webm', 'mp3', 'ogg', 'url', 'path', 'file'], 0);
  return source === undefined || !/\.\w{2,5}(?:[?#]|$)/.test(source)
    ? undefined
    : `<${element} src="${escapeMarkup(source)}"></${element}>`;
}

/** Minimal Mistakes' `{% include video id="…" provider="youtube" %}`. */
function embedded(given: TemplateArguments): string | undefined {
  const provider = argument(given, ['provider', 'type'])?.toLowerCase();
  return provider === 'youtube' || provider === 'vimeo' ? SHORTCODES[provider]!(given) : undefined;
}

/** GitBook's and dev.to's `{% embed url="https://…" %}`: whatever their sites made of it, a link loses nothing. */
function embedOf(address: string | undefined, title = ''): string | undefined {
  if (address === undefined || !/^https?:\/\//i.test(address)) return undefined;
  const { href, label } = embedLink(address, title) ?? { href: address, label: title || address };
  return anchor(href, label);
}

function embed(given: TemplateArguments, names: readonly string[], prefix: string): string | undefined {
  const id = argument(given, names, 0);
  if (id === undefined) return undefined;
  const address = /^https?:\/\//i.test(id)
    ? id
    : /^[\w-]{3,40}$/.test(id) && prefix !== ''
      ? prefix + id
      : undefined;
  const title = argument(given, ['title', 'label']) ?? '';
  const found = address === undefined ? undefined : embedLink(address, title);
  return found === undefined ? undefined : anchor(found.href, found.label);
}

function gistAddress(given: TemplateArguments): string | undefined {
  const [first = argument(given, ['url', 'id']), second] = given.positional;
  if (first === undefined) return undefined;
  if (/^https:\/\/gist\.github\.com\/\S+$/.test(first)) return first.replace(/\.js(?:\?.*)?$/, '');
  const path = second !== undefined && /^[0-9a-f]{5,40}$/i.test(second) ? `${first}/${second}` : first;
  return /^[\w-]+(?:\/[0-9a-f]+)?$/i.test(path) ? `https://gist.github.com/${path}` : undefined;
}

function postAddress(given: TemplateArguments, site: string): string | undefined {
  const id = argument(given, ['id', 'url', 'tweetid'], given.positional.length > 1 ? 1 : 0);
  if (id === undefined) return undefined;
  if (/^https:\/\/(?:(?:www|mobile)\.)?(?:twitter|x)\.com\/\S+$/.test(id)) return id;
  const user =
    argument(given, ['user', 'username']) ?? (given.positional.length > 1 ? given.positional[0]! : 'i');
  return /^\d{1,25}$/.test(id) && /^\w{1,30}$/.test(user) ? `${site}${user}/status/${id}` : undefined;
}

function link(address: string | undefined, service: string): string | undefined {
  return address === undefined ? undefined : anchor(address, `See it at ${service}`);
}

function anchor(address: string, label: string): string {
  return `<a href="${escapeMarkup(address)}">${escapeMarkup(label)}</a>`;
}
