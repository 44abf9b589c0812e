/**
 * Files that were read become articles in the ledger, with the files beside them.
 *
 * The same function serves the service's own thread and the import threads.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger, Recorded } from '../ledger/ledger.ts';
import type { FileReading, IsGone } from '../ledger/reading.ts';
import type { ArticleFile } from './article-file.ts';
import type { AssetIntake } from './asset-intake.ts';
import { hashAt } from './file-signature.ts';

/** Where files come from, and where they go to. */
export interface Recording {
  readonly root: string;
  readonly ledger: Ledger;
  readonly assets: AssetIntake;
}

/** Tells what is no longer where it was in a folder. */
export function isGoneFrom(root: string): IsGone {
  return (path, hash) =>
    hash === undefined ? !existsSync(join(root, path)) : hashAt(join(root, path)) !== hash;
}

/**
 * Records some files, all or nothing.
 *
 * @param now the instant that undated articles get
 * @param missing paths of known files that are gone
 */
export async function recordFiles(
  { root, ledger, assets }: Recording,
  files: readonly ArticleFile[],
  now: Date,
  missing: readonly string[] = [],
): Promise<Recorded> {
  const readings = files.map(({ draft, faults, references, ...file }): FileReading => {
    const beside = draft === undefined ? [] : assets.beside(file.path);
    return {
      file: { ...file, faults, references: [...new Set([...references, ...beside])] },
      draft,
      faults,
      beside,
    };
  });
  await assets.keep(readings.flatMap(({ file }) => file.references));
  for (const { file } of readings) await assets.keepWrittenIn(file.path, file.references);
  return ledger.record(readings, now, isGoneFrom(root), missing);
}
