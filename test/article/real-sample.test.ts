/** The real sample, read where it lies; none of its text is here but what rules T-50 … T-58 publish. */
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { slugOf } from '../../src/article/slug.ts';
import { readWireCopy } from '../../src/article/wire-copy.ts';
import { parseWireStory } from '../../src/article/wire-story.ts';
import type { Site } from '../../src/base/site.ts';

const NAME = '000_ef3b540d4e4788fe.txt';
const FILE = new URL(`../../../shared/articles/${NAME}`, import.meta.url);

const SITE: Site = {
  title: 'Site',
  description: 'Site.',
  language: 'en',
  baseUrl: 'http://localhost:3000',
  authority: 'news.example.org',
  author: 'Site',
  copyright: undefined,
};

describe('the real sample (T-50 … T-59)', () => {
  if (!existsSync(FILE)) {
    console.log('      the real sample is not beside the project: its tests are left out');
    return;
  }
  const bytes = readFileSync(FILE);
  const { draft, faults } = readWireCopy(NAME, bytes, SITE);
  const story = parseWireStory(bytes.toString());

  it('has the headline of T-50', () => {
    expect(draft?.headline).to.equal('…the move does not create the conditions for peace – Putin');
    expect(draft?.headlineSource).to.equal('headline');
    expect(story.attribution).to.equal('Putin');
  });

  it('has the place of T-51 and the credit of T-52', () => {
    expect(draft?.dateline).to.deep.equal({
      raw: 'VLADIVOSTOK, RUSSIA',
      place: 'Vladivostok, Russia',
      city: 'Vladivostok',
      region: 'Russia',
    });
    expect(draft?.source).to.equal('The iNews Times');
    expect(story.leadIn).to.equal('VLADIVOSTOK, RUSSIA – The iNews Times | ');
  });

  it('has the summary of T-53', () => {
    expect(draft?.summary)
      .to.have.lengthOf(213)
      .and.to.match(/^Russian President Vladimir Putin has issued a stark warning/);
    expect(draft?.summary).to.equal(story.paragraphs[0]);
  });

  it('has the twelve paragraphs of T-54', () => {
    const [lede = '', ...rest] = story.paragraphs;
    const lengths = [story.leadIn + lede, ...rest].map(({ length }) => length);
    expect(lengths).to.deep.equal([253, 268, 152, 289, 246, 219, 151, 204, 383, 260, 229, 183]);
    expect(rest[0]).to.match(/^The statement came on Friday during an economic forum in Vladivostok/);
    expect(rest.at(-1)).to.match(/one of the bloodiest conflicts in modern European history\.$/);
    expect(story.paragraphs.join(' ').split(/\s+/)).to.have.lengthOf(429);
    expect(draft?.body.match(/<p>/g)).to.have.lengthOf(12);
    expect(draft?.body).to.match(/^<p>VLADIVOSTOK, RUSSIA – The iNews Times \| Russian President/);
  });

  it('has nothing that T-55 and T-56 say is not there', () => {
    expect(draft).to.deep.include({ authors: [], tags: [], section: undefined, language: undefined });
    expect(draft).to.deep.include({
      published: undefined,
      withheld: undefined,
      correction: undefined,
      subhead: undefined,
    });
    expect(story).to.deep.include({
      slugLine: undefined,
      notice: undefined,
      embargo: undefined,
      trailer: [],
    });
    expect(faults).to.deep.equal([]);
  });

  it('has the slug of T-57', () => {
    expect(slugOf(draft!.headline)).to.equal('the-move-does-not-create-the-conditions-for-peace-putin');
  });
});
