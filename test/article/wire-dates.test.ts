/** Dates of numbers alone, which the rest of a story decides or nothing does (T-37). */
import { expect } from 'chai';
import { readWireCopy } from '../../src/article/wire-copy.ts';
import { PIER_POST } from './pier-post.ts';

const LEDE = 'Fog closed the harbor on Friday morning and all three ships that were due had to wait outside.';

function day(text: string, path = 'a.txt'): string | undefined {
  return readWireCopy(path, Buffer.from(text), PIER_POST).draft?.published?.toISOString().slice(0, 10);
}

describe('a date that can mean two days (T-37)', () => {
  const decided: [by: string, text: string, path?: string][] = [
    ['the dateline', `Date: 09/05/2025\nFog closes harbor\nROCKLAND, Maine, Sept. 5 (AP) — ${LEDE}`],
    [
      'the dateline, the day first',
      `Date: 05/09/2025\nFog closes harbor\nROCKLAND, Maine, Sept. 5 (AP) — ${LEDE}`,
    ],
    ['the file’s name', `Date: 09/05/2025\nHeadline: Fog closes harbor\n\n${LEDE}`, '2025-09-05-fog.txt'],
    [
      'the dateline’s language',
      `Date: 05/09/2025\nNiebla\nVigo, 6 sep (EFE).- ${LEDE}`.replace('6 sep', '5 sep'),
    ],
    ['the stated language', `Date: 05/09/2025\nLanguage: de\nHeadline: Nebel im Hafen\n\n${LEDE}`],
    [
      'the sentence below',
      `Date: 09/05/2025\nHeadline: Fog\n\n${LEDE}\n\nThis report by The Canadian Press was first published Sept. 5, 2025.`,
    ],
  ];
  for (const [by, text, path] of decided) {
    it(`is decided by ${by}`, () => {
      expect(day(text, path)).to.equal('2025-09-05');
    });
  }

  const open: [what: string, text: string][] = [
    ['nothing else is known', `Date: 09/05/2025\nHeadline: Fog closes harbor\n\n${LEDE}`],
    ['the dateline names another day', `Date: 09/05/2025\nFog\nROCKLAND, Maine, Oct. 7 (AP) — ${LEDE}`],
    ['the language is English', `Date: 09/05/2025\nLanguage: en\nHeadline: Fog\n\n${LEDE}`],
  ];
  for (const [what, text] of open) {
    it(`is refused where ${what}`, () => {
      const { draft, faults } = readWireCopy('a.txt', Buffer.from(text), PIER_POST);
      expect(draft).to.equal(undefined);
      expect(faults[0]?.what).to.contain('can mean two days');
    });
  }
});
