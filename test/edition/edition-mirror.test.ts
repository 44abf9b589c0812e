import { expect } from 'chai';
import { type EditionCalls, EditionMirror, type SentDocument } from '../../src/edition/edition-mirror.ts';
import { type Representation, represent } from '../../src/render/representation.ts';

describe('EditionMirror', () => {
  const STATE = { epoch: 'epoch', change: 1, changedAt: new Date('2026-01-01T00:00:00Z'), scheduled: [] };
  let sent: SentDocument;
  let asked: number;
  let mirror: EditionMirror;
  let told: string[];

  /** As it comes through a port: bytes have lost their methods. */
  const made = async (text: string): Promise<Representation> =>
    structuredClone(await represent(text, 'application/rss+xml', 'epoch.1', STATE.changedAt));
  const bytes = (representation: Representation | undefined) =>
    representation?.codings.identity.bytes.toString();

  beforeEach(async () => {
    asked = 0;
    told = [];
    sent = { representation: await made('one'), isCurrent: true };
    const document = async () => {
      asked += 1;
      return sent;
    };
    mirror = new EditionMirror({ document } as unknown as EditionCalls, STATE);
    mirror.onChange((paths) => told.push(...paths));
  });

  it('asks for a document once, and knows that it is the current one', async () => {
    const document = await mirror.document('', 'rss');
    expect(bytes(document)).to.equal('one');
    expect(await mirror.document('', 'rss')).to.equal(document);
    expect(mirror.current('/rss.xml')).to.equal(document);
    expect(asked).to.equal(1);
  });

  it('gives all who ask at the same time the same one', async () => {
    const [one, two] = await Promise.all([mirror.document('', 'rss'), mirror.document('', 'rss')]);
    expect(one).to.equal(two);
  });

  it('keeps no document that was overtaken when it was sent', async () => {
    sent = { ...sent, isCurrent: false };
    await mirror.document('', 'rss');
    expect(mirror.current('/rss.xml')).to.equal(undefined);
    await mirror.document('', 'rss');
    expect(asked).to.equal(2);
  });

  it('takes in what is new with its news: nobody asks for it again (H-21)', async () => {
    const before = await mirror.document('', 'rss');
    const documents = new Map([['/rss.xml', await made('two')]]);
    mirror.take({ ...STATE, change: 2, paths: ['/rss.xml', '/atom.xml'], documents });
    expect(told).to.deep.equal(['/rss.xml', '/atom.xml']);
    expect(mirror.change).to.equal(2);
    expect(mirror.current('/rss.xml')).to.not.equal(before);
    expect(bytes(await mirror.document('', 'rss'))).to.equal('two');
    expect(asked).to.equal(1);
  });

  it('asks again for what fell out of the edition', async () => {
    await mirror.document('', 'rss');
    mirror.take({ ...STATE, paths: ['/rss.xml'], documents: new Map() });
    await mirror.document('', 'rss');
    expect(asked).to.equal(2);
  });

  it('knows what comes next in each feed (H-22)', () => {
    const at = new Date('2026-01-01T12:00:00Z');
    const scheduled = [{ at, feeds: ['', 'tags/boats'] }];
    mirror.take({ ...STATE, scheduled, paths: [], documents: new Map() });
    expect(mirror.nextScheduledIn()).to.deep.equal(at);
    expect(mirror.nextScheduledIn('tags/boats')).to.deep.equal(at);
    expect(mirror.nextScheduledIn('tags/lamps')).to.equal(undefined);
  });
});
