/** Files of wire copy as drafts and faults (T-01, T-06 … T-11, T-37 … T-46). */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Draft } from '../../src/article/draft.ts';
import { readWireCopy } from '../../src/article/wire-copy.ts';
import { parseWireStory } from '../../src/article/wire-story.ts';
import { cleanText } from '../../src/base/text.ts';
import { PIER_POST } from './pier-post.ts';

const LEDE =
  'Two freighters collided off the northern breakwater on Friday morning, and the harbor was closed for six hours.';
const STORY = `Harbor closed\n${LEDE}\n`;

const read = (text: string, path = 'harbor.txt') => readWireCopy(path, Buffer.from(text), PIER_POST);

describe('readWireCopy, drafts', () => {
  const cases: [
    what: string,
    text: string,
    expected: Partial<Record<keyof Draft, unknown>>,
    path?: string,
  ][] = [
    ['names the section by the folder', STORY, { section: 'World news' }, 'world-news/harbor.txt'],
    [
      'puts a label before the folder (T-06)',
      `Category: Shipping\n${STORY}`,
      { section: 'Shipping' },
      'world/harbor.txt',
    ],
    [
      'invents nothing (T-43)',
      STORY,
      {
        tags: [],
        language: undefined,
        section: undefined,
        authors: [],
        source: undefined,
        published: undefined,
        picture: undefined,
      },
    ],
    ['reads keywords once each', `Keywords: Fog, Harbor; fog\n${STORY}`, { tags: ['Fog', 'Harbor'] }],
    [
      'takes the date from a label (T-37)',
      `Date: 2025-09-05 10:30 +0200\n${STORY}`,
      { published: new Date('2025-09-05T08:30:00Z') },
      '2020-01-01-x.txt',
    ],
    [
      'takes the date of a press release, and its word for none (T-37)',
      `FOR RELEASE: Sept. 5, 2025\n${STORY}`,
      { published: new Date('2025-09-05T00:00:00Z'), headline: 'Harbor closed', withheld: undefined },
    ],
    [
      'takes no date from a word (T-37)',
      `FOR RELEASE: IMMEDIATELY\nPosted: 2 hours ago\n${STORY}`,
      { published: undefined, withheld: undefined },
    ],
    [
      'takes the dates from lines that say so without a colon (T-37, T-38)',
      `Harbor closed\nPublished Sept. 5, 2025, at 5:30 p.m.\nUpdated on Sept. 6, 2025\nBy Ann Harbor\n${LEDE}\n`,
      {
        published: new Date('2025-09-05T17:30:00Z'),
        updated: new Date('2025-09-06T00:00:00Z'),
        subhead: undefined,
      },
    ],
    [
      'takes the date from the dateline (T-37)',
      `Harbor closed\nPORTLAND, Maine, Sept. 5, 2025 (AP) — ${LEDE}`,
      { published: new Date('2025-09-05T00:00:00Z') },
      '2020-01-01-x.txt',
    ],
    [
      'takes the date from the file name (T-37)',
      STORY,
      { published: new Date('2025-09-05T00:00:00Z') },
      'x/2025-09-05-harbor.txt',
    ],
    [
      'takes no date from a name that holds none (T-37)',
      STORY,
      { published: undefined },
      '2025-99-99-harbor.txt',
    ],
    [
      'takes no year from nowhere (T-35)',
      `Harbor closed\nBERLIN, Sept 5 (Reuters) - ${LEDE}`,
      { published: undefined },
    ],
    ['hides a killed story (T-10)', `KILL KILL KILL\n${STORY}`, { withheld: 'KILL KILL KILL' }],
    [
      'hides a withdrawn story (T-10)',
      `STORY WITHDRAWN: sources in doubt\n${STORY}`,
      { withheld: 'STORY WITHDRAWN: sources in doubt' },
    ],
    ['hides a held story (T-10)', `HOLD HOLD HOLD\n${STORY}`, { withheld: 'HOLD HOLD HOLD' }],
    [
      'publishes a headline about a kill',
      `KILL SWITCH FOUND IN HARBOR CRANES\n${LEDE}`,
      { withheld: undefined, headline: 'KILL SWITCH FOUND IN HARBOR CRANES' },
    ],
    [
      'publishes at the end of an embargo (T-11)',
      `EMBARGOED UNTIL 00:01 GMT, 5 September 2025\n${STORY}`,
      { published: new Date('2025-09-05T00:01:00Z'), withheld: undefined },
    ],
    [
      'understands twelve hours and a zone name (T-11)',
      `NOT FOR RELEASE BEFORE 10 a.m. EDT, Sept. 5, 2025\n${STORY}`,
      { published: new Date('2025-09-05T14:00:00Z') },
    ],
    [
      'understands a labelled embargo (T-11)',
      `Embargo: 2025-09-05T10:00:00+02:00\n${STORY}`,
      { published: new Date('2025-09-05T08:00:00Z') },
    ],
    [
      'stays hidden under an embargo without a zone (T-11)',
      `EMBARGOED UNTIL 5 September 2025 10:00\n${STORY}`,
      { withheld: 'EMBARGOED UNTIL 5 September 2025 10:00', published: undefined },
    ],
    [
      'publishes a headline about an embargo (T-11)',
      `Embargo on oil grows\n${LEDE}`,
      { headline: 'Embargo on oil grows', withheld: undefined },
    ],
    [
      'keeps the note of a correction (T-09)',
      `CORRECTION: Changes the hour in paragraph 1\n${STORY}`,
      { correction: 'Changes the hour in paragraph 1', headline: 'Harbor closed' },
    ],
    [
      'takes the note of a correction from below the story, and prints it once (T-09)',
      `${STORY}\nCorrection: An earlier version misspelled a name.\n`,
      { correction: 'An earlier version misspelled a name.', body: `<p>${LEDE}</p>` },
    ],
    [
      'says that a story is corrected where only its tag does (T-09)',
      `CORRECTED-${STORY}`,
      { correction: 'CORRECTED', headline: 'Harbor closed' },
    ],
    [
      'hides a story that an advisory kills below its slug line (T-10)',
      `BC-US--Harbor Fog, ADVISORY\nEDITORS:\nPlease kill BC-US--Harbor Fog, which moved at 10:10 a.m. EDT.\nAP\n`,
      { withheld: 'ADVISORY' },
    ],
    ['hides a story that is tagged as withdrawn (T-10)', `(WITHDRAWN) ${STORY}`, { withheld: '(WITHDRAWN)' }],
    [
      'keeps back a story whose embargo stands below lines that nobody knows (T-11)',
      `EMBARGOED PRESS RELEASE\nNot for publication until 00:01 Friday 5 September\n${STORY}`,
      { withheld: 'Not for publication until 00:01 Friday 5 September' },
    ],
    [
      'takes an embargo in a sentence of the text for text (T-11)',
      `Harbor closed\nThe statement of the company said this and no more:\nEMBARGOED UNTIL 5 SEPTEMBER 2025\n${LEDE}`,
      { withheld: undefined },
    ],
    ['reads keywords in brackets', `Keywords: [Fog, Ice]\n${STORY}`, { tags: ['Fog', 'Ice'] }],
    [
      'takes the stated id, slug, address and language (T-06)',
      `Id: urn:harbor:1\nSlug: Harbor Fog\nUrl: https://example.org/fog\nLanguage: pt-BR\n${STORY}`,
      { id: 'urn:harbor:1', slug: 'harbor-fog', permalink: 'https://example.org/fog', language: 'pt-BR' },
    ],
    [
      'takes the stated summary (T-06, T-41)',
      `Summary: Fog closes harbor.\n${STORY}`,
      { summary: 'Fog closes harbor.' },
    ],
    [
      'keeps the dateline out of the summary (T-41)',
      `Harbor closed\nPARIS (AP) — ${LEDE} ${LEDE}`,
      { summary: `${LEDE} ${LEDE}` },
    ],
    [
      'marks up paragraphs and nothing else (T-44)',
      `Fog & ice\nPARIS (AP) — <b>Ships</b> & "piers" https://example.org closed the harbor for the day.`,
      {
        headline: 'Fog & ice',
        body: '<p>PARIS (AP) — &lt;b&gt;Ships&lt;/b&gt; &amp; &quot;piers&quot; https://example.org closed the harbor for the day.</p>',
      },
    ],
  ];
  for (const [what, text, expected, path] of cases) {
    it(what, () => {
      const { draft } = read(text, path);
      for (const [key, value] of Object.entries(expected))
        expect(draft?.[key as keyof Draft], key).to.deep.equal(value);
    });
  }

  it('leaves the correction to every format to show, keeps other notices for readers, hides editors’ (T-09)', () => {
    const { draft } = read(
      `CORRECTION: Changes the hour\nEDS: adds byline\nEDITOR'S NOTE: First of two\n${STORY}`,
    );
    expect(draft?.body).to.equal(`<p>EDITOR'S NOTE: First of two</p>\n<p>${LEDE}</p>`);
    expect(draft?.correction).to.equal('Changes the hour');
  });

  const encodings: [what: string, bytes: Uint8Array][] = [
    ['UTF-8 with a byte-order mark', Buffer.from('\uFEFFHafen „zu“ – Nebel\nText über den Nebel im Hafen.')],
    [
      'UTF-16, little end first',
      Buffer.from('\uFEFFHafen „zu“ – Nebel\nText über den Nebel im Hafen.', 'utf16le'),
    ],
    [
      'UTF-16, big end first',
      Buffer.from('\uFEFFHafen „zu“ – Nebel\nText über den Nebel im Hafen.', 'utf16le').swap16(),
    ],
    [
      'Windows-1252',
      Buffer.from('Hafen \x84zu\x93 \x96 Nebel\r\nText \xFCber den Nebel im Hafen.', 'latin1'),
    ],
  ];
  for (const [what, bytes] of encodings) {
    it(`reads ${what} (T-01)`, () => {
      const { draft, faults } = readWireCopy('a.txt', bytes, PIER_POST);
      expect(draft?.headline).to.equal('Hafen „zu“ – Nebel');
      expect(draft?.body).to.equal('<p>Text über den Nebel im Hafen.</p>');
      expect(faults.map(({ severity }) => severity)).to.deep.equal(
        what === 'Windows-1252' ? ['warning'] : [],
      );
    });
  }
});

