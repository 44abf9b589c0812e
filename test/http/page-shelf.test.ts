import { expect } from 'chai';
import type { ServedEdition } from '../../src/edition/served-edition.ts';
import { PageShelf } from '../../src/http/page-shelf.ts';
import type { PollTable } from '../../src/http/poll-table.ts';

describe('PageShelf', () => {
  let edition: { epoch: string; change: number; changedAt: Date };
  let shelf: PageShelf;
  let forgotten: string[];

  beforeEach(() => {
    edition = { epoch: 'epoch', change: 1, changedAt: new Date('2026-01-01T00:00:00Z') };
    forgotten = [];
    const table: Pick<PollTable, 'delete'> = { delete: (path) => void forgotten.push(path) };
    shelf = new PageShelf(edition as ServedEdition, table as PollTable);
  });

  const page = (text: string) => async () => ({ text, mediaType: 'text/html' });
  const never = async () => {
    throw new Error('it is made already');
  };

  it('makes a page once until the next change (H-36)', async () => {
    const first = await shelf.page('/x', page('one'));
    shelf.renew();
    expect(await shelf.page('/x', never)).to.equal(first);
    expect(shelf.isCurrent('/x', first!)).to.equal(true);
    edition.change = 2;
    shelf.renew();
    expect(forgotten).to.deep.equal(['/x']);
    expect(shelf.isCurrent('/x', first!)).to.equal(false);
    const second = await shelf.page('/x', page('two'));
    expect(second!.codings.identity.bytes.toString()).to.equal('two');
  });

  it('gives a page the same tag after a change that left it as it was (H-11)', async () => {
    const first = await shelf.page('/x', page('one'));
    edition.change = 2;
    shelf.renew();
    expect((await shelf.page('/x', page('one')))!.tag).to.equal(first!.tag);
  });

  it('keeps no page that a change overtook while it was made', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const asked = shelf.page('/x', async () => {
      await promise;
      return page('one')();
    });
    edition.change = 2;
    shelf.renew();
    resolve(undefined);
    expect(shelf.isCurrent('/x', (await asked)!)).to.equal(false);
    expect((await shelf.page('/x', page('two')))!.codings.identity.bytes.toString()).to.equal('two');
  });

  it('makes it once for all who ask at the same time', async () => {
    const [one, two] = await Promise.all([shelf.page('/x', page('one')), shelf.page('/x', never)]);
    expect(one).to.equal(two);
  });

  it('does not remember that there is none, nor that it could not be made', async () => {
    expect(await shelf.page('/x', async () => undefined)).to.equal(undefined);
    const failed = await shelf.page('/x', never).catch((cause: Error) => cause.message);
    expect(failed).to.equal('it is made already');
    expect(await shelf.page('/x', page('at last'))).to.not.equal(undefined);
  });
});
