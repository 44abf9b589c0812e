/**
 * The encoding of a text whose letters beyond ASCII stand alone, as in Central Europe (T-01, detection).
 *
 * Each old encoding makes other letters of the same bytes; the one counts in which nearly all of them are letters of
 * one language. Western Europe is asked first, since Windows-1252 is what everybody else takes for granted.
 *
 * Pure. Source: WHATWG Encoding for the names; the alphabets of the languages.
 */

/** Marks of any language. */
const MARKS = '«»„“”‘’‚…–—§°©®·•€\u00a0';

/** Encodings and the letters that one language writes in them, most likely first. */
const ALPHABETS: readonly (readonly [charset: string | undefined, letters: string])[] = [
  [undefined, 'äöüßéèàç'],
  [undefined, 'éèêëàâçîïôûùœæÉÈÀÇÊ'],
  [undefined, 'áéíóúñü¿¡ÁÉÍÓÚÑºª'],
  [undefined, 'ãõáéíóúâêôàçÃÉÁÓºª'],
  [undefined, 'àèéìíòóùúÈÀ'],
  [undefined, 'åäöæøéðþáíóúýÅÄÖÆØÉÐÞ'],
  ['iso-8859-2', 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ'],
  ['windows-1250', 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ'],
  ['windows-1250', 'áčďéěíňóřšťúůýžľĺôäŕÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽ'],
  ['iso-8859-2', 'áčďéěíňóřšťúůýžľĺôäŕÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽ'],
  ['iso-8859-2', 'áéíóöőúüűÁÉÍÓÖŐÚÜŰ'],
  ['windows-1250', 'čćđšžČĆĐŠŽ'],
  ['iso-8859-2', 'čćđšžČĆĐŠŽ'],
  ['windows-1254', 'çğıöşüâîÇĞİÖŞÜ'],
];

/** The least share of the letters that must be the language's. */
const OWN_LETTERS_SHARE_MIN = 0.98;

/** Fewer letters tell nothing. */
const LETTERS_MIN = 8;

/** How much of a file is looked at. */
const SAMPLE_BYTES = 32_768;

/** The name of the encoding; undefined where Windows-1252 fits as well, or nothing does. */
export function charsetOfLetters(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (const [charset, letters] of ALPHABETS) {
    const text = new TextDecoder(charset ?? 'windows-1252').decode(sample).replace(/[\u0000-\u007F]/g, '');
    const own = [...text].filter((each) => letters.includes(each)).length;
    const others = [...text].filter((each) => !letters.includes(each) && !MARKS.includes(each)).length;
    if (own >= LETTERS_MIN && own >= OWN_LETTERS_SHARE_MIN * (own + others)) return charset;
  }
  return undefined;
}
