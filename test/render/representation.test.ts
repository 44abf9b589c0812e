import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { expect } from 'chai';
import { CODED_BYTES_MIN, represent } from '../../src/render/representation.ts';

const modified = new Date('2025-09-06T08:00:00Z');
const long = 'a feed – with text, '.repeat(200);
const make = (text = long, mediaType = 'text/plain', version = 'e.1') =>
  represent(text, mediaType, version, modified);

describe('represent (H-09 … H-12, H-36)', () => {
  it('gives each coding the same text back', async () => {
    const { codings } = await make();
    expect(codings.identity.bytes.toString()).to.equal(long);
    expect(gunzipSync(codings.gzip!.bytes).toString()).to.equal(long);
    expect(brotliDecompressSync(codings.br!.bytes).toString()).to.equal(long);
    expect(zstdDecompressSync(codings.zstd!.bytes).toString()).to.equal(long);
  });
  it('gives each coding its own strong, quoted entity-tag (H-09, H-10)', async () => {
    const { codings, tag } = await make();
    const etags = Object.values(codings).map(({ etag }) => etag);
    expect(new Set(etags)).to.have.length(4);
    for (const etag of etags) expect(etag).to.match(/^"[!#-~]+"$/);
    expect(codings.identity.etag).to.equal(`"${tag}"`);
    expect(tag).to.match(/^e\.1\./);
  });
  it('makes the same bytes and tags of the same text (H-12)', async () => {
    expect(await make()).to.deep.equal(await make());
  });
  const others: [what: string, other: ReturnType<typeof make>][] = [
    ['another text', make(`${long}!`)],
    ['another media type', make(long, 'text/html')],
    ['another change', make(long, 'text/plain', 'e.2')],
  ];
  for (const [what, other] of others) {
    it(`has other tags for ${what} (H-11)`, async () => {
      expect((await make()).tag).not.to.equal((await other).tag);
    });
  }
  it('codes nothing that is too small for it (H-36)', async () => {
    expect(Object.keys((await make('a'.repeat(CODED_BYTES_MIN - 1))).codings)).to.deep.equal(['identity']);
    expect(Object.keys((await make('a'.repeat(CODED_BYTES_MIN))).codings)).to.have.length(4);
  });
  it('names no operating system in gzip’s header', async () => {
    expect((await make()).codings.gzip!.bytes[9]).to.equal(255);
  });
});
