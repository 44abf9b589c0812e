/** Pictures that are not there are told of, and only as long as they are not. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { missingAssets } from '../../src/intake/missing-assets.ts';
import { RunningService } from '../http/running-service.ts';
import { until } from '../http/until.ts';

const PICTURE = readFileSync(join(import.meta.dirname, '../../articles/harbour/lighthouse-new-lamp.png'));

describe('missingAssets', () => {
  let running: RunningService;
  const faults = async (): Promise<number> => (await running.readiness()).faults;
  before(async () => {
    running = await RunningService.over({
      'a.md': '---\ntitle: A\nimage: there.png\n---\nSee\n![quay](img/new%20quay.png) and [b](b.md).\n',
      'there.png': PICTURE,
    });
  });
  after(() => running.end());

  it('names the file, its line, and what to do', async () => {
    expect(await faults()).to.equal(1);
    expect(await running.text('/faults')).to.match(
      /a\.md[\s\S]*6[\s\S]*img\/new quay\.png[\s\S]* is not in the articles folder: put it there, or correct its name/,
    );
  });

  it('publishes the article all the same', async () => {
    expect(await running.text('/feed.json')).to.contain('"title":"A"');
  });

  it('tells of a file without a byte, and publishes none', async () => {
    running.write('img/new quay.png', '');
    await until('it is empty', async () => (await running.text('/faults')).includes('is empty'));
    expect(await running.text('/feed.json')).not.to.contain('quay.png"');
  });

  it('tells of a file that is no picture, and of one that was not fetched', async () => {
    running.write('img/new quay.png', PICTURE.subarray(0, 10));
    await until('it is broken', async () =>
      (await running.text('/faults')).includes('is broken, or no picture'),
    );
    running.write('img/new quay.png', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n');
    await until('it is a pointer', async () => (await running.text('/faults')).includes('git lfs pull'));
  });

  it('tells of what no file can be, and of links that lead nowhere good', () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'feedwright-test-')));
    try {
      symlinkSync('loop.png', join(folder, 'loop.png'));
      symlinkSync(import.meta.filename, join(folder, 'out.png'));
      const references = [`${'a'.repeat(300)}.png`, 'loop.png', 'out.png'];
      const told = missingAssets(folder, 'a.md', references, Buffer.from(''));
      expect(told.map(({ severity }) => severity)).to.deep.equal(['warning', 'warning', 'warning']);
      expect(told[0]!.what).to.include('ENAMETOOLONG');
      expect(told[1]!.what).to.include('`loop.png` is not published: cannot be read (ELOOP)');
      expect(told[2]!.what).to.include('a symbolic link that leads out of the articles folder');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('takes every kind of picture that browsers show for one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'missing-'));
    const pictures: [name: string, bytes: string][] = [
      ['a.jpg', '\xff\xd8\xff\xe0'],
      ['b.gif', 'GIF89a'],
      ['c.webp', 'RIFF\0\0\0\0WEBPVP8 '],
      ['d.avif', '\0\0\0\x1cftypavif'],
      ['e.svg', '\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
      ['f.png', '\xff\xd8\xff\xe0'],
    ];
    for (const [name, bytes] of pictures) writeFileSync(join(folder, name), Buffer.from(bytes, 'latin1'));
    const names = pictures.map(([name]) => name);
    expect(missingAssets(folder, 'a.md', names, Buffer.from(''))).to.deep.equal([]);
    rmSync(folder, { recursive: true });
  });

  it('says nothing any more when the file is there', async () => {
    running.write('img/new quay.png', PICTURE);
    await until('the fault is gone', async () => (await faults()) === 0);
    expect(await running.text('/feed.json')).to.match(/assets\/[0-9a-f]{32}\/new%20quay\.png/);
  });
});
