/**
 * Templates of site generators in the text of an article: rendered where everybody means the same by them, left out
 * with a note where only their own site can render them, never printed.
 *
 * In: the text below the front matter. Out: Markdown or HTML without shortcodes (Hugo, Zola), Liquid and Nunjucks
 * tags, and a note for each that is gone. Nothing is evaluated and no file is read. Code is not looked into, but for
 * what generators write there to escape their own tags.
 */
import { plainLine } from '../base/text.ts';
import { branchesIn } from './branches.ts';
import { capturesIn } from './captures.ts';
import type { Fault } from './fault.ts';
import { type Field, NO_FIELDS } from './field.ts';
import { lineAt } from './file-text.ts';
import { GrownText } from './grown-text.ts';
import { addressInPlace, isAddressPlace } from './template-addresses.ts';
import { type Outcome, outcomeOf, unescapedCode } from './template-outcomes.ts';
import { type TemplatePiece, templatePieces } from './template-tags.ts';

/** A text without templates. */
export interface RenderedText {
  readonly text: string;
  /** Of severity `note`; lines are the file's. */
  readonly faults: readonly Fault[];
}

/** The most notes about one file. */
export const TEMPLATE_NOTES_MAX = 50;

const BEGINNINGS = ['{{', '{%', '{#', '<%'] as const;

/**
 * Renders what can be rendered and takes out the rest.
 *
 * @param fields the article's own, which decide conditions
 * @param written how a replacement, which is Markdown or HTML, is written in this text
 * @param path relative to the articles folder
 * @param linesBefore how many lines of the file stand before the text
 */
export function renderedTemplates(
  path: string,
  text: string,
  linesBefore: number,
  written: (replacement: string) => string = (replacement) => replacement,
  fields: ReadonlyMap<string, Field> = NO_FIELDS,
): RenderedText {
  if (!BEGINNINGS.some((beginning) => text.includes(beginning))) return { text, faults: [] };
  const faults: Fault[] = [];
  const pieces = [...templatePieces(text)];
  const captures = capturesIn(text, pieces);
  const branches = branchesIn(pieces, fields);
  const isCommentedOut = commentsOf(text);
  const budget = { tags: PAIR_TAGS_MAX };
  const rendered = new GrownText();
  let at = 0;
  let renderedTo = -1;
  const note = (piece: TemplatePiece, reason: () => string) => {
    if (faults.length < TEMPLATE_NOTES_MAX && !isCommentedOut(piece.start))
      faults.push(noteOf(path, text, piece, linesBefore, reason()));
  };
  const renderedWithin = (inner: string, lines: number): string => {
    const within = renderedTemplates(path, inner, lines, written, fields);
    faults.push(...within.faults.slice(0, TEMPLATE_NOTES_MAX - faults.length));
    return within.text;
  };
  for (let next = 0; next < pieces.length; next += 1) {
    const piece = pieces[next]!;
    if (piece.start < at) continue;
    rendered.add(text.slice(at, piece.start));
    at = piece.end;
    if (piece.form === 'code') {
      rendered.add(unescapedCode(text.slice(piece.start, piece.end)));
      continue;
    }
    at = captures.kept.get(piece.start) ?? at;
    const shown = captures.shown.get(piece.start);
    if (at > piece.end || shown !== undefined) {
      if (shown === undefined) continue;
      const inner = renderedWithin(shown, linesBefore + lineAt(text, piece.start) - 1);
      rendered.add(isAddressPlace(rendered.tail) ? inner : `\n\n${inner}\n\n`);
      continue;
    }
    const before = piece.start === renderedTo ? '' : text.slice(Math.max(0, piece.start - 21), piece.start);
    const branchEnd = branches.gone.get(piece.start);
    if (branchEnd !== undefined || branches.decided.has(piece.start)) {
      if (branches.passed.has(piece.start)) note(piece, () => UNDECIDED);
      at = branchEnd ?? at;
      continue;
    }
    const outcome = outcomeOf(piece, before, path);
    if (outcome === undefined) {
      rendered.add(text.slice(piece.start, piece.end));
      continue;
    }
    const { until } = outcome;
    const closeAt = until === undefined ? -1 : closingOf(pieces, next, until, budget);
    const isUnclosed = until?.isText === true && closeAt < 0 && outcome.text === '';
    if (outcome.isLost === true || isUnclosed) {
      const isShown = outcome.until === undefined || outcome.until.isText === true;
      note(piece, () => (isShown && isPair(pieces, next) ? UNFRAMED : LEFT_OUT));
    }
    if (until === undefined || closeAt < 0) {
      if (outcome.text.startsWith('**') && !AT_LINE_START.test(rendered.tail)) rendered.add('\n\n');
      rendered.add(
        outcome.isAddress === true
          ? written(addressInPlace(outcome.text, rendered.tail))
          : written(sourceInPlace(outcome.text, before)),
      );
      if (startsHtmlBlock(outcome.text) && isLineAbove(text, piece.start, at)) rendered.add('\n');
      // what would stand indented behind nothing, would be code
      if (outcome.text === '' && /(?:^|\n)$/.test(rendered.tail))
        at += /^[ \t]*(?=\S)/.exec(text.slice(at, at + 100))?.[0].length ?? 0;
      renderedTo = at;
      continue;
    }
    const close = pieces[closeAt]!;
    let inner = text.slice(piece.end, close.start);
    if (until.isText === true) {
      inner = renderedWithin(inner, linesBefore + lineAt(text, piece.end) - 1);
    }
    rendered.add(written(until.render(inner)));
    at = close.end;
    next = closeAt;
  }
  rendered.add(text.slice(at));
  return { text: rendered.toString(), faults };
}

