/**
 * Where sentences and words end, for headlines and summaries.
 *
 * Cautious: a full stop after an abbreviation or an initial does not end a sentence, though now and then it does.
 * Scripts that put no space between words are cut by `Intl.Segmenter`, which a machine's locale does not move.
 */

/** Abbreviations that a capital letter or a number follows in the middle of a sentence, as written. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'Mr Mrs Ms Mx Dr Prof Rev Hon Sen Sens Rep Reps Gov Govs Pres Gen Col Maj Capt Lt Sgt Cpl Adm Cmdr Supt Insp ' +
    'St Ste Mt Ft Jr Sr Inc Corp Co Cos Ltd Bros Nos vs v approx etc Ave Blvd Rd Dept Univ Assn ' +
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri ' +
    'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Md Mich Minn Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt ' +
    'Wash Wis Wyo Mass Miss Ont Que Alta Bros Nr Bd bzw ca'
  ).split(' '),
);

/** Terminators that need a space and a fresh start behind them; then those of scripts that need nothing. */
const TERMINATOR = /([.!?؟۔।॥።։។။]+)["'”’»›)\]]*(?=\s|$)|[。！？｡]["'”’」』）》]*/gu;

const FRESH_START = /^\s+["'“‘«‹„(¿¡[]*[^\p{Ll}\s]/u;

/** The longest text behind a terminator that is looked at. */
const LOOK_AHEAD = 12;

/**
 * The offsets just behind each sentence of a text, closing quotes included. The end of the text counts only when
 * it ends a sentence.
 */
export function* sentenceEnds(text: string): Generator<number> {
  for (const found of text.matchAll(TERMINATOR)) {
    const end = found.index + found[0].length;
    const isLast = text.slice(end, end + LOOK_AHEAD).trim() === '';
    if (isLast || found[1] === undefined) yield end;
    else if (isFreshStart(text, end) && !isAbbreviated(text, found.index, found[1])) yield end;
  }
}

function isFreshStart(text: string, end: number): boolean {
  return FRESH_START.test(text.slice(end, end + LOOK_AHEAD));
}

function isAbbreviated(text: string, at: number, terminator: string): boolean {
  if (terminator.length > 1) return terminator.startsWith('..');
  if (terminator !== '.') return false;
  if (at <= 3 && /^\d+$/.test(text.slice(0, at))) return true; // the number of a list's item
  return endsWithAbbreviation(text.slice(Math.max(0, at - 20), at), true);
}

/**
 * Whether the text, taken without a final full stop, ends with an abbreviation (`Inc`, `U.S`).
 *
 * @param withInitials whether one capital letter alone (`J`) counts: it does inside a name, not at the end of a line
 */
export function endsWithAbbreviation(text: string, withInitials: boolean): boolean {
  const word = /[^\s"'“”‘’«»()/–—-]+$/u.exec(text)?.[0] ?? '';
  if (/^\p{L}(?:\.\p{L})+$/u.test(word)) return true;
  if (/^\p{Lu}$/u.test(word) || word === 'No') return withInitials;
  return ABBREVIATIONS.has(word);
}

/** Whether a sentence ends before the text does (T-20), by one of the marks given. */
export function hasInnerSentenceEnd(text: string, marks = /[.!?؟۔।。！？｡]/u): boolean {
  const line = text.trim();
  for (const end of sentenceEnds(line)) {
    if (end < line.length && marks.test(line.slice(end - 3 < 0 ? 0 : end - 3, end))) return true;
  }
  return false;
}

let graphemes: Intl.Segmenter | undefined;
let words: Intl.Segmenter | undefined;

/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** How far before the limit a word of such a script may begin. */
const WORD_CHARACTERS_MAX = 20;

/** The text cut at a word end with `…` behind it, at most `charactersMax` long in all; whole when it fits. */
export function cutAtWordEnd(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const head = text.slice(0, charactersMax);
  const space = head.search(/\s\S*$/u);
  const end = space > charactersMax / 2 ? space : wordEnd(text, charactersMax - 1);
  return `${head.slice(0, end).replace(/[\s,;:、，；：،؛·–—-]+$/u, '')}…`;
}

/** The last offset ≤ `limit` at which no word is cut, in a script without spaces; else no character. */
function wordEnd(text: string, limit: number): number {
  const end = graphemeEnd(text, limit);
  if (!UNSPACED.test(text.slice(Math.max(0, end - 2), end + 2))) return end;
  words ??= new Intl.Segmenter('und', { granularity: 'word' });
  const start = graphemeEnd(text, Math.max(0, limit - 100));
  let last = end;
  for (const { index } of words.segment(text.slice(start, limit + 100))) {
    if (start + index > limit) break;
    last = start + index;
  }
  return end - last > WORD_CHARACTERS_MAX ? end : last;
}

/** The last offset ≤ `limit` at which no character as people know them is cut; `limit` where one fills the window. */
export function graphemeEnd(text: string, limit: number): number {
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const start = Math.max(0, limit - 64);
  let end = start;
  for (const { index } of graphemes.segment(text.slice(start, limit + 64))) {
    if (start + index > limit) break;
    end = start + index;
  }
  return end === start ? limit : end;
}
