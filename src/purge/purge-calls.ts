/**
 * The requests by which caches are told what is stale: a publisher's template, filled in.
 *
 * Pure. `{key}` and `{path}` may stand in the address, in the values of headers and in the body; a template without
 * either says the same of every change, and is sent once for each.
 */
import type { PurgeTarget } from './purge-targets.ts';

/** How a cache wants to be told. */
export interface PurgeTemplate {
  readonly url: string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

/** One request. */
export interface PurgeCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** What it takes back, for the log: a key, a path or `everything`. */
  readonly what: string;
}

/** The secret that `{token}` stands for, and what `{path}` begins with where the site does not live at the root. */
export interface PurgeContext {
  readonly token: string | undefined;
  readonly basePath: string;
}

const PLACES = /\{(key|path|token)\}/g;

/** The requests for some targets, each once. A target without paths is left out where only paths are told. */
export function purgeCalls(
  template: PurgeTemplate,
  targets: readonly PurgeTarget[],
  { token = '', basePath }: PurgeContext,
): readonly PurgeCall[] {
  const written = [template.url, ...Object.values(template.headers ?? {}), template.body ?? ''].join('\n');
  const namesPath = written.includes('{path}');
  const namesKey = written.includes('{key}');
  const fills = targets.flatMap(({ key, paths }) =>
    namesPath ? paths.map((path) => ({ key, path: basePath + path })) : [{ key, path: '' }],
  );
  const calls = new Map<string, PurgeCall>();
  for (const { key, path } of fills) {
    const what = namesPath ? path : namesKey ? key : 'everything';
    const filled = (text: string, encoded: (value: string) => string = same) =>
      text.replace(PLACES, (_, place: 'key' | 'path' | 'token') =>
        place === 'path' ? path : encoded(place === 'key' ? key : token),
      );
    const headers = Object.entries(template.headers ?? {}).map(([name, value]) => [name, filled(value)]);
    calls.set(what, {
      url: filled(template.url, encodeURIComponent),
      method: template.method,
      headers: Object.fromEntries(headers),
      body: template.body === undefined ? undefined : filled(template.body),
      what,
    });
  }
  return [...calls.values()];
}

function same(value: string): string {
  return value;
}
