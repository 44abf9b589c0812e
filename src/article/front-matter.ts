/**
 * The block of fields at the top of an article file, and the text below it.
 *
 * YAML between `---` lines, TOML between `+++` lines, or a JSON object at the very start: what Hugo, Jekyll, Eleventy,
 * Astro and Zola accept; Eleventy's `---json` and `---toml`; and fields without an opening line, as old Hexo posts
 * (closed by `---`) and Pelican's (closed by an empty line) have them; Nikola's comment;
 * lines between the heading and a rule. Out come fields with their place in the file; what they mean is front-matter-fields.ts'.
 * Nothing is evaluated.
 */
import { commentFields } from './comment-fields.ts';
import type { Fault } from './fault.ts';
import { type Field, NO_FIELDS, unreadableFields } from './field.ts';
import { headingFields } from './heading-fields.ts';
import { hasYaml, readLines } from './line-fields.ts';
import { readToml } from './toml-fields.ts';
import { readYaml } from './yaml-fields.ts';

/** A file taken apart. */
export interface FrontMatter {
  /** By name: lower case, without `-` and `_`. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly body: string;
  readonly faults: readonly Fault[];
}

/** The most characters of front matter; a thousand times what an article needs. */
export const FRONT_MATTER_CHARACTERS_MAX = 64_000;

/** Takes the front matter off a text. A text without one is all body. */
export function frontMatter(path: string, text: string): FrontMatter {
  const block = fencedBlock(text) ?? jsonBlock(text) ?? openBlock(text);
  if (block === undefined) {
    const found = commentFields(text) ?? headingFields(text);
    return { fields: found?.fields ?? NO_FIELDS, body: text.slice(found?.bodyStart ?? 0), faults: [] };
  }
  if (block.language === 'js') {
    const what = 'front matter is JavaScript, which is not run: expected YAML, TOML or JSON';
    return { ...unreadableFields(path, 1, undefined, what), body: text };
  }
  if (block.end < 0) {
    return {
      ...unreadableFields(
        path,
        1,
        undefined,
        `front matter is not closed: expected a line \`${block.fence}\``,
      ),
      body: text,
    };
  }
  const source = text.slice(block.start, block.end);
  const body = text.slice(block.bodyStart);
  if (source.length > FRONT_MATTER_CHARACTERS_MAX) {
    const what = `front matter of ${source.length} characters, more than ${FRONT_MATTER_CHARACTERS_MAX}`;
    return { ...unreadableFields(path, 1, undefined, what), body };
  }
  const firstLine = text.slice(0, block.start).split('\n').length;
  if (block.language === 'lines') return { ...readLines(source, firstLine), body };
  const read =
    block.language === 'toml' ? readToml(path, source, firstLine) : readYaml(path, source, firstLine);
  return { ...read, body };
}

interface Block {
  /** The line that closes it. */
  readonly fence: string;
  /** YAML's parser reads JSON too. */
  readonly language: 'yaml' | 'toml' | 'js' | 'lines';
  readonly start: number;
  /** Where the fields end; -1 when the block is not closed. */
  readonly end: number;
  readonly bodyStart: number;
}

/** What closes a block, as a regular expression; more dashes (Hexo) are closed by as many. */
const CLOSED_BY: Readonly<Record<string, string>> = { '---': '---|\\.\\.\\.', '+++': '\\+\\+\\+' };

function fencedBlock(text: string): Block | undefined {
  const [opening, fence, named] =
    /^(?:[ \t]*\n|<!--(?:(?!-->)[\s\S]){0,2000}-->[ \t]*\n){0,20}(-{3,}|\+\+\+)[ \t]*(json|toml|yaml|yml|js|javascript)?[ \t]*\n/.exec(
      text,
    ) ?? [];
  if (opening === undefined || fence === undefined) return undefined;
  const language =
    fence === '+++' || named === 'toml' ? 'toml' : named?.startsWith('j') && named !== 'json' ? 'js' : 'yaml';
  const start = opening.length;
  const closing = new RegExp(`^(?:${CLOSED_BY[fence] ?? fence})[ \\t]*(?:\\n|$)`, 'gm');
  closing.lastIndex = start;
  const close = closing.exec(text);
  // a lone `---` may be a rule across the page; it is an open block only where a field follows
  const isField = /^\s*["']?[A-Za-z][\w.-]*["']?\s*[:=]/.test(text.slice(start, start + 200));
  if (close !== null && (isField || /^(?:---|\+\+\+)[ \t]*\w*[ \t]*\n/.test(opening)))
    return { fence, language, start, end: close.index, bodyStart: closing.lastIndex };
  return isField ? { fence, language, start, end: -1, bodyStart: -1 } : undefined;
}

const OPEN_FIELD = /^(?:[A-Za-z][\w-]{0,40}[ \t]*:(?:[ \t]+\S.*)?|[ \t]*-[ \t]+\S.*|[ \t]{2,}\S.*)$/;

/** The most lines of fields without an opening line. */
const OPEN_LINES_MAX = 60;

/** Fields that begin with the file: one states the title, and a line `---`, or else an empty one, ends them. */
function openBlock(text: string): Block | undefined {
  if (!/^(?:title|layout|date|author|category|tags|slug)[ \t]*:[ \t]+\S/i.test(text)) return undefined;
  let at = 0;
  for (let line = 0; line < OPEN_LINES_MAX; line += 1) {
    const next = text.indexOf('\n', at);
    const written = text.slice(at, next < 0 ? text.length : next);
    const isRule = /^-{3,}[ \t]*$/.test(written);
    if (isRule || written.trim() === '') {
      // one line alone may be a sentence, or a heading underlined
      if (line < 2 || !/^title[ \t]*:/im.test(text.slice(0, at))) return undefined;
      const bodyStart = next < 0 ? text.length : next + 1;
      const language = isRule || hasYaml(text.slice(0, at)) ? 'yaml' : 'lines';
      return { fence: isRule ? '---' : '', language, start: 0, end: at, bodyStart };
    }
    if (next < 0 || !OPEN_FIELD.test(written)) return undefined;
    at = next + 1;
  }
  return undefined;
}

/** Hugo's JSON: an object at the very start whose closing brace ends its line. */
function jsonBlock(text: string): Block | undefined {
  if (!/^\{\s*["}]/.test(text)) return undefined;
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length && at < FRONT_MATTER_CHARACTERS_MAX; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character === '\\') at += 1;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return { fence: '}', language: 'yaml', start: 0, end: at + 1, bodyStart: at + 1 };
    }
  }
  return { fence: '}', language: 'yaml', start: 0, end: -1, bodyStart: -1 };
}
