/**
 * Files read for a look only: nothing is recorded, and nothing beside them is kept.
 */
import type { Site } from '../base/site.ts';
import type { FileReading } from '../ledger/reading.ts';
import { Slices } from './slices.ts';

/** The readings of the files at some paths, in slices, so that polls are answered meanwhile; those that are gone are left out. */
export async function* readingsAt(
  { root, site }: { readonly root: string; readonly site: Site },
  paths: readonly string[],
): AsyncGenerator<FileReading> {
  const { readArticleFile } = await import('./article-file.ts');
  const slices = new Slices();
  for (const path of paths) {
    if (slices.isOver) await slices.next();
    const read = readArticleFile(root, path, site);
    if (read === undefined) continue;
    const { draft, faults, ...file } = read;
    yield { file: { ...file, faults }, draft, faults };
  }
}
