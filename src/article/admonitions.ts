/**
 * Boxes of Markdown dialects, as a title and plain text: `:::note` (Docusaurus, Starlight, VitePress, Pandoc) and
 * `!!! note "Title"`, `=== "Tab"` (MkDocs).
 *
 * Readers have no boxes; what stands in them is kept, and the fences, which CommonMark would print, go. No words are
 * lost, so no fault tells of it. Code is not looked into.
 */

const OPENING =
  /^([ \t]*(?:>[ \t]*)*):{3,}[ \t]*(?:\{[ \t]*\.?([\w-]+)[^}\n]*\}[ \t]*([^\n{}]*)|([A-Za-z][\w-]*)[ \t]*(?:\[([^\]\n]*)\])?[ \t]*(?:\{([^}\n]*)\})?[ \t]*([^\n{}]*))[ \t]*$/;
const TITLE = /(?:^|\s)title=(["'])([^"'\n]+)\1/;
const CLOSING = /^[ \t]*(?:>[ \t]*)*:{3,}[ \t]*$/;
const INDENTED =
  /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)(?:[ \t]+[A-Za-z][\w -]*?)?(?:[ \t]+"([^"\n]*)")?[ \t]*$/;
/** A tab of MkDocs: `=== "Title"`. */
const TAB = /^([ \t]*)===[!+]?[ \t]+"([^"\n]+)"[ \t]*$/;
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;

/** Kinds whose name is shown where the box has no title. */
const KINDS: ReadonlySet<string> = new Set(
  (
    'note tip info warning caution danger important success question abstract summary bug example quote hint ' +
    'attention error failure todo details'
  ).split(' '),
);

/** The text without boxes. */
export function withoutAdmonitions(text: string): string {
  if (!/^[ \t>]*(?::::|!!!|\?\?\?|===[!+ ])/m.test(text)) return text;
  const kept: string[] = [];
  let fence: string | undefined;
  let indent: string | undefined;
  for (const written of text.split('\n')) {
    if (indent !== undefined && written.trim() !== '' && !written.startsWith(indent)) indent = undefined;
    const line: string = indent === undefined ? written : written.slice(indent.length);
    const [, marks] = FENCE.exec(line) ?? [];
    if (fence !== undefined) {
      if (marks?.startsWith(fence) === true) fence = undefined;
    } else if (marks !== undefined) fence = marks;
    else if (CLOSING.test(line)) {
      kept.push('');
      continue;
    } else {
      const box = boxAt(line);
      if (box !== undefined) {
        if (box.indent !== undefined) indent = (indent ?? '') + box.indent;
        kept.push(...box.lines);
        continue;
      }
    }
    kept.push(line);
  }
  return kept.join('\n');
}

interface Box {
  readonly lines: readonly string[];
  /** How far what stands in it is indented, where that is its mark. */
  readonly indent?: string;
}

function boxAt(line: string): Box | undefined {
  const [, space, kind = '', quoted] = INDENTED.exec(line) ?? [];
  if (space !== undefined && KINDS.has(kind.toLowerCase()))
    return { lines: titled(space, kind, quoted), indent: `${space}    ` };
  const [, tabSpace, tabTitle] = TAB.exec(line) ?? [];
  if (tabSpace !== undefined) return { lines: titled(tabSpace, '', tabTitle), indent: `${tabSpace}    ` };
  const [, before, attribute, behind, name = '', bracketed, given = '', rest] = OPENING.exec(line) ?? [];
  if (before === undefined) return undefined;
  return {
    lines: titled(
      before,
      attribute?.replace(/^callout-/, '') ?? name,
      (behind || bracketed) ?? (rest?.replace(/:{3,}[ \t]*$/, '') || TITLE.exec(given)?.[2]),
    ),
  };
}

function titled(before: string, kind: string, title: string | undefined): readonly string[] {
  const isKind = KINDS.has(kind.toLowerCase());
  const shown = title?.trim() || (isKind ? kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase() : '');
  return shown === '' ? [before.trimEnd()] : [`${before}**${shown}**`, before.trimEnd()];
}
