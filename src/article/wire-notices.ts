/**
 * What an agency tells its customers about a story: corrections, kills, holds (T-08 … T-10).
 *
 * In: one line above the text. Out: what kind of notice it is. Upper case is part of the form: `Embargo on oil
 * grows` and `Correction in markets deepens` are headlines.
 */
import { isDayOrTime } from './wire-embargo.ts';

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
const KILL =
  '(?:MANDATORY |BULLETIN )*KILL(?: ADVISORY)?|WITHHOLD(?: UNTIL FURTHER NOTICE)?|(?:STORY |ADVISORY )?WITHDRAWN|(?:Story|Advisory) withdrawn|RETRACTION|RETRACTS|RETRACTED|' +
  '(?:MELDUNG )?ZURÜCKGEZOGEN|ZURÜCKZIEHUNG|Meldung zurückgezogen|ANNULATION|ANNULÉE?|ANNULE|ANULACIÓN|ANULAD[AO]|ANULAÇÃO|ANNULLAMENTO|ANNULLATA|INGETROKKEN|' +
  '(?:DÉPÊCHE|Dépêche) (?:ANNULÉE|annulée)|(?:NOTICIA|Noticia) (?:ANULADA|anulada)|(?:LANCIO|Lancio) (?:ANNULLATO|annullato)|(?:ОТМЕНА|ОТЗЫВ) СООБЩЕНИЯ|Сообщение аннулировано|稿件作废|本稿(?:作废|撤回|撤销)|АННУЛИРОВАНО|АННУЛИРУЕТСЯ|АНУЛЬОВАНО|配信取り?消し?|記事取り?消し?|撤稿|전문 ?취소|기사 ?취소|إلغاء خبر';
const CORRECTION =
  'CORRECTIONS?|CORRECTED(?: (?:VERSION|COPY|STORY))?|CORRECTIVE|CORRECTS|CLARIFICATION|CLARIFIES|BERICHTIGUNG|KORREKTUR|' +
  'RECTIFICATI(?:F|ON|E)|CORRECTIF|CORRECTIE|CORRECCIÓN|RECTIFICACIÓN|FE DE ERRORES|CORREÇÃO|RETIFICAÇÃO|CORREZIONE|RETTIFICA|' +
  'RÄTTELSE|RETTELSE|OIKAISU|DÜZELTME|ИСПРАВЛЕНИЕ|УТОЧНЕНИЕ|ПОПРАВКА|訂正|更正|정정|تصحيح|تصويب';
const WORDS =
  `${CORRECTION}|REFILES?|REPEATS?|WRITETHRU|UPDATED?(?: \\d+)?|UPDATES|WRAPUP(?: \\d+)?|ADVISORY|` +
  "HOLD(?: UNTIL FURTHER NOTICE)?|DO NOT (?:USE|PUBLISH|RUN)|EDITOR['’]?S?['’]? NOTE|Editor['’]?s?['’]? [Nn]ote(?=:)|F(?:OR|or) (?:IMMEDIATE RELEASE|[Ii]mmediate [Rr]elease)|" +
  `${KILL}|${EDITORS}`;

const NOTICE = new RegExp(
  `^(?:(?:[A-Z]{2,5}|Eil|ATTENTION|ACHTUNG|ATENCIÓN|URGENT) ?[–:-] ?(?=${KILL}))?(${WORDS})!?\\s*(?:[:：–—(]|\\/{2,}|-(?=[\\s-])|\\s-|$)`,
  'u',
);
const REPEATED = /^(KILL|HOLD|WITHDRAWN)(?:[ ,!.]+\1)+[!.]*$/;
const PARENTHESISED =
  /^\((?:(CORRECT(?:S|ED|ION)|Correct(?:s|ed)|(?:Berichtigung|Korrektur|Correction)(?=:)|CLARIFIES|Clarifies)|((?:EDS|Eds|ATTN|Attn|ATTENTION|Note to editors|NOTE TO EDITORS|Neu)(?=[:.,])|Zusammenfassung|Wiederholung)|UPDATES|REFILES|REPEATS|RECASTS|WRITETHRU|ADDS|Updates|Refiles|Repeats|Recasts|Adds|Writes through)\b.*\)$/u;

