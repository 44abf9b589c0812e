/** The routes over an edition that a test makes up, with nothing behind them. */
import { systemClock } from '../../src/base/clock.ts';
import { openLog } from '../../src/base/log.ts';
import type { ServedEdition } from '../../src/edition/served-edition.ts';
import { createRoutes } from '../../src/http/app.ts';
import { Nowhere } from '../../src/http/nowhere.ts';
import { Observations } from '../../src/http/observations.ts';
import { PageShelf } from '../../src/http/page-shelf.ts';
import { PollTable } from '../../src/http/poll-table.ts';
import { TEST_SITE } from './running-service.ts';

/** What routes answer by, and what they know. */
export function routesOver(parts: Partial<ServedEdition>, isServing: () => boolean) {
  const edition = parts as ServedEdition;
  const moment = { clock: systemClock, nextScheduled: () => undefined };
  const table = new PollTable(moment);
  const nowhere = new Nowhere();
  const routes = createRoutes({
    site: TEST_SITE,
    edition,
    pages: new PageShelf(edition, table),
    nowhere,
    assetsFolder: '',
    table,
    moment,
    log: openLog('silent'),
    maxAgeSeconds: 900,
    caches: { surrogateKeys: 'off' },
    offersDeltas: true,
    readiness: async () => ({ isReady: false, change: 0, faults: 0 }),
    isServing,
    observations: new Observations(),
    metrics: async () => ({ text: '', mediaType: 'text/plain' }),
    hasOperatorListener: false,
    faults: async () => [],
    operatorToken: undefined,
  });
  return { routes, table, nowhere };
}
