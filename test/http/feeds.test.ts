import { expect } from 'chai';
import { FORMATS, type Format } from '../../src/feeds/feed.ts';
import { documentPath, feedHome } from '../../src/feeds/feed-address.ts';
import { CODINGS } from '../../src/render/representation.ts';
import { decoded } from './client.ts';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { RunningService, TEST_SITE } from './running-service.ts';

const TYPES: Readonly<Record<Format, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

const FEEDS = ['', 'sections/harbour', 'sections/town', 'tags/boats', 'tags/light', 'authors/ada-quill'];

describe('every feed in every format and coding', () => {
  let running: RunningService;
  const clock = new HandClock('2025-10-01T10:00:00Z');

  before(async () => {
    running = await RunningService.over(LANTERN_FILES, { clock });
    clock.set('2025-10-01T11:00:00Z');
  });
  after(() => running.end());

  for (const key of FEEDS) {
    for (const format of FORMATS) {
      const path = documentPath(key, format);
      const url = TEST_SITE.baseUrl + path;

      describe(path, () => {
        for (const coding of CODINGS) {
          const headers = coding === 'identity' ? {} : { 'Accept-Encoding': coding };

          it(`is whole in ${coding} (H-01, H-31, H-36, H-46)`, async () => {
            const answer = await running.get(path, headers);
            expect(answer.status).to.equal(200);
            expect(answer.headers['content-type']).to.equal(TYPES[format]);
            expect(answer.headers['content-encoding']).to.equal(coding === 'identity' ? undefined : coding);
            expect(answer.headers['content-length']).to.equal(String(answer.body.length));
            expect(answer.headers.vary).to.equal('Accept-Encoding, A-IM');
            expect(answer.headers['last-modified']).to.match(/^Wed, 01 Oct 2025 10:00:0\d GMT$/);
            expect(decoded(answer).equals((await running.get(path)).body)).to.equal(true);
          });

          it(`answers 304 in ${coding} with the headers of the 200 that a cache needs (H-05, H-08, H-29)`, async () => {
            const full = await running.get(path, headers);
            const answer = await running.get(path, { ...headers, 'If-None-Match': full.headers.etag });
            expect(answer.status).to.equal(304);
            expect(answer.body).to.have.length(0);
            for (const name of [
              'etag',
              'last-modified',
              'vary',
              'cache-control',
              'access-control-allow-origin',
            ])
              expect(answer.headers[name], name).to.equal(full.headers[name]);
            for (const name of ['content-type', 'content-encoding', 'content-length', 'transfer-encoding'])
              expect(answer.headers, name).to.not.have.property(name);
            expect(answer.headers).to.have.property('date');
          });

          it(`answers HEAD in ${coding} with the headers of GET (H-16)`, async () => {
            const full = await running.get(path, headers);
            const head = await running.ask(path, { method: 'HEAD', headers });
            expect(head.status).to.equal(200);
            expect(head.body).to.have.length(0);
            expect(without(head.headers, 'date')).to.deep.equal(without(full.headers, 'date'));
          });
        }

        it('has a strong, quoted tag for each coding (H-09, H-10)', async () => {
          const tags = await Promise.all(
            CODINGS.map(
              async (coding) => (await running.get(path, { 'Accept-Encoding': coding })).headers.etag!,
            ),
          );
          expect(new Set(tags).size).to.equal(CODINGS.length);
          for (const tag of tags) expect(tag).to.match(/^"[\x21\x23-\x7e]+"$/);
        });

        it('may be kept for the poll interval and used when we are down (H-22 … H-25)', async () => {
          const { headers } = await running.get(path);
          expect(headers['cache-control']).to.equal(
            'public, max-age=900, stale-while-revalidate=60, stale-if-error=86400',
          );
          expect(headers).to.not.have.property('expires');
        });

        it('names itself once, its other formats and its page (H-56)', async () => {
          const links = (await running.get(path)).headers.link as string;
          expect(links.match(/rel="self"/g)).to.have.length(1);
          expect(links).to.include(`<${url}>; rel="self"`);
          for (const other of FORMATS.filter((each) => each !== format))
            expect(links).to.include(`<${TEST_SITE.baseUrl}${documentPath(key, other)}>; rel="alternate"`);
          expect(links).to.include(
            `<${TEST_SITE.baseUrl}${feedHome(key)}>; rel="alternate"; type="text/html"`,
          );
        });

        it('may be read by scripts of other origins and guessed at by nobody (H-53, H-54)', async () => {
          const { headers } = await running.get(path);
          expect(headers['access-control-allow-origin']).to.equal('*');
          expect(headers['access-control-expose-headers']).to.equal('ETag, Last-Modified, Link, Retry-After');
          expect(headers['x-content-type-options']).to.equal('nosniff');
        });

        it('is the same for everybody, and sets no cookie (H-44)', async () => {
          const plain = await running.get(path);
          const strange = await running.get(path, {
            'User-Agent': 'FeedDemon/9.9',
            Referer: 'https://elsewhere.example/',
            Cookie: 'a=b',
          });
          expect(strange.headers).to.not.have.property('set-cookie');
          expect(without(strange.headers, 'date')).to.deep.equal(without(plain.headers, 'date'));
          expect(strange.body.equals(plain.body)).to.equal(true);
        });

        for (const query of [
          '?null',
          '?utm_source=reader&utm_medium=rss',
          '?format=xml',
          '?',
          '?x=%zz',
          '?x=%2e%2e',
        ])
          it(`is the same with ${query} (H-19)`, async () => {
            const answer = await running.get(path + query);
            expect(answer.status).to.equal(200);
            expect(answer.body.equals((await running.get(path)).body)).to.equal(true);
            expect(answer.headers.link).to.include(`<${url}>; rel="self"`);
          });
      });
    }
  }
});

function without(headers: object, name: string): object {
  return Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
}
