/**
 * The encoding that pages in a language had before UTF-8, for a page that names its language and no encoding (T-01).
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

/** `<html lang=…>`, or the header that says it. */
const LANGUAGE =
  /<(?:html[^>]{0,300}?\slang\s*=|meta[^>]{0,60}?content-language[^>]{0,20}?\scontent\s*=)\s*["']?([a-z]{2}(?:-[a-z]{2,4})?)/i;

/** How far the language is looked for. */
const HEAD_BYTES = 4_096;

/** The name of the encoding, by what the page says of its language; undefined where Windows-1252 is the customary one. */
export function charsetOfLanguage(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const [, language = ''] = LANGUAGE.exec(head) ?? [];
  const tag = language.toLowerCase();
  return BY_LANGUAGE[tag] ?? BY_LANGUAGE[tag.slice(0, 2)];
}
