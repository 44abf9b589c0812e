/**
 * A service whose publisher works in the test's own thread, where the clock is the test's to set.
 */
import { pino } from 'pino';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import type { Log } from '../../src/base/log.ts';
import type { Config } from '../../src/config.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openPublisher } from '../../src/open-publisher.ts';
import { type Service, startService } from '../../src/service.ts';

/** What a test can reach into. */
export interface ServiceAtHand extends Service {
  readonly ledger: Ledger;
}

/** Starts one; it logs nothing unless it is given a log. */
export async function startAtHand(
  config: Config,
  {
    clock = systemClock,
    log = pino({ level: 'silent' }) as Log,
  }: { readonly clock?: Clock; readonly log?: Log } = {},
): Promise<ServiceAtHand> {
  let ledger: Ledger | undefined;
  const service = await startService(config, {
    log,
    clock,
    open: async (events) => {
      const publisher = await openPublisher(config, clock, log, events);
      ({ ledger } = publisher);
      return publisher;
    },
  });
  return { ...service, ledger: ledger! };
}