describe('readWireCopy, encodings that the file does not state (T-01)', () => {
  const cases: [charset: string, base64: string][] = [
    [
      'koi8-r',
      '8M/S1CDawcvS2dQK89XEwSDWxMHMySDOwSDSxcrExSDX08Agzs/e2Cwg08/Pwt3JzMkg1yDQz9LU1SDXINDR1M7Jw9Ug1dTSz80u',
    ],
    [
      'ibm866',
      'j67g4iCnoKrg6+IKkeOkoCCmpKCrqCCtoCDgpamkpSCi4e4gra7n7Cwg4a6uoemoq6ggoiCvruDi4yCiIK/v4q2o5uMg4+Lgrqwu',
    ],
  ];
  for (const [charset, base64] of cases) {
    it(`reads ${charset}, and says so`, () => {
      const { draft, faults } = readWireCopy('a.txt', Buffer.from(base64, 'base64'), PIER_POST);
      expect(draft?.headline).to.equal('Порт закрыт');
      expect(faults.map(({ what }) => what)).to.deep.equal([
        `the file is not valid UTF-8 and was read as ${charset}, expected UTF-8`,
      ]);
    });
  }
});

describe('readWireCopy, faults', () => {
  const cases: [what: string, bytes: Uint8Array, line: number, severity: string, says: RegExp][] = [
    ['an empty file', Buffer.alloc(0), 1, 'error', /empty/],
    ['a blank file', Buffer.from('\n \n\t\n'), 1, 'error', /blank/],
    ['a file of marks', Buffer.from('###\n'), 1, 'error', /0 characters of text/],
    ['a headline without text', Buffer.from('Headline: Harbor closed\n'), 1, 'error', /0 characters of text/],
    ['a binary file', Buffer.from([80, 75, 3, 4, 0, 0, 9, 9]), 1, 'error', /binary/],
    [
      'UTF-16 without its mark',
      Buffer.from(STORY, 'utf16le'),
      1,
      'error',
      /UTF-16 without a byte-order mark/,
    ],
    ['noise', Buffer.from('\u0006\u0007\u0005\u0006abc\u0001\u001f'), 1, 'error', /binary/],
    ['too large a file', Buffer.alloc(5_000_001, 'a\n'), 1, 'error', /5000001 bytes/],
    ['an endless line', Buffer.from(`Harbor\n${'a'.repeat(1_000_001)}`), 2, 'error', /1000001 characters/],
    ['too many lines', Buffer.from('a\n'.repeat(200_000)), 1, 'error', /lines/],
    [
      'a day that does not exist',
      Buffer.from(`Byline: Ann\nDate: 2025-02-30\n${STORY}`),
      2,
      'error',
      /2025-02-30/,
    ],
    ['an hour that does not exist', Buffer.from(`Date: 2025-02-03 25:00\n${STORY}`), 1, 'error', /25:00/],
    ['a day that can be two', Buffer.from(`Date: 09/05/2025\n${STORY}`), 1, 'error', /two days/],
    ['a date without a year', Buffer.from(`Date: Sept. 5\n${STORY}`), 1, 'warning', /no year/],
    [
      'an embargo without a zone',
      Buffer.from(`EMBARGOED UNTIL 5 September 2025\n${STORY}`),
      1,
      'warning',
      /zone/,
    ],
    ['a kill', Buffer.from(`\nKILL KILL KILL\n${STORY}`), 2, 'warning', /killed/],
    [
      'a label that nobody asks for',
      Buffer.from(`Byline: Ann Harbor\nWords: 400\nDate: 2025-02-03\n${STORY}`),
      2,
      'note',
      /"Words" is not known/,
    ],
    [
      'text behind MORE',
      Buffer.from(`${STORY}(more)\n${LEDE}\n`),
      3,
      'note',
      /1 lines behind the end mark "\(more\)"/,
    ],
    ['an id that is none', Buffer.from(`Id: 12345\n${STORY}`), 1, 'warning', /12345/],
  ];
  for (const [what, bytes, line, severity, says] of cases) {
    it(`reports ${what}`, () => {
      const { draft, faults } = readWireCopy('a.txt', bytes, PIER_POST);
      expect(faults).to.have.lengthOf(1);
      expect(faults[0]).to.include({ path: 'a.txt', line, severity });
      expect(faults[0]!.what).to.match(says);
      expect(draft === undefined).to.equal(severity === 'error');
    });
  }
});

