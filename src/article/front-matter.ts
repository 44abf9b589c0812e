/**
 * The block of fields at the top of an article file, and the text below it.
 *
 * YAML between `---` lines, TOML between `+++` lines, or a JSON object at the very start: what Hugo, Jekyll, Eleventy,
 * Astro and Zola accept. Out come fields with their place in the file; what they mean is front-matter-fields.ts'.
 * Nothing is evaluated.
 */
import type { Fault } from './fault.ts';
import { type Field, NO_FIELDS, unreadableFields } from './field.ts';
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
  const block = fencedBlock(text) ?? jsonBlock(text);
  if (block === undefined) return { fields: NO_FIELDS, body: text, faults: [] };
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
  const firstLine = block.fence === '}' ? 1 : 2;
  const read = block.fence === '+++' ? readToml(path, source, firstLine) : readYaml(path, source, firstLine);
  return { ...read, body };
}

interface Block {
  readonly fence: '---' | '+++' | '}';
  readonly start: number;
  /** Where the fields end; -1 when the block is not closed. */
  readonly end: number;
  readonly bodyStart: number;
}

function fencedBlock(text: string): Block | undefined {
  const [opening, fence] = /^(---|\+\+\+)[ \t]*\n/.exec(text) ?? [];
  if (opening === undefined || (fence !== '---' && fence !== '+++')) return undefined;
  const closing = fence === '---' ? /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm : /^\+\+\+[ \t]*(?:\n|$)/gm;
  closing.lastIndex = opening.length;
  const close = closing.exec(text);
  if (close !== null) return { fence, start: opening.length, end: close.index, bodyStart: closing.lastIndex };
  // a lone `---` may be a rule across the page; it is an open block only where a field follows
  const isField = /^\s*["']?[A-Za-z][\w.-]*["']?\s*[:=]/.test(
    text.slice(opening.length, opening.length + 200),
  );
  return isField ? { fence, start: opening.length, end: -1, bodyStart: -1 } : undefined;
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
      if (depth === 0) return { fence: '}', start: 0, end: at + 1, bodyStart: at + 1 };
    }
  }
  return { fence: '}', start: 0, end: -1, bodyStart: -1 };
}
