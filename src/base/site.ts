/**
 * What the publisher says of the whole site. Settled once at the start (config.ts) and handed to every room.
 */

/** The site's own facts. */
export interface Site {
  /** The name of the site and of its main feed. */
  readonly title: string;
  /** One plain sentence. */
  readonly description: string;
  /** RFC 5646 tag for articles and feeds that state no other. */
  readonly language: string;
  /** Absolute http(s) URL of the service, without a trailing slash. */
  readonly baseUrl: string;
  /** The authority in every id minted: a host name that the publisher owns, lower case (RFC 4151). */
  readonly authority: string;
  /** The author of articles that name none; also the feeds' own author. */
  readonly author: string;
  /** Plain text; undefined when nothing is claimed. */
  readonly copyright: string | undefined;
}

/** What addresses of the site begin with behind its host: `/news` for `https://example.org/news`, nothing for most. */
export function basePath({ baseUrl }: Pick<Site, 'baseUrl'>): string {
  return new URL(baseUrl).pathname.replace(/\/$/, '');
}

/** Names that mean "this machine": ids minted under them are nobody's for life. */
const LOOPBACK = /^(localhost|127\.|\[?::1|0\.0\.0\.0)/;

/** True for an authority under which ids may be minted for life. */
export function isPublicAuthority(authority: string): boolean {
  return !LOOPBACK.test(authority);
}
