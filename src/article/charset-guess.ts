/**
 * The encoding of a page that names none: by the language it states, else by what its bytes look like (T-01).
 *
 * Western text has its bytes above ASCII one by one, between ASCII letters; other scripts have them in runs. Of the
 * encodings that give a text without a fault, the one is taken whose letters belong together.
 *
 * Source: WHATWG HTML §13.2.3.2, the table of fallback encodings by locale.
 */

/** Language → the encoding that its old pages have. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  ar: 'windows-1256',
  be: 'windows-1251',
  bg: 'windows-1251',
  cs: 'windows-1250',
  el: 'iso-8859-7',
  fa: 'windows-1256',
  he: 'windows-1255',
  hr: 'windows-1250',
  hu: 'windows-1250',
  ja: 'shift_jis',
  ko: 'euc-kr',
  mk: 'windows-1251',
  pl: 'iso-8859-2',
  ru: 'windows-1251',
  sk: 'windows-1250',
  sl: 'iso-8859-2',
  sr: 'windows-1251',
  th: 'windows-874',
  tr: 'windows-1254',
  uk: 'windows-1251',
  'zh-tw': 'big5',
  'zh-hk': 'big5',
  zh: 'gbk',
};

/**
 * Encoding → letters that its text beyond ASCII has, and how large a share they have at least. Alphabets lie on the same
 * bytes, so their commonest letters tell them apart.
 */
const BY_LETTERS: readonly (readonly [charset: string, letters: RegExp, shareMin: number])[] = [
  ['euc-jp', /[\u3040-\u30FF]/g, 0.3],
  ['shift_jis', /[\u3040-\u30FF]/g, 0.3],
  ['euc-kr', /[\uAC00-\uD7A3]/g, 0.9],
  ['gbk', /[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFF5E]/g, 0.9],
  ['big5', /[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFF5E]/g, 0.9],
  ['windows-1251', /[оеаинт]/g, 0.35],
  ['koi8-r', /[оеаинт]/g, 0.35],
  ['windows-1255', /[יוהלארמתנש]/g, 0.5],
  ['iso-8859-7', /[αοιετσν]/g, 0.35],
  ['windows-1256', /[اليمنوترةب]/g, 0.5],
];

/** How much of a page is looked at. */
const BYTES_MAX = 64_000;

/** The share of bytes above ASCII that stand in runs; Western text stays far below. */
const RUN_SHARE_MIN = 0.7;

/** The fewest bytes above ASCII that say something. */
const WIDE_BYTES_MIN = 20;

/** The name of the encoding, or undefined where it may as well be Windows-1252. */
export function guessedCharset(bytes: Uint8Array): string | undefined {
  const latin1 = new TextDecoder('latin1').decode(bytes.subarray(0, BYTES_MAX));
  const wide = latin1.match(/[^\u0000-\u007F]/g)?.length ?? 0;
  const inRuns = (
    latin1.match(/[^\u0000-\u007F][^\u0000-\u001F]?(?:[^\u0000-\u007F]|[^\u0000-\u007F][@-~])+/g) ?? []
  ).join('').length;
  const [, language = ''] =
    /<html[^>]{0,300}?\slang\s*=\s*["']?([a-z]{2}(?:-[a-z]{2,4})?)/i.exec(latin1) ?? [];
  const tag = language.toLowerCase();
  const stated = BY_LANGUAGE[tag] ?? BY_LANGUAGE[tag.slice(0, 2)];
  const byLetters =
    wide >= WIDE_BYTES_MIN && inRuns >= RUN_SHARE_MIN * wide ? charsetByLetters(bytes) : undefined;
  return (
    byLetters ?? (stated !== undefined && decodedStrictly(stated, bytes) !== undefined ? stated : undefined)
  );
}

function charsetByLetters(bytes: Uint8Array): string | undefined {
  for (const [charset, letters, shareMin] of BY_LETTERS) {
    const text = decodedStrictly(charset, bytes);
    if (text === undefined) continue;
    const wide = text.slice(0, BYTES_MAX).match(/[^\u0000-\u00A0\u2010-\u203A]/g)?.length ?? 0;
    const own = text.slice(0, BYTES_MAX).match(letters)?.length ?? 0;
    if (own > 0 && own >= shareMin * wide) return charset;
  }
  return undefined;
}

function decodedStrictly(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}
