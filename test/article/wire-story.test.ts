/** Wire copy in parts: which line is what (T-02 … T-33). */
import { expect } from 'chai';
import { parseWireStory, type WireStory } from '../../src/article/wire-story.ts';

const LEDE =
  'Two freighters collided off the northern breakwater on Friday morning, and the harbor was closed for six hours.';
const NEXT = 'Nobody was hurt, the harbor master said, but oil was seen on the water between the piers.';
const DATELINE = 'PORTLAND, Maine (AP) — ';

type Expected = Partial<Record<keyof WireStory, unknown>> & { readonly names?: readonly string[] };

function check(text: string, expected: Expected): void {
  const story = parseWireStory(text);
  for (const [key, value] of Object.entries(expected)) {
    const found = key === 'names' ? (story.byline?.names ?? []) : story[key as keyof WireStory];
    expect(found, key).to.deep.equal(value);
  }
}

describe('parseWireStory', () => {
  const cases: [what: string, text: string, expected: Expected][] = [
    [
      'takes a short first line as the headline (T-20)',
      `Harbor closed after collision\n${LEDE}\n${NEXT}`,
      { headline: 'Harbor closed after collision', headlineSource: 'headline', paragraphs: [LEDE, NEXT] },
    ],
    [
      'takes a headline longer than the lede where a dateline follows (T-20)',
      `Harbor closed after two freighters collide off the northern breakwater in dense fog\n${DATELINE}A short lede.\n${NEXT}`,
      {
        headline: 'Harbor closed after two freighters collide off the northern breakwater in dense fog',
        leadIn: DATELINE,
      },
    ],
    [
      'makes a headline of the lede when no line is one (T-23)',
      `${LEDE} The fog had been forecast.\n${NEXT}`,
      {
        headline:
          'Two freighters collided off the northern breakwater on Friday morning, and the harbor was closed…',
        headlineSource: 'lede',
      },
    ],
    [
      'does not take the only paragraph as the headline (T-20)',
      'Harbor closed.',
      { headline: 'Harbor closed', headlineSource: 'lede', paragraphs: ['Harbor closed.'] },
    ],
    [
      'does not take two sentences as the headline (T-20)',
      `The fog came. The harbor closed.\n${LEDE}`,
      { headline: 'The fog came', headlineSource: 'lede' },
    ],
    [
      'does not mistake initials for a sentence end (T-20)',
      `Harbor in the U.S. Northeast closed\n${LEDE}`,
      { headline: 'Harbor in the U.S. Northeast closed', headlineSource: 'headline' },
    ],
    [
      'takes a question and its answer before a dateline',
      `Will it reopen? Harbor master says no\n${DATELINE}${LEDE}`,
      { headline: 'Will it reopen? Harbor master says no', headlineSource: 'headline' },
    ],
    [
      'does not take a line over 150 characters (T-20)',
      `${'word '.repeat(31)}end\n${LEDE}\n${LEDE} ${NEXT}`,
      { headlineSource: 'lede' },
    ],
    [
      'does not take a dateline as the headline (T-20)',
      `${DATELINE}It rained.\n${LEDE}`,
      { headline: 'It rained', headlineSource: 'lede', leadIn: DATELINE, paragraphs: ['It rained.', LEDE] },
    ],
    ['drops the one full stop (T-21)', `Harbor closed.\n${LEDE}`, { headline: 'Harbor closed' }],
    [
      'keeps the stop of an abbreviation (T-21)',
      `Harbor sold to Fog Inc.\n${LEDE}`,
      { headline: 'Harbor sold to Fog Inc.' },
    ],
    [
      'keeps the stop of initials (T-21)',
      `Harbor sold to the U.S.\n${LEDE}`,
      { headline: 'Harbor sold to the U.S.' },
    ],
    [
      'keeps an ellipsis at the end (T-21)',
      `And then the fog came...\n${LEDE}`,
      { headline: 'And then the fog came...' },
    ],
    [
      'keeps a question mark (T-21)',
      `Who closed the harbor?\n${LEDE}`,
      { headline: 'Who closed the harbor?' },
    ],
    ['keeps surrounding quotes (T-21)', `“We saw nothing”\n${LEDE}`, { headline: '“We saw nothing”' }],
    [
      'keeps a leading ellipsis and names whom it quotes (T-21, T-24)',
      `…the fog was our enemy – Ann Harbor.\n${LEDE}`,
      { headline: '…the fog was our enemy – Ann Harbor', attribution: 'Ann Harbor' },
    ],
    [
      'finds no attribution in a dash between words (T-24)',
      `Fog – the enemy of harbors\n${LEDE}`,
      { attribution: undefined },
    ],
    ['keeps capitals (T-25)', `HARBOR CLOSED\n${LEDE}`, { headline: 'HARBOR CLOSED' }],
    [
      'reads a subhead before the dateline (T-22)',
      `Harbor closed after collision\nTwo ships, no injuries\n${DATELINE}${LEDE}`,
      { headline: 'Harbor closed after collision', subhead: 'Two ships, no injuries', paragraphs: [LEDE] },
    ],
    [
      'reads a subhead before the byline (T-22)',
      `Harbor closed\nTwo ships, no injuries, and six hours of fog\nBy Ann Harbor\n${LEDE}`,
      {
        headline: 'Harbor closed',
        subhead: 'Two ships, no injuries, and six hours of fog',
        names: ['Ann Harbor'],
      },
    ],
    [
      'reads a slug line, not a title (T-07)',
      `HARBOR-COLLISION/FOG (UPDATE 1, PIX)\nHarbor closed\n${LEDE}`,
      { slugLine: 'HARBOR-COLLISION/FOG (UPDATE 1, PIX)', headline: 'Harbor closed' },
    ],
    [
      'reads a bureau slug (T-07)',
      `BC-EU--Harbor-Fog\nHarbor closed\n${LEDE}`,
      { slugLine: 'BC-EU--Harbor-Fog', headline: 'Harbor closed' },
    ],
    [
      'reads a slashed slug (T-07)',
      `Hafen/Nebel\nHafen geschlossen\n${LEDE}`,
      { slugLine: 'Hafen/Nebel', headline: 'Hafen geschlossen' },
    ],
    [
      'takes a headline in capitals with a hyphen as a headline (T-07)',
      `US-CANADA FERRY STOPS\n${LEDE}`,
      { slugLine: undefined, headline: 'US-CANADA FERRY STOPS' },
    ],
    [
      'reads a byline of one (T-12)',
      `Harbor closed\nBy Ann Harbor\n${LEDE}`,
      { names: ['Ann Harbor'], headline: 'Harbor closed', paragraphs: [LEDE] },
    ],
    [
      'reads a byline of three (T-12)',
      `Harbor closed\nBY ANN HARBOR, Ben van der Fog and Cy O’Pier\n${LEDE}`,
      { names: ['Ann Harbor', 'Ben van der Fog', 'Cy O’Pier'] },
    ],
    [
      'reads the agency under the byline as the source (T-12, T-33)',
      `Harbor closed\nBy Ann Harbor\nAssociated Press\n${LEDE}`,
      { names: ['Ann Harbor'], source: 'The Associated Press', paragraphs: [LEDE] },
    ],
    [
      'reads the outlet in the byline as the source (T-33)',
      `Harbor closed\nBy Ann Harbor, The Fog Gazette\n${LEDE}`,
      { names: ['Ann Harbor'], source: 'The Fog Gazette' },
    ],
    [
      'drops a role from the byline (T-12)',
      `Harbor closed\nBy Ann Harbor, Staff Writer\n${LEDE}`,
      { names: ['Ann Harbor'], source: undefined },
    ],
    [
      'leaves running text that begins with By (T-12)',
      `Harbor closed\nBy Kyiv, the war was won, and all the harbors of the coast were open again for the first time.\n${LEDE}`,
      { names: [], headline: 'Harbor closed' },
    ],
    [
      'keeps a byline in the text as text (T-12)',
      `Harbor closed\n${LEDE}\n${NEXT}\nBy Ann Harbor\n${NEXT}`,
      { names: [], paragraphs: [LEDE, NEXT, 'By Ann Harbor', NEXT] },
    ],
    [
      'keeps contributors in the text (T-13)',
      `Harbor closed\n${LEDE}\n(Reporting by Ann Harbor; Editing by Cy Pier)`,
      {
        contributors: ['(Reporting by Ann Harbor; Editing by Cy Pier)'],
        paragraphs: [LEDE, '(Reporting by Ann Harbor; Editing by Cy Pier)'],
      },
    ],
    [
      'puts the credit before the agency and the label before all (T-06, T-33)',
      `Source: The Pier Post\nHarbor closed\n${DATELINE}${LEDE}`,
      { source: 'The Pier Post', headline: 'Harbor closed' },
    ],
    [
      'finds a dateline behind an opening paragraph (T-30)',
      `${NEXT} ${NEXT}\n${DATELINE}${LEDE}`,
      { leadIn: DATELINE, ledeAt: 1, paragraphs: [`${NEXT} ${NEXT}`, LEDE] },
    ],
    [
      'joins a dateline on its own line with the lede',
      `Harbor closed\nPORTLAND, Maine (AP) —\n${LEDE}`,
      { leadIn: DATELINE, paragraphs: [LEDE] },
    ],
    [
      'reads labels, whatever their case (T-06)',
      `HEADLINE: Harbor closed.\nByline: Ann Harbor and Cy Pier\nCategory: Shipping\n${LEDE}`,
      {
        headline: 'Harbor closed',
        headlineSource: 'label',
        names: ['Ann Harbor', 'Cy Pier'],
        paragraphs: [LEDE],
      },
    ],
    [
      'reads no labels in the text (T-06)',
      `Harbor closed\n${LEDE}\nSource: the harbor master`,
      { source: undefined, paragraphs: [LEDE, 'Source: the harbor master'] },
    ],
    [
      'takes off the prefix of a headline (T-09)',
      `CORRECTED-UPDATE 2-Harbor closed\n${LEDE}`,
      { headline: 'Harbor closed' },
    ],
    [
      'reads bullets above the dateline as a list (T-18)',
      `Harbor closed\n* Two ships collided\n* Nobody hurt\n${DATELINE}${LEDE}`,
      {
        headline: 'Harbor closed',
        leadIn: DATELINE,
        paragraphs: ['Two ships collided', 'Nobody hurt', LEDE],
        ledeAt: 1,
      },
    ],
    [
      'takes the line that ends with = as the headline (T-02)',
      `Hafen wegen Nebel geschlossen =\nHamburg (dpa) - ${LEDE}`,
      { headline: 'Hafen wegen Nebel geschlossen', source: 'dpa' },
    ],
    [
      'opens an envelope (T-02)',
      `\u0001bkn014 4 pl 171\r\nHafen/Nebel\r\n\u0002Hafen geschlossen=\r\nHamburg (KNA) ${LEDE}\r\n\u0003051230 SEP 25\r\n\u0004`,
      {
        slugLine: 'Hafen/Nebel',
        headline: 'Hafen geschlossen',
        source: 'KNA',
        stamp: '051230 SEP 25',
        paragraphs: [LEDE],
      },
    ],
    [
      'joins a headline that was broken in two (T-20)',
      `Harbor closed after\ntwo ships collide\n\n${DATELINE}${LEDE}\n\n${NEXT}`,
      { headline: 'Harbor closed after two ships collide', subhead: undefined },
    ],
    [
      'reads bullets, an advisory and a byline above the dateline (T-05, T-18)',
      `UPDATE 3-Harbor closed\n\n* Two ships collided\n* Nobody hurt\n\n(Adds quotes)\n\nBy Ann Harbor\n\nPARIS, Sept 5 (Reuters) - ${LEDE}`,
      {
        headline: 'Harbor closed',
        names: ['Ann Harbor'],
        source: 'Reuters',
        paragraphs: ['Two ships collided', 'Nobody hurt', LEDE],
      },
    ],
    [
      'takes a quotation of two sentences before a dateline',
      `“It will open. We promise,” says Doe\n${DATELINE}${LEDE}`,
      { headline: '“It will open. We promise,” says Doe', headlineSource: 'headline' },
    ],
    [
      'reads a German byline (T-12)',
      `Hafen geschlossen\nVon Anne Hafen\nHamburg (dpa/lno) - ${LEDE}`,
      { headline: 'Hafen geschlossen', names: ['Anne Hafen'], source: 'dpa/lno' },
    ],
    [
      'reads a byline and its agency above a story without a headline (T-12, T-23)',
      `BC-US--Harbor Fog, 5th Ld-Writethru\nEds: Updates.\nBy ANN HARBOR\nAssociated Press\n${DATELINE}${LEDE}`,
      {
        slugLine: 'BC-US--Harbor Fog, 5th Ld-Writethru',
        names: ['Ann Harbor'],
        headlineSource: 'lede',
        source: 'The Associated Press',
        paragraphs: [LEDE],
      },
    ],
    [
      'reads a byline above a text without headline and dateline (T-12, T-20)',
      `By Ann Harbor\n${LEDE}`,
      { names: ['Ann Harbor'], headlineSource: 'lede', paragraphs: [LEDE] },
    ],
    [
      'takes the first of two lines that begin with By for the headline (T-20)',
      `By George, They Did It\nBy Ann Harbor\n${LEDE}`,
      { headline: 'By George, They Did It', names: ['Ann Harbor'] },
    ],
    [
      'reads an agency in the place of the byline (T-05, T-33)',
      `Harbor closed after two ships collide\nTHE CANADIAN PRESS\nHALIFAX — ${LEDE}`,
      {
        headline: 'Harbor closed after two ships collide',
        source: 'The Canadian Press',
        leadIn: 'HALIFAX — ',
      },
    ],
    [
      'keeps the agency of the byline, not the line below it (T-33)',
      `Harbor standings\nBy The Associated Press\nAll Times EDT\n${LEDE}`,
      { source: 'The Associated Press', paragraphs: ['All Times EDT', LEDE] },
    ],
    [
      'takes a deck of two sentences above byline and dateline (T-22)',
      `Harbor closed\nTwo ships collided. Nobody was hurt.\nBy Ann Harbor\n${DATELINE}${LEDE}`,
      { subhead: 'Two ships collided. Nobody was hurt.', names: ['Ann Harbor'], paragraphs: [LEDE] },
    ],
    [
      'takes a note in parentheses for no headline and no subhead (T-08)',
      `(Zusammenfassung 1600)\nHafen geschlossen =\n(Mit Foto)\nVon Anne Hafen, dpa\nHamburg (dpa) - ${LEDE}`,
      { headline: 'Hafen geschlossen', subhead: undefined, names: ['Anne Hafen'], paragraphs: [LEDE] },
    ],
    [
      'takes a priority for no headline (T-15)',
      `EIL\nHafen geschlossen =\nHamburg (dpa) - ${LEDE}`,
      { headline: 'Hafen geschlossen' },
    ],
    [
      'takes the tag of a story without another headline off it (T-09)',
      `CORRECTED: Harbor closed after collision\n${LEDE}\n${NEXT}`,
      { headline: 'Harbor closed after collision', headlineSource: 'headline', paragraphs: [LEDE, NEXT] },
    ],
    [
      'joins a headline that a program broke (T-16, T-20)',
      `Harbor closed for six hours after two freighters collide off the\nNorthern breakwater\n\nBy Ann Harbor\n\nTwo freighters collided off the northern breakwater on Friday morning,\nand the harbor was closed.`,
      {
        headline: 'Harbor closed for six hours after two freighters collide off the Northern breakwater',
        names: ['Ann Harbor'],
      },
    ],
    [
      'parts headline and subhead of one block (T-22)',
      `Harbor closed after two big freighters collide\nPilots saved\n\nBy Ann Harbor\n\nTwo freighters collided off the northern breakwater on Friday morning,\nand the harbor was closed.`,
      { headline: 'Harbor closed after two big freighters collide', subhead: 'Pilots saved' },
    ],
    [
      'takes a slashed line for the headline where no other follows (T-07)',
      `Either/or\n${LEDE}`,
      { slugLine: undefined, headline: 'Either/or' },
    ],
    [
      'takes no long sentence for a label (T-06)',
      `Five things to know\nDate: it opens on Friday and stays open until the ice comes, which it does in most years in December.\n${NEXT}`,
      { headline: 'Five things to know' },
    ],
    [
      'takes a word of the language it is written in for no label (T-06)',
      `Constructor: a life in concrete\n${LEDE}`,
      { headline: 'Constructor: a life in concrete' },
    ],
    [
      'unfolds the value of a label (T-06)',
      `Headline: Harbor closed\nSummary: Two freighters collided off the northern breakwater on Friday\n  and the harbor was closed.\nByline: Ann Harbor\n\n${LEDE}`,
      { names: ['Ann Harbor'], paragraphs: [LEDE] },
    ],
    [
      'reads an ANPA envelope (T-02)',
      `\u0001a0123 \u0001u a \u0001PM-Harbor, 1st Ld-Writethru 09-05 0340\u0001\r\n\u0002^PM-Harbor, 1st Ld-Writethru,0340<\r\n^Harbor closed<\r\n^By ANN HARBOR=\r\n^Associated Press Writer=\r\n\tPARIS (AP) _ ${LEDE}\r\n\u0003`,
      {
        headline: 'Harbor closed',
        names: ['Ann Harbor'],
        source: 'The Associated Press',
        paragraphs: [LEDE],
      },
    ],
    [
      'reads a telex header (T-15)',
      `ZCZC4456/SXA\nOPE08915_SXA_QBXB\nR POL S0A QBXB\nPorto chiuso\n   (ANSA) - ROMA, 5 SET - ${LEDE}\n   05-SET-25 10:12 NNNN`,
      { headline: 'Porto chiuso', source: 'ANSA', paragraphs: [LEDE] },
    ],
    [
      'drops the pluses of an urgent headline (T-21)',
      `++ Porto chiuso ++\n(ANSA) - ROMA, 5 SET - ${LEDE}`,
      { headline: 'Porto chiuso' },
    ],
    [
      'reads the head of a press release',
      `NEWS RELEASE\n\nFor Immediate Release\nSept. 5, 2025\n\nMedia Contact:\nAnn Harbor\n207-555-0100\n\nHarbor closed after two ships collide\n\nPORTLAND, Maine (Sept. 5, 2025) – ${LEDE}\n\n###`,
      { headline: 'Harbor closed after two ships collide', paragraphs: [LEDE] },
    ],
    [
      'reads a date line (T-37)',
      `Harbor closed\nSept. 5, 2025\n${DATELINE}${LEDE}`,
      { headline: 'Harbor closed', paragraphs: [LEDE] },
    ],
  ];
  for (const [what, text, expected] of cases) it(what, () => check(text, expected));
});

