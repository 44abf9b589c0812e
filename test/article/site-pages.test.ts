/** Pages and files of a site that are no articles, and articles that look like them. */
import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';

function readingOf(path: string, text: string) {
  return readDraft(path, Buffer.from(text), undefined as never);
}

describe('whyNoArticle: pages among articles (T-43)', () => {
  const pages: [what: string, path: string, text: string, note: RegExp][] = [
    [
      'a page of Jekyll',
      'about.md',
      '---\nlayout: page\ntitle: About\n---\nx',
      /^`layout: page` and no date/,
    ],
    ['a page of Hugo', 'content/ferry.md', '+++\ntype = "page"\n+++\nx', /^`type: page` and no date/],
    [
      'a layout of Astro',
      'src/pages/we.md',
      '---\nlayout: ../layouts/About.astro\n---\nx',
      /^`layout: about`/,
    ],
    [
      'a search page without text',
      'content/find.md',
      '---\nlayout: search\n---\n',
      /^`layout: search` makes it a page/,
    ],
    [
      'tags of Hexo, which dates its pages',
      'source/tags/index.md',
      '---\ndate: 2024-01-02\ntype: tags\n---\n',
      /^`type: tags` makes/,
    ],
    ['a home page', 'index.md', '---\nlayout: home\n---\n', /^`layout: home` makes it a page/],
    ['a page that is not found', '404.md', '---\ntitle: Lost\n---\nx', /^the name `404` and no date/],
    [
      'a page by its name',
      'content/about/index.md',
      '---\ntitle: About\n---\nx',
      /^the name `about` and no date/,
    ],
    ['a folder of pages', '_pages/boats.md', '---\ntitle: Boats\n---\nx', /^the folder `_pages` and no date/],
    ['a template of Zola', 'content/we.md', '+++\ntemplate = "404.html"\n+++\nx', /^`template: 404`/],
    [
      'archives that list posts',
      'a.md',
      '---\nlayout: archive\n---\n{% for a in b %}{{ a }}{% endfor %}',
      /^`layout: archive`/,
    ],
    [
      'a collection of Jekyll',
      '_projects/a.md',
      '---\ntitle: A\n---\nx',
      /^the folder `_projects` and no date/,
    ],
    [
      'people',
      'content/authors/ann.md',
      '---\nname: Ann\n---\nx',
      /^the folder `content\/authors` and no date/,
    ],
    [
      'a file about its folder',
      'posts/README.md',
      '# Only a title',
      /^the file has the name of one about its folder/,
    ],
    ['another', 'CONTRIBUTORS.md', 'Ann Lake', /^the file has the name of one about its folder/],
  ];
  for (const [what, path, text, note] of pages) {
    it(`does not publish ${what}, and says how to`, () => {
      const { draft, faults } = readingOf(path, text);
      expect(draft?.isDraft).to.equal(true);
      expect(faults.map(({ severity }) => severity)).to.deep.equal(['note']);
      expect(faults[0]!.what)
        .to.match(note)
        .and.match(/to publish it$/);
    });
  }

  const articles: [what: string, path: string, text: string][] = [
    ['a dated page of Jekyll', '_posts/2024-01-02-a.md', '---\nlayout: page\n---\nx'],
    ['a date in front matter', 'a.md', '---\nlayout: page\npubDate: 2024-01-02\n---\nx'],
    ['a date in a table', 'a.md', '+++\ntype = "page"\n[extra]\ndate = 2024-01-02\n+++\nx'],
    [
      'an article with such a name below a section',
      'world/search.md',
      '---\ntitle: Search for a ferry\n---\nx',
    ],
    ['one that begins with such a name', 'about-the-ferry.md', '---\ntitle: About the ferry\n---\nx'],
    ['the page layout of Zola', 'content/a.md', '+++\ntemplate = "page.html"\n+++\nx'],
    ['a dated member of a collection', '_notes/a.md', '---\ndate: 2024-01-02\n---\nx'],
    ['a post', 'a.md', '---\nlayout: post\ntype: post\n---\nx'],
    ['a link post', 'a.md', '---\nlayout: link\n---\nx'],
    ['an article about authors', 'authors.md', 'Authors met.'],
  ];
  for (const [what, path, text] of articles) {
    it(`publishes ${what}`, () => {
      const { draft, faults } = readingOf(path, text);
      expect(faults).to.deep.equal([]);
      expect(draft?.isDraft).to.equal(false);
    });
  }
});

describe('whyFolderHoldsNone: folders of site generators (T-43)', () => {
  const none: [path: string, text: string, note: RegExp][] = [
    ['_includes/foot.md', 'Words', /^a file in `_includes` is a part of pages, not an article/],
    ['_layouts/post.html', '<p>{{ content }}</p>', /^a file in `_layouts` is a layout/],
    ['archetypes/default.md', '---\ntitle: {{ .Name }}\n---\nx', /^a file in `archetypes` is a sample/],
    ['scaffolds/post.md', '---\ntitle: {{ title }}\n---\nx', /^a file in `scaffolds` is a sample/],
    ['themes/a/exampleSite/content/b.md', 'Words', /^a file in `exampleSite` is a sample of a theme/],
    [
      'layouts/_default/single.html',
      '<h1>{{ .Title }}</h1>',
      /^the file is a template in a folder of templates/,
    ],
    ['Templates/daily.md', '---\ndate: {{date}}\n---\n# {{title}}', /^the file is a template/],
    ['Templates/day.md', '# <% tp.file.title %>', /^the file is a template/],
  ];
  for (const [path, text, note] of none) {
    it(`leaves ${path} out, with one note`, () => {
      const { draft, faults } = readingOf(path, text);
      expect(draft).to.equal(undefined);
      expect(faults.map(({ severity }) => severity)).to.deep.equal(['note']);
      expect(faults[0]!.what).to.match(note);
    });
  }

  for (const [path, text] of [
    ['templates/how-to.md', 'Write `{{ .Title }}` there.'],
    ['layouts/rooms.html', '<p>Rooms and their layouts.</p>'],
    ['themes/harbor.md', 'The theme of the year.'],
  ] as const) {
    it(`reads ${path}`, () => {
      expect(readingOf(path, text).draft?.isDraft).to.equal(false);
    });
  }
});
