/**
 * Article files that nobody would write, each a function of a seed and its number.
 */
import { ARTICLE_EXTENSIONS } from '../../src/article/article-path.ts';
import { BOMBS } from './bombs.ts';
import { Chance } from './random.ts';
import { type SeedFile, seedFiles } from './seeds.ts';

/** What stands in articles where trouble begins. */
const TOKENS: readonly string[] = [
  '---\n',
  '+++\n',
  '{{<',
  '>}}',
  '{{%',
  '{%',
  '%}',
  '{{',
  '}}',
  '{:',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  ']]>',
  '<![CDATA[',
  '&lt;script&gt;',
  '&amp;lt;',
  '&#0;',
  '&#xD800;',
  '&#x1F600;',
  '\u0000',
  '\u0001',
  '\u0002',
  '\u0003',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u00ad',
  '\u0338',
  '\u2028',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ufffe',
  '\ufffd',
  '\ud800',
  '😀',
  '\r',
  '\t',
  '```',
  '~~~',
  '`',
  '| a |',
  '|-|',
  '![',
  '](',
  '[^1]',
  '[^1]: ',
  '<!--',
  '-->',
  '<style>',
  '</style>',
  '<svg>',
  '<math>',
  '<table>',
  '<td>',
  '</p>',
  '<p>',
  '<article>',
  '<title>',
  '<pre>',
  '\n\n',
  '\n# ',
  '\n- ',
  '\n> ',
  '    ',
  'title: ',
  'date: ',
  '2025-02-30',
  '&a [*a]',
  '"',
  "'",
  '[',
  '{',
  ': ',
  '* ',
  '-30-',
  'KILL KILL KILL',
  'EMBARGOED UNTIL ',
  'import a from "b"\n',
  '<A b={c} />',
  'on',
  '=',
  '\\',
  '؟',
  '。',
  'ß',
  'İ',
];

const EXTENSIONS = Object.keys(ARTICLE_EXTENSIONS);

/** The longest file that mutations make; bombs may be larger. */
const BYTES_MAX = 200_000;

/** Makes files by number. */
export class FileMaker {
  readonly #seeds = seedFiles();
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The file of that number: the bombs first, then mutations without end. */
  file(number: number): SeedFile {
    const bomb = BOMBS[number];
    if (bomb !== undefined) return { path: bomb[1], bytes: Buffer.from(bomb[2]) };
    const chance = new Chance(this.#seed, number);
    const seed = chance.oneOf(this.#seeds);
    let { bytes } = seed;
    for (let times = 1 + chance.below(6); times > 0; times -= 1) bytes = this.#mutated(bytes, chance);
    const path = chance.below(12) === 0 ? `${seed.path}.${chance.oneOf(EXTENSIONS)}` : seed.path;
    return { path, bytes: bytes.subarray(0, BYTES_MAX) };
  }

  #mutated(bytes: Buffer, chance: Chance): Buffer {
    const at = chance.below(bytes.length + 1);
    switch (chance.below(8)) {
      case 0:
        return flipped(bytes, chance);
      case 1:
        return bytes.subarray(0, at);
      case 2:
        return bytes.subarray(at);
      case 3:
        return Buffer.concat([
          bytes.subarray(0, at),
          spliceOf(chance.oneOf(this.#seeds).bytes, chance),
          bytes.subarray(at),
        ]);
      case 4: {
        const end = Math.min(bytes.length, at + chance.below(200));
        return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
      }
      case 5: {
        const piece = spliceOf(bytes.subarray(at, at + 100), chance);
        return Buffer.concat([
          bytes.subarray(0, at),
          ...Array.from({ length: 1 + chance.below(60) }, () => piece),
          bytes.subarray(at),
        ]);
      }
      default: {
        const tokens = Array.from({ length: 1 + chance.below(8) }, () => chance.oneOf(TOKENS)).join('');
        return Buffer.concat([bytes.subarray(0, at), Buffer.from(tokens), bytes.subarray(at)]);
      }
    }
  }
}

function flipped(bytes: Buffer, chance: Chance): Buffer {
  const copy = Buffer.from(bytes);
  for (let times = 1 + chance.below(12); times > 0 && copy.length > 0; times -= 1) {
    copy[chance.below(copy.length)] = chance.below(256);
  }
  return copy;
}

function spliceOf(bytes: Buffer, chance: Chance): Buffer {
  const start = chance.below(bytes.length + 1);
  return bytes.subarray(start, start + 1 + chance.below(400));
}
