/** Pictures that are not there are told of, and only as long as they are not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { RunningService } from '../http/running-service.ts';
import { until } from '../http/until.ts';

const PICTURE = readFileSync(join(import.meta.dirname, '../../articles/harbour/lighthouse-new-lamp.png'));

describe('missingAssets (issue 3 item 7)', () => {
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

  it('says nothing any more when the file is there', async () => {
    running.write('img/new quay.png', PICTURE);
    await until('the fault is gone', async () => (await faults()) === 0);
    expect(await running.text('/feed.json')).to.match(/assets\/[0-9a-f]{32}\/new%20quay\.png/);
  });
});