/** Where a title may begin: at the start of a line, behind what begins a list or a quotation. */
const AT_LINE_START = /(?:^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*$/;

/** A picture that stands where an address does (`![a]({% asset_path b.png %})`) is its address. */
function sourceInPlace(text: string, before: string): string {
  const [, source] = /^<img src="([^"]*)"/.exec(text) ?? [];
  return source !== undefined && /(?:\]\(|=["']?)\s*$/.test(before) ? source : text;
}

/** Tells of places, asked for in their order, whether they are commented out, so that nothing is lost there. */
function commentsOf(text: string): (at: number) => boolean {
  let start = -1;
  let end = 0;
  return (at) => {
    while (end < at && start < text.length) {
      const next = text.indexOf('<!--', end);
      start = next < 0 ? text.length : next;
      const close = text.indexOf('-->', start);
      end = close < 0 ? text.length : close;
    }
    return start < at && at < end;
  };
}

/** A line of Markdown below; HTML, and what stands as deep as only HTML has it, goes on without an empty line. */
const PARAGRAPH_BELOW =
  /^[ \t]*\n(?![ \t]*<(?:\/|(?:div|figure|img|p|table|section|center)\b)|(?: {4}|\t)[ \t]*\{)[ \t]*\S/;

/** Whether a tag stands on a line of its own, and Markdown on the next. */
function isLineAbove(text: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 50), start)) &&
    PARAGRAPH_BELOW.test(text.slice(end, end + 100))
  );
}

/** Whether a line of it would make HTML of the lines below, up to an empty one. */
function startsHtmlBlock(text: string): boolean {
  return /^<(?:figure|img|video|audio)\b/.test(text);
}

/** How many tags may be looked at to find the ends of pairs, in one file. */
const PAIR_TAGS_MAX = 20_000;

function closingOf(
  pieces: readonly TemplatePiece[],
  from: number,
  until: NonNullable<Outcome['until']>,
  budget: { tags: number },
): number {
  for (let at = from + 1; at < pieces.length && budget.tags > 0; at += 1) {
    budget.tags -= 1;
    const piece = pieces[at]!;
    if (piece.form === until.form && until.name.test(piece.inside)) return at;
  }
  return -1;
}

/** How many tags behind one are looked at for its end. */
const PAIR_DISTANCE_MAX = 100;

/** Whether a tag has an end, so that the words between them are shown. */
function isPair(pieces: readonly TemplatePiece[], at: number): boolean {
  const piece = pieces[at]!;
  if (piece.form === 'code') return false;
  const [, name] = /^[-@]?\s*([\w./-]+)/.exec(piece.inside) ?? [];
  const behind = pieces.slice(at + 1, at + PAIR_DISTANCE_MAX);
  return (
    name !== undefined &&
    behind.some(
      (other) =>
        other.form === piece.form &&
        (ENDING.exec(other.inside)?.[1] === name || (isZolas(piece.inside) && other.inside.trim() === 'end')),
    )
  );
}

/** Zola ends all that is written as a call by `{% end %}`. */
function isZolas(inside: string): boolean {
  return /^\s*\w+\s*\(/.test(inside);
}

const ENDING = /^-?\s*(?:\/\s*|end)([\w./-]+?)\s*-?$/;

const UNFRAMED =
  'is a template and is left out, and only the text up to its end is shown; write Markdown or HTML instead';
const LEFT_OUT = 'is a template and is left out; write Markdown or HTML instead';
const UNDECIDED =
  'asks for what only the site knows: what stands behind it is left out, and another branch shown; write what is to be read instead';

function noteOf(
  path: string,
  text: string,
  { start, end }: TemplatePiece,
  linesBefore: number,
  reason: string,
): Fault {
  const tag = plainLine(text.slice(start, Math.min(end, start + 60)).toWellFormed());
  const what = `\`${tag}${end - start > 60 ? '…' : ''}\` ${reason}`;
  const column = start - text.lastIndexOf('\n', start - 1);
  return { path, line: linesBefore + lineAt(text, start), column, severity: 'note', what };
}
