import { expect } from 'chai';
import fc from 'fast-check';
import { faultLine } from '../../src/article/fault.ts';
import { FRONT_MATTER_CHARACTERS_MAX, frontMatter } from '../../src/article/front-matter.ts';
import { statedFields } from '../../src/article/front-matter-fields.ts';
import { readDraft } from '../../src/article/read-draft.ts';
import type { StatedFields } from '../../src/article/stated-fields.ts';
import { cleanText } from '../../src/base/text.ts';

function read(text: string): {
  readonly stated: StatedFields;
  readonly faults: readonly string[];
  readonly body: string;
} {
  const matter = frontMatter('a.md', text);
  const { stated, faults } = statedFields('a.md', matter.fields);
  return { stated, body: matter.body, faults: [...matter.faults, ...faults].map(faultLine) };
}

const yaml = (fields: string) => read(`---\n${fields}\n---\nText\n`);
const date = (iso: string) => new Date(iso);

describe('frontMatter and statedFields: values (T-06, T-37, T-43)', () => {
  const cases: [what: string, fields: string, expected: Partial<StatedFields>][] = [
    ['takes a number in a title as it is written', 'title: 1.10', { headline: '1.10' as never }],
    [
      'takes names in any case and spelling',
      'Title: a\nlast_modified_at: 2025-09-06',
      { headline: 'a' as never, updated: date('2025-09-06') },
    ],
    [
      'takes a day as the first instant of it in UTC (T-46)',
      'date: 2025-09-05',
      { published: date('2025-09-05') },
    ],
    [
      'takes the zone of a date',
      'date: 2025-09-05T10:30:00+02:00',
      { published: date('2025-09-05T08:30:00Z') },
    ],
    [
      'lets publishDate overrule date',
      'date: 2025-09-05\npublishDate: 2025-09-07',
      { published: date('2025-09-07') },
    ],
    [
      'takes published as a date where it is one',
      'published: 2025-09-05',
      { published: date('2025-09-05'), isDraft: false },
    ],
    ['takes published: false as a draft (Jekyll)', 'published: false', { isDraft: true }],
    ['takes draft as text', 'draft: "True"', { isDraft: true }],
    ['takes a Ghost status', 'status: draft', { isDraft: true }],
    ['passes over Quarto’s words for no date', 'date: today', { published: undefined }],
    ['passes over Eleventy’s words for no date', 'date: git Last Modified', { published: undefined }],
    ['takes a date in curled quotes', 'date: “2025-09-05”', { published: date('2025-09-05') }],
    [
      'takes the dates of MkDocs from their table',
      'date:\n  created: 2025-09-05\n  updated: 2025-09-06',
      { published: date('2025-09-05'), updated: date('2025-09-06') },
    ],
    [
      'takes the date of the last change in a table (Docusaurus)',
      'date: 2025-09-05\nlast_update:\n  date: 9/15/2025\n  author: Jo',
      { published: date('2025-09-05'), updated: date('2025-09-15') },
    ],
    ['takes a table without that date for none', 'last_update:\n  author: Jo', { updated: undefined }],
    [
      'takes times by the names of Astro’s themes',
      'pubDatetime: 2025-09-05T10:00:00Z\nmodDatetime: 2025-09-06T10:00:00Z',
      { published: date('2025-09-05T10:00:00Z'), updated: date('2025-09-06T10:00:00Z') },
    ],
    [
      'takes a time by the name of VuePress’ themes',
      'createTime: 2025/09/05',
      { published: date('2025-09-05') },
    ],
    [
      'takes no name of a collection for a tag (Eleventy)',
      'layout: layouts/post.njk\ntags: [posts, tides]',
      { tags: ['tides'] as never },
    ],
    [
      'takes a tag of that name elsewhere',
      'layout: post\ntags: [posts, tides]',
      { tags: ['posts', 'tides'] as never },
    ],
    [
      'takes the last change by the name of Just the Docs',
      'last_modified_date: 2025-09-06',
      { updated: date('2025-09-06') },
    ],
    [
      'reads lists indented by tabs (Hexo)',
      'tags:\n\t- a\n\t- b\ntitle: T',
      { tags: ['a', 'b'] as never, headline: 'T' as never },
    ],
    ['takes a short description', 'desc: A day at sea', { summary: 'A day at sea' as never }],
    ['takes an expiry', 'expiryDate: 2026-01-01', { expires: date('2026-01-01') }],
    ['takes tags in a text that looks like a list', 'tags: "[a, b c]"', { tags: ['a', 'b c'] as never }],
    ['takes tags with the sign of hashtags', 'tags: "#a #b/c"', { tags: ['a', 'b/c'] as never }],
    ['takes tags parted by semicolons', 'tags: a b; c', { tags: ['a b', 'c'] as never }],
    ['takes names in records and lists', 'tags: [{label: a}, [b, c]]', { tags: ['a', 'b', 'c'] as never }],
    [
      'reads references in a title',
      'title: "Salt &amp; sand &#8211; a day"',
      { headline: 'Salt & sand – a day' as never },
    ],
    [
      'takes a picture of Beautiful Jekyll',
      'cover-img: /a.png',
      { picture: { source: '/a.png', alt: undefined, credit: undefined } },
    ],
    [
      'takes a picture behind a template',
      'image: "{{ site.baseurl }}/a.png"',
      { picture: { source: '/a.png', alt: undefined, credit: undefined } },
    ],
    [
      'takes a picture of Obsidian',
      'image: "[[a b.png]]"',
      { picture: { source: 'a b.png', alt: undefined, credit: undefined } },
    ],
    [
      'takes a credit, but no address for one',
      'source: The Harbour Wire',
      { source: 'The Harbour Wire' as never },
    ],
    ['takes no address for a credit', 'source: https://a.example/b', { source: undefined }],
    [
      'takes a date of the Linter of Obsidian',
      'date created: Thu., Sep. 5, 2024, 1:16:12 pm',
      { published: date('2024-09-05T13:16:12Z') },
    ],
    [
      'takes no picture from a blank to fill in',
      'cover:\n  image: "<image path/url>"',
      { picture: undefined },
    ],
    ['takes no picture from a yes', 'featured: true\nhero: dark', { picture: undefined }],
    ['splits tags at commas', 'tags: a b, c', { tags: ['a b', 'c'] as never }],
    ['takes quotes off single tags', `tags: a, "b c", 'd'`, { tags: ['a', 'b c', 'd'] as never }],
    ['takes curled quotes off tags', 'tags: [“a”, ‘b’]', { tags: ['a', 'b'] as never }],
    ['takes a tag of words whole', 'tags: Field notes', { tags: ['Field notes'] as never }],
    ['takes categories of words whole', 'categories: field notes', { categories: ['field notes'] as never }],
    ['splits tags at spaces (Jekyll)', 'tags: a b', { tags: ['a', 'b'] as never }],
    [
      'takes a list of tags, numbers too',
      'tags: [a b, 2024, true]',
      { tags: ['a b', '2024', 'true'] as never },
    ],
    ['takes one category whole', 'category: World news', { categories: ['World news'] as never }],
    [
      'takes an author',
      'author: Smith, John',
      { authors: [{ name: 'Smith, John', email: undefined, url: undefined }] as never },
    ],
    [
      'takes an author with an address',
      'author: {name: A, email: a@b.example, url: "https://a.example"}',
      { authors: [{ name: 'A', email: 'a@b.example', url: 'https://a.example/' }] as never },
    ],
    [
      'takes a byline apart',
      'byline: By A B and C D',
      {
        authors: [
          { name: 'A B', email: undefined, url: undefined },
          { name: 'C D', email: undefined, url: undefined },
        ] as never,
      },
    ],
    [
      'takes a list of authors',
      'authors:\n  - A <a@b.example>\n  - name: B',
      {
        authors: [
          { name: 'A', email: 'a@b.example', url: undefined },
          { name: 'B', email: undefined, url: undefined },
        ] as never,
      },
    ],
    [
      'takes an absolute permalink',
      'url: https://a.example/b',
      { permalink: 'https://a.example/b', slug: undefined },
    ],
    [
      'takes the slug from a relative address',
      'permalink: /2024/my-post/index.html',
      { permalink: undefined, slug: 'my-post' },
    ],
    ['takes no address from a template', 'permalink: https://a.example/{slug}', { permalink: undefined }],
    ['takes no slug from a template', 'permalink: /:year/:title/', { slug: undefined }],
    ['takes a stated slug in slug form', 'slug: Über uns', { slug: 'uber-uns' }],
    [
      'takes a cover with its text',
      'cover:\n  image: a.png\n  alt: b',
      { picture: { source: 'a.png', alt: 'b' as never, credit: undefined } },
    ],
    [
      'takes who made a cover',
      'cover: { src: a.png, credit: Bo Reed }',
      { picture: { source: 'a.png', alt: undefined, credit: 'Bo Reed' as never } },
    ],
    [
      'takes who made an image from a field beside it',
      'image: a.png\nimage_credit: The Harbour Wire',
      { picture: { source: 'a.png', alt: undefined, credit: 'The Harbour Wire' as never } },
    ],
    [
      'takes the first of images',
      'images: [a.png, b.png]',
      { picture: { source: 'a.png', alt: undefined, credit: undefined } },
    ],
    ['takes a language in its canonical form', 'lang: en_us', { language: 'en-US' }],
    ['takes an absolute id', 'id: tag:example.org,2025:a', { id: 'tag:example.org,2025:a' }],
    [
      'takes a place',
      'place: Vienna, Austria',
      {
        dateline: {
          raw: 'Vienna, Austria',
          place: 'Vienna, Austria',
          city: 'Vienna',
          region: 'Austria',
        } as never,
      },
    ],
    [
      'takes a summary and a correction',
      'description: a\ncorrection: b',
      { summary: 'a' as never, correction: 'b' as never },
    ],
    [
      'takes an embargo with a zone as the date',
      'embargo: 2025-09-05T10:00:00Z',
      { published: date('2025-09-05T10:00:00Z'), withheld: undefined },
    ],
    ['takes Zola’s taxonomies', 'taxonomies:\n  tags: [a]', { tags: ['a'] as never }],
    [
      'takes fields from another table',
      'x: &x {title: a, author: B}\n<<: *x\ntitle: c',
      { headline: 'c' as never, authors: [{ name: 'B', email: undefined, url: undefined }] as never },
    ],
    ['resolves an alias', 'x: &x [a]\ntags: *x', { tags: ['a'] as never }],
  ];
  for (const [what, fields, expected] of cases) {
    it(what, () => {
      const { stated, faults } = yaml(fields);
      expect(faults).to.deep.equal([]);
      for (const [name, value] of Object.entries(expected))
        expect(stated[name as keyof StatedFields], name).to.deep.equal(value);
    });
  }

  it('splits categories at spaces where Jekyll does: in files named by a day', () => {
    const { fields } = frontMatter('a', '---\ncategories: Field notes\n---\n');
    expect(statedFields('_posts/2025-09-05-a.md', fields).stated.categories).to.deep.equal([
      'Field',
      'notes',
    ]);
  });

  it('reads TOML, its dates without the machine’s zone (T-46)', () => {
    const { stated, faults, body } = read(
      '+++\ntitle = "A"\ndate = 2025-09-05\ndraft = true\n[taxonomies]\ntags = ["b"]\n+++\nText',
    );
    expect(faults).to.deep.equal([]);
    expect(stated).to.deep.include({
      headline: 'A',
      published: date('2025-09-05'),
      isDraft: true,
      tags: ['b'],
    });
    expect(body).to.equal('Text');
  });

  it('reads the comment of Nikola, with the lines of its faults', () => {
    const found = read(
      '\n<!--\n.. title: A\n.. date: 2012-03-30 23:00:00 UTC-03:00\n.. tags: b, c\n.. status: draft\n.. updated: soon\n-->\nText',
    );
    expect(found.stated.published).to.deep.equal(date('2012-03-31T02:00:00Z'));
    expect([found.stated.tags, found.stated.isDraft]).to.deep.equal([['b', 'c'], true]);
    expect(found.faults).to.have.length(1);
    expect(found.faults[0]).to.match(/^a\.md:7:1: updated is `soon`/);
  });

  it('reads JSON (Hugo)', () => {
    const { stated, body } = read('{\n  "title": "A}",\n  "tags": ["b"]\n}\n\nText');
    expect(stated).to.deep.include({ headline: 'A}', tags: ['b'] });
    expect(body.trim()).to.equal('Text');
  });

  it('takes a rule across the page for what it is', () => {
    expect(read('---\n\nText').body).to.equal('---\n\nText');
    expect(read('{% include a %}\n').body).to.equal('{% include a %}\n');
  });
});

