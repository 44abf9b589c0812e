/** What an editor expects of a piece of wire copy that is published. */
import { expect } from 'chai';
import { readWireCopy } from '../../src/article/wire-copy.ts';
import { PIER_POST } from './pier-post.ts';

/** What is left out must not be there. */
export interface ExpectedStory {
  readonly headline: string;
  readonly subhead?: string;
  readonly authors?: readonly string[];
  readonly source?: string;
  readonly place?: string;
  /** Year, month and day. */
  readonly published?: string;
  /** Month and day, without a year. */
  readonly day?: string;
  readonly correction?: string;
  readonly tags?: readonly string[];
  /** How the summary begins. */
  readonly lede?: string;
  /** The whole of it. */
  readonly summary?: string;
}

/** Reads a text and compares. */
export function expectStory(text: string, expected: ExpectedStory): void {
  const { draft } = readWireCopy('a.txt', Buffer.from(text), PIER_POST);
  expect(draft?.withheld).to.equal(undefined);
  expect(draft?.headline).to.equal(expected.headline);
  expect(draft?.subhead).to.equal(expected.subhead);
  expect(draft?.authors.map(({ name }) => name)).to.deep.equal(expected.authors ?? []);
  expect(draft?.tags).to.deep.equal(expected.tags ?? []);
  expect(draft?.source).to.equal(expected.source);
  expect(draft?.dateline?.place).to.equal(expected.place);
  expect(draft?.published?.toISOString().slice(0, 10)).to.equal(expected.published);
  const { month, day } = draft?.datelineDay ?? {};
  expect(month === undefined ? undefined : `${month}-${day}`).to.equal(expected.day);
  expect(draft?.correction).to.equal(expected.correction);
  if (expected.lede !== undefined)
    expect(draft?.summary.slice(0, expected.lede.length)).to.equal(expected.lede);
  if (expected.summary !== undefined) expect(draft?.summary).to.equal(expected.summary);
}
