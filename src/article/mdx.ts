/**
 * MDX as Markdown: modules, components and expressions taken out, rendered where their meaning is plain.
 *
 * In: the text of an `.mdx` file below its front matter. Out: Markdown, and a note for each component and expression
 * that is gone; what stands inside a component's tags stays. Nothing is evaluated and no module is read; an imported
 * picture is known by its path.
 */
import { plainLine } from '../base/text.ts';
import type { Fault } from './fault.ts';
import { lineAt } from './file-text.ts';
import { withoutIndentation } from './mdx-indentation.ts';
import { withoutModules } from './mdx-modules.ts';
import { renderedShortcode } from './shortcodes.ts';
import { templateArguments } from './template-arguments.ts';
import { templatePieces } from './template-tags.ts';
import { type RenderedText, TEMPLATE_NOTES_MAX } from './templates.ts';

/** The longest expression or tag. */
const EXPRESSION_CHARACTERS_MAX = 20_000;

/** How many characters may be looked at in vain for the ends of expressions, in one file. */
const LOOKED_AT_MAX = 2_000_000;

const IMPORT = /\bimport\s+(\w+)\s+from\s+["']([^"'\n]+\.\w{2,5})(?:\?[^"'\n]*)?["']/g;
const OPENING = /(?<!\\)\{|<(?=[A-Za-z]|\/[A-Za-z]|\/?>)/g;

/** The name of a heading as Docusaurus has it: `## Why {#why}`. */
const HEADING_ID = /(?:^|\n) {0,3}#{1,6}[ \t][^\n]*\{#[\w-]+\}$/;

/** What frameworks call their links. */
const LINK_COMPONENT = /^(?:Link|NextLink|A|Anchor|ExternalLink)$/;

/** Links too, where they hold their words. */
const LINK_BUTTON = /^(?:Button|LinkButton|ButtonLink)$/;

/** A module in one line, as Docusaurus has them in `.md` files, which it reads as MDX too. */
const MODULE_LINE = /^import\s+(?:[\w*{][^;"'\n]*\sfrom\s+)?(["'])[^"'\n]+\1;?[ \t]*$/m;

/** A comment of JavaScript in braces on a line of its own, which nothing else has. */
const COMMENT_LINE = /^\{\/\*[^\n]*\*\/\}[ \t]*$/gm;

/** Whether a file is MDX: by its name, or by modules or comments outside of code. */
export function isMdx(path: string, text: string): boolean {
  if (/\.mdx$/i.test(path) || (MODULE_LINE.test(text) && withoutModules(text) !== text)) return true;
  const comments = [...text.matchAll(COMMENT_LINE)];
  if (comments.length === 0) return false;
  let next = 0;
  for (const { form, start, end } of templatePieces(text)) {
    if (form !== 'code') continue;
    if (comments[next]!.index < start) return true;
    while (next < comments.length && comments[next]!.index < end) next += 1;
    if (next === comments.length) return false;
  }
  return true;
}

/**
 * The Markdown of an MDX text.
 *
 * @param linesBefore how many lines of the file stand before the text
 */
export function renderedMdx(path: string, text: string, linesBefore: number): RenderedText {
  return new MdxText(path, text, linesBefore).rendered();
}

class MdxText {
  readonly #path: string;
  readonly #text: string;
  readonly #linesBefore: number;
  readonly #imports: ReadonlyMap<string, string>;
  readonly #faults: Fault[] = [];
  #lookedAt = 0;
  #noOpeningBefore = 0;
  /** Where the last brace of a formula ended. */
  #texEnd = -1;

  constructor(path: string, text: string, linesBefore: number) {
    this.#path = path;
    this.#linesBefore = linesBefore;
    this.#imports = new Map([...text.matchAll(IMPORT)].map(([, name, source]) => [name!, source!]));
    this.#text = withoutModules(text);
  }

  rendered(): RenderedText {
    let rendered = '';
    let at = 0;
    for (const piece of templatePieces(this.#text)) {
      if (piece.form !== 'code') continue;
      if (piece.start < at) continue;
      const prose = this.#prose(at, piece.start);
      rendered += prose.text;
      at = Math.max(prose.end, piece.end);
      if (prose.end <= piece.start) rendered += this.#text.slice(piece.start, piece.end);
    }
    rendered += this.#prose(at, this.#text.length).text;
    return { text: withoutIndentation(rendered), faults: this.#faults };
  }

  /** Prose between two offsets; an expression that begins in it may end behind it. */
  #prose(start: number, stop: number): { readonly text: string; readonly end: number } {
    let rendered = '';
    let at = start;
    // between many code spans the next opening is looked for once
    if (this.#noOpeningBefore >= stop) return { text: this.#text.slice(start, stop), end: stop };
    OPENING.lastIndex = start;
    for (
      let found = OPENING.exec(this.#text);
      found !== null && found.index < stop;
      found = OPENING.exec(this.#text)
    ) {
      const opening = found.index;
      const end = this.#endOf(opening);
      if (end !== undefined) {
        rendered += this.#text.slice(at, opening);
        rendered += found[0] === '{' ? this.#expression(opening, end) : this.#tag(opening, end);
        at = end;
      }
      OPENING.lastIndex = end ?? opening + 1;
    }
    OPENING.lastIndex = Math.max(at, start);
    this.#noOpeningBefore = OPENING.exec(this.#text)?.index ?? this.#text.length;
    if (at >= stop) return { text: rendered, end: at };
    return { text: rendered + this.#text.slice(at, stop), end: stop };
  }

  /** Just behind the brace or bracket that closes the one at `start`. */
  #endOf(start: number): number | undefined {
    const isTag = this.#text[start] === '<';
    const stop = Math.min(this.#text.length, start + EXPRESSION_CHARACTERS_MAX);
    let depth = 0;
    for (let at = start; at < stop && this.#lookedAt < LOOKED_AT_MAX; at += 1) {
      const character = this.#text[at]!;
      this.#lookedAt += 1;
      if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
      else if (/["'`]/.test(character) && (isTag || depth > 0)) {
        const close = this.#text.indexOf(character, at + 1);
        if (close > 0 && close < at + 2_000) at = close;
      }
      if (depth === 0 && (isTag ? character === '>' : character === '}')) {
        this.#lookedAt -= at - start;
        return at + 1;
      }
    }
    return undefined;
  }

  #expression(start: number, end: number): string {
    const inside = this.#text.slice(start + 1, end - 1).trim();
    if (this.#isTex(start, inside)) {
      this.#texEnd = end;
      return this.#text.slice(start, end);
    }
    if (HEADING_ID.test(this.#text.slice(Math.max(0, start - 300), end))) return '';
    if (/^\/\*\s*truncate\s*\*\/$/.test(inside)) return '<!--truncate-->';
    if (inside === '' || /^\/\*[\s\S]*\*\/$/.test(inside)) return '';
    const [, , literal] = /^(["'`])([^"'`$]*)\1$/.exec(inside) ?? [];
    if (literal !== undefined) return literal;
    return this.#lost(start, end, 'an expression');
  }

  /** Braces of a formula: behind a command or another such brace, or with a command in them. */
  #isTex(start: number, inside: string): boolean {
    const before = this.#text.slice(Math.max(0, start - 20), start);
    return (
      start === this.#texEnd ||
      /(?:[\^_]|\\[A-Za-z]{1,18})$/.test(before) ||
      (/\\[A-Za-z]/.test(inside) && !/["'`]/.test(inside))
    );
  }

  /** Elements of HTML keep what can be known of their attributes; components are rendered or go. */
  #tag(start: number, end: number): string {
    const tag = this.#text.slice(start, end);
    const [, slash, name = '', given = ''] = /^<(\/?)([\w.:-]*)([\s\S]*?)\/?>$/.exec(tag) ?? [];
    if (/^<[a-z][a-z0-9+.-]*:[^\s<>]*>$/i.test(tag)) return tag;
    if (name === '') return '';
    const attributes = this.#attributes(given);
    if (/^[a-z][a-z0-9]*$/.test(name)) return slash === '/' ? tag : `<${name}${attributes}>`;
    if (LINK_COMPONENT.test(name) || (LINK_BUTTON.test(name) && !tag.endsWith('/>')))
      return slash === '/' ? '</a>' : `<a${/\shref="[^"]*"/.exec(attributes)?.[0] ?? ''}>`;
    if (slash === '/') return '';
    const rendered = renderedShortcode(name, templateArguments(attributes));
    if (rendered === undefined) return this.#lost(start, end, 'a component');
    const isLine =
      /(?:^|\n)[ \t]*$/.test(this.#text.slice(Math.max(0, start - 50), start)) && this.#text[end] === '\n';
    // a picture would make HTML of the line below it, and a title is a paragraph of its own
    return isLine ? `${rendered.trimEnd()}\n` : rendered;
  }

  /** `src={hero}` as the path imported, `title={"a"}` as text; what would have to be evaluated goes. */
  #attributes(given: string): string {
    return given.replace(
      /(\s[\w:-]+)\s*=\s*\{\s*(?:(["'`])([^"'`{}$]*)\2|([\w.]+))\s*\}|\s(?:[\w:-]+\s*=\s*)?\{(?:[^{}]|\{[^{}]*\})*\}/g,
      (_, name?: string, _quote?: string, literal?: string, word?: string) => {
        const value =
          literal ??
          (word === undefined
            ? undefined
            : (this.#imports.get(word.replace(/\.src$/, '')) ?? numberIn(word)));
        return name === undefined || value === undefined
          ? ''
          : `${name}="${value.replaceAll('"', '&quot;')}"`;
      },
    );
  }

  #lost(start: number, end: number, kind: string): string {
    if (this.#faults.length >= TEMPLATE_NOTES_MAX) return '';
    const written = plainLine(this.#text.slice(start, Math.min(end, start + 60)).toWellFormed());
    this.#faults.push({
      path: this.#path,
      line: this.#linesBefore + lineAt(this.#text, start),
      column: start - this.#text.lastIndexOf('\n', start - 1),
      severity: 'note',
      what: `\`${written}${end - start > 60 ? '…' : ''}\` is ${kind} of MDX and is left out; write Markdown or HTML instead`,
    });
    return '';
  }
}

function numberIn(word: string): string | undefined {
  return /^\d{1,6}$/.test(word) ? word : undefined;
}