describe('frontMatter: how it begins and ends', () => {
  const headlines: [what: string, text: string, headline: string | undefined, body: string][] = [
    ['behind empty lines', '\n\n---\ntitle: A\n---\nText', 'A', 'Text'],
    ['behind a line of spaces', ' \n---\ntitle: A\n---\nText', 'A', 'Text'],
    ['behind a comment', '<!-- (c)\n2025 -->\n---\ntitle: A\n---\nText', 'A', 'Text'],
    ['between longer lines (Hexo)', '-----\ntitle: A\n-----\nText', 'A', 'Text'],
    ['with a no-break space', '---\ntitle:\u00A0A\n---\nText', 'A', 'Text'],
    ['in base64 (old exports of WordPress)', '---\ntitle: !binary |-\n  w4kgbG8=\n---\nText', 'É lo', 'Text'],
    ['as JSON between fences (Eleventy)', '---json\n{ "title": "A" }\n---\nText', 'A', 'Text'],
    ['as TOML between fences (Eleventy)', '---toml\ntitle = "A"\n---\nText', 'A', 'Text'],
    ['without an opening line (Hexo)', 'title: A\ndate: 2025-09-05\ntags:\n- b\n---\nText', 'A', 'Text'],
    ['up to an empty line (Pelican)', 'Title: A\nDate: 2025-09-05 10:30\n\nText', 'A', 'Text'],
    ['in a comment (Nikola)', '<!--\n.. title: A: b\n.. tags: c\n.. link:\n-->\n\nText', 'A: b', '\nText'],
    ['nowhere: a comment', '<!--\nA note\n-->\nText', undefined, '<!--\nA note\n-->\nText'],
    ['nowhere: a heading underlined', 'title: A\n---\nText', undefined, 'title: A\n---\nText'],
    ['nowhere: a sentence', 'Title: A\n\nText', undefined, 'Title: A\n\nText'],
    ['nowhere: a rule', '\n---\nText\n---\n', undefined, '\n---\nText\n---\n'],
  ];
  for (const [what, text, headline, body] of headlines) {
    it(what, () => {
      const found = read(text);
      expect(found.faults).to.deep.equal([]);
      expect([found.stated.headline, found.body]).to.deep.equal([headline, body]);
    });
  }
});

