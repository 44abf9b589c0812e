/**
 * Which branch of `{% if %}` … `{% elsif %}` … `{% else %}` … `{% endif %}` is shown; `unless` and `case` likewise.
 *
 * In: the tags of a text and the article's own fields. Out: which stretches go. A condition is decided where it asks for
 * a field that the article states, or for the environment, which is production. What only the site knows is nothing
 * here, as what is unknown is nothing to Liquid: the branch behind `else` is shown, or, where there is none, the first,
 * so that no words are lost with it. Pure; nothing is evaluated.
 */
import { type Field, type FieldValue, fieldName } from './field.ts';
import type { TemplatePiece } from './template-tags.ts';

/** What becomes of the tags that begin branches, by the offsets at which they start. */
export interface Branches {
  /** Where what a tag begins ends, for each that is not shown. */
  readonly gone: ReadonlyMap<number, number>;
  /** Tags whose condition is decided: nothing is to be told of them. */
  readonly decided: ReadonlySet<number>;
  /** Tags that cannot be decided, and that another branch is shown for. */
  readonly passed: ReadonlySet<number>;
}

type FieldMap = ReadonlyMap<string, Field>;

interface Branch {
  readonly start: number;
  /** Undefined where only the site knows. */
  readonly holds: boolean | undefined;
  readonly isElse: boolean;
}

interface Choice {
  readonly name: string;
  readonly subject: string;
  readonly branches: Branch[];
}

const OPENING = /^-?\s*(if|unless|case)\s([\s\S]*?)-?$/;
const BETWEEN = /^-?\s*(els(?:e\s?)?if|elif|else|when)\b([\s\S]*?)-?$/;
const CLOSING = /^-?\s*end(?:if|unless|case)\b/;
const LITERAL = /^-?\s*(raw|verbatim|comment)\b/;

/** The deepest nesting; what lies deeper is shown whole. */
const DEPTH_MAX = 50;

/** The branches of a text. */
export function branchesIn(pieces: readonly TemplatePiece[], fields: FieldMap): Branches {
  const found = { gone: new Map<number, number>(), decided: new Set<number>(), passed: new Set<number>() };
  const open: Choice[] = [];
  let literal: RegExp | undefined;
  for (const piece of pieces) {
    if (piece.form !== '{%') continue;
    const { inside, start } = piece;
    if (literal !== undefined) {
      if (literal.test(inside)) literal = undefined;
      continue;
    }
    const [, name, condition = ''] = OPENING.exec(inside) ?? BETWEEN.exec(inside) ?? [];
    const last = open.at(-1);
    if (LITERAL.test(inside)) literal = new RegExp(`^-?\\s*end${LITERAL.exec(inside)![1]}\\b`);
    else if (CLOSING.test(inside)) choose(open.pop(), start, found);
    else if (name === 'if' || name === 'unless' || name === 'case') {
      if (open.length >= DEPTH_MAX) return found;
      const holds = name === 'case' ? false : truth(condition, fields);
      open.push({
        name,
        subject: condition,
        branches: [
          { start, holds: name === 'unless' && holds !== undefined ? !holds : holds, isElse: false },
        ],
      });
    } else if (name !== undefined && last !== undefined) {
      const isElse = name === 'else';
      last.branches.push({
        start,
        isElse,
        holds: isElse || nextHolds(name, last.subject, condition, fields),
      });
    }
  }
  return found;
}

function nextHolds(name: string, subject: string, condition: string, fields: FieldMap): boolean | undefined {
  if (name !== 'when') return truth(condition, fields);
  const values = condition.split(/,|\sor\s/).map((value) => truth(`${subject} == ${value}`, fields));
  return values.includes(true) || (values.includes(undefined) ? undefined : false);
}

function choose(
  choice: Choice | undefined,
  end: number,
  { gone, decided, passed }: { gone: Map<number, number>; decided: Set<number>; passed: Set<number> },
): void {
  if (choice === undefined) return;
  const { branches } = choice;
  const first = branches.find(({ holds }) => holds !== false);
  const shown = first?.holds === true ? first : (branches.find(({ isElse }) => isElse) ?? first);
  for (const [at, branch] of branches.entries()) {
    if (branch !== shown) gone.set(branch.start, branches[at + 1]?.start ?? end);
    if (branch.holds !== undefined || first?.holds === true) decided.add(branch.start);
    else if (branch !== shown) passed.add(branch.start);
  }
}

const COMPARISON = /^\s*([\w.$-]+)\s*(?:(===?|!==?)\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?\s*$/;
const OWN_FIELD = /^(?:(?:page|\$?frontmatter)\.)?([A-Za-z][\w-]*)$/i;

/** Whether a condition holds; undefined where only the site knows. */
function truth(condition: string, fields: FieldMap): boolean | undefined {
  const [, asked = '', operator, double, single, bare] = COMPARISON.exec(condition) ?? [];
  const value = valueAsked(asked, fields);
  if (value === undefined) return undefined;
  if (operator === undefined) return value !== false;
  const isSame = String(value) === (double ?? single ?? bare);
  return operator.startsWith('!') ? !isSame : isSame;
}

function valueAsked(asked: string, fields: FieldMap): FieldValue {
  if (asked === 'true' || asked === 'false') return asked === 'true';
  if (/^(?:jekyll\.environment|site\.env(?:ironment)?)$/.test(asked)) return 'production';
  const [, name] = OWN_FIELD.exec(asked) ?? [];
  return name === undefined ? undefined : fields.get(fieldName(name))?.value;
}
