/**
 * The paragraphs of wire copy (T-16 … T-19).
 *
 * In: lines. Out: blocks: paragraphs, lists, crossheads. Two habits are told apart: in block mode blank lines part
 * the paragraphs and lines may be hard-wrapped; in line mode every line is a paragraph.
 */
import type { WireLine } from './wire-lines.ts';

/** A piece of the body, in order. */
export interface WireBlock {
  readonly kind: 'paragraph' | 'crosshead' | 'list';
  /** One text, or the items of a list without their bullets. */
  readonly texts: readonly string[];
  /** Where it begins in the file. */
  readonly line: number;
}

const WRAP_CHARACTERS_MIN = 40;
/** The longest line that a program broke off. */
export const WRAP_CHARACTERS_MAX = 100;
const INDENT_COLUMNS_MIN = 3;
const CROSSHEAD_CHARACTERS_MAX = 60;

const BULLET = /^(?:\*\*|[*•‣▪●-]|–(?=\s))\s+(?=\S)/u;
const SENTENCE_END = /[.!?…:]["'”’»)\]]*$/u;

/** Whether a line is an item of a list. En dashes are not: whole languages open speech with them. */
export function isBullet(line: string): boolean {
  return /^(?:\*\*|[*•‣▪●-])\s+(?=.*[\p{L}\p{N}])/u.test(line);
}

/** Whether blank lines, or indents in hard-wrapped text, part the paragraphs (T-16, T-17). */
export function isBlockMode(lines: readonly WireLine[]): boolean {
  if (lines.some((line, at) => at > 0 && line.startsBlock)) return true;
  const starts = lines.filter(isIndented).length;
  if (starts < 2 || lines.some((line) => line.text.length > WRAP_CHARACTERS_MAX)) return false;
  return starts < lines.length / 2 || lines.some((line, at) => at > 0 && isGoingOn(lines[at - 1]!, line));
}

/** Whether an indented paragraph goes on in a line at the margin. */
function isGoingOn(previous: WireLine, line: WireLine): boolean {
  return (
    isIndented(previous) &&
    !isIndented(line) &&
    isContinued(previous.text, line.text, Number.POSITIVE_INFINITY)
  );
}

function isIndented(line: WireLine): boolean {
  return line.indent >= INDENT_COLUMNS_MIN;
}

/** The blocks of a body. */
export function blocksOf(lines: readonly WireLine[], blockMode: boolean): readonly WireBlock[] {
  const blocks: WireBlock[] = [];
  for (const run of runsOf(lines, blockMode)) {
    if (run.length >= 2 && isBullet(run[0]!.text)) {
      blocks.push({
        kind: 'list',
        texts: run.map((line) => line.text.replace(BULLET, '')),
        line: run[0]!.number,
      });
    } else if (blockMode && isHardWrapped(run)) {
      blocks.push({ kind: 'paragraph', texts: [joinedLines(run)], line: run[0]!.number });
    } else {
      for (const line of run) blocks.push({ kind: 'paragraph', texts: [line.text], line: line.number });
    }
  }
  return blockMode
    ? blocks.map((block, at) => (isCrosshead(blocks, at) ? { ...block, kind: 'crosshead' } : block))
    : blocks;
}

/** A hyphen that a letter stands before and a small word behind; `Ein- und Ausfuhr` keeps its blank. */
const BROKEN_WORD = /\p{L}-$/u;
const BEHIND_HANGING_HYPHEN = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|en|of)(?!\p{L})/iu;

/** The text of lines that a program broke. A word broken at a hyphen keeps the hyphen, since it may be the word's own. */
export function joinedLines(run: readonly WireLine[]): string {
  let joined = '';
  for (const { text } of run) {
    const isBroken = BROKEN_WORD.test(joined) && /^\p{Ll}/u.test(text) && !BEHIND_HANGING_HYPHEN.test(text);
    joined += joined === '' || isBroken ? text : ` ${text}`;
  }
  return joined;
}

