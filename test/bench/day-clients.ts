/**
 * Ten kinds of feed readers, with the habits that rules C-50 … C-53 and H-60 tell of.
 */

/** How one kind polls. */
export interface ClientKind {
  readonly name: string;
  readonly count: number;
  readonly everyMinutes: number;
  readonly path: string;
  readonly acceptEncoding: string;
  /** What it remembers of the last answer. */
  readonly sends: 'both' | 'etag' | 'date' | 'nothing';
  /** True when it asks for what is new alone (RFC 3229). */
  readonly wantsDelta: boolean;
}

/** A thousand of them. */
export const CLIENT_KINDS: readonly ClientKind[] = [
  kind('aggregator, hourly', 60, 60, '/rss.xml', 'gzip', 'both'),
  kind('aggregator, every 30 minutes', 60, 30, '/atom.xml', 'gzip, deflate, br', 'both'),
  kind('portal, every 15 minutes', 20, 15, '/rss.xml', 'gzip', 'both'),
  kind('desktop reader, every 2 hours', 150, 120, '/feed.json', 'gzip, deflate, br', 'both'),
  kind('self-hosted reader, hourly', 160, 60, '/atom.xml', 'br,gzip', 'both'),
  kind('self-hosted reader, every 30 minutes', 100, 30, '/rss.xml', 'gzip', 'etag'),
  kind('newsboat, hourly', 200, 60, '/rss.xml', 'deflate, gzip, br', 'both', true),
  kind('Vienna, every 30 minutes', 120, 30, '/atom.xml', 'gzip, deflate', 'both', true),
  kind('Liferea, every 2 hours', 100, 120, '/atom.xml', 'gzip, deflate', 'both', true),
  kind('mail client, every 100 minutes, by date', 30, 100, '/rss.xml', 'gzip, deflate, br', 'date'),
];

function kind(
  name: string,
  count: number,
  everyMinutes: number,
  path: string,
  acceptEncoding: string,
  sends: ClientKind['sends'],
  wantsDelta = false,
): ClientKind {
  return { name, count, everyMinutes, path, acceptEncoding, sends, wantsDelta };
}
