/**
 * The encoding of an HTML file: byte-order mark, then what the page says of itself, then detection (T-01).
 *
 * Source: WHATWG HTML §13.2.3.2, which looks at the first 1024 bytes.
 */
import { type DecodedText, decodeText } from './decode.ts';

const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i;

/** Names that the Encoding Standard reads as Windows-1252. */
const WINDOWS_1252 = /^(?:windows-1252|cp-?1252|x-cp1252|iso-?8859-?1|latin-?1|us-ascii|ascii)$/i;

/** Decodes an HTML file. A page that says windows-1252, and is not UTF-8 by mistake, is taken at its word. */
export function decodeHtml(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  if (decoded.encoding !== 'windows-1252') return decoded;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  const [, charset = ''] = CHARSET.exec(head) ?? [];
  // as stated, so not a guess to warn of
  return WINDOWS_1252.test(charset) ? { text: decoded.text, encoding: 'utf-8' } : decoded;
}
