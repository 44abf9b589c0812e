import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { isArticlePath, readDraft } from '../../src/article/read-draft.ts';
import { slugOf } from '../../src/article/slug.ts';
import { referencedFiles } from '../../src/base/address.ts';

const FOLDER = join(import.meta.dirname, '../../articles');
const SITE = {
  title: 'The Saltmarket Lantern',
  description: 'News of the harbour.',
  language: 'en',
  baseUrl: 'http://localhost:3000',
  authority: 'localhost',
  author: 'The Saltmarket Lantern',
  copyright: undefined,
};

/** Later than any first start of this release; only the scheduled sample lies beyond. */
const FAR = new Date('2090-01-01T00:00:00Z');

describe('the sample articles', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const readings = files
    .filter(isArticlePath)
    .map((path) => readDraft(path, readFileSync(join(FOLDER, path)), SITE));
  const drafts = readings.flatMap(({ draft }) => draft ?? []);

  it('read without a fault', () => {
    expect(readings.flatMap(({ faults }) => faults)).to.deep.equal([]);
    expect(drafts.length).to.equal(readings.length);
  });

  it('are of all three kinds, one a draft, one scheduled, some undated', () => {
    expect(drafts.length).to.be.at.least(12);
    expect(new Set(drafts.map(({ kind }) => kind)).size).to.equal(3);
    expect(drafts.filter(({ isDraft }) => isDraft)).to.have.length(1);
    expect(drafts.filter(({ published }) => published !== undefined && published > FAR)).to.have.length(1);
    expect(drafts.filter(({ published }) => published === undefined)).to.not.have.length(0);
  });

  it('name their sections, tags and authors in one way each, and no slug twice', () => {
    const names = drafts.flatMap(({ authors, section, tags }) => [
      ...authors.map(({ name }) => name),
      ...tags,
      section ?? '',
    ]);
    const spellings = new Set(names);
    expect(new Set(names.map(slugOf)).size).to.equal(spellings.size);
    expect(new Set(drafts.map(({ headline }) => slugOf(headline))).size).to.equal(drafts.length);
  });

  it('refer only to files that stand beside them', () => {
    const referred = drafts.flatMap(({ body, picture }) => referencedFiles(`${body} ${picture?.url ?? ''}`));
    expect(referred).to.include('harbour/lighthouse-new-lamp.png');
    for (const path of referred) expect(files).to.include(path);
  });
});
