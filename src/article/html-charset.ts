/**
 * The encoding of an HTML file: byte-order mark, then UTF-8 where the bytes are UTF-8, then what the page says of
 * itself, then detection (T-01).
 *
 * A page saved by a browser is often UTF-8 whatever its `meta` still says, so bytes that are strict UTF-8 win over it.
 *
 * Source: WHATWG HTML §13.2.3.2, which looks at the first 1024 bytes; WHATWG Encoding for the names.
 */
import { guessedCharset } from './charset-guess.ts';
import { charsetOfLanguage } from './charset-of-language.ts';
import { charsetOfLetters } from './charset-of-letters.ts';
import { type DecodedText, decodeText } from './decode.ts';

/** How far a page's own word is looked for; saved pages put comments and scripts first. */
const SNIFFED_BYTES = 4_096;

const CHARSET =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|^[^<]{0,20}<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})/i;

/** Names that the Encoding Standard reads as Windows-1252. */
const WINDOWS_1252 = /^(?:windows-1252|cp-?1252|x-cp1252|iso-?8859-?1|latin-?1|us-ascii|ascii)$/i;

/** Decodes an HTML file. A page that says what it is, and is not UTF-8 by mistake, is taken at its word. */
export function decodeHtml(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  const isEscaped = decoded.encoding === 'utf-8' && bytes.includes(0x1b);
  if (decoded.encoding !== 'windows-1252' && !isEscaped) return decoded;
  const stated = statedCharset(bytes);
  if (stated === undefined && !isEscaped) return decodeGuessed(bytes, decoded);
  if (stated === undefined || (isEscaped && !/^iso-2022-jp$/i.test(stated))) return decoded;
  // as stated, so not a guess to warn of
  if (WINDOWS_1252.test(stated)) return { text: decoded.text, encoding: 'utf-8' };
  const text = decodedAs(stated, bytes);
  return text === undefined ? decodeGuessed(bytes, decoded) : { text, encoding: 'utf-8' };
}

/** Decodes a file that does not say what it is (T-01); what is a guess is warned of. */
export function decodeUnstated(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  return decoded.encoding === 'windows-1252' ? decodeGuessed(bytes, decoded) : decoded;
}

function decodeGuessed(bytes: Uint8Array, decoded: DecodedText): DecodedText {
  const encoding = guessedCharset(bytes) ?? charsetOfLanguage(bytes) ?? charsetOfLetters(bytes);
  const text = encoding === undefined ? undefined : decodedAs(encoding, bytes);
  return encoding === undefined || text === undefined ? decoded : { text, encoding };
}

function statedCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED_BYTES));
  const [, meta, xml] = CHARSET.exec(head) ?? [];
  return meta ?? xml;
}

/** The text in an encoding of the standard; undefined for a name that is none, or for UTF-8 that is none. */
function decodedAs(charset: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(charset);
    return decoder.encoding.startsWith('utf-') ? undefined : decoder.decode(bytes);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
