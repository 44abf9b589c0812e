/**
 * Components and directives of Nuxt Content, Astro and Starlight: `::callout{title="Mind it"}` … `::`,
 * `::github{repo="a/b"}`, `:badge[New]{type="tip"}`; and the code that VitePress takes from files: `<<< @/a.js`.
 * So go the queries of Obsidian.
 *
 * In: Markdown. Out: Markdown with what they hold and what can be shown of them, and a note for each of which nothing
 * is left. Their slots (`#title`) and their fields between `---` lines are no text. Boxes of three colons are
 * admonitions.ts'. Other code is not looked into.
 */
import { plainLine } from '../base/text.ts';
import type { Fault } from './fault.ts';
import { lineAt } from './file-text.ts';
import { renderedShortcode } from './shortcodes.ts';
import { argument, templateArguments } from './template-arguments.ts';
import { templatePieces } from './template-tags.ts';
import { type RenderedText, TEMPLATE_NOTES_MAX } from './templates.ts';

const OPENING = /^([ \t]*)::([A-Za-z][\w-]{0,60})(?:\[([^\]\n]*)\])?(?:\{([^\n]*)\})?[ \t]*$/;
const CLOSING = /^[ \t]*::[ \t]*$/;
const SLOT = /^[ \t]*#[A-Za-z][\w-]*[ \t]*$/;
/** Not behind what makes a word of it: `a:b[c]`. */
const INLINE =
  /(?<![\w:`\\/@.)\]"'}]):([A-Za-z][\w-]{0,60})(?:\[([^[\]\n]{1,200})\](?:\{([^{}\n]{0,500})\})?|\{([^{}\n]{1,500})\})/g;

/** A file of the site's own that VitePress would have shown as code, or MkDocs as text. */
const SNIPPET = /^(?:<<<[ \t]+[@.~/]\S+.*|[ \t]*-+8<-+[ \t]+["'].*)$/;

/** What a plug-in of Obsidian makes lists and tables of. */
const QUERY = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*dataview(?:js)?[ \t]*$/;

/** The most lines of one component's fields. */
const FIELD_LINES_MAX = 100;

/** Tells of a component of which nothing is left. */
type Tell = (lineOf: () => number, written: string) => void;

/**
 * The Markdown without components.
 *
 * @param linesBefore how many lines of the file stand before the text
 */
export function renderedComponents(path: string, text: string, linesBefore: number): RenderedText {
  if (
    !/^[ \t]*::[A-Za-z]|^<<<[ \t]+[@.~/]|-8<-|^[ \t>]*[`~]{3,}[ \t]*dataview|(?<![\w:]):[A-Za-z][\w-]{0,60}[[{]/m.test(
      text,
    )
  )
    return { text, faults: [] };
  const faults: Fault[] = [];
  const tell: Tell = (lineOf, written) => {
    if (faults.length >= TEMPLATE_NOTES_MAX) return;
    const what = `\`${plainLine(written).slice(0, 60).toWellFormed()}\` is a component and is left out; write Markdown or HTML instead`;
    faults.push({ path, line: linesBefore + lineOf(), severity: 'note', what });
  };
  return { text: withoutBlocks(withoutInline(text, tell), tell), faults };
}

function withoutInline(text: string, tell: Tell): string {
  let rendered = '';
  let at = 0;
  const prose = (from: number, to: number) =>
    text.slice(from, to).replace(INLINE, (whole, name, words, behind, alone, offset: number) => {
      const shown = shownOf(name, words, behind ?? alone ?? '');
      if (shown === undefined) tell(() => lineAt(text, from + offset), whole);
      return shown ?? '';
    });
  for (const piece of templatePieces(text)) {
    if (piece.form !== 'code') continue;
    rendered += prose(at, piece.start) + text.slice(piece.start, piece.end);
    at = piece.end;
  }
  return rendered + prose(at, text.length);
}

function withoutBlocks(text: string, tell: Tell): string {
  const lines = text.split('\n');
  const codes = codeLines(text);
  const closed = closedOpenings(lines, codes);
  /** How far what stands in each open component is indented. */
  const open: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const indent = open.at(-1) ?? '';
    const line = lines[at]!.startsWith(indent) ? lines[at]!.slice(indent.length) : lines[at]!;
    lines[at] = line;
    if (QUERY.test(line)) {
      tell(() => at + 1, line);
      lines[at] = '';
      for (; codes.has(at + 1); at += 1) lines[at + 1] = '';
    }
    if (codes.has(at)) continue;
    if (open.length > 0 && (CLOSING.test(line) || SLOT.test(line))) {
      if (CLOSING.test(line)) open.pop();
      lines[at] = '';
      continue;
    }
    if (SNIPPET.test(line)) {
      tell(() => at + 1, line);
      lines[at] = '';
      continue;
    }
    const component = componentAt(lines, at, closed.has(at));
    if (component === undefined) continue;
    if (component.isLost) tell(() => at + 1, line.trim());
    for (const [below, written] of component.written.entries()) lines[at + below] = written;
    if (closed.has(at)) open.push(component.indent);
    at += component.written.length - 1;
  }
  return lines.join('\n');
}

