/**
 * Text that every room may trust: cleaned once, escaped once.
 *
 * In: any string. Out: strings that XML, JSON and readers accept. Nothing here decides what a text *means*;
 * decoding bytes is article/decode.ts.
 *
 * Source: XML 1.0 §2.2 `Char`; rules, C-33 … C-35.
 */

/** Text without markup: cleaned, never escaped. */
export type PlainText = string & { readonly plainText: true };

/** HTML that has passed the sanitiser; site-owned addresses are still marked (see base/address.ts). */
export type SafeHtml = string & { readonly safeHtml: true };

/** C1 code points as Windows-1252 means them; the five holes map to nothing. */
const WINDOWS_1252 =
  '\u20AC\u0000\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u0000\u017D\u0000' +
  '\u0000\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u0000\u017E\u0178';

/** Everything `cleanText` looks at; most texts hold none of it. */
const SUSPECT =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u2028\u2029\uFEFF\uFFFD\u202A-\u202E\u2066-\u2069\p{Noncharacter_Code_Point}\p{Cs}]/u;

/** What has no place in a text; a strict HTML parser refuses noncharacters, which XML would take. */
const DROPPED = /[\u0000-\u0008\u000B-\u001F\u007F\u00AD\uFEFF\uFFFD\p{Noncharacter_Code_Point}\p{Cs}]/gu;

/**
 * A text that may stand in any document: only XML characters, LF line ends, NFC, no soft hyphens, no byte-order
 * marks, no noncharacters, C1 read as Windows-1252, bidi controls only in pairs (R-05, R-06, C-33 … C-35, T-03). Idempotent.
 */
export function cleanText(text: string): string {
  const plain = SUSPECT.test(text) ? cleanCharacters(text) : text;
  return plain.normalize('NFC');
}

function cleanCharacters(text: string): string {
  const cleaned = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0080-\u009F]/g, (c1) => WINDOWS_1252[c1.charCodeAt(0) - 0x80] ?? '')
    .replace(DROPPED, '');
  return /[\u202A-\u202E\u2066-\u2069]/.test(cleaned) ? balanceBidi(cleaned) : cleaned;
}

const CLOSED_BY: Readonly<Record<string, string>> = {
  '\u202A': '\u202C',
  '\u202B': '\u202C',
  '\u202D': '\u202C',
  '\u202E': '\u202C',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
};

/** Drops every bidi control that is not one of a properly nested pair on its own line (C-35, spoofed titles). */
function balanceBidi(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const units = [...line];
      const open: number[] = [];
      const paired = new Set<number>();
      units.forEach((unit, at) => {
        if (CLOSED_BY[unit] !== undefined) open.push(at);
        else if (unit === '\u202C' || unit === '\u2069') {
          const opener = open.at(-1);
          if (opener === undefined || CLOSED_BY[units[opener]!] !== unit) return;
          open.pop();
          paired.add(opener).add(at);
        }
      });
      return units
        .filter((unit, at) => !/[\u202A-\u202E\u2066-\u2069]/.test(unit) || paired.has(at))
        .join('');
    })
    .join('\n');
}

/** One line of plain text: cleaned, all white space collapsed to single spaces, trimmed. */
export function plainLine(text: string): PlainText {
  const clean = cleanText(text);
  // Most paragraphs are spaced as they should be.
  const line = /[^\S ]| {2}/.test(clean) ? clean.replace(/\s+/g, ' ') : clean;
  return line.trim() as PlainText;
}

/** Escapes a text for XML or HTML content and for attribute values in double quotes. */
export function escapeMarkup(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : text;
}

/** HTML that may stand inside a CDATA section: `]]>` cannot occur in it (R-07, F-03). */
export function withoutCdataEnd(html: string): string {
  return html.includes(']]>') ? html.replaceAll(']]>', ']]&gt;') : html;
}

/** A copy that shares no memory with the text it was cut from (V8 slices pin the whole of it; design §5). */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
