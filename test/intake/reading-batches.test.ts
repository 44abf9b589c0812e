import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readTogether } from '../../src/intake/article-file.ts';
import { ReadingBatches } from '../../src/intake/reading-batches.ts';
import { THREADS_PAY_FROM } from '../../src/intake/reading-threads.ts';
import { TEST_SITE } from '../http/running-service.ts';

/** Two of them are more than is held in memory at once; what they hold is no text, which is soon seen. */
const LARGE_BYTES = 4_900_000;
const LARGE = ['a.md', 'b.md', 'c.md'];

describe('ReadingBatches', () => {
  let root: string;
  let recorded: string[][];

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'feedwright-batches-'));
    recorded = [];
    for (const path of LARGE) writeFileSync(join(root, path), Buffer.alloc(LARGE_BYTES));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const batches = (isOver = () => false) =>
    new ReadingBatches(
      { root, site: TEST_SITE },
      {
        readHere: async (paths) => void recorded.push([...paths]),
        record: async (files) => void recorded.push(files.map(({ path }) => path)),
        isOver,
      },
    );

  function writeSmall(): readonly string[] {
    const paths = Array.from({ length: THREADS_PAY_FROM }, (_, number) => `small-${number}.md`);
    for (const path of paths) writeFileSync(join(root, path), 'Text.\n');
    return [...LARGE, ...paths];
  }

  async function takeIn(paths: readonly string[], isOver?: () => boolean): Promise<void> {
    const all = batches(isOver);
    try {
      await all.add(paths);
      await all.finish();
    } finally {
      await all.close();
    }
  }

  it('holds no more in memory than a bound, however large the files are, and loses none', async () => {
    const paths = writeSmall();
    await takeIn([...paths, 'gone.md']);
    expect(recorded[0]).to.deep.equal(['a.md', 'b.md']);
    expect(recorded.flat()).to.deep.equal(paths);
  });

  it('leaves a few files to be read here', async () => {
    await takeIn(LARGE);
    expect(recorded).to.deep.equal([LARGE]);
  });

  it('records nothing more when nobody wants any', async () => {
    await takeIn(writeSmall(), () => true);
    expect(recorded.flat()).to.deep.equal([]);
  });

  it('tells how many of the paths were read', () => {
    const { files, count } = readTogether(root, ['gone.md', ...LARGE], TEST_SITE);
    expect(files.map(({ path }) => path)).to.deep.equal(['a.md', 'b.md']);
    expect(count).to.equal(3);
  });
});
