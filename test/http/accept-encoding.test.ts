import { expect } from 'chai';
import { acceptedCodings } from '../../src/http/accept-encoding.ts';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { RunningService } from './running-service.ts';

/** The coding of a document that exists in all of them; undefined: none is acceptable. */
const CASES: [what: string, acceptEncoding: string | undefined, expected: string | undefined][] = [
  ['gives identity to who says nothing (H-34)', undefined, 'identity'],
  ['gives identity to an empty value (H-34)', '', 'identity'],
  ['gives gzip to who knows gzip (H-32)', 'gzip', 'gzip'],
  ['takes x-gzip for gzip (H-33)', 'x-gzip', 'gzip'],
  ['reads names in capitals', 'GZIP', 'gzip'],
  ['prefers br among equals: Miniflux (H-33)', 'br,gzip', 'br'],
  ['prefers br among equals: a browser (H-33)', 'gzip, deflate, br, zstd', 'br'],
  ['gives the highest quality (H-33)', 'br;q=0.5, gzip;q=0.8', 'gzip'],
  ['gives zstd to who likes it best', 'zstd, gzip;q=0.9, br;q=0.9', 'zstd'],
  ['never gives a coding of quality 0 (H-33)', 'br;q=0, gzip', 'gzip'],
  ['lets * cover what is not listed (H-33)', 'br;q=0, zstd;q=0, *', 'gzip'],
  ['lets * keep what is listed', '*;q=0.5, gzip', 'gzip'],
  ['gives identity when only unknown codings are acceptable (H-35)', 'compress, deflate', 'identity'],
  ['gives identity when it is wanted', 'identity, gzip;q=0.5', 'identity'],
  ['gives identity to *;q=0 that names it', '*;q=0, identity', 'identity'],
  ['gives a coding when identity is ruled out', 'gzip, identity;q=0', 'gzip'],
  ['gives a coding when everything else is ruled out', 'gzip, *;q=0', 'gzip'],
  ['has nothing when identity is ruled out (H-35)', 'identity;q=0', undefined],
  ['has nothing when everything is ruled out (H-35)', 'identity;q=0, *;q=0', undefined],
  ['has nothing for *;q=0 alone (H-35)', '*;q=0', undefined],
  ['passes over what is no coding', 'gzip;level=9, ;;, br;q=two', 'identity'],
  ['reads blanks around everything', ' gzip ; q = 0.4 ,\tbr;q=0.2', 'gzip'],
];

describe('acceptedCodings (RFC 9110 §12.5.3, H-31 … H-35)', () => {
  for (const [what, acceptEncoding, expected] of CASES) {
    it(what, () => {
      expect(acceptedCodings(acceptEncoding)[0]).to.equal(expected);
      expect(acceptedCodings(acceptEncoding), 'remembered').to.equal(acceptedCodings(acceptEncoding));
    });
  }

  it('remembers a limited number of texts', () => {
    for (let n = 0; n < 1_200; n++) expect(acceptedCodings(`gzip, unknown-${n}`)[0]).to.equal('gzip');
  });
});

describe('content codings of a feed (H-31 … H-36)', () => {
  let running: RunningService;

  before(async () => {
    running = await RunningService.over(LANTERN_FILES, { clock: new HandClock('2025-10-01T10:00:00Z') });
  });
  after(() => running.end());

  for (const [what, acceptEncoding, expected] of CASES) {
    it(what, async () => {
      const headers = acceptEncoding === undefined ? {} : { 'Accept-Encoding': acceptEncoding };
      const { status, headers: given } = await running.get('/rss.xml', headers);
      expect(status).to.equal(expected === undefined ? 406 : 200);
      if (expected !== undefined) expect(given['content-encoding'] ?? 'identity').to.equal(expected);
    });
  }
});
