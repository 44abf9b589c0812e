/**
 * Files made to take a reader's time, memory or stack.
 */

/** A name for people, a path, and what stands in the file. */
export type Bomb = readonly [what: string, path: string, text: string];

const MEGABYTE = 1_000_000;
const fill = (piece: string, characters = MEGABYTE) => piece.repeat(Math.floor(characters / piece.length));
const lines = (line: string, count: number) => `${line}\n`.repeat(count);
/** Lines short enough to pass the limit on lines. */
const wrapped = (piece: string) => `${fill(piece, 50_000)}\n`.repeat(20);

const aliases = Array.from(
  { length: 30 },
  (_, at) => `a${at}: &a${at} [${`*a${at - 1},`.repeat(at === 0 ? 0 : 9)}x]`,
);
const row = (cell: string) => `|${`${cell}|`.repeat(10_000)}\n`;

/** One character, or two, again and again. */
const REPEATED = [
  '[',
  '*',
  '&',
  '`',
  '<',
  '_',
  '!',
  '![',
  '](',
  '[]',
  '[](',
  '**a',
  '*a_',
  '~~',
  '^[',
  '[^1]',
  '<a',
  '<!--',
  '&#',
  '&amp',
  '\\',
  '|',
  '{{',
  '{%',
  '{#',
  '{{<',
  '{:',
  '{',
  '}',
  '<b>',
  '<pre',
  '[a](b',
  '`{{',
  '$',
  '<?',
  '<![CDATA[',
  'www.',
  '[a]: b ',
  '"',
  "'",
  '#',
  '=',
  '\u0301',
] as const;

/** All of them. */
export const BOMBS: readonly Bomb[] = [
  ...REPEATED.map((piece): Bomb => [`1 MB of ${piece}`, 'bomb.md', fill(piece)]),
  ...REPEATED.map((piece): Bomb => [`20 lines of ${piece}`, 'bomb.mdx', wrapped(piece)]),
  ...[
    '<b>',
    '<div>',
    '<table>',
    '<svg>',
    '<p><b><i>',
    '<a href=x>',
    '<select>',
    '</p>',
    '<!--',
    '<![CDATA[',
    '&',
    '<',
    '<x y=',
    '<math>',
  ].map((piece): Bomb => [`1 MB of ${piece} in HTML`, 'bomb.html', fill(piece)]),
  ...[
    'A ',
    'AAAA, ',
    'By A ',
    '(A) ',
    '- ',
    '* a ',
    'A – ',
    'A | ',
    '/A/ ',
    'a. ',
    '“',
    'KILL ',
    '1 ',
    'Sept. 5 ',
    '\u0002\u0003',
  ].map((piece): Bomb => [`1 MB of ${piece} in wire copy`, 'bomb.txt', fill(piece)]),
  ['lists nested 10,000 deep in one line', 'bomb.md', `${'- '.repeat(10_000)}a`],
  [
    'lists nested by indents',
    'bomb.md',
    Array.from({ length: 1_400 }, (_, at) => `${' '.repeat(at)}- a`).join('\n'),
  ],
  ['quotes nested 10,000 deep', 'bomb.md', `${'> '.repeat(10_000)}a`],
  ['quotes nested in lines', 'bomb.md', lines('> > > > > > > > a', 50_000)],
  ['a table of 10,000 columns', 'bomb.md', row('a') + row('-') + row('b').repeat(3)],
  ['a table of 10,000 rows', 'bomb.md', `|a|b|\n|-|-|\n${lines('|c|d|', 10_000)}`],
  ['an alias bomb', 'bomb.md', `---\n${aliases.join('\n')}\n---\ntext`],
  ['an alias in itself', 'bomb.md', '---\na: &a [*a]\n---\ntext'],
  ['YAML of brackets', 'bomb.md', `---\na: ${'['.repeat(60_000)}\n---\ntext`],
  ['YAML of tags', 'bomb.md', `---\ntags: [${'a,'.repeat(30_000)}]\n---\ntext`],
  ['TOML of brackets', 'bomb.md', `+++\na = ${'['.repeat(60_000)}\n+++\ntext`],
  ['TOML of dots', 'bomb.md', `+++\n${'a.'.repeat(30_000)}b = 1\n+++\ntext`],
  ['JSON of braces', 'bomb.md', `{"a":${'{"a":'.repeat(10_000)}`],
  [
    '20,000 footnotes',
    'bomb.md',
    Array.from({ length: 20_000 }, (_, at) => `a[^${at}]\n\n[^${at}]: b\n`).join('\n'),
  ],
  [
    '20,000 link definitions',
    'bomb.md',
    Array.from({ length: 20_000 }, (_, at) => `[a${at}]: /b\n[a${at}]`).join('\n'),
  ],
  ['headings', 'bomb.md', lines('# a', 90_000)],
  ['fences that do not close', 'bomb.md', lines('``` a', 90_000)],
  ['pairs that do not close', 'bomb.md', lines('{{< highlight go >}}', 40_000)],
  ['loops that do not close', 'bomb.md', lines('{% for a in b %}', 40_000)],
  ['HTML nested to the limit', 'bomb.html', `${'<div>'.repeat(390)}a`],
  ['tables in tables', 'bomb.html', `${'<table><tr><td>'.repeat(130)}a`],
  [
    'an element of 50,000 attributes',
    'bomb.html',
    `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(' ')}>a`,
  ],
  ['a srcset of 100,000 addresses', 'bomb.html', `<img srcset="${'a 1w, '.repeat(100_000)}">`],
  [
    'JSON-LD of brackets',
    'bomb.html',
    `<script type="application/ld+json">${'['.repeat(100_000)}</script><p>a`,
  ],
  [
    'JSON-LD of graphs',
    'bomb.html',
    `<script type="application/ld+json">{"@graph":[${'{"@graph":[]},'.repeat(50_000)}{}]}</script><p>a`,
  ],
  ['nested articles', 'bomb.html', `${'<article>'.repeat(300)}a`],
  ['bylines', 'bomb.txt', lines('By Ada North', 90_000)],
  ['notices', 'bomb.txt', lines('CORRECTION: a', 90_000)],
  ['labels', 'bomb.txt', lines('Headline: a', 90_000)],
  ['bullets', 'bomb.txt', lines('* a', 90_000)],
  ['blocks', 'bomb.txt', lines('a\n', 45_000)],
  ['crossheads', 'bomb.txt', lines('Harbor News\n', 45_000)],
  [
    'hard-wrapped lines',
    'bomb.txt',
    lines('the ship came in at noon and left again at midnight, they', 60_000),
  ],
  ['wire copy in capitals', 'bomb.txt', lines('THE SHIP CAME IN – AT NOON', 60_000)],
  ['one word of 900,000 characters', 'bomb.txt', 'a'.repeat(900_000)],
  ['marks on one letter', 'bomb.txt', `a${'\u0301'.repeat(900_000)}`],
  ['bidi controls', 'bomb.txt', '\u202E'.repeat(300_000)],
];
