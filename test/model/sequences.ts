/**
 * Random sequences of things that happen, run through the real publication and the model side by side.
 */
import fc from 'fast-check';
import { acts } from './acts.ts';
import { FaithfulReader } from './faithful-reader.ts';
import { Newsroom } from './newsroom.ts';
import { Publication } from './publication.ts';

/** How much is tried. */
export interface Terms {
  readonly seed: number;
  readonly runs: number;
  /** Things that happen in one run at most. */
  readonly acts: number;
}

/**
 * Runs them.
 *
 * @throws with the shortest sequence found that breaks a promise, and the seed
 */
export async function tryAll({ seed, runs, acts: most }: Terms): Promise<void> {
  const property = fc.asyncProperty(acts(most), fc.boolean(), async (commands, hasArchives) => {
    const publication = await Publication.open(hasArchives);
    try {
      await fc.asyncModelRun(
        () => ({ model: { newsroom: new Newsroom() }, real: { publication, reader: new FaithfulReader() } }),
        commands,
      );
    } finally {
      await publication.close();
    }
  });
  await fc.assert(property, { seed, numRuns: runs, endOnFailure: false });
}
