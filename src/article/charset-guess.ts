/**
 * The encoding of a text that is not UTF-8 and does not say what it is (T-01, detection).
 *
 * In Western texts letters beyond ASCII stand alone; in all others they stand together. Those are tried in the old
 * encodings of their countries, and the one counts whose text looks like its language: kana, Hangul, everyday Chinese
 * characters, or the commonest letters of an alphabet. Where none does, nothing is guessed. Latin letters that
 * Windows-1252 does not read are charset-of-letters.ts'.
 *
 * Pure; a sample of the bytes is looked at. Source: WHATWG Encoding for the names.
 */

import { charsetOfLetters } from './charset-of-letters.ts';

/** How much of a file is looked at. */
const SAMPLE_BYTES = 32_768;

/** Fewer bytes beyond ASCII tell nothing. */
const WIDE_BYTES_MIN = 8;

/** The least share of wide bytes that stand beside another one; Western texts have less than a tenth. */
const TOGETHER_SHARE_MIN = 0.4;

/** Alphabets by their commonest letters, which are half of any text. */
const ALPHABETS: readonly (readonly [charset: string, letters: string, alphabet: RegExp])[] = [
  ['windows-1251', 'оеаинті', /[\u0400-\u04FF]/],
  ['koi8-r', 'оеаинті', /[\u0400-\u04FF]/],
  ['ibm866', 'оеаинті', /[\u0400-\u04FF]/],
  ['iso-8859-5', 'оеаинті', /[\u0400-\u04FF]/],
  ['windows-1253', 'αοιετσν', /[\u0370-\u03FF]/],
  ['windows-1255', 'יוהלאר', /[\u0590-\u05FF]/],
  ['windows-1256', 'اليمونرت', /[\u0600-\u06FF]/],
  ['windows-874', 'านรอกเงม่้ัี', /[\u0E00-\u0E7F]/],
];

/** The least share of an alphabet's commonest letters. */
const COMMON_LETTERS_SHARE_MIN = 0.38;

/** The name of the encoding, or undefined where the bytes are Western or tell nothing. */
export function guessedCharset(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let wide = 0;
  let together = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at]! < 0x80) continue;
    wide += 1;
    if ((sample[at - 1] ?? 0) >= 0x80 || (sample[at + 1] ?? 0) >= 0x80) together += 1;
  }
  const isTogether = wide >= WIDE_BYTES_MIN && together >= wide * TOGETHER_SHARE_MIN;
  const other = isTogether ? (japanese(sample) ?? korean(sample) ?? chinese(sample)) : undefined;
  return other ?? (isTogether && !isMixed(sample) ? alphabetic(sample) : charsetOfLetters(sample));
}

/** The least share of wide bytes beside an ASCII letter that Latin words have, and no other alphabet's. */
const MIXED_SHARE_MIN = 0.5;

function isMixed(sample: Uint8Array): boolean {
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).toString('latin1');
  const wide = text.match(/[\u0080-\u00FF]/g)?.length ?? 0;
  const beside = text.match(/(?<=[a-z])[\u0080-\u00FF]|[\u0080-\u00FF](?=[a-z])/gi)?.length ?? 0;
  return beside >= wide * MIXED_SHARE_MIN;
}

function japanese(sample: Uint8Array): string | undefined {
  return ['euc-jp', 'shift_jis'].find((charset) => {
    const text = wideText(charset, sample);
    return share(text, /[\u3041-\u30FC]/g) > 0.15 && share(text, /[\uFF61-\uFF9F\uE000-\uF8FF]/g) < 0.05;
  });
}

function korean(sample: Uint8Array): string | undefined {
  return share(wideText('euc-kr', sample), /[\uAC00-\uD7A3]/g) > 0.85 ? 'euc-kr' : undefined;
}

/** Both standards put their everyday characters first: GB 2312 into rows B0 to D7, Big5 into A4 to C6. */
function chinese(sample: Uint8Array): string | undefined {
  const simplified = everydayShare(
    sample,
    'gbk',
    (lead, trail) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1,
  );
  const traditional = everydayShare(sample, 'big5', (lead) => lead >= 0xa4 && lead <= 0xc6);
  if (Math.max(simplified, traditional) < 0.8) return undefined;
  return simplified >= traditional ? 'gbk' : 'big5';
}

function everydayShare(
  sample: Uint8Array,
  charset: string,
  isEveryday: (lead: number, trail: number) => boolean,
): number {
  if (wideText(charset, sample) === '') return 0;
  let pairs = 0;
  let everyday = 0;
  for (let at = 0; at + 1 < sample.length; at += 1) {
    const lead = sample[at]!;
    if (lead < 0x80) continue;
    at += 1;
    // punctuation is in the same rows everywhere, and says nothing
    if (lead < 0xa4) continue;
    pairs += 1;
    if (isEveryday(lead, sample[at]!)) everyday += 1;
  }
  return pairs < WIDE_BYTES_MIN / 2 ? 0 : everyday / pairs;
}

function alphabetic(sample: Uint8Array): string | undefined {
  let best: string | undefined;
  let bestShare = COMMON_LETTERS_SHARE_MIN;
  for (const [charset, letters, alphabet] of ALPHABETS) {
    const text = wideText(charset, sample);
    if (share(text, new RegExp(alphabet, 'g')) < 0.8) continue;
    const found = share(text, new RegExp(`[${letters}]`, 'g'));
    if (found > bestShare) [best, bestShare] = [charset, found];
  }
  return best;
}

/** What stands beyond ASCII in a sample; empty where the encoding does not allow its bytes. */
function wideText(charset: string, sample: Uint8Array): string {
  try {
    // as a stream, since a sample may end within a character
    const text = new TextDecoder(charset, { fatal: true }).decode(sample, { stream: true });
    return text.replace(/[\u0000-\u007F]/g, '');
  } catch (cause) {
    if (cause instanceof TypeError) return '';
    throw cause;
  }
}

function share(text: string, characters: RegExp): number {
  return text === '' ? 0 : (text.match(characters)?.length ?? 0) / text.length;
}
