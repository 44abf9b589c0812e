/**
 * Templates of site generators in the text of an article: rendered where everybody means the same by them, left out
 * with a note where only their own site can render them, never printed (issue 3).
 *
 * In: the text below the front matter. Out: Markdown or HTML without shortcodes (Hugo, Zola), Liquid and Nunjucks
 * tags, and a note for each that is gone. Nothing is evaluated and no file is read. Code is not looked into, but for
 * what generators write there to escape their own tags.
 */
import { plainLine } from '../base/text.ts';
import type { Fault } from './fault.ts';
import { lineAt } from './file-text.ts';
import { renderedShortcode } from './shortcodes.ts';
import { addressInPlace, BEFORE_CHARACTERS, contentAddress, postAddress } from './template-addresses.ts';
import { argument, templateArguments } from './template-arguments.ts';
import { type TagForm, type TemplatePiece, templatePieces } from './template-tags.ts';

/** A text without templates. */
export interface RenderedText {
  readonly text: string;
  /** Of severity `note`; lines are the file's. */
  readonly faults: readonly Fault[];
}

/** The most notes about one file. */
export const TEMPLATE_NOTES_MAX = 50;

type Tag = Exclude<TemplatePiece, { readonly form: 'code' }>;

/** What becomes of a tag: its replacement, and whether something is lost that a note must tell. */
interface Outcome {
  readonly text: string;
  readonly isLost?: boolean;
  /** The text is an address: a link's own, or to be made a link in running text. */
  readonly isAddress?: boolean;
  /** The tag that ends what this one begins, when all between goes or is kept as it is. */
  readonly until?: {
    readonly form: TagForm;
    readonly name: RegExp;
    readonly render: (inner: string) => string;
  };
}

const GONE: Outcome = { text: '' };
const LOST: Outcome = { text: '', isLost: true };

/**
 * Renders what can be rendered and takes out the rest.
 *
 * @param path relative to the articles folder
 * @param linesBefore how many lines of the file stand before the text
 */
export function renderedTemplates(path: string, text: string, linesBefore: number): RenderedText {
  if (!text.includes('{{') && !text.includes('{%') && !text.includes('{#')) return { text, faults: [] };
  const faults: Fault[] = [];
  const pieces = [...templatePieces(text)];
  const budget = { tags: PAIR_TAGS_MAX };
  let rendered = '';
  let at = 0;
  let renderedTo = -1;
  for (let next = 0; next < pieces.length; next += 1) {
    const piece = pieces[next]!;
    if (piece.start < at) continue;
    rendered += text.slice(at, piece.start);
    at = piece.end;
    if (piece.form === 'code') {
      rendered += unescapedCode(text.slice(piece.start, piece.end));
      continue;
    }
    const before = piece.start === renderedTo ? '' : text.slice(Math.max(0, piece.start - 21), piece.start);
    const outcome = outcomeOf(piece, before, path);
    if (outcome === undefined) {
      rendered += text.slice(piece.start, piece.end);
      continue;
    }
    if (outcome.isLost === true && faults.length < TEMPLATE_NOTES_MAX)
      faults.push(noteOf(path, text, piece, linesBefore));
    const { until } = outcome;
    const closeAt = until === undefined ? -1 : closingOf(pieces, next, until, budget);
    if (until === undefined || closeAt < 0) {
      rendered +=
        outcome.isAddress === true
          ? addressInPlace(outcome.text, rendered.slice(-BEFORE_CHARACTERS))
          : outcome.text;
      if (
        startsHtmlBlock(outcome.text) &&
        /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, piece.start - 50), piece.start)) &&
        /^[ \t]*\n[ \t]*\S/.test(text.slice(at, at + 100))
      )
        rendered += '\n';
      renderedTo = at;
      continue;
    }
    const close = pieces[closeAt]!;
    rendered += until.render(text.slice(piece.end, close.start));
    at = close.end;
    next = closeAt;
  }
  return { text: rendered + text.slice(at), faults };
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

/**
 * What becomes of a tag; undefined where it is none, and stays as it is.
 *
 * @param before what stands directly before it
 */
function outcomeOf(tag: Tag, before: string, path: string): Outcome | undefined {
  switch (tag.form) {
    case '{{<':
    case '{{%':
      return hugoOutcome(tag, path);
    case '{{':
      return expressionOutcome(tag, before);
    case '{%':
      return liquidOutcome(tag, path);
    case '{#':
      return /^[\s-]/.test(tag.inside) ? GONE : undefined;
  }
}

const HUGO_NAME = /^\s*(\/?)\s*([\w./-]+)\s*([\s\S]*?)\/?\s*$/;

function hugoOutcome({ form, inside }: Tag, path: string): Outcome | undefined {
  const [, escaped] = /^\/\*([\s\S]*)\*\/$/.exec(inside.trim()) ?? [];
  if (escaped !== undefined) return shown(form + escaped + (form === '{{<' ? '>}}' : '%}}'));
  const [, slash, name = '', given = ''] = HUGO_NAME.exec(inside) ?? [];
  if (name === '') return undefined;
  if (slash === '/') return GONE;
  const inner = (render: (text: string) => string): Outcome => ({
    text: '',
    until: { form, name: new RegExp(`^\\s*/\\s*${name.replaceAll('.', '\\.')}\\s*$`), render },
  });
  const args = templateArguments(given);
  if (/^(?:comment|.*\.inline)$/.test(name)) return inner(() => '');
  if (/^(?:raw|html|unsafe)_?-?(?:html)?$/i.test(name) || name === 'toc') return GONE;
  if (name === 'highlight' || name === 'code' || name === 'mermaid')
    return inner((code) => fenced(code, args.positional[0] ?? argument(args, ['lang', 'language']) ?? name));
  if (name === 'ref' || name === 'relref')
    return { text: contentAddress(argument(args, ['path'], 0) ?? '', path), isAddress: true };
  return outcomeOfShortcode(name, given);
}

