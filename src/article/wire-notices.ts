/**
 * What an agency tells its customers about a story: corrections, kills, holds (T-08 … T-10).
 *
 * In: one line above the text. Out: what kind of notice it is. Upper case is part of the form: `Embargo on oil
 * grows` and `Correction in markets deepens` are headlines.
 */
import { isDayOrTime } from './wire-embargo.ts';
import { askedByWords } from './wire-notice-vocabulary.ts';
import {
  CORRECTION,
  CORRECTION_FRAMED,
  CORRECTION_LABELS,
  CORRECTION_SENTENCE,
  CORRECTS,
  KILL,
  KILL_AROUND,
  KILL_BEFORE_TITLE,
  KILL_PHRASE,
  KILL_SENTENCE,
  NOT_MEANT,
} from './wire-notice-words.ts';

/** What a notice asks for. `editors`: a note that readers need not see. */
export type NoticeKind = 'kill' | 'hold' | 'correction' | 'update' | 'editors' | 'readers';

/** A notice as it stands. */
export interface WireNotice {
  readonly kind: NoticeKind;
  readonly text: string;
  readonly line: number;
  /** A tag on a headline or a slug line, which says no more than its kind. */
  readonly isTag?: true;
}

/** Between agency and customer: an editor is spoken to. */
const EDITORS =
  'EDS|Eds(?=:)|NOTE TO (?:EDITORS|DESKS)|Note to (?:editors|desks)(?=:)|ATTN(?: EDITORS)?|' +
  'ATTENTION (?:EDITORS|DESKS)|EDITORS(?=:)|CHECK AGAINST DELIVERY|Achtung Redaktionen(?=!?:?$)|ACHTUNG REDAKTIONEN';
const WORDS =
  `${CORRECTION}|REFILES?|REPEATS?|WRITETHRU|UPDATED?(?: \\d+)?|UPDATES|WRAPUP(?: \\d+)?|ADVISORY|` +
  "HOLD(?: UNTIL FURTHER NOTICE)?|DO NOT (?:USE|PUBLISH|RUN)|EDITOR['’]?S?['’]? NOTE|Editor['’]?s?['’]? [Nn]ote(?=:)|F(?:OR|or) (?:IMMEDIATE RELEASE|[Ii]mmediate [Rr]elease)|" +
  `${KILL}|${EDITORS}`;

const NOTICE = new RegExp(`^(${WORDS})!?\\s*(?:[:：–—(]|\\/{2,}|-(?=[\\s-])|\\s-|$)`, 'u');
const REPEATED = /^(KILL|HOLD|WITHDRAWN)(?:[ ,!.]+\1)+[!.]*$/;
const PARENTHESISED =
  /^\((?:((?:EDS|Eds|ATTN|Attn|ATTENTION|Note to editors|NOTE TO EDITORS|Neu)(?=[:.,])|Zusammenfassung|Wiederholung)|UPDATES|REFILES|REPEATS|RECASTS|WRITETHRU|ADDS|Updates|Refiles|Repeats|Recasts|Adds|Writes through)\b.*\)$/u;

/** What calls attention before a notice: `ATTENTION:`, `Achtung -`, `AFP - `. */
const CALL =
  /^(?:(?:ATT(?:N|ENTION)?|EDITORS(?:\/PRODUCERS)?|ACHTUNG|ATENCIÓN|ATENÇÃO|ATTENZIONE|LET OP|URGENTE?|EIL|WICHTIG|(?:NOTE|AVIS) AUX (?:R[EÉ]DACTIONS|ABONN[EÉ]S)|ВНИМАНИЕ)(?: (?:EDITORS|SUBSCRIBERS|MEMBERS|CLIENTS|DESKS|REDAKTION(?:EN)?))?\s*[!:,–—-]+\s*)+/iu;
const AGENCY_CALL = /^[A-Z]{2,5}(?: ?[–:-] ?| (?=KILL))/;

/** What stands around a notice: `*** … ***`, `(…)`, `[…]`, `【…】`, `/…/`. */
const FRAME =
  /^(?:[*!>+]{1,3}\s*([^*!<+]+?)\s*[*!<+]{1,3}|\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\[([^[\]]+)\]|【([^【】]+)】|\/([^/]+)\/)$/u;

