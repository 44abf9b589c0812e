/**
 * What an agency tells its customers about a story: corrections, kills, holds, embargoes (T-08 … T-11).
 *
 * In: one line above the text. Out: what kind of notice it is. Upper case is part of the form: `Embargo on oil
 * grows` and `Correction in markets deepens` are headlines.
 */
import { statedDate } from './stated-date.ts';

/** What a notice asks for. `editors`: a note that readers need not see. */
export type NoticeKind = 'kill' | 'hold' | 'correction' | 'update' | 'editors' | 'readers';

/** A notice as it stands. */
export interface WireNotice {
  readonly kind: NoticeKind;
  readonly text: string;
  readonly line: number;
}

/** A time before which a story must not be seen. */
export interface WireEmbargo {
  readonly text: string;
  readonly line: number;
  /** The instant, only when the line states one with its zone; otherwise nobody can know (fail closed). */
  readonly until: Date | undefined;
}

const WORDS =
  'CORRECTIONS?|CORRECTED|CORRECTIVE|CORRECTS|CLARIFICATION|CLARIFIES|REFILES?|REPEATS?|RETRACTION|RETRACTS|' +
  'WRITETHRU|UPDATED?(?: \\d+)?|UPDATES|WRAPUP(?: \\d+)?|ADVISORY|(?:MANDATORY )?KILL|(?:STORY )?WITHDRAWN|' +
  "HOLD|EDS|Eds(?=:)|EDITORS?['’]?S? NOTE|NOTE TO EDITORS|FOR IMMEDIATE RELEASE";

const NOTICE = new RegExp(`^(${WORDS})\\s*(?:[:–—(]|-(?=[\\s-])|\\s-|$)`, 'u');
const REPEATED = /^(KILL|HOLD|WITHDRAWN)(?:[ ,!.]+\1)+[!.]*$/;
const PARENTHESISED =
  /^\((CORRECTS|CORRECTED|CORRECTION|CLARIFIES|UPDATES|REFILES|REPEATS|RECASTS|WRITETHRU|ADDS|Corrects|Corrected|Clarifies|Updates|Refiles|Repeats|Recasts|Adds|Writes through)\b.*\)$/;

/** The kind of notice that a line is, or undefined (T-08). */
export function noticeKind(line: string): NoticeKind | undefined {
  const found =
    NOTICE.exec(line) ?? REPEATED.exec(line) ?? (line.length < 300 ? PARENTHESISED.exec(line) : null);
  return found === null ? undefined : kindOf(found[1]!.toUpperCase(), line);
}

function kindOf(word: string, line: string): NoticeKind {
  if (/KILL|WITHDRAWN|RETRACT/.test(word)) return 'kill';
  if (word === 'HOLD') return 'hold';
  if (/^(CORRECT|CLARIF)/.test(word)) return 'correction';
  if (word === 'ADVISORY' && /\b(withdrawn|withdrew|kill(ed|s)?|retract(ed|s)?)\b/i.test(line)) return 'kill';
  if (word === 'EDS' || word === 'ADVISORY' || word.startsWith('NOTE TO') || word.startsWith('FOR '))
    return 'editors';
  return word.startsWith('EDITOR') ? 'readers' : 'update';
}

const HEADLINE_PREFIX =
  /^((?:CORRECTED|CORRECTION|CLARIFICATION|REFILE|REPEAT|RETRACTION|WITHDRAWN|STORY WITHDRAWN|KILL|WRITETHRU|(?:UPDATE|WRAPUP) \d{1,2})-)(?=\S)/;

/** A headline's own prefixes (`CORRECTED-UPDATE 2-`), taken off, and the kinds they stand for (T-09). */
export function splitHeadlinePrefix(line: string): {
  readonly prefix: string;
  readonly kinds: readonly NoticeKind[];
  readonly rest: string;
} {
  const kinds: NoticeKind[] = [];
  let rest = line;
  for (let found = HEADLINE_PREFIX.exec(rest); found !== null; found = HEADLINE_PREFIX.exec(rest)) {
    kinds.push(kindOf(found[1]!.slice(0, -1), found[1]!));
    rest = rest.slice(found[1]!.length);
  }
  return { prefix: line.slice(0, line.length - rest.length), kinds, rest };
}

const EMBARGO_WORDS =
  '(?:EMBARGO(?:ED)?|HOLD FOR (?:RELEASE|PUBLICATION)|NOT FOR (?:RELEASE|PUBLICATION|BROADCAST))';
const EMBARGO = new RegExp(
  `^(?:\\*+ ?)?(?:STRICTLY |UNDER )?${EMBARGO_WORDS}(?: ${EMBARGO_WORDS})?(?: FOR (?:RELEASE|PUBLICATION))?` +
    '(?: NEWS)?\\s*(?:(?:UNTIL|TILL|BEFORE)\\b|[:–—-])',
  'i',
);
const EMBARGO_ALONE = /^(?:STRICTLY |UNDER )?(?:EMBARGOED|EMBARGO)[.!]?(?: [–—-].*)?$/;
const NOT_EMBARGOED = /^(?:none|no|n\/a|lifted|nil)\b/i;

/** The embargo that a line is, or undefined (T-11). */
export function embargoOf(line: string, number: number): WireEmbargo | undefined {
  const head = EMBARGO.exec(line.slice(0, 120));
  if (head !== null) {
    const rest = line.slice(head[0].length);
    const isForm = /\d/.test(rest) || /^[^\p{Ll}]*$/u.test(line.slice(0, head[0].length));
    return isForm ? embargoUntil(rest, line, number) : undefined;
  }
  return EMBARGO_ALONE.test(line) ? { text: line, line: number, until: undefined } : undefined;
}

/** The embargo that the value of an `Embargo:` label states, or undefined when it says that there is none. */
export function embargoUntil(value: string, text: string, line: number): WireEmbargo | undefined {
  const said = value.trim();
  if (NOT_EMBARGOED.test(said)) return undefined;
  const when = said
    .replace(
      /^(?:(?:not for (?:release|publication|broadcast)|for release|until|till|before|[:–—*-])\s*)+/i,
      '',
    )
    .replace(/[\s.*!]+$/, (end) => (/[ap]\.?m\.$/i.test(said.trim()) ? end : ''));
  const date = statedDate(when);
  return { text, line, until: date?.hasZone && date.hasTime ? date.instant : undefined };
}
