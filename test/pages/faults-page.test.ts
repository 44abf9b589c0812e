import { expect } from 'chai';
import { parse } from 'parse5';
import type { Fault } from '../../src/article/fault.ts';
import { FAULTS_SHOWN_MAX, faultsPage } from '../../src/pages/faults-page.ts';
import { sampleSite } from './sample-pages.ts';

const SITE = sampleSite();

const fault = (
  path: string,
  severity: Fault['severity'],
  what = 'found nothing, expected something',
): Fault => ({
  path,
  line: 3,
  column: 2,
  severity,
  what,
});

describe('faultsPage (faults that teach)', () => {
  it('says so when there are none', () => {
    expect(faultsPage(SITE, [])).to.include('Every file is as it should be.');
  });

  it('shows the gravest first, with file, line and column', () => {
    const page = faultsPage(SITE, [fault('a.md', 'note'), fault('b.md', 'error'), fault('c.md', 'warning')]);
    const order = ['b.md:3:2', 'c.md:3:2', 'a.md:3:2'].map((place) => page.indexOf(place));
    expect(order).to.deep.equal([...order].sort((x, y) => x - y));
    expect(order[0]).to.be.greaterThan(0);
  });

  it('says what each of them means, once for all that mean it', () => {
    const page = faultsPage(SITE, [fault('a.md', 'note'), fault('b.md', 'error'), fault('c.md', 'error')]);
    expect([...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, meaning]) => meaning)).to.deep.equal([
      'Not published; the last good version stays',
      'Good to know',
    ]);
  });

  it('is as wide as the screen: what was found is never beside it', () => {
    expect(faultsPage(SITE, [fault('a.md', 'note')])).to.not.include('<table');
  });

  it('is no door for a file name', () => {
    const page = faultsPage(SITE, [fault('<script>x</script>.md', 'error', '"><img src=x>')]);
    expect(page).to.not.include('<script>x').and.not.include('<img');
    expect(() => parse(page)).to.not.throw();
  });

  it('is bounded', () => {
    const page = faultsPage(
      SITE,
      Array.from({ length: FAULTS_SHOWN_MAX + 5 }, (_, n) => fault(`${n}.md`, 'note')),
    );
    expect(page.match(/<li>/g)).to.have.lengthOf(FAULTS_SHOWN_MAX);
    expect(page).to.include('… and 5 more');
  });
});
