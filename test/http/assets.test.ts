import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect } from 'chai';
import { HandClock } from './hand-clock.ts';
import { LAMP_PNG, LANTERN_FILES, markdown } from './lantern-files.ts';
import { RunningService } from './running-service.ts';
import { until } from './until.ts';

describe('files beside articles (H-17, H-30)', () => {
  let running: RunningService;
  let path: string;

  before(async () => {
    running = await RunningService.over(LANTERN_FILES, { clock: new HandClock('2025-10-01T10:00:00Z') });
    path = /\/assets\/[0-9a-f]{32}\/lamp\.png/.exec(await running.text('/articles/the-lamp-is-lit'))![0];
  });
  after(() => running.end());

  it('are sent whole, for good, and may run nothing', async () => {
    const { status, headers, body } = await running.get(path);
    expect(status).to.equal(200);
    expect(body.equals(LAMP_PNG)).to.equal(true);
    expect(headers['content-type']).to.equal('image/png');
    expect(headers['content-length']).to.equal(String(LAMP_PNG.length));
    expect(headers['cache-control']).to.equal('public, max-age=31536000, immutable');
    expect(headers['content-security-policy'])
      .to.match(/\bsandbox\b/)
      .and.include("default-src 'none'");
    expect(headers['x-content-type-options']).to.equal('nosniff');
    expect(headers['access-control-allow-origin']).to.equal('*');
    expect(headers['accept-ranges']).to.equal('bytes');
    expect(headers.etag).to.equal(`"${path.split('/')[2]}"`);
    expect(headers).to.not.have.any.keys('set-cookie', 'content-disposition');
  });

  it('answer HEAD with the headers of GET (H-16)', async () => {
    const head = await running.ask(path, { method: 'HEAD' });
    expect(head.status).to.equal(200);
    expect(head.body).to.have.length(0);
    expect(head.headers['content-length']).to.equal(String(LAMP_PNG.length));
  });

  it('answer 304 to their tag', async () => {
    const { headers } = await running.get(path);
    expect((await running.get(path, { 'If-None-Match': headers.etag })).status).to.equal(304);
    expect((await running.get(path, { 'If-None-Match': '"old"' })).status).to.equal(200);
  });

  const ranges: [what: string, range: string, from: number, to: number][] = [
    ['the first bytes', 'bytes=0-7', 0, 8],
    ['the middle', 'bytes=10-19', 10, 20],
    ['everything from a place on', 'bytes=60-', 60, LAMP_PNG.length],
    ['the last bytes', 'bytes=-4', LAMP_PNG.length - 4, LAMP_PNG.length],
    ['more than there is', 'bytes=60-9999', 60, LAMP_PNG.length],
  ];
  for (const [what, range, from, to] of ranges) {
    it(`sends a range: ${what}`, async () => {
      const { status, headers, body } = await running.get(path, { Range: range });
      expect(status).to.equal(206);
      expect(headers['content-range']).to.equal(`bytes ${from}-${to - 1}/${LAMP_PNG.length}`);
      expect(body.equals(LAMP_PNG.subarray(from, to))).to.equal(true);
    });
  }

  it('send everything when the range is of another version (If-Range)', async () => {
    const { headers } = await running.get(path);
    const same = await running.get(path, { Range: 'bytes=0-7', 'If-Range': headers.etag });
    expect(same.status).to.equal(206);
    const other = await running.get(path, { Range: 'bytes=0-7', 'If-Range': '"old"' });
    expect(other.status).to.equal(200);
    expect(other.body).to.have.length(LAMP_PNG.length);
  });

  it('answer as they are expected to be, or 412 (RFC 9110 §13.1.1)', async () => {
    const { headers } = await running.get(path);
    expect((await running.get(path, { 'If-Match': headers.etag })).status).to.equal(200);
    expect((await running.get(path, { 'If-Match': headers.etag, Range: 'bytes=0-7' })).status).to.equal(206);
    const other = await running.get(path, { 'If-Match': '"old"' });
    expect(other.status).to.equal(412);
    expect(JSON.parse(other.body.toString())).to.include({ status: 412, code: 'precondition-failed' });
  });

  const CONDITIONS: [
    what: string,
    headers: (etag: string, modified: string) => Readonly<Record<string, string>>,
    status: number,
  ][] = [
    ['their tag, weak (H-04)', (etag) => ({ 'If-None-Match': `W/${etag}` }), 304],
    ['their tag among others (H-04)', (etag) => ({ 'If-None-Match': `"a", ${etag}` }), 304],
    [
      'what an intermediary hung on (H-07)',
      (etag) => ({ 'If-None-Match': etag.replace(/"$/, '-gzip"') }),
      304,
    ],
    [
      'their tag and no-cache (H-15)',
      (etag) => ({ 'If-None-Match': etag, 'Cache-Control': 'no-cache' }),
      304,
    ],
    ['their date (H-06)', (_, modified) => ({ 'If-Modified-Since': modified }), 304],
    ['a date that is none (H-06)', () => ({ 'If-Modified-Since': '2099-01-01' }), 200],
    [
      'another tag and their date (H-03)',
      (_, modified) => ({ 'If-None-Match': '"old"', 'If-Modified-Since': modified }),
      200,
    ],
    ['their tag, expected weakly (§8.8.3.2)', (etag) => ({ 'If-Match': `W/${etag}` }), 412],
    [
      'no change for years, expected',
      () => ({ 'If-Unmodified-Since': 'Wed, 01 Oct 2014 10:00:00 GMT' }),
      412,
    ],
    ['a range of what it has', (etag) => ({ Range: 'bytes=0-7', 'If-Range': etag }), 206],
    [
      'a range of what it has by its date',
      (_, modified) => ({ Range: 'bytes=0-7', 'If-Range': modified }),
      206,
    ],
    ['a range, its tag weak (§13.1.5)', (etag) => ({ Range: 'bytes=0-7', 'If-Range': `W/${etag}` }), 200],
    ['a range, and has it', (etag) => ({ Range: 'bytes=0-7', 'If-None-Match': etag }), 304],
  ];
  for (const [what, conditions, status] of CONDITIONS) {
    it(`answer ${status} to ${what}`, async () => {
      const { headers } = await running.get(path);
      const found = await running.get(path, conditions(headers.etag!, headers['last-modified']!));
      expect(found.status).to.equal(status);
      if (status === 304) {
        expect(found.body).to.have.length(0);
        for (const name of ['etag', 'last-modified', 'cache-control'])
          expect(found.headers[name], name).to.equal(headers[name]);
      }
      if (status === 412)
        expect(found.headers).to.not.have.any.keys('etag', 'last-modified', 'accept-ranges');
    });
  }

  it('answer HEAD of a range as HEAD (RFC 9110 §14.2), and several ranges and a unit nobody knows', async () => {
    const head = await running.ask(path, { method: 'HEAD', headers: { Range: 'bytes=0-7' } });
    expect([head.status, head.headers['content-length'], head.body.length]).to.deep.equal([
      200,
      String(LAMP_PNG.length),
      0,
    ]);
    for (const range of ['bytes=0-1,4-5', 'lines=0-1', 'bytes=']) {
      const whole = await running.get(path, { Range: range });
      expect(whole.status, range).to.equal(200);
      expect(whole.body.equals(LAMP_PNG), range).to.equal(true);
    }
  });

  it('answer 416 with their size to a range behind their end', async () => {
    const { status, headers, body } = await running.get(path, { Range: 'bytes=9999-' });
    expect(status).to.equal(416);
    expect(headers['content-range']).to.equal(`bytes */${LAMP_PNG.length}`);
    expect(headers['cache-control']).to.equal('no-store');
    expect(JSON.parse(body.toString())).to.include({ status: 416 });
  });

  const nowhere = [
    `/assets/${'0'.repeat(32)}/lamp.png`,
    '/assets/lamp.png',
    '/assets/../ledger.db',
    '/assets/%2e%2e/ledger.db',
    '/assets/..%2fledger.db/lamp.png',
    '/assets/%2e%2e%2f%2e%2e%2fledger.db/lamp.png',
    '/assets/%2Fetc%2Fpasswd/passwd',
    '/assets/',
    '/assets',
    '/assets//lamp.png',
    `/assets/${'0'.repeat(31)}%00/lamp.png`,
    '/articles/..%2f..%2fledger.db',
    '/..%2f..%2fetc%2fpasswd',
    '/harbour/lamp.md',
    '/harbour/lamp.png',
    '/feedwright.yaml',
  ];
  for (const address of nowhere)
    it(`are nowhere else: ${address}`, async () => {
      const { status, body } = await running.get(address);
      expect(status).to.be.oneOf([400, 404]);
      expect(body.toString()).to.not.include('SQLite format').and.not.include('root:');
    });

  it('are no defect where the client has gone before their first byte', async () => {
    for (let time = 0; time < 50; time++) {
      const socket = connect({ host: '127.0.0.1', port: running.service.port });
      socket.on('error', () => undefined);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`, () => socket.resetAndDestroy());
      await once(socket, 'close');
    }
    expect((await running.get(path)).status).to.equal(200);
    expect(running.events.filter(({ level }) => level >= 50)).to.deep.equal([]);
    expect((await running.text('/metrics')).includes('code="internal"')).to.equal(false);
  });

  it('are only to be saved under a name that says they are something else', async () => {
    const { headers } = await running.get(path.replace('lamp.png', 'lamp.html'));
    expect(headers['content-type']).to.equal('application/octet-stream');
    expect(headers['content-disposition']).to.match(/^attachment\b/);
  });

  it('keep their address when the file changes, and the article shows the new one', async () => {
    const other = Buffer.concat([LAMP_PNG, Buffer.from('more')]);
    running.write('harbour/lamp.png', other);
    await until('the article shows the new picture', async () => {
      const now = /\/assets\/[0-9a-f]{32}\/lamp\.png/.exec(
        await running.text('/articles/the-lamp-is-lit'),
      )![0];
      return now !== path && (await running.get(now)).body.equals(other);
    });
    expect((await running.get(path)).body.equals(LAMP_PNG)).to.equal(true);
  });

  it('are not published through links that lead out of the articles folder', async () => {
    mkdirSync(running.outside('private'));
    writeFileSync(running.outside('private/secret.png'), Buffer.from('a secret'));
    symlinkSync(running.outside('private/secret.png'), running.pathOf('harbour/link.png'));
    symlinkSync(running.outside('private'), running.pathOf('harbour/linked'));
    running.write(
      'harbour/spy.md',
      markdown(
        { title: 'Spy', date: '2025-09-01' },
        '![a](link.png) ![b](linked/secret.png) ![c](../../private/secret.png)',
      ),
    );
    await until('the article is there', async () => (await running.get('/articles/spy')).status === 200);
    const addresses = (await running.text('/articles/spy')).match(/\/assets\/[0-9a-f]{32}\/[^"\s]+/g) ?? [];
    expect(addresses).to.deep.equal([]);
  });
});
