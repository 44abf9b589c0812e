/** Stories of more desks, read as their editors would read them (T-05 … T-42). */
import { expect } from 'chai';
import { readWireCopy } from '../../src/article/wire-copy.ts';
import { type ExpectedStory, expectStory } from './expected-story.ts';
import { PIER_POST } from './pier-post.ts';

const LEDE =
  'Ferry crews who serve six islands walked off the job on Monday after talks over wages broke down.';
const NEXT = 'The union said it had waited a year.';
const SUMMARY = `${LEDE} ${NEXT}`;

describe('wire copy of more desks (T-05 … T-42)', () => {
  const headline = 'Ferry crews walk off job';
  const cases: [desk: string, text: string, expected: ExpectedStory][] = [
    [
      'AP, with pictures announced and a slug line of regions',
      `BC-US-Ferry Strike\n${headline}\nEds: UPDATES: With quotes.\nWith AP Photos.\nBy ANN HARBOR\nAssociated Press\n\nCAMDEN, Maine (AP) — ${LEDE}\n\n${NEXT}`,
      {
        headline,
        authors: ['Ann Harbor'],
        source: 'The Associated Press',
        place: 'Camden, Maine',
        summary: SUMMARY,
      },
    ],
    [
      'Reuters, with stars in pairs and its standards',
      `${headline}\n** Two islands cut off\n** No boats until Wednesday\nCAMDEN, Maine, Sept 5 (Reuters) - Crews walked off.\nReporting by Ann Harbor; Editing by Cy Pier\nOur Standards: The Thomson Reuters Trust Principles.`,
      { headline, source: 'Reuters', place: 'Camden, Maine', summary: 'Crews walked off.', day: '9-5' },
    ],
    [
      'AFP, with the dateline on its own line',
      `Grève des ferries\n\nPar Anne QUAI et Paul PORT\n\nMarseille, 5 sept 2025 (AFP) -\n\nLes équipages ont cessé le travail lundi.\n\naq-pp/abc`,
      {
        headline: 'Grève des ferries',
        authors: ['Anne QUAI', 'Paul PORT'],
        source: 'AFP',
        place: 'Marseille',
        published: '2025-09-05',
        summary: 'Les équipages ont cessé le travail lundi.',
      },
    ],
    [
      'dpa, with its header and a trailing stroke',
      `bdt0123 3 pl 210 dpa 0456\n\nVerkehr/Streik/\nFährstreik an der Küste\nVon Anne Hafen, dpa\n=\n\nHamburg (dpa) - Die Crews streiken seit Montag.`,
      {
        headline: 'Fährstreik an der Küste',
        authors: ['Anne Hafen'],
        source: 'dpa',
        place: 'Hamburg',
        lede: 'Die Crews streiken seit',
      },
    ],
    [
      'dpa, with the mark of a region above the headline',
      'lnw\nFährstreik an der Küste =\n\nDüsseldorf (dpa/lnw) - Die Crews streiken seit Montag.',
      {
        headline: 'Fährstreik an der Küste',
        source: 'dpa/lnw',
        place: 'Düsseldorf',
        lede: 'Die Crews streiken seit',
      },
    ],
    [
      'dpa in its envelope, with the mark behind the byline',
      '\u0001bdt0123 3 pl 210\n\nVerkehr/Streik/\n\u0002Fährstreik an der Küste\nVon Anne Hafen, dpa =\n\nHamburg (dpa) - Die Crews streiken seit Montag.\n\u0003\n051430 Sep 25\u0004',
      {
        headline: 'Fährstreik an der Küste',
        authors: ['Anne Hafen'],
        source: 'dpa',
        place: 'Hamburg',
        published: '2025-09-05',
        lede: 'Die Crews streiken seit',
      },
    ],
    [
      'AFP in its envelope, with its slug line in the text',
      '\u0001afp0123 4 i 180 FRA /AFP-AA01\n\u0002France-ferries-grève\nGrève des ferries\n   MARSEILLE, 5 sept 2025 (AFP) - Les équipages ont cessé le travail lundi.\n\u0003\u0004',
      {
        headline: 'Grève des ferries',
        source: 'AFP',
        place: 'Marseille',
        published: '2025-09-05',
        lede: 'Les équipages ont cessé',
      },
    ],
    [
      'APA, with a subhead',
      'APA0123 5 CI 0234 II\n\nFährstreik am See\nUtl.: Gespräche gescheitert =\n\n   Klagenfurt (APA) - Die Crews streiken seit Montag.',
      {
        headline: 'Fährstreik am See',
        subhead: 'Gespräche gescheitert',
        source: 'APA',
        place: 'Klagenfurt',
        lede: 'Die Crews streiken seit',
      },
    ],
    [
      'EFE, with a tag and a country in parentheses',
      '(AMPLIACIÓN) Paran los ferris\nPalma (España), 5 sep (EFE).- Las tripulaciones pararon este lunes.\nNo hay barcos.',
      {
        headline: 'Paran los ferris',
        source: 'EFE',
        place: 'Palma, España',
        lede: 'Las tripulaciones pararo',
        day: '9-5',
      },
    ],
    [
      'The Canadian Press, in a city that needs no province',
      `VICTORIA _ ${LEDE}\n${NEXT}\nThe Canadian Press`,
      {
        headline: LEDE.slice(0, -1),
        source: 'The Canadian Press',
        place: 'Victoria',
        summary: SUMMARY,
      },
    ],
    [
      'AAP, with a name and an agency on a line each',
      `${headline}\nAnn Harbor\n(Australian Associated Press)\n${LEDE}\n${NEXT}`,
      { headline, authors: ['Ann Harbor'], source: 'Australian Associated Press', summary: SUMMARY },
    ],
    [
      'a writer and an agency on one line',
      `${headline}\nAnn Harbor/AFP\n${LEDE}\n${NEXT}`,
      { headline, authors: ['Ann Harbor'], source: 'AFP', summary: SUMMARY },
    ],
    [
      'Ritzau',
      `Færger i strejke\nAf Anne Havn /ritzau/\n${LEDE}\n/ritzau/`,
      { headline: 'Færger i strejke', authors: ['Anne Havn'], source: 'Ritzau', summary: LEDE },
    ],
    [
      'TT, alone on its line',
      `Färjor i strejk\nTT\n${LEDE}\n${NEXT}`,
      { headline: 'Färjor i strejk', source: 'TT', summary: SUMMARY },
    ],
    [
      'a newspaper under the byline, the headline below both',
      `By Ann Harbor\nThe Pier Bee\n${headline}\n${LEDE}\n${NEXT}`,
      { headline, authors: ['Ann Harbor'], source: 'The Pier Bee', lede: LEDE },
    ],
    [
      'a headline under the byline that begins like a newspaper',
      `By Ann Harbor\nThe Long Night\n${LEDE}\n${NEXT}`,
      { headline: 'The Long Night', authors: ['Ann Harbor'], lede: LEDE },
    ],
    [
      'a syndicate',
      `By Ann Harbor\nc.2025 The Pier Times Company\nCAMDEN, Maine — ${LEDE}\n${NEXT}`,
      {
        headline: LEDE.slice(0, -1),
        authors: ['Ann Harbor'],
        source: 'The Pier Times Company',
        place: 'Camden, Maine',
        lede: LEDE,
      },
    ],
    [
      'a headline about the rights of writers',
      `Copyright 2025 law passes\n${LEDE}\n${NEXT}`,
      { headline: 'Copyright 2025 law passes', lede: LEDE },
    ],
    [
      'a press release, with whom to call above the headline',
      `FOR IMMEDIATE RELEASE\n\nSeptember 5, 2025\n\nContact: Ann Harbor\nPier Inc.\n(207) 555-0101\n\n${headline}\n\nCAMDEN, Maine – ${LEDE}\n\n${NEXT}\n\n###`,
      { headline, place: 'Camden, Maine', published: '2025-09-05', summary: SUMMARY },
    ],
    [
      'a press release, with date and source on one line',
      `${headline}\n\nSeptember 05, 2025 07:30 ET | Source: Pier Inc.\n\n${LEDE}\n\n${NEXT}`,
      { headline, source: 'Pier Inc.', published: '2025-09-05', summary: SUMMARY },
    ],
    [
      'a title of contacts that is none',
      `Contacts: how a lens is made\n\n${LEDE} Call 207-555-0101.\n\n${NEXT}`,
      { headline: 'Contacts: how a lens is made', lede: LEDE },
    ],
    [
      '新华社, dated by its page',
      '舟山渡轮停航\n2025-09-05 14:30:15 来源：新华社\n新华社杭州9月5日电（记者 李明、王红）舟山六岛渡轮5日停航。谈判4日破裂。（完）',
      {
        headline: '舟山渡轮停航',
        authors: ['李明', '王红'],
        source: '新华社',
        place: '杭州',
        published: '2025-09-05',
        summary: '舟山六岛渡轮5日停航。谈判4日破裂。',
      },
    ],
    [
      'a Chinese paper, with the byline on its line',
      '舟山渡轮停航\n本报记者 李明 王红\n舟山六岛渡轮船员5日停工，当地工会表示谈判于4日破裂，渡轮公司拒绝加薪。\n6日将恢复谈判。',
      {
        headline: '舟山渡轮停航',
        authors: ['李明', '王红'],
        lede: '舟山六岛渡轮船员5日停工，当地工会表示谈判于4日',
      },
    ],
    [
      'a Chinese interview, whose questions are no labels',
      '专访渡轮公司总经理\n记者：你们为什么拒绝加薪？\n总经理：我们已经等了一年，谈判于四日破裂。',
      {
        headline: '专访渡轮公司总经理',
        summary: '记者：你们为什么拒绝加薪？总经理：我们已经等了一年，谈判于四日破裂。',
      },
    ],
    [
      'a Korean page',
      '여객선 파업\n송고시간2025-09-05 14:30\n홍길동 기자\n(부산=연합뉴스) 홍길동 기자 = 선원들이 5일 파업에 들어갔다.',
      {
        headline: '여객선 파업',
        authors: ['홍길동'],
        source: '연합뉴스',
        place: '부산',
        published: '2025-09-05',
        lede: '선원들이 5일 파업에 들어갔다.',
      },
    ],
    [
      'Russian labels',
      'Автор: Иван Петров\nДата: 5 сентября 2025\nПаромы остановлены\nЭкипажи паромов, обслуживающих шесть островов, остановили работу в пятницу утром.',
      {
        headline: 'Паромы остановлены',
        authors: ['Иван Петров'],
        published: '2025-09-05',
        lede: 'Экипажи паромов, обслужи',
      },
    ],
    [
      'a Brazilian page, the day first',
      'Barcas param no Rio\nPublicado em 05/09/2025 - 14:30\nAs tripulações das barcas que ligam o Rio a Niterói pararam nesta segunda-feira.',
      { headline: 'Barcas param no Rio', published: '2025-09-05', lede: 'As tripulações das barca' },
    ],
    [
      'a headline that begins like another language’s label',
      `Data: Fishing fleet shrinks by half in 10 years\n${LEDE}\n${NEXT}`,
      { headline: 'Data: Fishing fleet shrinks by half in 10 years', lede: LEDE },
    ],
    [
      'a headline that begins like a label, above its story',
      `Source: harbor to be sold\n${LEDE}\n${NEXT}`,
      { headline: 'Source: harbor to be sold', lede: LEDE },
    ],
    [
      'a label above its story',
      `Source: The Pier Post\n${LEDE}\n${NEXT}`,
      { headline: LEDE.slice(0, -1), source: 'The Pier Post', lede: LEDE },
    ],
    [
      'a headline of one word with hyphens',
      `Face-to-face\nBy Ann Harbor\n${LEDE}\n${NEXT}`,
      { headline: 'Face-to-face', authors: ['Ann Harbor'], lede: LEDE },
    ],
    [
      'live coverage, its times apart',
      `LIVE: Ferry strike\n14:30 Talks break down\n${LEDE}\n14:12 Boats stay in port\n${NEXT}`,
      { headline: 'LIVE: Ferry strike', summary: SUMMARY },
    ],
    [
      'a title above a name and a role',
      `${headline}\nANN HARBOR\nSTAFF WRITER\n${LEDE}\n${NEXT}`,
      { headline, authors: ['Ann Harbor'], summary: SUMMARY },
    ],
    [
      'a story with two decks',
      `${headline}\nTalks broke down on Sunday\nIslands cut off\nBy Ann Harbor\n${LEDE}\n${NEXT}`,
      {
        headline,
        subhead: 'Talks broke down on Sunday – Islands cut off',
        authors: ['Ann Harbor'],
        summary: SUMMARY,
      },
    ],
    [
      'what kind of story it is, above the headline',
      `NEWS ANALYSIS\n${headline}\nBy Ann Harbor\n500 words\n${LEDE}\n${NEXT}`,
      { headline, authors: ['Ann Harbor'], summary: SUMMARY },
    ],
    [
      'a byline with its day',
      `${headline}\nBy Ann Harbor | Sept. 5, 2025\n${LEDE}\n${NEXT}`,
      { headline, authors: ['Ann Harbor'], published: '2025-09-05', lede: LEDE },
    ],
    [
      'a mail',
      `From: desk@pier.example\nTo: wire@pier.example\nSubject: ${headline}\nDate: Fri, 5 Sep 2025 14:30:00 -0400\nMIME-Version: 1.0\n\n${LEDE}\n\n${NEXT}`,
      { headline, published: '2025-09-05', summary: SUMMARY },
    ],
    [
      'a broadcaster’s page, changed hours ago',
      `${headline}\nBy Ann Harbor\nPublished: Sept. 5, 2025 at 2:30 PM EDT|Updated: 3 hours ago\n${LEDE}`,
      { headline, authors: ['Ann Harbor'], published: '2025-09-05', lede: LEDE },
    ],
    [
      'a French page, changed the day after',
      `Grève des ferries\nPar Anne Quai\nPublié le 5 septembre 2025 à 14h30, mis à jour le 6 septembre 2025 à 9h\n${LEDE}`,
      { headline: 'Grève des ferries', authors: ['Anne Quai'], published: '2025-09-05', summary: LEDE },
    ],
    [
      'ANPA, with its two lines of codes',
      `a0512\nr i AM-Ferry-Strike   09-05 0412\n\n${headline}\n\nCAMDEN, Maine (AP) — ${LEDE}\n\n${NEXT}`,
      { headline, source: 'The Associated Press', place: 'Camden, Maine', summary: SUMMARY },
    ],
    [
      'ANPA, whose marks came through',
      `^${headline}<\n^By ANN HARBOR=\n^Associated Press=\n   CAMDEN, Maine (AP) — ${LEDE}\n   ${NEXT}`,
      {
        headline,
        authors: ['Ann Harbor'],
        source: 'The Associated Press',
        place: 'Camden, Maine',
        summary: SUMMARY,
      },
    ],
    [
      'an old telex, signed below, its headline ending in a year',
      'STRIKE IS FIRST SINCE 1987/88=\n    CAMDEN, Maine, March 2 - Ferry crews said they\nwalked off the job on Monday.\n    They said they had waited for a whole year\nfor more pay.\n Reuter\n',
      {
        headline: 'STRIKE IS FIRST SINCE 1987/88',
        source: 'Reuters',
        place: 'Camden, Maine',
        day: '3-2',
        summary:
          'Ferry crews said they walked off the job on Monday. They said they had waited for a whole year for more pay.',
      },
    ],
    [
      'EFE, with a name alone above the dateline',
      `Las tripulaciones paran este lunes\n\nAna Muelle\n\nOslo, 5 sep (EFE).- ${LEDE}\n\n${NEXT}`,
      {
        headline: 'Las tripulaciones paran este lunes',
        authors: ['Ana Muelle'],
        source: 'EFE',
        place: 'Oslo',
        day: '9-5',
        summary: SUMMARY,
      },
    ],
    [
      'a deck of two words above the dateline',
      `New Docks Open at Old Harbor\nGrand Opening\nOSLO (AP) — ${LEDE}\n${NEXT}`,
      {
        headline: 'New Docks Open at Old Harbor',
        subhead: 'Grand Opening',
        source: 'The Associated Press',
        place: 'Oslo',
        summary: SUMMARY,
      },
    ],
    [
      'AAP, with the agency in the byline and below it',
      `${headline}\nAnn Harbor, AAP Industrial Correspondent\n(Australian Associated Press)\n\n${LEDE}\n\n${NEXT}`,
      { headline, authors: ['Ann Harbor'], source: 'Australian Associated Press', summary: SUMMARY },
    ],
    [
      'the first take of two',
      `FERRIES, Take 1 of 2\n${headline}\nBy Ann Harbor\n${LEDE}\n(more)\nFERRIES, 1st add\n${NEXT}\n-30-`,
      { headline, authors: ['Ann Harbor'], summary: SUMMARY },
    ],
    [
      'Business Wire, correcting under its headline',
      `${headline}\n\nCORRECTING and REPLACING\n\nCAMDEN, Maine--(BUSINESS WIRE)--${LEDE}\n\n${NEXT}`,
      {
        headline,
        source: 'Business Wire',
        place: 'Camden, Maine',
        correction: 'CORRECTING and REPLACING',
        summary: SUMMARY,
      },
    ],
    [
      'labels with numbers',
      `HED 1: ${headline}\nDEK 1: Talks broke down\nBYLINE: Ann Harbor\n\n${LEDE}`,
      { headline, subhead: 'Talks broke down', authors: ['Ann Harbor'], lede: LEDE },
    ],
    [
      'a headline that begins like a numbered label',
      `Title 9: what ferries must do\n${LEDE}\n${NEXT}`,
      { headline: 'Title 9: what ferries must do', lede: LEDE },
    ],
    [
      'labels as people fill them in',
      `Title: ${headline}\nAuthors: Ann Harbor <ann@pier.example>; Cy Pier\nLocation: Camden, Maine\nTopics: #ferries #strikes\n\n${LEDE}`,
      {
        headline,
        authors: ['Ann Harbor', 'Cy Pier'],
        place: 'Camden, Maine',
        tags: ['ferries', 'strikes'],
        lede: LEDE,
      },
    ],
  ];
  for (const [desk, text, expected] of cases) {
    it(`reads ${desk}`, () => {
      expectStory(text, expected);
    });
  }

  const hidden: [what: string, text: string][] = [
    ['an embargo below the story', `${headline}\n${LEDE}\n${NEXT}\nEMBARGOED UNTIL 5 SEPTEMBER 2025`],
    [
      'an embargo behind the end mark',
      `${headline}\n${LEDE}\n${NEXT}\n###\nEMBARGOED UNTIL 5 SEPTEMBER 2025`,
    ],
    ['a kill below the story', `${headline}\n${LEDE}\n${NEXT}\nEDITORS: Kill this story.`],
    ['a tag on the headline', `(EMBARGOED) ${headline}\n${LEDE}\n${NEXT}`],
    ['a draft', `DRAFT - NOT FOR PUBLICATION\n${headline}\n${LEDE}`],
    ['a story that says that it is withdrawn', `This story has been withdrawn.\n${headline}\n${LEDE}`],
    ['a request to editors', `Editors, please kill the story below.\n${headline}\n${LEDE}`],
    ['a hold until further notice', `HOLD UNTIL FURTHER NOTICE\n${headline}\n${LEDE}\n${NEXT}`],
  ];
  for (const [what, text] of hidden) {
    it(`keeps back a story for ${what} (T-10, T-11)`, () => {
      const { draft, faults } = readWireCopy('a.txt', Buffer.from(text), PIER_POST);
      expect(draft?.withheld).to.not.equal(undefined);
      expect(faults.map(({ severity }) => severity)).to.deep.equal(['warning']);
    });
  }

  const corrected = [
    'This story has been corrected to show that the crews serve six islands.',
    'Editor’s note: This article was amended on 6 September 2025.',
    'An earlier version of this article misstated the number of islands.',
  ];
  for (const note of corrected) {
    it(`takes “${note}” below a story for its correction (T-09)`, () => {
      const text = `${headline}\n${LEDE}\n${NEXT}\n${note}`;
      expect(readWireCopy('a.txt', Buffer.from(text), PIER_POST).draft?.correction).to.equal(note);
    });
  }

  it('takes a story about a correction for none (T-09)', () => {
    const text = `${headline}\n${LEDE}\n${NEXT}\nThis story of the island has been told for years.`;
    expect(readWireCopy('a.txt', Buffer.from(text), PIER_POST).draft?.correction).to.equal(undefined);
  });
});
