/**
 * Frames of other sites as plain links.
 *
 * Readers strip `iframe` (C-41), so what it showed is lost unless a link says where it is. Only services that people
 * put into articles on purpose are kept; frames of advertisers and counters go.
 */

/** A link in place of a frame. */
export interface EmbedLink {
  readonly href: string;
  readonly label: string;
}

/** Host suffix → the service's name. */
const SERVICES: readonly (readonly [host: string, name: string])[] = [
  ['youtube.com', 'YouTube'],
  ['youtube-nocookie.com', 'YouTube'],
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
];

/**
 * The link for a frame, or undefined for a frame of nobody we know.
 *
 * @param source the frame's address, absolute
 * @param title what the frame calls itself; may be empty
 */
export function embedLink(source: string, title: string): EmbedLink | undefined {
  const url = URL.parse(source);
  if (url === null) return undefined;
  const service = SERVICES.find(([host]) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (service === undefined) return undefined;
  return { href: pageOf(url), label: title === '' ? `Watch or listen at ${service[1]}` : title };
}

/** The page for people behind a player, where its address tells. */
function pageOf(url: URL): string {
  const [, video] = /^\/embed\/([\w-]{5,20})$/.exec(url.pathname) ?? [];
  if (video !== undefined && /(?:^|\.)youtube(?:-nocookie)?\.com$/.test(url.hostname)) {
    return `https://www.youtube.com/watch?v=${video}`;
  }
  const [, film] = /^\/video\/(\d+)$/.exec(url.pathname) ?? [];
  if (film !== undefined && url.hostname === 'player.vimeo.com') return `https://vimeo.com/${film}`;
  return url.href;
}
