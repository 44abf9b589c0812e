/**
 * From the head of a feed to its oldest article, as somebody goes who wants all of it.
 */
import { ask } from './http-get.ts';

/** What a walk found. */
export interface Walked {
  /** Milliseconds of each archive page. */
  readonly pagesMs: readonly number[];
  /** Articles found, and how many of them more than once. */
  readonly articles: number;
  readonly repeated: number;
}

/** Walks the JSON Feed of the main feed. */
export async function walkArchive(port: number): Promise<Walked> {
  const seen = new Set<string>();
  const pagesMs: number[] = [];
  let repeated = 0;
  let path: string | undefined = '/feed.json';
  while (path !== undefined) {
    const began = performance.now();
    const { body } = await ask(port, path);
    pagesMs.push(performance.now() - began);
    const { items, next_url } = JSON.parse(body.toString()) as { items: { id: string }[]; next_url?: string };
    for (const { id } of items) {
      if (seen.has(id)) repeated++;
      seen.add(id);
    }
    path = next_url === undefined ? undefined : new URL(next_url).pathname;
  }
  return { pagesMs: pagesMs.slice(1), articles: seen.size, repeated };
}
