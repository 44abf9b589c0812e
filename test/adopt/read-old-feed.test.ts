/**
 * Old feeds of every generator, read.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import type { OldFeed, OldItem } from '../../src/adopt/old-feed.ts';
import { readOldFeed } from '../../src/adopt/read-old-feed.ts';
import { Failure } from '../../src/base/failure.ts';
import * as old from './old-documents.ts';

const LAMP = new Date('2025-09-05T07:41:07Z');

function read(document: string): OldFeed {
  return readOldFeed(Buffer.from(document));
}

function failureOf(bytes: Uint8Array): Failure {
  try {
    readOldFeed(bytes);
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
  throw new Error('expected a failure');
}

describe('readOldFeed: what each program wrote (R-33 … R-37, A-14 … A-17, J-11)', () => {
  const lamp = { title: 'The lamp is lit', published: LAMP };
  const cases: readonly (readonly [string, string, Partial<OldFeed>, number, Partial<OldItem>])[] = [
    ['WordPress, a guid that is no permanent link', old.WORDPRESS, { format: 'rss', title: 'Old Harbour', generator: 'https://wordpress.org/?v=6.5.2' }, 0, { ...lamp, id: 'https://old.example.org/?p=12', isPermalink: false, link: 'https://old.example.org/2025/09/05/the-lamp-is-lit/', text: `<p>${old.TEXTS.lamp}</p>` }],
    ['WordPress, typographic references', old.WORDPRESS, { format: 'rss' }, 1, { title: '“Bread & butter”: the ferry’s wait', text: old.TEXTS.ferry }],
    ['Ghost, hexadecimal ids', old.GHOST, { format: 'rss', generator: 'Ghost 5.82' }, 0, { ...lamp, id: '65f0c1d2e3a4b5c6d7e8f901', isPermalink: false }],
    ['Hugo, a guid that says nothing of itself', old.HUGO, { format: 'rss' }, 0, { ...lamp, id: 'https://old.example.org/harbour/lamp/', isPermalink: true, text: `<p>${old.TEXTS.lamp}</p>` }],
    ['Hugo, no date at all', old.HUGO, { format: 'rss' }, 1, { published: undefined, text: '' }],
    ['Jekyll, both dates', old.JEKYLL, { format: 'atom', title: 'Old Harbour', generator: 'Jekyll' }, 0, { ...lamp, id: 'https://old.example.org/2025/09/05/lamp', isPermalink: undefined, updated: new Date('2025-09-06T10:00:00Z') }],
    ['Jekyll, a link that is a path', old.JEKYLL, { format: 'atom' }, 1, { id: 'tag:old.example.org,2025:bread', link: 'https://old.example.org/2025/09/04/bread.html', published: undefined, title: '"Bread &amp; butter": the ferry\'s wait' }],
    ['Atom with prefixes, xml:base and XHTML', old.ATOM_PREFIXED, { format: 'atom', title: 'Old Harbour' }, 0, { ...lamp, id: 'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a', link: 'https://old.example.org/notes/lamp', text: 'The harbour master' }],
    ['RSS 1.0, rdf:about', old.RSS_1_0, { format: 'rss' }, 0, { ...lamp, id: 'https://old.example.org/lamp#it', isPermalink: true, link: 'https://old.example.org/lamp' }],
    ['RSS 0.91, a link for an id', old.RSS_0_91, { format: 'rss', title: 'Old &lol2; Harbour' }, 0, { title: 'The lamp & the pier', id: 'https://old.example.org/lamp', isPermalink: true, published: undefined }],
    ['JSON Feed 1.0, a number for an id', old.JSON_1_0, { format: 'json' }, 0, { ...lamp, id: '12', isPermalink: undefined }],
    ['JSON Feed 1.0, a note without a title', old.JSON_1_0, { format: 'json' }, 1, { id: 'note-2', title: '', text: 'A &lt; B', published: undefined, updated: new Date('2025-09-04T06:30:00Z') }],
    ['JSON Feed 1.1', old.JSON_1_1, { format: 'json', title: 'Old Harbour' }, 0, { ...lamp, id: '65f0c1d2e3a4b5c6d7e8f901', updated: new Date('2025-09-06T10:00:00Z') }],
  ]; // biome-ignore format: one case a line
  for (const [what, document, feed, at, item] of cases) {
    it(`reads ${what}`, () => {
      const found = read(document);
      expect(found).to.deep.include(feed);
      expect(found.items[at]).to.deep.include(item);
    });
  }

  it('reads Latin-1 where the document says so', () => {
    expect(readOldFeed(Buffer.from(old.RSS_1_0, 'latin1')).title).to.equal('Café');
  });

  it('reads UTF-16 with a byte-order mark', () => {
    expect(readOldFeed(Buffer.from(`\uFEFF${old.GHOST}`, 'utf16le')).items).to.have.length(2);
  });

  const guids: readonly (readonly [string, string, string, boolean])[] = [
    ['true', '<guid isPermaLink="true">https://x.example/a</guid>', 'https://x.example/a', true],
    ['TRUE, as some write it', '<guid ispermalink="TRUE">https://x.example/a</guid>', 'https://x.example/a', true],
    ['nothing, and is no address', '<guid>abc</guid>', 'abc', false],
    ['true, and is no address', '<guid isPermaLink="true">tag:x,2025:a</guid>', 'tag:x,2025:a', false],
    ['false', '<guid isPermaLink="false"> https://x.example/?p=1&amp;x=2 </guid>', 'https://x.example/?p=1&x=2', false],
    ['nothing at all, being empty', '<guid/><link>https://x.example/a</link>', 'https://x.example/a', true],
  ]; // biome-ignore format: one case a line
  for (const [what, guid, id, isPermalink] of guids) {
    it(`keeps a guid that says ${what} (R-34)`, () => {
      expect(read(`<rss><channel><item>${guid}</item></channel></rss>`).items[0]).to.deep.include({
        id,
        isPermalink,
      });
    });
  }
});

describe('readOldFeed: what is no feed', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['nothing', '', /found nothing$/],
    ['a packed file', '\u001f\u008b\u0008\u0000', /found a packed file: unpack it first/],
    ['a page', '<!doctype html><html><body>Hello</body></html>', /found a page of HTML: name the feed/],
    ['other XML', '<opml><body/></opml>', /expected RSS, Atom or JSON Feed, found "<opml>/],
    ['other JSON', '{"posts":[]}', /found JSON without items/],
    ['broken JSON', '{"items":[', /found JSON without items/],
    ['a feed without items', '<rss version="2.0"><channel><title>x</title></channel></rss>', /found none$/],
    ['a picture', '\u0089PNG\r\n\u001a\n', /found "/],
    ['elements without end', `<rss>${'<a>'.repeat(100_000)}`, /inside one another/],
    ['too many items', `<rss><channel>${'<item/>'.repeat(20_001)}</channel></rss>`, /20000 items at most, found 20001/],
    ['too many elements', `<rss>${'<a/>'.repeat(1_000_001)}</rss>`, /more than 1000000 elements/],
  ]; // biome-ignore format: one case a line
  for (const [what, document, message] of cases) {
    it(`refuses ${what}`, () => {
      const failure = failureOf(Buffer.from(document));
      expect(failure.code).to.equal('old-feed-unreadable');
      expect(failure.message).to.match(message);
    });
  }

  it('expands no entity of a document type', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a0 "lol">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>`;
    const { items } = read(
      `${bomb}<rss><channel><item><title>&a30;</title><guid>&a30;</guid></item></channel></rss>`,
    );
    expect(items[0]).to.deep.include({ title: '&a30;', id: '&a30;' });
  });

  it('needs no more time than its length asks for', () => {
    for (const piece of [
      '<',
      '<a ',
      '<![CDATA[',
      ']]',
      '&',
      '&#',
      '<!--',
      '-',
      '</a>',
      '<!DOCTYPE [',
      '<a b="',
      '{"a":',
    ]) {
      const start = performance.now();
      failureOf(Buffer.from(`<rss>${piece.repeat(2_000_000 / piece.length)}`));
      expect(performance.now() - start, piece).to.be.below(8_000);
    }
  }).timeout(120_000);

  it('answers a feed or a failure to any bytes', () => {
    const documents = [old.WORDPRESS, old.JEKYLL, old.ATOM_PREFIXED, old.RSS_0_91, old.JSON_1_0];
    const mutated = fc
      .tuple(
        fc.constantFrom(...documents),
        fc.array(fc.tuple(fc.nat(5_000), fc.uint8Array({ maxLength: 6 }), fc.nat(40))),
      )
      .map(([document, edits]) =>
        edits.reduce<Buffer>(
          (bytes, [at, by, length]) =>
            Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]),
          Buffer.from(document),
        ),
      );
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 400 })), (bytes) => {
        try {
          for (const { id, title, text } of readOldFeed(bytes).items) {
            expect(id ?? '').to.be.a('string');
            expect(title).to.be.a('string');
            expect(text).to.be.a('string');
          }
        } catch (cause) {
          if (!(cause instanceof Failure)) throw cause;
          expect(cause.code).to.equal('old-feed-unreadable');
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