/** A component that a line opens. */
interface BlockComponent {
  readonly indent: string;
  /** What is written in the place of its line and of its fields, line by line. */
  readonly written: readonly string[];
  readonly isLost: boolean;
}

function componentAt(lines: readonly string[], at: number, isClosed: boolean): BlockComponent | undefined {
  const [opening, indent = '', name = '', label, given] = OPENING.exec(lines[at]!) ?? [];
  if (opening === undefined || (!isClosed && given === undefined && label === undefined)) return undefined;
  const fields = isClosed ? fieldsBelow(lines, at + 1) : [];
  const below = at + 1 + fields.length;
  const first = lines.slice(below, below + 5).find((line) => line.trim() !== '');
  const isEmpty = !isClosed || CLOSING.test(first ?? '');
  const shown = shownOf(name, label, `${given ?? ''} ${fields.join(' ')}`, !isEmpty);
  // what it holds is a paragraph of its own
  const parted = shown !== undefined && fields.length === 0 ? `${shown}\n` : (shown ?? '');
  return { indent, written: [parted, ...fields.map(() => '')], isLost: shown === undefined && isEmpty };
}

/** The lines that stand wholly in code. */
function codeLines(text: string): ReadonlySet<number> {
  const lines = new Set<number>();
  let line = 0;
  let at = 0;
  for (const { form, start, end } of templatePieces(text)) {
    for (; at < start; at += 1) if (text[at] === '\n') line += 1;
    const first = line;
    for (; at < end; at += 1) if (text[at] === '\n') line += 1;
    if (form === 'code' && line > first) for (let code = first; code <= line; code += 1) lines.add(code);
  }
  return lines;
}

/** The lines that open what a line `::` closes. */
function closedOpenings(lines: readonly string[], codes: ReadonlySet<number>): ReadonlySet<number> {
  const closed = new Set<number>();
  const open: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (codes.has(at)) continue;
    if (OPENING.test(line)) open.push(at);
    else if (CLOSING.test(line)) {
      const opening = open.pop();
      if (opening !== undefined) closed.add(opening);
    }
  }
  return closed;
}

/** The lines between `---` and `---` below an opening, both included. */
function fieldsBelow(lines: readonly string[], from: number): readonly string[] {
  if (lines[from]?.trim() !== '---') return [];
  const to = lines.slice(from + 1, from + FIELD_LINES_MAX).findIndex((line) => line.trim() === '---');
  return to < 0 ? [] : lines.slice(from, from + to + 2);
}

/** What readers can be shown in a component's place; '' for what is only looks. */
function shownOf(
  name: string,
  label: string | undefined,
  given: string,
  hasText = false,
): string | undefined {
  const args = templateArguments(given.replace(/(?<!\S)#(?=[\w-])/, 'id=').replace(/(?<!\S):(?=\w)/g, ''));
  const rendered = label === undefined ? renderedShortcode(name, args)?.trim() : undefined;
  if (rendered !== undefined && rendered !== '') return rendered;
  const title = label ?? argument(args, ['title', 'label', 'text', 'alt']);
  const address = argument(args, ['to', 'href', 'url', 'link']);
  if (
    address !== undefined &&
    /^(?:https?:\/\/|\/|\.{1,2}\/)/.test(address) &&
    (title !== undefined || !hasText)
  )
    return `[${title ?? address}](${address})`;
  if (title !== undefined) return hasText ? `**${title}**` : title;
  return /icon|badge|divider|spacer/i.test(name) ? '' : undefined;
}
