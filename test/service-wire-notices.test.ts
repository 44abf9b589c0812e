/** What the notices of wire copy do to a running service (T-09 … T-11). */
import { expect } from 'chai';
import { HandClock } from './http/hand-clock.ts';
import { RunningService } from './http/running-service.ts';
import { until } from './http/until.ts';

const TEXT =
  'Ferry stops at the north pier\nBy Ada Quill\nPORTLAND, Maine, Sept. 30, 2025 (AP) — The ferry stopped at the north pier for a night.\nNobody was hurt.\n';
const ADDRESSES = ['/rss.xml', '/atom.xml', '/feed.json'];

describe('a service that wire copy tells something (T-09 … T-11)', () => {
  let running: RunningService;
  let clock: HandClock;

  beforeEach(async () => {
    clock = new HandClock('2025-10-01T11:00:00Z');
    running = await RunningService.over(
      { 'ferry.txt': TEXT, 'other.txt': TEXT.replace('Ferry', 'Boat') },
      { clock },
    );
  });
  afterEach(() => running.end());

  const isInFeeds = async (says: string) => {
    const texts = await Promise.all(ADDRESSES.map((address) => running.text(address)));
    return texts.every((text) => text.includes(says));
  };
  const isInNoFeed = async (says: string) => {
    const texts = await Promise.all(ADDRESSES.map((address) => running.text(address)));
    return !texts.some((text) => text.includes(says));
  };
  const updated = async () => {
    const item = JSON.parse(await running.text('/feed.json')).items.find(({ title }: { title: string }) =>
      title.startsWith('Ferry'),
    );
    return { published: item?.date_published, modified: item?.date_modified };
  };

  for (const notice of ['KILL KILL KILL\n', 'STORY WITHDRAWN: sources in doubt\n', '(WITHDRAWN) ']) {
    it(`withdraws what ${JSON.stringify(notice)} says`, async () => {
      expect(await isInFeeds('Ferry stops')).to.equal(true);
      running.write('ferry.txt', notice + TEXT);
      await until('it is in no feed', () => isInNoFeed('Ferry stops'));
      expect((await running.get('/articles/ferry-stops-at-the-north-pier')).status).to.equal(410);
      expect(await isInFeeds('Boat stops')).to.equal(true);
    });
  }

  it('shows a correction with its note in every format and moves updated, not published', async () => {
    const before = await updated();
    clock.advance(3600);
    running.write(
      'ferry.txt',
      `CORRECTION: The pier is the south pier.\n${TEXT.replace('for a night', 'for two nights')}`,
    );
    await until('the note is shown', () => isInFeeds('The pier is the south pier.'));
    const after = await updated();
    expect(after.published).to.equal(before.published);
    expect(after.modified).to.equal('2025-10-01T12:00:00Z');
    expect(await running.text('/articles/ferry-stops-at-the-north-pier')).to.include(
      'The pier is the south pier.',
    );
  });

  it('moves updated for a correction that changes nothing but its tag', async () => {
    clock.advance(3600);
    running.write('ferry.txt', `CORRECTED-${TEXT}`);
    await until('it is marked', () => isInFeeds('CORRECTED'));
    expect((await updated()).modified).to.equal('2025-10-01T12:00:00Z');
  });

  it('publishes at the end of an embargo with its zone', async () => {
    running.write(
      'prize.txt',
      'EMBARGOED UNTIL 8 a.m. EDT, Oct. 1, 2025\nPrize for the pilot\nThe pilot of the ferry won a prize for the night.\nHe slept.\n',
    );
    running.write('late.txt', TEXT.replace('Ferry', 'Raft'));
    await until('the scan has passed', () => isInFeeds('Raft stops'));
    expect(await isInNoFeed('Prize for the pilot')).to.equal(true);
    clock.set('2025-10-01T12:00:00Z');
    await until('it is live', () => isInFeeds('Prize for the pilot'));
  });

  it('keeps a story back whose embargo has no zone, and says so', async () => {
    running.write(
      'prize.txt',
      'EMBARGOED UNTIL 0001 WEDNESDAY OCTOBER 1\nPrize for the pilot\nThe pilot of the ferry won a prize for the night.\nHe slept.\n',
    );
    running.write('late.txt', TEXT.replace('Ferry', 'Raft'));
    await until('the scan has passed', () => isInFeeds('Raft stops'));
    clock.set('2025-11-01T12:00:00Z');
    expect(await isInNoFeed('Prize for the pilot')).to.equal(true);
    expect((await running.get('/articles/prize-for-the-pilot')).status).to.equal(404);
  });
});
