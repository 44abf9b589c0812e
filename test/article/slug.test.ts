import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';
import { asciiSlugOf, nameSlugOf, SLUG_CHARACTERS_MAX, slugOf } from '../../src/article/slug.ts';

describe('slugOf (T-45)', () => {
  const cases: [what: string, text: string, slug: string][] = [
    [
      'joins Latin words in ASCII',
      'Harbor reopens: “at last”, says mayor',
      'harbor-reopens-at-last-says-mayor',
    ],
    ['strips marks of Latin letters', 'Crème brûlée à São Tomé', 'creme-brulee-a-sao-tome'],
    ['spells letters that no decomposition knows', 'Łódź, Straße, Ærø', 'lodz-strasse-aero'],
    ['keeps Vietnamese in ASCII', 'Đà Nẵng đón khách', 'da-nang-don-khach'],
    ['reads full-width letters as letters', 'ＮＨＫ　２０２５', 'nhk-2025'],
    ['keeps Cyrillic', 'Президент выступил в Москве', 'президент-выступил-в-москве'],
    ['keeps the marks of Ukrainian', 'Її їжак', 'її-їжак'],
    ['keeps Greek, with its final sigma', 'Ο ΠΡΩΘΥΠΟΥΡΓΟΣ ΣΗΜΕΡΑ', 'ο-πρωθυπουργος-σημερα'],
    ['keeps Arabic and its vowels', 'مُحَمَّد: الرئيس، اليوم؟', 'مُحَمَّد-الرئيس-اليوم'],
    ['parts Persian compounds at their non-joiner', 'می\u200Cخواهم بروم', 'می-خواهم-بروم'],
    ['keeps Hebrew', 'שלום עולם!', 'שלום-עולם'],
    ['keeps Hindi with its vowel signs', 'प्रधानमंत्री ने कहा', 'प्रधानमंत्री-ने-कहा'],
    ['drops the joiners of Sinhala and nothing else', 'ශ්\u200Dරී ලංකා', 'ශ්රී-ලංකා'],
    ['keeps Thai', 'สวัสดีชาวโลก', 'สวัสดีชาวโลก'],
    ['keeps Chinese', '习近平：和平“至关重要”', '习近平-和平-至关重要'],
    ['keeps Japanese', '首相、東京で会見。', '首相-東京で会見'],
    ['keeps Korean, composed', '대통령, 서울에서 회견'.normalize('NFD'), '대통령-서울에서-회견'],
    ['keeps all letters of a text mostly in another script', 'Путин и NATO', 'путин-и-nato'],
    ['weighs an ideograph as a word', '中国 GDP', '中国-gdp'],
    [
      'keeps the Latin letters of a text mostly Latin',
      'Meeting with Shinzo Abe (安倍)',
      'meeting-with-shinzo-abe',
    ],
    ['takes digits as no loss', '2024年', '2024年'],
    ['keeps digits of other scripts', '٢٠٢٥', '٢٠٢٥'],
    ['leaves emoji out', '❤️ Пожар 🔥👩‍🚒', 'пожар'],
    ['leaves emoji out of Latin text', 'Fire 🔥 at the pier', 'fire-at-the-pier'],
    ['drops a mark that stands on nothing', '\u0301 — Да', 'да'],
    ['hashes a text of emoji alone', '🔥🔥', 'c76bbcb8d41a'],
    ['hashes an empty text', '', 'e3b0c44298fc'],
  ];
  for (const [what, text, slug] of cases) {
    it(what, () => {
      expect(slugOf(text)).to.equal(slug);
    });
  }

  it('cuts at a word end within 80 characters', () => {
    const slug = slugOf('длинное слово '.repeat(20));
    expect(slug.length).to.be.within(60, SLUG_CHARACTERS_MAX);
    expect(slug).to.match(/(?:слово|длинное)$/);
  });

  it('cuts text without spaces between characters as people know them', () => {
    const slug = slugOf('क्षि'.repeat(60));
    expect(slug.length).to.be.within(40, SLUG_CHARACTERS_MAX);
    expect('क्षि'.repeat(60).startsWith(slug)).to.equal(true);
    expect([...new Intl.Segmenter('und').segment(slug)].at(-1)!.segment).to.equal('क्षि');
    expect(slugOf('和平'.repeat(60))).to.equal('和平'.repeat(40));
  });

  it('is the slug of itself', () => {
    for (const [, text] of cases) expect(slugOf(slugOf(text))).to.equal(slugOf(text));
  });

  it('answers in ASCII where asked to', () => {
    expect(asciiSlugOf('новости/мир')).to.match(/^[0-9a-f]{12}$/);
    expect(asciiSlugOf('news/World')).to.equal('news-world');
  });
});

describe('nameSlugOf: signs that make another name (T-45)', () => {
  const cases: [name: string, slug: string][] = [
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['c++17', 'c-17'],
    ['C++/CLI', 'c-plus-plus-cli'],
    ['C#', 'c-sharp'],
    ['F#', 'f-sharp'],
    ['#boats', 'boats'],
    ['#1', '1'],
    ['.NET', 'dot-net'],
    ['ASP.NET', 'asp-net'],
    ['Node.js', 'node-js'],
    ['Google+', 'google-plus'],
    ['50+', '50-plus'],
    ['a + b', 'a-b'],
    ['R&D', 'r-d'],
    ['…and more', 'and-more'],
    ['World news', 'world-news'],
  ];
  for (const [name, slug] of cases) {
    it(`${name} is ${slug}`, () => {
      expect(nameSlugOf(name)).to.equal(slug);
    });
  }

  it('keeps tags apart that differ by such a sign alone', () => {
    const { draft } = readDraft(
      'a.md',
      Buffer.from('---\ntags: [c++, c#, c, C]\n---\nx'),
      undefined as never,
    );
    expect(draft?.tags).to.deep.equal(['c++', 'c#', 'c']);
  });
});