/** The kind of notice that a line is, or undefined (T-08). */
export function noticeKind(line: string): NoticeKind | undefined {
  if (line.length > NOTICE_CHARACTERS_MAX) return wordKind(line);
  if (KILL_AROUND.test(line)) return 'kill';
  const parenthesised = PARENTHESISED.exec(line);
  if (parenthesised !== null) return parenthesised[1] === undefined ? 'update' : 'editors';
  const inside = FRAME.exec(line)
    ?.slice(1)
    .find((text) => text !== undefined)
    ?.trim();
  if (inside !== undefined && CORRECTION_FRAMED.test(inside)) return 'correction';
  if (/^[〔【[](?:訂正|更正|정정)[〕】\]]/u.test(line)) return 'correction';
  const bare = inside ?? line;
  const called = bare.replace(CALL, '');
  const isMarked = inside !== undefined || called !== bare || /!$/.test(line) || !/\p{Ll}/u.test(line);
  const text = called.replace(AGENCY_CALL, (call) =>
    KILL_START.test(called.slice(call.length)) ? '' : call,
  );
  return (
    takenBack(text.replace(/[\s.!*/]+$/, ''), isMarked) ??
    (inside === undefined || KILL_START.test(text) ? (wordKind(text) ?? wordKind(line)) : undefined) ??
    ([called, line].some((said) => CORRECTION_SENTENCE.test(said) || CORRECTS.test(said))
      ? 'correction'
      : undefined)
  );
}

/** The longest sentence that is read as a notice; a line that begins with a notice's word may be of any length. */
const NOTICE_CHARACTERS_MAX = 300;

/** A line that begins with a notice's word in capitals. */
function wordKind(line: string): NoticeKind | undefined {
  const found = NOTICE.exec(line) ?? REPEATED.exec(line);
  if (found !== null) return kindOf(found[1]!, line);
  return line.startsWith('UPDATED') && isDayOrTime(line.slice(7)) ? 'update' : undefined;
}

/** What is done to the story, by a line of nothing else, or by a sentence. */
function takenBack(text: string, isMarked: boolean): NoticeKind | undefined {
  if (NOT_MEANT.test(text)) return 'hold';
  if (KILL_PHRASE.has(text.toLowerCase())) return 'kill';
  if (KILL_SENTENCE.test(text) || KILL_BEFORE_TITLE.test(text)) return 'kill';
  return askedByWords(text, isMarked);
}

const KILL_WORD = new RegExp(`^(?:${KILL})$`);
const KILL_START = new RegExp(`^(?:${KILL})`, 'u');
const CORRECTION_WORD = new RegExp(`^(?:${CORRECTION})$`);
const EDITORS_WORD =
  /^(?:EDS|Eds|ATT(?:N|ENTION)\b.*|EDITORS|NOTE TO .*|Note to .*|CHECK .*|ACHTUNG .*|Achtung .*|ADVISORY|F(?:OR|or) .*)$/;

function kindOf(word: string, line: string): NoticeKind {
  if (KILL_WORD.test(word)) return 'kill';
  if (/^(?:HOLD|EMBARGO|DO NOT|[Bb]itte )/.test(word)) return 'hold';
  if (CORRECTION_WORD.test(word.toUpperCase()) || /^CLARIF|^CORRECTING/.test(word)) return 'correction';
  if (word === 'ADVISORY' && /\b(?:withdrawn|withdrew|kill(?:ed|s)?|retract(?:ed|s)?)\b/i.test(line))
    return 'kill';
  if (EDITORS_WORD.test(word)) return kindOfMessage(word, line);
  if (!/^editor/i.test(word)) return 'update';
  return CORRECTION_SENTENCE.test(line.replace(/^.{8,14}note:?\s*/i, '')) ? 'correction' : 'readers';
}

