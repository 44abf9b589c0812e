/**
 * A document's bytes, one copy per content coding, with their validators.
 *
 * Made once per change and shared by all requests (H-36), in memory that threads share. Each coding has its own strong entity-tag (H-10); the tag
 * holds the ledger's epoch and the change's number, and a digest of the bytes, so that it differs if and only if the
 * bytes do (H-11). Nothing here knows a status code.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import { sharedBytes, sharedText } from '../base/shared-bytes.ts';

/** The content codings, in the order in which the service prefers them (H-33). */
export const CODINGS = ['br', 'zstd', 'gzip', 'identity'] as const;

/** A content coding. */
export type Coding = (typeof CODINGS)[number];

/** Bodies smaller than this are not worth a coding (H-36). */
export const CODED_BYTES_MIN = 1024;

/** The bytes of one coding. */
export interface CodedBytes {
  readonly coding: Coding;
  readonly bytes: Buffer;
  /** Strong, quoted. */
  readonly etag: string;
}

/** Everything a poll of one address can be answered with. */
export interface Representation {
  readonly mediaType: string;
  /** What all its entity-tags begin with. */
  readonly tag: string;
  /** Last-Modified, whole seconds. */
  readonly modified: Date;
  /** Always holds `identity`; small bodies hold nothing else. */
  readonly codings: Readonly<Partial<Record<Coding, CodedBytes>>> & { readonly identity: CodedBytes };
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
const toZstd = promisify(zstdCompress);

/** Where gzip's header names the operating system; 255 is "unknown", so that all machines make the same bytes. */
const GZIP_OS_OFFSET = 9;

/**
 * How a change comes into the world: at once as it is, then in what most readers ask for, then in all codings. Each step
 * takes some milliseconds; a reader that polls between two of them gets more bytes, and the same ones.
 */
export const CODING_STEPS: readonly [readonly Coding[], ...(readonly Coding[])[]] = [
  ['identity'],
  ['gzip'],
  CODINGS,
];

/** How each coding is made. */
const MAKERS: Readonly<Record<Coding, (identity: Buffer) => Promise<Buffer>>> = {
  identity: async (identity) => identity,
  gzip: async (identity) => {
    const bytes = await toGzip(identity, { level: 6 });
    bytes[GZIP_OS_OFFSET] = 255;
    return bytes;
  },
  br: (identity) => brotli(identity, BROTLI_AT_ONCE),
  zstd: (identity) =>
    toZstd(identity, {
      params: {
        [constants.ZSTD_c_compressionLevel]: 6,
        [constants.ZSTD_c_windowLog]: windowBits(identity.length),
      },
    }),
};

/** A tenth smaller than gzip's best, in twice gzip's time. */
const BROTLI_AT_ONCE = 7;

/** A tenth smaller still, in thirty times the time: for documents that live long enough. */
const BROTLI_BEST = 11;

/** The largest document that is worth it, in bytes: a megabyte takes a second. */
const BEST_BYTES_MAX = 1_000_000;

function brotli(identity: Buffer, quality: number): Promise<Buffer> {
  return toBrotli(identity, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      [constants.BROTLI_PARAM_LGWIN]: windowBits(identity.length),
    },
  });
}

/** A window as large as the body is all that it can use; the default would cost megabytes for each that is being made. */
function windowBits(bytes: number): number {
  return Math.min(22, Math.max(16, Math.ceil(Math.log2(bytes + 1))));
}

/**
 * The representation of a text.
 *
 * @param version what the tags carry beside the digest: `<epoch>.<change>`
 * @param codings those wanted; `withCodings` makes others later
 */
export async function represent(
  text: string,
  mediaType: string,
  version: string,
  modified: Date,
  codings: readonly Coding[] = CODINGS,
): Promise<Representation> {
  const identity = sharedText(text);
  const digest = createHash('sha256')
    .update(mediaType)
    .update('\n')
    .update(identity)
    .digest('hex')
    .slice(0, 12);
  const tag = `${version}.${digest}`;
  const uncoded: CodedBytes = { coding: 'identity', bytes: identity, etag: `"${tag}"` };
  return withCodings({ mediaType, tag, modified, codings: { identity: uncoded } }, codings);
}

/**
 * The same representation with these codings too.
 *
 * @param bytesMin the smallest body that is coded
 */
export async function withCodings(
  representation: Representation,
  codings: readonly Coding[],
  bytesMin = CODED_BYTES_MIN,
): Promise<Representation> {
  const { tag, codings: made } = representation;
  const { bytes: identity } = made.identity;
  const missing = codings.filter((coding) => made[coding] === undefined);
  if (missing.length === 0 || identity.length < bytesMin) return representation;
  const more = await Promise.all(
    missing.map(async (coding) => [
      coding,
      { coding, bytes: sharedBytes(await MAKERS[coding](identity)), etag: `"${tag}-${coding}"` },
    ]),
  );
  return { ...representation, codings: { ...made, ...Object.fromEntries(more) } };
}

/**
 * The same representation with the smallest brotli there is. These are other bytes, so they have another tag (H-10), which
 * begins as all of them do: whoever has the first ones is told that nothing has changed.
 */
export async function withBestBrotli(representation: Representation): Promise<Representation> {
  const { tag, codings } = representation;
  const { bytes: identity } = codings.identity;
  const etag = `"${tag}-br${BROTLI_BEST}"`;
  if (codings.br === undefined || codings.br.etag === etag || identity.length > BEST_BYTES_MAX)
    return representation;
  const bytes = sharedBytes(await brotli(identity, BROTLI_BEST));
  const br: CodedBytes = { coding: 'br', bytes, etag };
  return { ...representation, codings: { ...codings, br } };
}