/** What is said to editors, or of the story itself, in a sentence. */
const SENTENCE =
  /^(?:(?:this|the) (?:story|article|item|report) (?:has been|is|was) (?:hereby )?(?:withdrawn|killed|retracted)\b|(?:(?:editors|desks|dear editors)[,:]? )?please (?:kill|withhold|disregard|do not (?:use|publish|run)) (?:it|(?:the|this|our) (?:story|item|article|report)|[A-Z]{2}-\S+)(?!\p{L})|(?:prière|merci) (?:de ne pas utiliser|d['’]annuler)|rogamos (?:que )?anulen|se ruega anular|si prega di (?:non utilizzare|annullare)|просьба не использовать)/iu;

/** Alone on its line, and nothing else: held, or not meant for anybody. */
const ALONE =
  /^(?:HELD|ON HOLD|SPIKED|SUPPRESSED|RETIRADA|RITIRATA|(?:THIS )?STORY (?:KILLED|SPIKED|HELD|PULLED)|(?:THIS IS A )?TEST(?: MESSAGE| STORY)?\s?[–—:.,!-]\s?(?:PLEASE )?(?:IGNORE|DISREGARD)|DUMMY STORY|Do not (?:publish|use))[.!]?$/;

/** The kind of notice that a line is, or undefined (T-08). */
export function noticeKind(line: string): NoticeKind | undefined {
  const found = NOTICE.exec(line) ?? REPEATED.exec(line);
  if (found !== null) return kindOf(found[1]!, line);
  if (line.length < 80 && ALONE.test(line)) return 'hold';
  if (line.length < 160 && SENTENCE.test(line)) return 'kill';
  const inside = line.length < 300 ? PARENTHESISED.exec(line) : null;
  if (inside !== null)
    return inside[1] !== undefined ? 'correction' : inside[2] !== undefined ? 'editors' : 'update';
  return line.startsWith('UPDATED') && isDayOrTime(line.slice(7)) ? 'update' : undefined;
}

const KILL_WORD = new RegExp(`^(?:${KILL})$`);
const CORRECTION_WORD = new RegExp(`^(?:${CORRECTION})$`);
const EDITORS_WORD =
  /^(?:EDS|Eds|ATT(?:N|ENTION)\b.*|EDITORS|NOTE TO .*|Note to .*|CHECK .*|ACHTUNG .*|Achtung .*|ADVISORY|F(?:OR|or) .*)$/;

function kindOf(word: string, line: string): NoticeKind {
  if (KILL_WORD.test(word)) return 'kill';
  if (/^(?:HOLD|EMBARGO|DO NOT|[Bb]itte )/.test(word)) return 'hold';
  if (CORRECTION_WORD.test(word) || /^CLARIF/.test(word)) return 'correction';
  if (word === 'ADVISORY' && /\b(?:withdrawn|withdrew|kill(?:ed|s)?|retract(?:ed|s)?)\b/i.test(line))
    return 'kill';
  if (/^Eds: CORRECT(?:S|ED)\b/i.test(line)) return 'correction';
  if (EDITORS_WORD.test(word)) return isKillRequest(line) ? 'kill' : 'editors';
  return /^editor/i.test(word) ? 'readers' : 'update';
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
  return /\bcorrect(?:s|ed|ion)\b|\b(?:berichtigt|korrigiert)\b/i.test(line) ? 'correction' : 'update';
}

const PREFIX_WORD =
  `CLARIFICATION|REFILE|REPEAT|RPT|${CORRECTION}|${KILL.replace('KILL', 'KILL(?=\\)|-.*\\p{Ll})')}|[Bb]itte nicht verwenden|WRITETHRU|AMPLIACIÓN|AVANCE|ACTUALIZACIÓN|` +
  '(?:UPDATE|WRAPUP|REPEAT|RPT) \\d{1,2}';
const HEADLINE_PREFIX = new RegExp(
  `^(?:(${PREFIX_WORD}|ADVISORY)-(?:\\(OFFICIAL\\)-)?|` +
    `\\((${PREFIX_WORD}|UPDATED?|EMBARGO(?:ED)?|HOLD|(?:\\d(?:st|nd|rd|th) )?LE?A?D|URGENT)\\) |(URGENT) ¥+ ?)(?=[^\\p{Ll}\\s])`,
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