describe('parseWireStory, end marks (T-14)', () => {
  for (const mark of [
    '-30-',
    '– 30 –',
    '###',
    '***',
    '(END)',
    '(ENDS)',
    '(more)',
    'END',
    'ENDS',
    'MORE',
    '-0-',
    'NNNN',
    '// end',
  ]) {
    it(`ends at ${mark}`, () => {
      const story = parseWireStory(`Harbor closed\n${LEDE}\n${NEXT}\n${mark}\nAbout the harbor`);
      expect(story.paragraphs).to.deep.equal([LEDE, NEXT]);
      expect(story.trailer.map(({ text }) => text)).to.deep.equal([mark, 'About the harbor']);
    });
  }
  it('takes a row of stars for no end where another mark follows (T-14)', () => {
    const story = parseWireStory(`Harbor closed\n${LEDE}\n***\n${NEXT}\n###`);
    expect(story.paragraphs).to.deep.equal([LEDE, '***', NEXT]);
  });

  it('takes an agency on the last line for no part of the paragraph above, but the end of a sentence for one (T-16)', () => {
    const wrapped = 'Fog closed the harbor for a third day on\nMonday, and the';
    expect(
      parseWireStory(`Harbor closed\n\n${NEXT}\n\n${wrapped} pilots stayed.\nReuters`).paragraphs,
    ).to.deep.equal([
      NEXT,
      'Fog closed the harbor for a third day on Monday, and the pilots stayed.',
      'Reuters',
    ]);
    expect(
      parseWireStory(`Harbor closed\n\n${NEXT}\n\n${wrapped} pilots told all of it to the\nAP`).paragraphs,
    ).to.deep.equal([
      NEXT,
      'Fog closed the harbor for a third day on Monday, and the pilots told all of it to the AP',
    ]);
  });

  for (const signOff of ['aq/ cp/', 'AQ (CP) // RT']) {
    it(`takes the initials “${signOff}” for no paragraph (T-15)`, () => {
      expect(parseWireStory(`Harbor closed\n${LEDE}\n${NEXT}\n${signOff}`).paragraphs).to.deep.equal([
        LEDE,
        NEXT,
      ]);
    });
  }

  for (const mark of ['（完）', '(끝)', 'Enditem', '05-SET-25 10:12 NNNN', '# dpa-Notizblock']) {
    it(`ends at ${mark}`, () => {
      expect(parseWireStory(`Harbor closed\n${LEDE}\n${NEXT}\n${mark}\nx`).paragraphs).to.deep.equal([
        LEDE,
        NEXT,
      ]);
    });
  }

  it('goes on behind MORE where the header of another take follows (T-14, T-15)', () => {
    for (const header of ['PAGE 2', 'HARBOR-PAGE 2', '1stadd', 'HARBOR, 1st Add', 'take 2', '2-2-2']) {
      const story = parseWireStory(`Harbor closed\n${LEDE}\n(more)\n${header}\n${NEXT}\n-30-`);
      expect(story.paragraphs, header).to.deep.equal([LEDE, NEXT]);
      expect(story.trailer.map(({ text }) => text)).to.deep.equal(['-30-']);
    }
  });

  it('takes only the last of several rows of stars for the end (T-14)', () => {
    const story = parseWireStory(`Harbor closed\n${LEDE}\n***\n${NEXT}\n***\nAbout the harbor`);
    expect(story.paragraphs).to.deep.equal([LEDE, '***', NEXT]);
  });

  for (const text of ['30', 'Ends', 'END OF STORY', 'more', '- 31 -']) {
    it(`keeps ${text} as text`, () => {
      expect(parseWireStory(`Harbor closed\n${LEDE}\n${text}\n${NEXT}`).paragraphs).to.include(text);
    });
  }
});

