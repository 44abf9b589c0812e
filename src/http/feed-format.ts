/**
 * Which format a request for `/feed` gets.
 *
 * Pure. RSS wins every tie and every doubt; nothing is ever refused, since that would break readers (H-49, H-50).
 */
import Negotiator from 'negotiator';
import type { Format } from '../feeds/feed.ts';

/** Media types by which each format may be asked for, the service's preference first. */
const FORMAT_OF: Readonly<Record<string, Format>> = {
  'application/rss+xml': 'rss',
  'application/atom+xml': 'atom',
  'application/feed+json': 'json',
  'application/xml': 'rss',
  'text/xml': 'rss',
  'application/json': 'json',
};

/** The format that an Accept header asks for. */
export function negotiatedFormat(accept: string | undefined): Format {
  const types = new Negotiator({ headers: { accept: accept ?? '*/*' } }).mediaTypes(Object.keys(FORMAT_OF));
  if (accept === undefined || types.length === 0) return 'rss';
  const qualities = qualitiesOf(accept);
  const best = types[0]!;
  const ties = types.filter((type) => (qualities.get(type) ?? 0) === (qualities.get(best) ?? 0));
  return ties.some((type) => FORMAT_OF[type] === 'rss') ? 'rss' : FORMAT_OF[best]!;
}

/** The quality that each of our types gets: by its own name, else by `application/*`, else by the rest. */
function qualitiesOf(accept: string): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const element of accept.split(',', 50)) {
    const [type = '', ...parameters] = element.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters
      .map((parameter) => /^q=([01](?:\.\d{0,3})?)$/.exec(parameter)?.[1])
      .find((q) => q !== undefined);
    named.set(type, quality === undefined ? 1 : Number(quality));
  }
  const of = (type: string) =>
    named.get(type) ?? named.get(`${type.slice(0, type.indexOf('/'))}/*`) ?? named.get('*/*') ?? 0;
  return new Map(Object.keys(FORMAT_OF).map((type) => [type, of(type)]));
}
