import { expect } from 'chai';
import type { Format } from '../../src/feeds/feed.ts';
import { DOCUMENT_NAMES, feedHome } from '../../src/feeds/feed-address.ts';
import { negotiatedFormat } from '../../src/http/feed-format.ts';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { RunningService, TEST_SITE } from './running-service.ts';

const CASES: [what: string, accept: string | undefined, expected: Format][] = [
  ['no header at all', undefined, 'rss'],
  ['an empty header', '', 'rss'],
  ['anything', '*/*', 'rss'],
  ['rss-parser', 'application/rss+xml', 'rss'],
  [
    'Miniflux',
    'application/xml, application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, text/html, */*;q=0.9',
    'rss',
  ],
  [
    'feedparser',
    'application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1',
    'rss',
  ],
  [
    'NetNewsWire',
    'application/rss+xml, application/rdf+xml;q=0.8, application/atom+xml;q=0.6, application/xml;q=0.4',
    'rss',
  ],
  [
    'a browser',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
    'rss',
  ],
  ['a friend of Atom', 'application/atom+xml', 'atom'],
  ['one who likes Atom better', 'application/rss+xml;q=0.8, application/atom+xml', 'atom'],
  ['a friend of JSON Feed', 'application/feed+json', 'json'],
  ['plain JSON (H-48)', 'application/json', 'json'],
  ['one who likes JSON better', 'application/feed+json, application/xml;q=0.5', 'json'],
  ['JSON, then Atom', 'application/feed+json, application/atom+xml', 'json'],
  ['Atom, then JSON', 'application/atom+xml, application/feed+json', 'atom'],
  ['plain XML', 'application/xml', 'rss'],
  ['text/xml', 'text/xml', 'rss'],
  ['anything but RSS', 'application/rss+xml;q=0, application/atom+xml', 'atom'],
  ['capitals', 'Application/ATOM+XML', 'atom'],
  ['blanks and a quality', ' application/atom+xml ; q=1.0 , application/rss+xml;q=0.9', 'atom'],
  ['parameters that none of ours has (H-50)', 'application/atom+xml;type=entry', 'rss'],
  ['something that we do not have (H-50)', 'image/png', 'rss'],
  ['nothing that we have (H-50)', '*/*;q=0', 'rss'],
  ['garbage', ';;;,,,/;q=x', 'rss'],
];

describe('negotiatedFormat (H-49, H-50)', () => {
  for (const [what, accept, expected] of CASES) {
    it(`answers ${expected} to ${what}`, () => {
      expect(negotiatedFormat(accept)).to.equal(expected);
    });
  }
});

describe('/feed (H-49 … H-52)', () => {
  let running: RunningService;

  before(async () => {
    const clock = new HandClock('2025-10-01T10:00:00Z');
    running = await RunningService.over(LANTERN_FILES, { clock });
    clock.set('2025-10-01T11:00:00Z');
  });
  after(() => running.end());

  for (const key of ['', 'sections/harbour', 'tags/boats', 'authors/ben-oar']) {
    const home = feedHome(key);
    for (const [what, accept, format] of CASES) {
      it(`${home}feed is the ${format} document to ${what}`, async () => {
        const answer = await running.get(`${home}feed`, accept === undefined ? {} : { Accept: accept });
        const document = await running.get(home + DOCUMENT_NAMES[format]);
        expect(answer.status).to.equal(200);
        expect(answer.body.equals(document.body)).to.equal(true);
        expect(answer.headers['content-type']).to.equal(document.headers['content-type']);
        expect(answer.headers['content-location']).to.equal(home + DOCUMENT_NAMES[format]);
        expect(answer.headers.link).to.equal(document.headers.link);
        expect(answer.headers.link).to.include(
          `<${TEST_SITE.baseUrl}${home}${DOCUMENT_NAMES[format]}>; rel="self"`,
        );
        expect(answer.headers.vary).to.equal('Accept, Accept-Encoding');
      });
    }
  }

  it('has another tag for each format, and varies on its 304 too (H-10, H-31)', async () => {
    const asks = (accept: string, tag?: string) =>
      running.get('/feed', { Accept: accept, ...(tag === undefined ? {} : { 'If-None-Match': tag }) });
    const rss = await asks('application/rss+xml');
    const atom = await asks('application/atom+xml');
    expect(rss.headers.etag).to.not.equal(atom.headers.etag);
    expect((await asks('application/atom+xml', rss.headers.etag)).status).to.equal(200);
    const same = await asks('application/atom+xml', atom.headers.etag);
    expect(same.status).to.equal(304);
    expect(same.headers.vary).to.equal('Accept, Accept-Encoding');
  });
});
