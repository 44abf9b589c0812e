/**
 * Which part of a file a Range header asks for.
 *
 * Pure. One range is answered; several, which no player asks for, and whatever is no range of bytes get the whole, as a
 * server may choose (RFC 9110 §14.2). Whether a Range is looked at at all is the caller's to say.
 *
 * Source: RFC 9110 §14.1; rule H-17.
 */

/** A part of a file: the first byte and the last one, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** `bytes=0-9`, `bytes=10-`, `bytes=-5`. */
const ONE_RANGE = /^bytes=\s*(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))\s*$/i;

/**
 * The part that is asked for.
 *
 * @param size of the file, in bytes
 * @returns undefined for the whole; `unsatisfiable` for what lies behind the end
 */
export function byteRange(range: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, first, last, suffix] = ONE_RANGE.exec(range ?? '') ?? [];
  if (suffix !== undefined) return part(Math.max(0, size - Number(suffix)), size - 1);
  if (first === undefined) return undefined;
  const start = Number(first);
  if (last === undefined || last === '') return part(start, size - 1);
  // Whoever asks for less than nothing asks for nothing that we know.
  return Number(last) < start ? undefined : part(start, Math.min(Number(last), size - 1));
}

function part(start: number, end: number): ByteRange | 'unsatisfiable' {
  return start > end ? 'unsatisfiable' : { start, end };
}