/** What an editor is told: that the story is taken back or corrected, or something else. */
function kindOfMessage(word: string, line: string): NoticeKind {
  const told = line.slice(word.length).replace(/^[\s:.,–—-]+/, '');
  if (isKillRequest(line) || takenBack(told.replace(/[\s.!*/]+$/, ''), true) !== undefined) return 'kill';
  const isCorrected =
    /\bCORRECT(?:S|ED)\b|\b(?:story|version) corrects\b/.test(told) || /^corrects\b/i.test(told);
  return isCorrected ? 'correction' : 'editors';
}

/** Whether a message to editors takes a story back. `Eds: Kills last graf` does not. */
export function isKillRequest(text: string): boolean {
  return /\b(?:please|must|mandatory|editors?[,:]?|asked to|requested to|should) (?:kill|withhold|disregard)\b|\bkill is mandatory\b|\bshould (?:not be used|be (?:killed|withheld|disregarded))\b|\bkill (?:the |this |our )?(?:story|item|article|[A-Z]{2}-)|\b(?:story|item|article|report)\b.{0,80}\b(?:is|was|has been) (?:hereby )?(?:withdrawn|killed|retracted)\b|\bdo not (?:use|publish) (?:the |this )?(?:story|item|article|report)\b|\b(?:ist|wird|wurde) zurückgezogen\b|\bnicht (?:mehr |zu )?verwenden\b/i.test(
    text,
  );
}

/** A parenthesis alone on its line, such as `(Zusammenfassung 1600)`: about the story, not its headline. */
export function parenthesisKind(line: string): NoticeKind | undefined {
  if (line.length > 300 || !/^\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(line)) return undefined;
  return CORRECTION_FRAMED.test(line.slice(1)) ||
    /\bcorrect(?:s|ed|ion)\b|\b(?:berichtigt|korrigiert)\b/i.test(line)
    ? 'correction'
    : 'update';
}

const PREFIX_WORD =
  `CLARIFICATION|REFILE|REPEAT|RPT|${CORRECTION}|${KILL.replace('KILL', 'KILL(?=\\)|-.*\\p{Ll})')}|[Bb]itte nicht verwenden|WRITETHRU|AMPLIACIÓN|AVANCE|ACTUALIZACIÓN|` +
  '(?:UPDATE|WRAPUP|REPEAT|RPT) \\d{1,2}';
const TITLE_CASED = CORRECTION_LABELS.replace(/(?<=^|\|)\p{Ll}/gu, (first) => first.toUpperCase());
const HEADLINE_PREFIX = new RegExp(
  `^(?:(${PREFIX_WORD}|ADVISORY)-(?:\\(OFFICIAL\\)-)?|(CORRECTING (?:and|AND|&) REPLACING) |` +
    `\\((${PREFIX_WORD}|${TITLE_CASED}|UPDATED?|EMBARGO(?:ED)?|HOLD|(?:\\d(?:st|nd|rd|th) )?LE?A?D|URGENT)\\) |(URGENT|ALERTE) (?:¥+ ?|[–—-] ))(?=[^\\p{Ll}\\s])`,
  'u',
);
/** The notice `CORRECTED: Harbor closed` above a story without another headline. */
const HEADLINE_NOTICE = new RegExp(`^(CORRECTION|${PREFIX_WORD}|UPDATED?)\\s*(?::| [–—-])\\s*(?=\\S)`);

/** A headline's own prefixes (`CORRECTED-UPDATE 2-`, `(LEAD) `), taken off, and the kinds they stand for (T-09). */
export function splitHeadlinePrefix(
  line: string,
  isNotice = false,
): {
  readonly prefix: string;
  readonly kinds: readonly NoticeKind[];
  readonly rest: string;
} {
  const kinds: NoticeKind[] = [];
  let rest = line;
  const first = isNotice ? HEADLINE_NOTICE : HEADLINE_PREFIX;
  for (let found = first.exec(rest); found !== null; found = HEADLINE_PREFIX.exec(rest)) {
    kinds.push(kindOf(found.slice(1).find((word) => word !== undefined)!, line));
    rest = rest.slice(found[0].length);
  }
  return { prefix: line.slice(0, line.length - rest.length), kinds, rest };
}
