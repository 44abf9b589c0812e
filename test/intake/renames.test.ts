/**
 * Files that are renamed and edited at once stay the articles that they were (R-33, T-39).
 */
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { shinglesOf, similarity } from '../../src/ledger/similarity.ts';
import { RunningService } from '../http/running-service.ts';
import { until } from '../http/until.ts';

const STORY =
  'The green bench on the north pier was taken by the storm in the night to Sunday and came back on Tuesday. ' +
  'Nobody saw it come. It stands where it stood before, a little cleaner, and the keeper has screwed it to the stones.';
const textOf = (title: string, story: string) => `---\ntitle: ${title}\n---\n${story}\n`;
const EDITED = textOf(
  'The bench came home',
  STORY.replace('a little cleaner', 'cleaner than ever').replace('Nobody', 'Not even the gull'),
);

describe('similarity', () => {
  const between = (one: string, other: string) => similarity(shinglesOf(one), shinglesOf(other));

  it('is 1 for the same words, whatever their markup and case', () => {
    expect(between(`<p>${STORY}</p>`, `<div>${STORY.toUpperCase()}</div>`)).to.equal(1);
  });

  it('is over a half after an edit, and far below for another story', () => {
    expect(between(STORY, EDITED)).to.be.greaterThan(0.5);
    expect(
      between(
        STORY,
        'A ferry waits for the bread every morning at six, and the baker waits for the ferry at five.',
      ),
    ).to.be.lessThan(0.1);
  });

  it('says nothing of texts that are too short', () => {
    expect(between('Closed today.', 'Closed today.')).to.equal(0);
  });
});

describe('a file that is renamed and edited', () => {
  let running: RunningService;
  const ids = async () => (await running.text('/rss.xml')).match(/<guid[^>]*>[^<]*/g);
  let before: readonly string[] | null;

  beforeEach(async () => {
    running = await RunningService.over({
      'notes/bench.txt.md': textOf('The bench is back', STORY),
      'other.md': textOf('Other', 'Short.'),
    });
    before = await ids();
  });
  afterEach(() => running.end());
  const told = () =>
    running.events
      .filter(({ msg }) => msg.includes('known article by'))
      .map(({ msg, path }) => `${path}: ${msg}`);

  it('is recognised while the service stands still, and the log says how', async () => {
    await running.stop();
    rmSync(join(running.articles, 'notes/bench.txt.md'));
    running.write('weather/the-bench.md', EDITED);
    await running.start();
    expect(await ids()).to.have.members([...before!]);
    expect(await running.text('/rss.xml')).to.include('The bench came home');
    expect(told()).to.deep.equal(['weather/the-bench.md: the file is a known article by its text']);
  });

  it('is recognised while the service runs', async () => {
    running.write('weather/the-bench.md', EDITED);
    rmSync(join(running.articles, 'notes/bench.txt.md'));
    await until('the edit is served', async () =>
      (await running.text('/rss.xml')).includes('The bench came home'),
    );
    expect(await ids()).to.have.members([...before!]);
  });

  it('is recognised among hundreds: a site that is ordered anew', async () => {
    const post = (number: number, verb: string) =>
      `---\ntitle: Post ${number}\ndate: 2024-05-${String(1 + (number % 28)).padStart(2, '0')}\n---\n${STORY} Number ${number} ${verb}.\n`;
    await running.stop();
    for (let n = 0; n < 400; n++) running.write(`posts/p${n}.md`, post(n, 'waits'));
    await running.start();
    const ids = async () =>
      Promise.all(
        [0, 199, 399].map(
          async (n) => /<guid[^>]*>[^<]*|tag:[^"<]*/.exec(await running.text(`/articles/post-${n}`))?.[0],
        ),
      );
    const was = [await ids(), (await running.readiness()).change];
    await running.stop();
    running.remove('posts');
    for (let n = 0; n < 400; n++) running.write(`blog/post-${n}/index.md`, post(n, 'waited'));
    await running.start();
    expect(await ids()).to.deep.equal(was[0]);
    expect(await running.readiness()).to.not.have.property('held');
    expect(told().filter((line) => line.endsWith('by its text'))).to.have.length(400);
  });

  it('is another article when it states another date', async () => {
    await running.stop();
    rmSync(join(running.articles, 'notes/bench.txt.md'));
    running.write('notes/next-week.md', `---\ntitle: Next week\ndate: 2025-10-01\n---\n${STORY}\n`);
    await running.start();
    expect(await ids()).to.not.include(before!.find((id) => id.includes('bench')));
  });

  it('whose name another file takes at once is recognised, and so is the other', async () => {
    const titles = async () =>
      [
        ...(await running.text('/rss.xml')).matchAll(/<title>([^<]*)<\/title>[\s\S]*?<guid[^>]*>([^<]*)/g),
      ].map(([, title, id]) => `${title} ${id}`);
    const was = await titles();
    await running.stop();
    renameSync(join(running.articles, 'other.md'), join(running.articles, 'another.md'));
    renameSync(join(running.articles, 'notes/bench.txt.md'), join(running.articles, 'other.md'));
    await running.start();
    expect(await titles()).to.deep.equal(was);
    expect(told()).to.deep.equal([
      'another.md: the file is a known article by its bytes',
      'other.md: the file is a known article by its bytes',
    ]);
  });

  it('that is renamed by copying and deleting is recognised, too', async () => {
    for (const [path, copy] of [
      ['other.md', 'a-copy.md'],
      ['a-copy.md', 'z-copy.md'],
    ] as const) {
      copyFileSync(join(running.articles, path), join(running.articles, copy));
      await pause(30);
      rmSync(join(running.articles, path));
      await until('it is told', () => told().some((line) => line.startsWith(copy)));
      expect(await ids()).to.have.members([...before!]);
    }
  });

  it('that is converted to another format, and then deleted, is recognised', async () => {
    running.write('other.txt', 'Other\n\nWhat was short is a little longer now.\n');
    await pause(60);
    rmSync(join(running.articles, 'other.md'));
    await until('it is told', () => told().length > 0);
    expect(told()).to.deep.equal(['other.txt: the file is a known article by its name']);
    expect(await ids()).to.have.members([...before!]);
  });

  it('that is copied is another article', async () => {
    copyFileSync(join(running.articles, 'other.md'), join(running.articles, 'copy.md'));
    await until('it is published', async () => (await ids())!.length === 3, 400);
    expect(await ids()).to.include.members([...before!]);
  });

  it('that is only renamed is recognised by its bytes', async () => {
    renameSync(join(running.articles, 'other.md'), join(running.articles, 'another.md'));
    await until('it is told', () => told().length > 0);
    expect(told()).to.deep.equal(['another.md: the file is a known article by its bytes']);
    expect(await ids()).to.have.members([...before!]);
  });
});