describe('readWireCopy, properties', () => {
  // biome-ignore format: pieces of wire copy
  const evil = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '', '\n', '\r\n', ' – ', 'KYIV, Ukraine (AP) — ', 'By Ann Harbor\n', 'Headline: x\n', '###\n', '* a\n* b\n', 'KILL: x\n',
        'A-B/C\n', 'EMBARGOED UNTIL 5\n', '\u0001', '\u0002', '\u0003', '=\n', `${LEDE}\n`, '\u202e', ']]>', '   ', '(Reuters) - ', 'OSLO\n', 'London — ',
      ),
    ),
    { maxLength: 30 },
  ).map((parts) => parts.join(''));

  it('loses no word: parts, lead-in, paragraphs and trailer are the decoded text (T-40)', () => {
    const words = (text: string) => text.replace(/[\s\u00a0]+/g, '');
    fc.assert(
      fc.property(evil, (text) => {
        fc.pre(!/[\u0001-\u0004]/.test(text) && !/=\s*(\n|\r|$)/.test(text));
        const story = parseWireStory(text);
        const blocks = story.blocks.map(({ texts, line }, at) => ({
          line,
          text: (at === story.ledeAt ? story.leadIn : '') + texts.join(''),
        }));
        const head = story.parts.filter(({ kind }) => kind !== 'bullet');
        const trailer = story.trailer.map(({ text: mark, number }) => ({ text: mark, line: number }));
        const parts = [...head, ...blocks, ...trailer].sort((a, b) => a.line - b.line);
        const all = words(parts.map((part) => part.text).join('')).replace(/[*•‣▪●-]/g, '');
        const furniture = /^(?:['’]{5,}|=+|= ?\d{1,2}|-{3,}|_{3,}|take \d+|\d+-\d+-\d+)$/i;
        const lines = cleanText(text)
          .split('\n')
          .filter((line) => !furniture.test(line.trim()));
        expect(all).to.equal(words(lines.join('')).replace(/[*•‣▪●-]/g, ''));
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and gives a headline to whatever it publishes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), evil, (noise, text) => {
        const { draft, faults } = readWireCopy(
          'a/b.txt',
          Buffer.concat([noise.subarray(0, 9), Buffer.from(text)]),
          PIER_POST,
        );
        expect(draft !== undefined || faults.some(({ severity }) => severity === 'error')).to.equal(true);
        expect(draft?.headline ?? 'x').to.not.equal('');
        expect((draft?.summary ?? '').length).to.be.at.most(300);
      }),
      { numRuns: 500 },
    );
  });

  it('takes linear time on what repeats itself in a head', () => {
    for (const unit of [
      '***\n',
      'ZCZC\nA1\n',
      'THE CANADIAN PRESS\n',
      'EDS:\n',
      '(a)\n',
      'EMBARGOED FOR ',
      'NOT FOR USE OR ',
    ]) {
      const started = process.hrtime.bigint();
      read(`Harbor closed\n${unit.repeat(200_000 / unit.length)}`);
      expect(Number(process.hrtime.bigint() - started) / 1e6, unit).to.be.below(2000);
    }
  });

  it('gives the same draft twice (T-46)', () => {
    const once = read(`Harbor closed\nPARIS (AP) — ${LEDE}`);
    expect(read(`Harbor closed\nPARIS (AP) — ${LEDE}`)).to.deep.equal(once);
  });
});