describe('parseWireStory, paragraphs (T-16 … T-19)', () => {
  const wrapped =
    'Two freighters collided off the northern breakwater on Friday\nmorning, and the harbor was closed for six hours.';
  const joined = wrapped.replace('\n', ' ');
  const cases: [what: string, text: string, paragraphs: readonly string[]][] = [
    ['takes every line as a paragraph in line mode', `Harbor closed\n${LEDE}\n${NEXT}\n\n\n`, [LEDE, NEXT]],
    ['joins hard-wrapped lines in block mode', `Harbor closed\n\n${wrapped}\n\n${wrapped}`, [joined, joined]],
    ['keeps long lines of a block apart', `Harbor closed\n\n${LEDE}\n${NEXT}\n\n${NEXT}`, [LEDE, NEXT, NEXT]],
    [
      'keeps the hyphen of a broken word without a blank behind it, and a hanging one with it',
      'Harbor closed\n\nTwo freighters collided off the northern well-\nknown breakwater in the night of fog and of ice-\nand snow.',
      [
        'Two freighters collided off the northern well-known breakwater in the night of fog and of ice- and snow.',
      ],
    ],
    [
      'takes two indented sentences of a block as two paragraphs (T-17)',
      'Harbor closed\n\n\tTwo freighters collided off the northern breakwater on Friday.\n\tNobody was hurt.',
      ['Two freighters collided off the northern breakwater on Friday.', 'Nobody was hurt.'],
    ],
    [
      'joins indented paragraphs without blank lines (T-17)',
      'Harbor closed\n   Two freighters collided off the northern breakwater\nand were lost.\n   Nobody was hurt, the harbor master said on\nFriday.\n   It rained.',
      [
        'Two freighters collided off the northern breakwater and were lost.',
        'Nobody was hurt, the harbor master said on Friday.',
        'It rained.',
      ],
    ],
    ['reads CRLF and CR', `Harbor closed\r\n\r\n${LEDE}\r\r${NEXT}`, [LEDE, NEXT]],
    ['takes a line of spaces as blank', `Harbor closed\n \u00a0\t\n${wrapped}`, [joined]],
    [
      'starts a paragraph at an indent (T-17)',
      `Harbor closed\n\n   ${wrapped}\n   ${wrapped}`,
      [joined, joined],
    ],
  ];
  for (const [what, text, paragraphs] of cases) {
    it(what, () => {
      const story = parseWireStory(text);
      expect(story.paragraphs).to.deep.equal(paragraphs);
      expect(story.headline).to.equal('Harbor closed');
    });
  }

  it('takes the first of wrapped lines as part of the lede, not as a headline (T-20)', () => {
    const story = parseWireStory(`${wrapped}\n\n${LEDE} ${NEXT}`);
    expect(story.headlineSource).to.equal('lede');
    expect(story.paragraphs[0]).to.equal(joined);
  });

  it('finds crossheads and lists in block mode (T-18, T-19)', () => {
    const story = parseWireStory(
      `Harbor closed\n\n${LEDE}\n\nA Long Night\n\n${NEXT}\n\n- fog\n- ice\n\n${NEXT}`,
    );
    expect(story.blocks.map(({ kind }) => kind)).to.deep.equal([
      'paragraph',
      'crosshead',
      'paragraph',
      'list',
      'paragraph',
    ]);
  });

  it('takes the rows of a table for no crossheads (T-19)', () => {
    const story = parseWireStory(
      `Harbor closed\n\n${LEDE}\n\nShips       12  14\nBoats        3   4\n\nSea Dogs 5, Rock Cats 3\n\n${NEXT}`,
    );
    expect(new Set(story.blocks.map(({ kind }) => kind))).to.deep.equal(new Set(['paragraph']));
  });

  it('finds no crossheads in line mode (T-19)', () => {
    const story = parseWireStory(`Harbor closed\n${LEDE}\nA Long Night\n${NEXT}`);
    expect(story.blocks.map(({ kind }) => kind)).to.deep.equal(['paragraph', 'paragraph', 'paragraph']);
  });
});