/** Lines that belong together: a block, an indented paragraph of it, a list. */
function* runsOf(lines: readonly WireLine[], blockMode: boolean): Generator<readonly WireLine[]> {
  const margin = lines.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  let run: WireLine[] = [];
  for (const line of lines) {
    const previous = run.at(-1);
    if (previous !== undefined && startsRun(previous, line, blockMode, margin)) {
      yield run;
      run = [];
    }
    run.push(line);
  }
  if (run.length > 0) yield run;
}

function startsRun(previous: WireLine, line: WireLine, blockMode: boolean, margin: number): boolean {
  if (isBullet(previous.text) || isBullet(line.text))
    return !(isBullet(previous.text) && isBullet(line.text));
  return blockMode && (line.startsBlock || line.indent >= margin + INDENT_COLUMNS_MIN);
}

/**
 * Whether a program broke the lines: every line but the last 40 … 100 characters long and none longer. Three lines
 * or more that all end a sentence are short paragraphs, and so are two that are both indented (T-17).
 */
export function isHardWrapped(run: readonly WireLine[]): boolean {
  if (run.length < 2) return false;
  if (isNarrow(run)) return true;
  const lengths = run.map((line) => line.text.length);
  const isWrap = lengths.every(
    (length, at) => length <= WRAP_CHARACTERS_MAX && (at === run.length - 1 || length >= WRAP_CHARACTERS_MIN),
  );
  const isShort = run.length >= 3 || run.every(isIndented);
  return isWrap && !(isShort && run.every((line) => SENTENCE_END.test(line.text)));
}

/** The narrowest column. */
const COLUMN_CHARACTERS_MIN = 25;

/**
 * Whether the lines are those of a narrow column, shorter than a program would be told by their length alone: three at
 * least, no word could have stood in the line above, and sentences run over most of their ends.
 */
function isNarrow(run: readonly WireLine[]): boolean {
  if (run.length < 3 || run.some(({ text }) => /\s{2}/.test(text))) return false;
  const widest = Math.max(...run.map(({ text }) => text.length));
  if (widest > WRAP_CHARACTERS_MIN + 5) return false;
  const next = run.slice(1);
  const isFull = next.every(({ text }, at) => {
    const { length } = run[at]!.text;
    return length >= COLUMN_CHARACTERS_MIN && length + 1 + text.search(/\s|$/u) > widest;
  });
  return isFull && next.filter(({ text }) => /^\p{Ll}/u.test(text)).length >= next.length / 2;
}

/**
 * Whether `next` goes on with the sentence that `line` left: `next` starts small, or its first word would not have
 * fitted into the widest line.
 */
export function isContinued(line: string, next: string, widest: number): boolean {
  if (SENTENCE_END.test(line)) return false;
  if (/^[\p{Ll}\d,;)]/u.test(next)) return true;
  return line.length + 1 + next.search(/\s|$/u) > widest;
}

/** A short title between paragraphs (T-19); a row of a table or of several titles is none. */
function isCrosshead(blocks: readonly WireBlock[], at: number): boolean {
  if (at === 0 || at === blocks.length - 1 || !isTitle(blocks[at]!)) return false;
  return !isTitle(blocks[at - 1]!) && !isTitle(blocks[at + 1]!);
}

function isTitle({ kind, texts }: WireBlock): boolean {
  const [text = ''] = texts;
  if (kind !== 'paragraph' || /\s{2}|\d\D+\d/.test(text)) return false;
  if (text.length > CROSSHEAD_CHARACTERS_MAX || /[.!?…,:;"'”’)\]]$/u.test(text) || /^["'“‘(]/u.test(text))
    return false;
  const words = text.split(/\s+/).filter((word) => word.replace(/\P{L}/gu, '').length > 3);
  return words.length > 0 && words.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word)) && /^\p{Lu}/u.test(text);
}
