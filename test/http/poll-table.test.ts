import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.ts';
import { PollTable } from '../../src/http/poll-table.ts';
import { PollTallies } from '../../src/http/poll-tallies.ts';
import { prepare, type ServingTerms } from '../../src/http/prepared.ts';
import { represent } from '../../src/render/representation.ts';

describe('PollTable', () => {
  const TERMS: ServingTerms = { maxAgeSeconds: 900, vary: 'Accept-Encoding', headers: ['Link', '<a>'] };
  const made = (text: string) => represent(text, 'application/rss+xml', 'epoch.1', new Date(0));

  it('has another answer ready as soon as there is another document, on the same terms (design §5)', async () => {
    const table = new PollTable({ clock: systemClock, nextScheduled: () => undefined });
    const [one, two] = [await made('one'), await made('two')];
    const tallies = new PollTallies().of('/rss.xml');
    table.set('/rss.xml', prepare(one, TERMS, systemClock, tallies));
    table.renew('/rss.xml', two);
    const prepared = table.find('/rss.xml')!;
    expect(prepared.representation).to.equal(two);
    expect(prepared.codings.identity.bytes.toString()).to.equal('two');
    expect(prepared.codings.identity.full).to.include.members(['Link', '<a>', two.codings.identity.etag]);
    expect(prepared.tallies).to.equal(tallies);
  });

  it('forgets an address that has no document any more, and prepares none that nobody polls', async () => {
    const table = new PollTable({ clock: systemClock, nextScheduled: () => undefined });
    table.renew('/rss.xml', await made('one'));
    expect(table.find('/rss.xml')).to.equal(undefined);
    table.set('/rss.xml', prepare(await made('one'), TERMS, systemClock, new PollTallies().of('/rss.xml')));
    table.renew('/rss.xml', undefined);
    expect(table.find('/rss.xml')).to.equal(undefined);
  });
});
