/** Places that open a story without an agency or a day, and lists that look alike (T-30, T-32). */
import { expect } from 'chai';
import { parseWireStory } from '../../src/article/wire-story.ts';

const LEDE =
  'Fog closed the harbor for a third day on Monday, and the pilots stayed at home with their dogs.';
const NEXT = 'The ferries will run again on Tuesday.';

describe('bareDateline (T-30, T-32)', () => {
  const found: [leadIn: string, place: string][] = [
    ['OSLO\n\n', 'Oslo'],
    ['WASHINGTON, D.C.\n\n', 'Washington, D.C.'],
    ['London — ', 'London'],
    ['Duluth, Minn. — ', 'Duluth, Minn.'],
    ['Camden, ME – ', 'Camden, ME'],
  ];
  for (const [leadIn, place] of found) {
    it(`reads “${leadIn.trim()}” above a lede`, () => {
      const story = parseWireStory(`Fog closes harbor\n\nBy Ann Harbor\n\n${leadIn}${LEDE}\n\n${NEXT}`);
      expect(story.dateline?.dateline?.place).to.equal(place);
      expect(story.leadIn.trim()).to.equal(leadIn.trim());
      expect(story.paragraphs).to.deep.equal([LEDE, NEXT]);
    });
  }

  const ignored: [what: string, text: string][] = [
    ['a place between two dashes', `London — and who would deny it? — is a port of its own. ${LEDE}`],
    [
      'a place that an apposition follows',
      'Paris – the film, not the city – opens on Thursday in nine towns.',
    ],
    ['a name and a role', `Ann Harbor, Editor — ${LEDE}`],
    ['a place nobody knows', `Mole Creek — ${LEDE}`],
    ['a list of places', `London — ${LEDE}\n\nParis — ${LEDE}`],
    ['places in capitals above their weather', `OSLO\n\n${LEDE}\n\nLONDON\n\n${LEDE}`],
    ['a place above an entry', `DALLAS\n\nReed 3-4 12, Quay 2-2 4.`],
    ['a place below the first paragraph', `${NEXT}\n\nLondon — ${LEDE}`],
  ];
  for (const [what, text] of ignored) {
    it(`takes ${what} for text`, () => {
      const story = parseWireStory(`Fog closes harbor\n\nBy Ann Harbor\n\n${text}`);
      expect(story.dateline).to.equal(undefined);
      expect(story.leadIn).to.equal('');
    });
  }
});
