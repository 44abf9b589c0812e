/**
 * What articles refer to: one another, and files beside them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.ts';
import { RunningService } from '../http/running-service.ts';
import { until } from '../http/until.ts';

const PICTURE = readFileSync(join(import.meta.dirname, '../../articles/harbour/lighthouse-new-lamp.png'));
const article = (title: string, text: string) =>
  `---\ntitle: ${title}\ndate: 2026-01-0${title.length}\n---\n${text}\n`;

/** A silent second of sound: a RIFF header and 8,000 samples. */
function sound(seconds: number): Buffer {
  const samples = Buffer.alloc(8000 * seconds, 128);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

interface Item {
  readonly title: string;
  readonly content_html: string;
  readonly date_modified: string;
  readonly image?: string;
  readonly attachments?: readonly {
    readonly url: string;
    readonly mime_type: string;
    readonly duration_in_seconds?: number;
  }[];
}

describe('what articles refer to (links and files between article files)', () => {
  let running: RunningService;
  const item = async (title: string): Promise<Item> => {
    const { items } = JSON.parse(await running.text('/feed.json')) as { items: Item[] };
    return items.find((found) => found.title === title)!;
  };
  before(async () => {
    running = await RunningService.over({
      'notes/one.md': article('A', 'See [two](../far/two.md#part), [three](three.md), [none](none.md).'),
      'far/two.md': article('BB', 'Back to [one](../notes/one.md).'),
      'pier/index.md': article('CCC', 'Look.'),
      'pier/photo.png': PICTURE,
      'saved.html': `<title>FFFFFF</title><article><p>Saved.</p><img src="data:image/png;base64,${PICTURE.toString('base64')}" alt="Lamp"></article>`,
      'heard.md': article('GGGGGGG', 'Hear [the air](sounds/air.wav).'),
      'heard-too.md': article(
        'HHHHHHHH',
        '<audio src="sounds/air.wav"></audio> And [a picture](pier/photo.png).',
      ),
      'sounds/air.wav': sound(3),
      'talk.md': article('DDDD', 'Listen.'),
      'talk.wav': sound(2),
    });
  });
  after(() => running.end());

  it('leads to the other article, whichever was read first', async () => {
    expect((await item('A')).content_html).to.include('href="https://lantern.example.org/articles/bb#part"');
    expect((await item('BB')).content_html).to.include('href="https://lantern.example.org/articles/a"');
  });

  it('leads nowhere where there is no article, and keeps the words', async () => {
    expect((await item('A')).content_html)
      .to.include(', none.')
      .and.not.include('none.md');
  });

  it('leads to an article that comes later, which is no change of the linking one (T-38)', async () => {
    const { date_modified: before } = await item('A');
    running.write('notes/three.md', article('EEEEE', 'Third.'));
    await until('the link leads to the third', async () =>
      (await item('A')).content_html.includes('/articles/eeeee'),
    );
    expect((await item('A')).date_modified).to.equal(before);
  });

  it('leads nowhere while the other article is a draft or scheduled: its slug tells its headline', async () => {
    const hour = new Date(systemClock.now().getTime() + 3_000);
    running.write('soon.md', `---\ntitle: Soon\ndate: ${hour.toISOString()}\n---\nSoon.\n`);
    running.write('secret.md', `---\ntitle: Secret\ndraft: true\n---\nSecret.\n`);
    running.write('links.md', article('IIIIIIIII', 'See [soon](soon.md) and [a secret](secret.md).'));
    const links = async () => (await item('IIIIIIIII'))?.content_html;
    await until('it is there', async () => (await links()) === '<p>See soon and a secret.</p>\n');
    const soon = '<a href="https://lantern.example.org/articles/soon">soon</a>';
    await until(
      'its hour has come',
      async () => (await links()) === `<p>See ${soon} and a secret.</p>\n`,
      8_000,
    );
    running.write('secret.md', `---\ntitle: Secret\n---\nSecret.\n`);
    await until('it is told', async () => (await links())?.includes('/articles/secret">') === true);
    running.remove('soon.md');
    await until('it is gone', async () => (await running.get('/articles/soon')).status === 410);
    expect(await links(), 'there is a notice now').to.include(soon);
  });

  it('gives a page bundle its picture', async () => {
    const { image, attachments } = await item('CCC');
    expect(image).to.match(/^https:\/\/lantern\.example\.org\/assets\/[0-9a-f]{32}\/photo\.png$/);
    expect(attachments).to.have.lengthOf(1);
  });

  it('publishes a picture that is written into a page (C-42)', async () => {
    const { image, content_html } = await item('FFFFFF');
    expect(image).to.match(/^https:\/\/lantern\.example\.org\/assets\/[0-9a-f]{32}\/[0-9a-f]{16}\.png$/);
    expect(content_html).to.include(image).and.not.include('data:');
    const answer = await running.get(new URL(image!).pathname);
    expect(answer.body.equals(PICTURE)).to.equal(true);
    expect((await running.readiness()).faults).to.equal(0);
  });

  it('gives an article the recording with its own stem, with its duration (R-46, A-34, J-19)', async () => {
    const [recording] = (await item('DDDD')).attachments!;
    expect(recording).to.include({ mime_type: 'audio/wav', duration_in_seconds: 2 });
    expect(await running.text('/rss.xml')).to.match(
      /<enclosure url="[^"]*talk\.wav" length="16044" type="audio\/wav"\/>/,
    );
    expect(await running.text('/atom.xml')).to.include(
      '<link rel="enclosure" type="audio/wav" length="16044"',
    );
  });

  it('gives two articles the recording that both refer to, and its successor (R-46, J-19)', async () => {
    const recordings = async () =>
      Promise.all(['GGGGGGG', 'HHHHHHHH'].map(async (title) => (await item(title)).attachments ?? []));
    const seconds = async () =>
      (await recordings()).map((each) => each.map((file) => file.duration_in_seconds));
    expect(await seconds()).to.deep.equal([[3], [3]]);
    running.write('sounds/air.wav', sound(5));
    await until('both have the new one', async () => JSON.stringify(await seconds()) === '[[5],[5]]');
  });

  it('notices a recording that is put beside an article later', async () => {
    running.write('far/two.wav', sound(1));
    await until('the recording comes with it', async () => (await item('BB')).attachments !== undefined);
  });
});
