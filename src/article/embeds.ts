/**
 * Frames of other sites as plain links.
 *
 * Readers strip `iframe` (C-41), so what it showed is lost unless a link says where it is. Only services that people
 * put into articles on purpose are kept; frames of advertisers and counters go.
 */

import { cleanText } from '../base/text.ts';
import { type ArticleBase, fetchAddress } from './addresses.ts';
import { attribute, elementsOf, type HtmlElement, textContent } from './html-tree.ts';

/** A link in place of a frame. */
export interface EmbedLink {
  readonly href: string;
  readonly label: string;
}

/** Host suffix → the service's name. */
const SERVICES: readonly (readonly [host: string, name: string])[] = [
  ['youtube.com', 'YouTube'],
  ['youtube-nocookie.com', 'YouTube'],
  ['youtu.be', 'YouTube'],
  ['vimeo.com', 'Vimeo'],
  ['dailymotion.com', 'Dailymotion'],
  ['soundcloud.com', 'SoundCloud'],
  ['spotify.com', 'Spotify'],
  ['bandcamp.com', 'Bandcamp'],
  ['twitch.tv', 'Twitch'],
  ['ted.com', 'TED'],
  ['archive.org', 'Internet Archive'],
  ['codepen.io', 'CodePen'],
  ['openstreetmap.org', 'OpenStreetMap'],
  ['instagram.com', 'Instagram'],
  ['tiktok.com', 'TikTok'],
  ['twitter.com', 'Twitter'],
  ['x.com', 'X'],
  ['datawrapper.de', 'Datawrapper'],
  ['dwcdn.net', 'Datawrapper'],
  ['flourish.studio', 'Flourish'],
  ['infogram.com', 'Infogram'],
  ['documentcloud.org', 'DocumentCloud'],
  ['facebook.com', 'Facebook'],
  ['threads.net', 'Threads'],
  ['bsky.app', 'Bluesky'],
  ['reddit.com', 'Reddit'],
  ['podcasts.apple.com', 'Apple Podcasts'],
  ['deezer.com', 'Deezer'],
  ['mixcloud.com', 'Mixcloud'],
  ['codesandbox.io', 'CodeSandbox'],
  ['jsfiddle.net', 'JSFiddle'],
  ['docs.google.com', 'Google Docs'],
  ['maps.google.com', 'Google Maps'],
  ['scribd.com', 'Scribd'],
  ['slideshare.net', 'SlideShare'],
  ['issuu.com', 'Issuu'],
  ['giphy.com', 'Giphy'],
  ['imgur.com', 'Imgur'],
  ['rumble.com', 'Rumble'],
  ['bilibili.com', 'Bilibili'],
  ['rutube.ru', 'Rutube'],
  ['vk.com', 'VK'],
  ['t.me', 'Telegram'],
];

/**
 * The link for a frame, or undefined for a frame of nobody we know.
 *
 * @param source the frame's address, absolute
 * @param title what the frame calls itself; may be empty
 */
export function embedLink(source: string, title: string): EmbedLink | undefined {
  const url = URL.parse(source);
  if (url === null || isButton(url)) return undefined;
  const service = SERVICES.find(([host]) => isOf(url, host)) ?? mapsOf(url);
  if (service === undefined) return undefined;
  return { href: pageOf(url), label: title === '' ? `Watch or listen at ${service[1]}` : title };
}

/** Buttons to like, to share and to follow: they show nothing of another site. */
function isButton({ pathname }: URL): boolean {
  return (
    /^\/(?:v\d+\.\d+\/)?plugins\/(?!(?:post|video|comment_embed)\b)/.test(pathname) ||
    /^\/widgets\/(?:tweet_button|follow_button|hub)|^\/subscribe_embed/.test(pathname)
  );
}

function isOf(url: URL, host: string): boolean {
  return url.hostname === host || url.hostname.endsWith(`.${host}`);
}

function mapsOf(url: URL): readonly [host: string, name: string] | undefined {
  return isOf(url, 'google.com') && url.pathname.startsWith('/maps')
    ? ['google.com', 'Google Maps']
    : undefined;
}

