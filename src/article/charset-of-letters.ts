/**
 * The encoding of a text in Latin letters that is not UTF-8 and does not say what it is (T-01, detection).
 *
 * Every old encoding reads every byte as something, so that the letters decide: a reading counts where nearly all of its
 * letters are of one language's alphabet and no punctuation stands inside words. Windows-1252 is asked first, and stays
 * where no reading is that clean: nothing is guessed.
 */
import { decodeDos } from './dos-code-pages.ts';

/** Alphabets beyond ASCII, in small letters, by the encodings that their countries had. */
const WESTERN = [
  'àâçéèêëîïôœùûüÿ',
  'äöüßéà',
  'áéíóúüñºªç',
  'áâãàçéêíóôõúüºª',
  'àèéìíîòóùúç',
  'éèëïöüáóí',
  'åäöéüáàšžæø',
  'áðéíóúýþæö',
  'àèéíòóúüïç',
  'äöõüšž',
] as const;
const CENTRAL = [
  'ąćęłńóśźżüö',
  'áčďéěíňóřšťúůýžöü',
  'áäčďéíĺľňóôŕšťúýžöü',
  'áéíóöőúüűä',
  'ăâîșțşţ',
  'čćđšž',
] as const;
const BALTIC = ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äöõüšž'] as const;
const TURKISH = ['çğıöşüâîûi̇'] as const;

/** In the order in which equals are preferred. */
const READINGS: readonly (readonly [charset: string, alphabets: readonly string[]])[] = [
  ['windows-1250', CENTRAL],
  ['iso-8859-2', CENTRAL],
  ['windows-1254', TURKISH],
  ['windows-1257', BALTIC],
  ['ibm850', WESTERN],
  ['ibm852', CENTRAL],
  ['macintosh', WESTERN],
];

/** Fewer characters beyond ASCII tell nothing, and so do fewer than one in a hundred letters: English with a few names. */
const WIDE_MIN = 5;
const WIDE_SHARE_MIN = 0.01;

/** The least share of characters that a reading must explain; the rest are names from abroad. */
const CLEAN_SHARE_MIN = 0.96;

/** What stands around words in any language: marks that never touch a small letter, and those that may. */
const SIGN = /[§°©®™½¼¾×]/u;
const MARK = /[“”„‚‘’‹›«»–—…•€·²³¿¡\u00A0]/u;

/** The name of the encoding, or undefined where Windows-1252 reads the text well, or no other reads it cleanly. */
export function charsetOfLetters(sample: Uint8Array): string | undefined {
  if (readingOf('windows-1252', WESTERN, sample).share >= CLEAN_SHARE_MIN) return undefined;
  let best: string | undefined;
  let bestShare = 0;
  for (const [charset, alphabets] of READINGS) {
    const { share, wide, letters } = readingOf(charset, alphabets, sample);
    const isTelling = wide >= WIDE_MIN && wide >= letters * WIDE_SHARE_MIN && share >= CLEAN_SHARE_MIN;
    if (isTelling && share > bestShare) [best, bestShare] = [charset, share];
  }
  return best;
}

interface LettersRead {
  /** Of the characters beyond ASCII, those that an alphabet, and punctuation in its place, explain. */
  readonly share: number;
  readonly wide: number;
  readonly letters: number;
}

function readingOf(charset: string, alphabets: readonly string[], sample: Uint8Array): LettersRead {
  const text = decodeDos(charset, sample) ?? new TextDecoder(charset).decode(sample);
  const wide = [...text.matchAll(/[^\u0000-\u007F]/gu)].map(({ 0: character, index }) => ({
    character,
    isClean: isInPlace(character, text[index - 1] ?? ' ', text[index + 1] ?? ' '),
  }));
  const letters = wide.filter(({ character }) => /[\p{L}ºª]/u.test(character));
  const known = alphabets.map(
    (alphabet) =>
      letters.filter(({ character, isClean }) => isClean && alphabet.includes(character.toLowerCase()))
        .length,
  );
  const marks = wide.filter(({ character, isClean }) => isClean && !/[\p{L}ºª]/u.test(character)).length;
  return {
    share: wide.length === 0 ? 1 : (Math.max(...known) + marks) / wide.length,
    wide: wide.length,
    letters: text.match(/\p{L}/gu)?.length ?? 0,
  };
}

/** Whether a character may stand between its neighbours: no capital behind a small letter, no mark within a word. */
function isInPlace(character: string, before: string, after: string): boolean {
  if (/\p{Lu}/u.test(character)) return !/\p{Ll}/u.test(before);
  if (/[\p{L}ºª]/u.test(character)) return true;
  if (SIGN.test(character)) return !/\p{Ll}/u.test(before) && !/\p{Ll}/u.test(after);
  if (!MARK.test(character)) return false;
  return /[’–—…·]/u.test(character) || !(/\p{L}/u.test(before) && /\p{L}/u.test(after));
}