/** `{{ site.baseurl }}` is the front of addresses here, so it is nothing; a text through filters is that text. */
function expressionOutcome({ inside }: Tag, before: string): Outcome | undefined {
  const expression = inside.replace(/^-|-$/g, '').trim();
  const [, escaped] = /^\/\*([\s\S]*)\*\/$/.exec(expression) ?? [];
  if (escaped !== undefined) return shown(`{{${escaped}}}`);
  if (/(?:[\\_^$}{]|\\[A-Za-z]{1,20})$/.test(before) || /\\[a-z]|[_^]\{|^\s*$/i.test(expression))
    return undefined;
  const [, double, single] = /^(?:"([^"]*)"|'([^']*)')(?:\s*\|[\s\S]*)?$/.exec(expression) ?? [];
  if (double !== undefined || single !== undefined) return { text: double ?? single ?? '' };
  if (
    /^(?:site\.(?:base_?url|url|github\.url)|base_?(?:path|url)|path_?prefix|root)\b[^(]*$/i.test(expression)
  )
    return GONE;
  const [, name, given] = /^([A-Za-z_][\w:.]*)\s*\(([\s\S]*)\)$/.exec(expression) ?? [];
  if (name !== undefined) return outcomeOfShortcode(name, given ?? '');
  return /^[A-Za-z_][\w.[\]"'-]*(?:\s*[|?:=<>+*/,-].*|\s+.*)?$/s.test(expression) ? LOST : undefined;
}

/** Liquid's and Nunjucks' blocks that print nothing, or nothing that can be known. */
const BLOCKS_DROPPED = /^(?:comment|for|capture|macro|set_block|schema|style|stylesheet|javascript)$/;

function liquidOutcome({ inside }: Tag, path: string): Outcome | undefined {
  const tag = inside.replace(/^-|-$/g, '').trim();
  const [, escaped] = /^\/\*([\s\S]*)\*\/$/.exec(tag) ?? [];
  if (escaped !== undefined) return shown(`{%${escaped}%}`);
  const [, name, given = ''] = /^([A-Za-z_][\w-]*)\s*([\s\S]*)$/.exec(tag) ?? [];
  if (name === undefined) return undefined;
  const inner = (render: (text: string) => string, isLost = false): Outcome => ({
    text: '',
    isLost,
    until: { form: '{%', name: new RegExp(`^-?\\s*end${name}\\b`), render },
  });
  if (/^end/.test(name) || /^(?:else|elsif|elseif|elif|when|default)$/.test(name)) return GONE;
  if (name === 'raw' || name === 'verbatim') return inner((text) => text);
  if (name === 'comment') return inner(() => '');
  if (name === 'highlight') return inner((code) => fenced(code, given.split(/\s/, 1)[0]));
  if (name === 'codeblock' || name === 'code')
    return inner((code) => fenced(code, /\blang:(\S+)/.exec(given)?.[1]));
  if (BLOCKS_DROPPED.test(name)) return inner(() => '', true);
  if (name === 'link') return { text: contentAddress(`/${given.trim()}`, path), isAddress: true };
  if (name === 'post_url') return { text: postAddress(given.trim(), path), isAddress: true };
  if (name === 'include' || name === 'include_relative' || name === 'render') {
    const [, file = '', rest = ''] = /^\s*["']?([\w./-]+)["']?([\s\S]*)$/.exec(given) ?? [];
    return outcomeOfShortcode(file, rest);
  }
  return outcomeOfShortcode(name, /^\s*\(([\s\S]*)\)\s*$/.exec(given)?.[1] ?? given);
}

function outcomeOfShortcode(name: string, given: string): Outcome {
  const text = renderedShortcode(name, templateArguments(given));
  return text === undefined ? LOST : { text };
}

/** A code block whose fence the code cannot close. */
function fenced(code: string, language: string | undefined): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}${language ?? ''}\n${unescapedCode(code).replace(/^\n+/, '').trimEnd()}\n${fence}\n\n`;
}

/** A tag that was escaped, to be read as text: `{{<figure>}}` is no element. */
function shown(tag: string): Outcome {
  return { text: tag.replaceAll('<', '&lt;') };
}

/** Generators read their tags in code too, so that authors escape them there; the escapes are no part of the code. */
function unescapedCode(code: string): string {
  return code
    .replace(/\{\{([<%])\/\*([^*]*)\*\/([>%])\}\}/g, '{{$1$2$3}}')
    .replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g, '$1');
}

function noteOf(path: string, text: string, { start, end }: Tag, linesBefore: number): Fault {
  const tag = plainLine(text.slice(start, Math.min(end, start + 60)).toWellFormed());
  const what = `\`${tag}${end - start > 60 ? '…' : ''}\` is a template and is left out; write Markdown or HTML instead`;
  const column = start - text.lastIndexOf('\n', start - 1);
  return { path, line: linesBefore + lineAt(text, start), column, severity: 'note', what };
}
