/**
 * Articles that nobody wrote: the same files on every machine, for measurements.
 *
 * Words, dates, tags and authors come from a seed. Nothing of them is anybody's text.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is made. */
export interface MadeUpFolder {
  readonly count: number;
  /** Size of one file, about. */
  readonly bytes: number;
}

/** One article of such a folder. */
export interface MadeUpArticle {
  /** Relative to the folder. */
  readonly path: string;
  readonly headline: string;
  readonly text: string;
}

const SECTIONS = 10;
const TAGS = 100;
const AUTHORS = 20;
/** The first article's instant: a million of them lie in the past. */
const FIRST_MS = Date.UTC(1991, 0, 1);
const APART_MS = 17 * 60_000;

/** Writes the files, and answers the last one, which is the newest. */
export function writeMadeUpArticles(folder: string, { count, bytes }: MadeUpFolder): MadeUpArticle {
  for (let section = 0; section < SECTIONS; section++)
    mkdirSync(join(folder, `section-${section}`), { recursive: true });
  for (let number = 0; number < count; number++) {
    const { path, text } = madeUpArticle(number, bytes);
    writeFileSync(join(folder, path), text);
  }
  return madeUpArticle(count - 1, bytes);
}

/** Article `number`: the same whatever stands before it. */
export function madeUpArticle(number: number, bytes: number): MadeUpArticle {
  const draw = seeded(number + 1);
  const headline = `${sentence(draw, 6).slice(0, -1)} ${number}`;
  const tags = Array.from({ length: 3 }, () => `tag-${draw(TAGS)}`);
  const head = [
    '---',
    `title: ${headline}`,
    `date: ${new Date(FIRST_MS + number * APART_MS).toISOString()}`,
    `tags: [${[...new Set(tags)].join(', ')}]`,
    `author: ${capital(word(seeded(9000 + (number % AUTHORS))))} Example`,
    '---',
    '',
  ].join('\n');
  let text = head;
  for (let block = 0; text.length < bytes; block++) text += `\n${markdownBlock(draw, block)}\n`;
  return { path: `section-${number % SECTIONS}/article-${number}.md`, headline, text };
}

type Draw = (below: number) => number;

function markdownBlock(draw: Draw, block: number): string {
  if (block % 6 === 3) return `## ${sentence(draw, 4).slice(0, -1)}`;
  if (block % 6 === 5) return Array.from({ length: 4 }, () => `- ${sentence(draw, 7)}`).join('\n');
  const plain = Array.from({ length: 4 }, () => sentence(draw, 8 + draw(9)));
  const linked = `${capital(word(draw))} [${word(draw)} ${word(draw)}](https://example.org/${word(draw)}) and **${word(draw)}** ${word(draw)}.`;
  return [...plain, linked].join(' ');
}

function sentence(draw: Draw, words: number): string {
  return `${capital(Array.from({ length: words }, () => word(draw)).join(' '))}.`;
}

const SYLLABLES =
  'ba be bi bo da de do fa fi ga go ka ke ki la le lo ma me mi na ne no pa pe ra re ri sa se so ta te ti to va ve'.split(
    ' ',
  );

/** How many words the language has. */
const WORDS = 5_000;

/** A word is as frequent as its rank is low, as in every language (Zipf): what compressors meet depends on it. */
function word(draw: Draw): string {
  return wordOfRank(Math.floor(WORDS ** (draw(1_000_000) / 1_000_000)));
}

const words: string[] = [];

function wordOfRank(rank: number): string {
  const draw = seeded(-1 - rank);
  words[rank] ??= Array.from(
    { length: (rank < 60 ? 1 : 2) + draw(3) },
    () => SYLLABLES[draw(SYLLABLES.length)],
  ).join('');
  return words[rank];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whole numbers below a bound, always the same ones (mulberry32). */
function seeded(seed: number): Draw {
  let state = Math.imul(seed, 0x9e3779b1);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
