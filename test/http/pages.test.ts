import { DOMParser } from '@xmldom/xmldom';
import { expect } from 'chai';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { RunningService, TEST_SITE } from './running-service.ts';

const PAGES = [
  '/',
  '/sections/harbour/',
  '/sections/town/',
  '/tags/boats/',
  '/authors/ada-quill/',
  '/articles/the-lamp-is-lit',
  '/articles/the-choir-sang-on',
];

describe('pages and indexes through the door', () => {
  let running: RunningService;

  before(async () => {
    const clock = new HandClock('2025-10-01T10:00:00Z');
    running = await RunningService.over(
      {
        ...LANTERN_FILES,
        'town/a&b.md': '---\ntitle: "A & B < C"\ndate: 2025-08-01\ntags: ["R&D"]\n---\n\nText.\n',
      },
      { clock },
    );
    clock.set('2025-10-01T11:00:00Z');
  });
  after(() => running.end());

  for (const path of PAGES) {
    describe(path, () => {
      it('is HTML that may run nothing of strangers (H-46, H-53)', async () => {
        const { status, headers, body } = await running.get(path);
        expect(status).to.equal(200);
        expect(headers['content-type']).to.equal('text/html; charset=utf-8');
        expect(headers['content-security-policy'])
          .to.include("default-src 'none'")
          .and.not.include('unsafe-eval');
        expect(headers['referrer-policy']).to.equal('strict-origin-when-cross-origin');
        expect(headers['x-content-type-options']).to.equal('nosniff');
        expect(headers['cache-control']).to.match(/^public, max-age=300\b/);
        expect(headers).to.not.have.any.keys('set-cookie', 'x-powered-by');
        expect(body.toString()).to.match(/^<!doctype html>/i);
      });

      it('advertises feeds, RSS first (H-55)', async () => {
        const html = await running.text(path);
        const types = [...html.matchAll(/<link rel="alternate" type="([^"]+)"/g)].map(([, type]) => type);
        expect(types[0]).to.equal('application/rss+xml');
        expect(types).to.include.members(['application/atom+xml', 'application/feed+json']);
      });
    });
  }

  it('has a picture for a bookmark', async () => {
    const { status, headers } = await running.get('/favicon.svg');
    expect(status).to.equal(200);
    expect(headers['content-type']).to.match(/^image\/svg\+xml/);
  });

  it('says in robots.txt that all may be read, and where the pages are listed (H-57)', async () => {
    const { headers, body } = await running.get('/robots.txt');
    expect(headers['content-type']).to.equal('text/plain; charset=utf-8');
    expect(body.toString()).to.equal(
      `User-agent: *\nAllow: /\n\nSitemap: ${TEST_SITE.baseUrl}/sitemap.xml\n`,
    );
  });

  it('lists every feed in opml.xml, each once and at an address that answers (EXT-45)', async () => {
    const { headers, body } = await running.get('/opml.xml');
    expect(headers['content-type']).to.equal('text/x-opml; charset=utf-8');
    const addresses = attributes(wellFormed(body.toString()), 'outline', 'xmlUrl');
    expect(addresses[0]).to.equal(`${TEST_SITE.baseUrl}/rss.xml`);
    expect(addresses).to.include(`${TEST_SITE.baseUrl}/tags/r-d/rss.xml`);
    expect(new Set(addresses).size).to.equal(addresses.length);
    for (const address of addresses)
      expect((await running.get(new URL(address).pathname)).status).to.equal(200);
  });

  it('lists every page in sitemap.xml, each once and at an address that answers (EXT-42)', async () => {
    const { headers, body } = await running.get('/sitemap.xml');
    expect(headers['content-type']).to.equal('application/xml; charset=utf-8');
    const pages = [...wellFormed(body.toString()).getElementsByTagName('loc')].map((loc) => loc.textContent!);
    expect(pages).to.include.members(PAGES.map((path) => TEST_SITE.baseUrl + path));
    expect(new Set(pages).size).to.equal(pages.length);
    for (const page of pages) expect((await running.get(new URL(page).pathname)).status, page).to.equal(200);
  });

  it('is alive', async () => {
    const { status, headers, body } = await running.get('/healthz');
    expect(status).to.equal(200);
    expect(headers['cache-control']).to.equal('no-store');
    expect(body.toString()).to.equal('ok\n');
  });

  it('is ready, and tells the change and the number of faults', async () => {
    const { status, headers } = await running.get('/readyz');
    expect(status).to.equal(200);
    expect(headers['cache-control']).to.equal('no-store');
    expect(headers['content-type']).to.match(/^application\/json/);
    const { status: word, change, faults } = await running.readiness();
    expect(word).to.equal('ready');
    expect(change).to.be.greaterThan(0);
    expect(faults).to.equal(0);
  });
});

describe('a feed without articles', () => {
  let running: RunningService;

  before(async () => {
    running = await RunningService.over({}, { clock: new HandClock('2025-10-01T10:00:00Z') });
  });
  after(() => running.end());

  for (const path of ['/rss.xml', '/atom.xml', '/feed.json', '/feed', '/', '/opml.xml', '/sitemap.xml'])
    it(`answers ${path} with validators, and a date that is neither 1970 nor 2038 (H-14)`, async () => {
      const { status, headers } = await running.get(path);
      expect(status).to.equal(200);
      expect(headers['last-modified']).to.match(/ 2025 /);
      expect((await running.get(path, { 'If-None-Match': headers.etag })).status).to.equal(304);
    });
});

/** The document; a complaint of the parser is a failure. */
function wellFormed(xml: string) {
  return new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml');
}

function attributes(
  document: ReturnType<typeof wellFormed>,
  element: string,
  name: string,
): readonly string[] {
  return [...document.getElementsByTagName(element)].map((each) => each.getAttribute(name)!);
}