/** Elements that a script of the service would fill, by the attribute that says with what. */
const MARKED: readonly (readonly [attribute: string, prefix: string, value: RegExp])[] = [
  ['data-instgrm-permalink', '', /^https:\/\/www\.instagram\.com\//],
  ['data-href', '', /^https:\/\/(?:www|m)\.facebook\.com\//],
  ['data-telegram-post', 'https://t.me/', /^\w{1,64}\/\d{1,12}$/],
  ['data-src', 'https://public.flourish.studio/', /^(?:visualisation|story)\/\d{1,12}$/],
];

/** Custom elements of players, and what their attributes stand for. */
const PLAYERS: Readonly<Record<string, readonly [attribute: string, prefix: string]>> = {
  'lite-youtube': ['videoid', 'https://www.youtube.com/watch?v='],
  'youtube-embed': ['video', 'https://www.youtube.com/watch?v='],
  'amp-youtube': ['data-videoid', 'https://www.youtube.com/watch?v='],
  'lite-vimeo': ['videoid', 'https://vimeo.com/'],
  'amp-vimeo': ['data-videoid', 'https://vimeo.com/'],
  'amp-twitter': ['data-tweetid', 'https://twitter.com/i/status/'],
  'amp-instagram': ['data-shortcode', 'https://www.instagram.com/p/'],
  'twitter-widget': ['data-tweet-id', 'https://twitter.com/i/status/'],
  'amp-facebook': ['data-href', ''],
  'amp-iframe': ['src', ''],
  iframe: ['src', ''],
  embed: ['src', ''],
  object: ['data', ''],
};

/** The link for an element that shows something of another site, or undefined for every other element. */
export function elementEmbed(element: HtmlElement, base: ArticleBase): EmbedLink | undefined {
  const marked = markedLink(element);
  if (marked !== undefined) return marked;
  if (element.tagName === 'script') return gistLink(attribute(element, 'src'));
  if (!Object.hasOwn(PLAYERS, element.tagName)) return undefined;
  const [name, prefix] = PLAYERS[element.tagName]!;
  const title = cleanText(attribute(element, 'title') ?? '').trim();
  const values = prefix === '' ? [`data-${name}`, 'data-lazy-src', 'data-cookieblock-src', name] : [name];
  for (const each of values) {
    const value = attribute(element, each);
    if (value === undefined || (prefix !== '' && !/^[\w-]{1,40}$/.test(value))) continue;
    const link = embedLink(fetchAddress(prefix + value, base) ?? '', title);
    if (link !== undefined) return link;
  }
  return element.tagName === 'object' ? embedInside(element, base) : undefined;
}

/** The link for a quotation of a named service whose address stands in `cite` alone, as TikTok has it (C-41). */
export function citedEmbed(element: HtmlElement, base: ArticleBase): EmbedLink | undefined {
  if (element.tagName !== 'blockquote') return undefined;
  const link = embedLink(fetchAddress(attribute(element, 'cite') ?? '', base) ?? '', '');
  if (link === undefined) return undefined;
  for (const inner of elementsOf(element))
    if (attribute(inner, 'href')?.startsWith(link.href)) return undefined;
  return link;
}

/** The link for an element that stays empty without its script; one that has words or a link speaks for itself. */
function markedLink(element: HtmlElement): EmbedLink | undefined {
  if (!/^(?:blockquote|div|script)$/.test(element.tagName)) return undefined;
  for (const [name, prefix, pattern] of MARKED) {
    const value = attribute(element, name);
    if (value === undefined || !pattern.test(value)) continue;
    if (element.tagName !== 'script' && textContent(element).trim() !== '') return undefined;
    return embedLink(prefix + value, '');
  }
  return undefined;
}

/** Old players: an `embed` for some browsers inside an `object` for the others. */
function embedInside(object: HtmlElement, base: ArticleBase): EmbedLink | undefined {
  for (const inner of elementsOf(object)) if (inner.tagName === 'embed') return elementEmbed(inner, base);
  return undefined;
}

/** GitHub's own way to show a gist is a script. */
function gistLink(source: string | undefined): EmbedLink | undefined {
  const [, gist] = /^https:\/\/(gist\.github\.com\/[\w-]+\/[0-9a-f]+)\.js/i.exec(source ?? '') ?? [];
  return gist === undefined ? undefined : { href: `https://${gist}`, label: 'See it at GitHub Gist' };
}

/** The page for people behind a player, where its address tells. */
function pageOf(url: URL): string {
  const [, video] = /^\/(?:embed|v|shorts)\/([\w-]{5,20})$/.exec(url.pathname) ?? [];
  if (video !== undefined && /(?:^|\.)youtube(?:-nocookie)?\.com$/.test(url.hostname)) {
    return `https://www.youtube.com/watch?v=${video}`;
  }
  const post = url.searchParams.get(isOf(url, 'facebook.com') ? 'href' : 'id') ?? '';
  if (url.pathname.startsWith('/plugins/') && /^https:\/\/(?:[\w-]+\.)?facebook\.com\//.test(post))
    return new URL(post).href;
  if (url.pathname === '/embed/Tweet.html' && /^\d{1,25}$/.test(post))
    return `https://twitter.com/i/status/${post}`;
  if (isOf(url, 'spotify.com')) return url.href.replace('/embed/', '/');
  if (isOf(url, 'instagram.com')) return url.href.replace(/\/embed(?:\/captioned)?\/?(?:\?.*)?$/, '/');
  const [, film] = /^\/video\/(\d+)$/.exec(url.pathname) ?? [];
  if (film !== undefined && url.hostname === 'player.vimeo.com') return `https://vimeo.com/${film}`;
  return url.href;
}