describe('frontMatter and statedFields: faults with their place', () => {
  const cases: [what: string, text: string, expected: RegExp][] = [
    [
      'an impossible date',
      '---\ntitle: a\ndate: 2025-02-30\n---\nx',
      /^a\.md:3:1: date is `2025-02-30`, expected a date such as 2025-09-05 or 2025-09-05T10:30:00\+02:00: there is no such day$/,
    ],
    [
      'an hour that is none',
      '---\ndate: 2025-09-05T24:10Z\n---\nx',
      /`, expected .*: there is no such time$/,
    ],
    ['a month for a day', '---\ndate: 2025-09\n---\nx', /`, expected .*: it names no day$/],
    [
      'a template for a date',
      '---\ndate: "{{ date }}"\n---\nx',
      /`, expected .*: a template is filled in by its own site only$/,
    ],
    [
      'a table for a date',
      '---\ndate: {a: b}\n---\nx',
      /^a\.md:2:1: date is a table, expected a date such as /,
    ],
    ['a date that is a word', '---\nupdated: soon\n---\nx', /^a\.md:2:1: updated is `soon`/],
    ['a title that is a table', '---\ntitle: {a: b}\n---\nx', /^a\.md:2:1: title is a table, expected text$/],
    [
      'a draft that is neither',
      '---\ndraft: maybe\n---\nx',
      /^a\.md:2:1: draft is `maybe`, expected true or false$/,
    ],
    ['tags that are a table', '---\ntags: {a: b}\n---\nx', /^a\.md:2:1: tags is a table, expected a list/],
    [
      'a field that stands twice',
      '---\ntitle: a\ntitle: b\n---\nx',
      /^a\.md:3:1: title stands twice, and this one counts: leave one$/,
    ],
    [
      'a field that keeps back, and stands twice',
      '---\ndraft: true\ntitle: a\ndraft: false\n---\nx',
      /^a\.md:4:1: front matter: a field that keeps articles back stands twice: leave one$/,
    ],
    [
      'an author that is a key',
      '---\nauthors: [Ann Lake, tmarsh_2]\n---\nx',
      /^a\.md:2:1: authors has `tmarsh_2`, which looks like a key .* write the name, or \{name, email, url\}$/,
    ],
    ['broken YAML', '---\ntitle: a\nx: "b\n---\nx', /^a\.md:\d+:\d+: front matter: /],
    ['a title with a colon', '---\ntitle: a: b\n---\nx', /^a\.md:2:\d+: front matter: nested mappings/],
    [
      'a field that is indented',
      '---\ntitle: a\n date: b\n---\nx',
      /^a\.md:3:2: front matter: a field stands indented below one that has a value: expected it at the margin$/,
    ],
    [
      'a quotation without end, where it begins',
      '---\nx: y\ntitle: "a\ndate: b\n---\nx',
      /^a\.md:3:8: front matter: a quotation is not closed: expected `"` at the end of the value$/,
    ],
    [
      'a quote in quotes',
      '---\ntitle: "a "b" c"\n---\nx',
      /^a\.md:2:\d+: .* expected `\\"` for a quote inside quotes$/,
    ],
    [
      "a ' in single quotes",
      "---\ntitle: 'It's a'\n---\nx",
      /^a\.md:2:\d+: .* expected `''` for a quote inside/,
    ],
    [
      'a title in brackets',
      '---\ntitle: [A] b\n---\nx',
      /^a\.md:2:\d+: .* begins with `\[` must stand in quotes$/,
    ],
    [
      'a title in stars',
      '---\ntitle: *A* b\n---\nx',
      /^a\.md:2:\d+: .* begins with `\*` must stand in quotes$/,
    ],
    [
      'a title in stars alone',
      '---\ntitle: *A*\n---\nx',
      /^a\.md:2:1: .* begins with `\*` must stand in quotes$/,
    ],
    [
      'a title behind a sign',
      '---\ntitle: %a\n---\nx',
      /^a\.md:2:\d+: .* begins with `%` must stand in quotes$/,
    ],
    [
      'a list that is not closed',
      '---\ntags: [a, b\n---\nx',
      /^a\.md:[23]:\d+: .* not closed: expected `\]` at its end$/,
    ],
    [
      'a line that is no field',
      '---\ntitle: a\nwords\n---\nx',
      /^a\.md:3:\d+: .* is no field: expected `name: value`$/,
    ],
    ['colons without spaces', '---\ntitle:a\ndate:b\n---\nx', /fields: expected a space behind each colon$/],
    [
      'TOML between dashes',
      '---\ntitle = "a"\n---\nx',
      /fields: `name = value` is TOML, which stands between lines `\+\+\+`$/,
    ],
    [
      'a template for a title',
      '---\ntitle: {{ title }}\n---\nx',
      /^a\.md:2:1: title is a template or an empty table/,
    ],
    [
      'TOML without quotes',
      '+++\ntitle = a\n+++\nx',
      /^a\.md:2:\d+: .*, expected text in quotes, a number, a date, /,
    ],
    [
      'TOML with a field twice',
      '+++\ntitle = "a"\ntitle = "b"\n+++\nx',
      /^a\.md:3:1: front matter: a field or table stands twice: leave one$/,
    ],
    [
      'YAML between pluses',
      '+++\ntitle: a\n+++\nx',
      /^a\.md:2:\d+: .* `name: value` is YAML, which stands between lines `---`$/,
    ],
    ['TOML without a sign', '+++\ntitle "a"\n+++\nx', /^a\.md:2:\d+: .* expected `name = value`$/],
    [
      'TOML with a quote in quotes',
      '+++\ntitle = "a "b" c"\n+++\nx',
      /^a\.md:2:\d+: .* expected `\\"` for a quote/,
    ],
    [
      'TOML with a quotation that is not closed',
      '+++\ntitle = "a\nb = 1\n+++\nx',
      /^a\.md:2:\d+: .* is not closed/,
    ],
    [
      'TOML with a list that is not closed',
      '+++\ntags = ["a"\nb = 1\n+++\nx',
      /^a\.md:3:\d+: .* list or table is not/,
    ],
    ['TOML with the words of Python', '+++\ndraft = False\n+++\nx', /^a\.md:2:\d+: .* in small letters$/],
    [
      'TOML with no such day',
      '+++\ndate = 2025-02-31\n+++\nx',
      /^a\.md:2:1: date is `2025-02-31`, .*: there is no such day$/,
    ],
    ['broken TOML', '+++\ntitle = "a"\ndate = x\n+++\nx', /^a\.md:3:\d+: front matter: /],
    ['broken JSON', '{\n"title": "a",,\n}\nx', /^a\.md:2:\d+: front matter: /],
    [
      'front matter that is not closed',
      '---\ntitle: a\nx',
      /^a\.md:1: front matter is not closed: expected a line `---`$/,
    ],
    [
      'front matter that is a list',
      '---\n- a\n---\nx',
      /^a\.md:2: front matter is not a list of `name: value` fields$/,
    ],
    [
      'an alias in itself',
      '---\na: &a [*a]\n---\nx',
      /^a\.md:2:1: front matter (?:is nested too deeply|of more than)/,
    ],
    [
      'an alias bomb',
      `---\na: &a [${'x,'.repeat(9)}]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: &d [${'*c,'.repeat(9)}]\ne: [${'*d,'.repeat(9)}]\n---\nx`,
      /^a\.md:[56]:1: front matter of more than 10000 values$/,
    ],
    ['brackets without end', `---\na: ${'['.repeat(60_000)}\n---\nx`, /^a\.md:\d+(?::\d+)?: front matter/],
    [
      'dots without end',
      `+++\n${'a.'.repeat(30_000)}b = 1\n+++\nx`,
      /^a\.md:2: front matter is nested too deeply$/,
    ],
    [
      'too much of it',
      `---\na: ${'x'.repeat(FRONT_MATTER_CHARACTERS_MAX)}\n---\nx`,
      /^a\.md:1: front matter of 64004 characters/,
    ],
    [
      'a day that may be two',
      '---\ndate: 09/05/2025\n---\nx',
      /^a\.md:2:1: date is `09\/05\/2025`, which may mean two days: expected 2025-09-05 or 2025-05-09$/,
    ],
    [
      'a script',
      '---js\n{ title: "a" }\n---\nx',
      /^a\.md:1: front matter is JavaScript, which is not run: expected YAML, TOML or JSON$/,
    ],
    ['a value that needs quotes', '---\ntitle: Harbor: open\n---\nx', /^a\.md:2:8: .* must stand in quotes/],
    ['a name that needs quotes', '---\nauthor: @ann\n---\nx', /^a\.md:2:\d+: .*`@`.* must stand in quotes$/],
    ['an id that is none', '---\nid: 42\n---\nx', /^a\.md:2:1: `42` is no absolute IRI/],
    ['a language that is none', '---\nlang: "?"\n---\nx', /^a\.md:2:1: `\?` is no language/],
    [
      'an embargo without a zone',
      '---\nembargo: 2025-09-05 10:00\n---\nx',
      /^a\.md:2:1: embargo is .* kept back$/,
    ],
  ];
  for (const [what, text, expected] of cases) {
    it(`names ${what}`, () => {
      expect(read(text).faults[0]).to.match(expected);
    });
  }

  it('takes the last of a field that stands twice, as Jekyll does, also in a table', () => {
    const { draft, faults } = readDraft(
      'a.md',
      Buffer.from('---\ntitle: a\ntags: [b]\ntitle: c\nauthor: {name: D, name: E}\ntags:\n  - f\n---\nx'),
      undefined as never,
    );
    expect([draft?.headline, draft?.tags, draft?.authors[0]?.name]).to.deep.equal(['c', ['f'], 'E']);
    expect(faults.map(({ severity, line }) => [severity, line])).to.deep.equal([
      ['warning', 4],
      ['warning', 5],
      ['warning', 6],
    ]);
  });

  it('publishes an article whose last change has no date, and warns (T-38)', () => {
    const { faults } = statedFields('a.md', frontMatter('a.md', '---\nupdated: soon\n---\n').fields);
    expect(faults.map(({ severity }) => severity)).to.deep.equal(['warning']);
  });

  it('takes the address that themes put beside their one author', () => {
    const { authors } = yaml('author: Ann Lake\nauthorLink: https://a.example/ann').stated;
    expect(authors).to.deep.equal([{ name: 'Ann Lake', email: undefined, url: 'https://a.example/ann' }]);
    const several = yaml('authors: [Ann, Tim]\nauthorLink: https://a.example').stated.authors;
    expect(several?.map(({ url }) => url)).to.deep.equal([undefined, undefined]);
  });

  it('takes the featured file of a page bundle for the picture (Hugo)', () => {
    const resources = 'resources:\n- name: map\n  src: map.pdf\n- name: featured-image\n  src: pier.jpg';
    expect(yaml(resources).stated.picture?.source).to.equal('pier.jpg');
    expect(yaml('resources:\n- src: pier.jpg').stated.picture).to.equal(undefined);
  });

  it('reads items whose dashes have no space behind them (Hexo)', () => {
    expect(yaml('tags:\n\t-ice\n\t-old-sea\nlayout: post').stated.tags).to.deep.equal(['ice', 'old-sea']);
    expect(yaml('tags: -5 Degrees').stated.tags).to.deep.equal(['-5 Degrees']);
  });

  it('tells of a dash without a space behind it, in its line', () => {
    const { faults } = read('---\ntags:\n- sea\n-ice\nlayout: post\n---\nx');
    expect(faults).to.have.length(1);
    expect(faults[0]).to.contain('a.md:4:');
    expect(faults[0]).to.contain('an item of a list has no space behind its dash: expected `- `');
  });

  it('withholds on an embargo without a zone (T-11)', () => {
    expect(yaml('embargo: tomorrow').stated.withheld).to.equal('embargo: tomorrow');
  });

  it('never throws, and loses no text below it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'title: ',
        'date: ',
        '\n',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '&a ',
        '*a',
        '"',
        "'",
        '|',
        '>',
        ': ',
        '? ',
        '!!js ',
        '#',
        '  ',
        '\t',
        'a = ',
        '=',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.constantFrom('---', '+++'), fc.array(piece, { maxLength: 20 }), (fence, pieces) => {
        const { body } = read(cleanText(`${fence}\n${pieces.join('')}\n${fence}\nThe text`));
        expect(body.endsWith('The text') || body === '').to.equal(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
