/**
 * How publishing begins: the ledger is opened, and looked at for what there is to serve.
 */
import type { Clock } from './base/clock.ts';
import type { Log } from './base/log.ts';
import { isPublicAuthority } from './base/site.ts';
import type { Config } from './config.ts';
import { Ledger } from './ledger/ledger.ts';
import type { PublisherEvents } from './publisher.ts';
import { PublisherAtHand } from './publisher-at-hand.ts';

/**
 * Opens the ledger and takes the articles folder in behind what it holds.
 *
 * @throws {Failure} `data-folder-unusable`, `ledger-in-use`, `ledger-unreadable`, `ledger-newer`
 */
export async function openPublisher(
  config: Config,
  clock: Clock,
  log: Log,
  events: PublisherEvents,
): Promise<PublisherAtHand> {
  const { authority } = config.site;
  const ledger = await Ledger.open(config.dataFolder, { clock, authority });
  try {
    const isPublic = isPublicAuthority(authority);
    if (!isPublic)
      log.warn(
        { authority },
        'ids are minted under a loopback name: set BASE_URL or site.authority before going public',
      );
    const feedAuthority = await ledger.feedAuthority(isPublic);
    // A start that was killed before it had taken anything in leaves settings, and nothing to serve.
    const isFirstStart = !(await ledger.feeds.hasArchives()) && (await ledger.feeds.count('')) === 0;
    const isWhole = await ledger.isWhole();
    const start = { feedAuthority, isFirstStart, isWhole };
    const publisher = new PublisherAtHand(config, ledger, start, clock, log, events);
    await publisher.begin();
    return publisher;
  } catch (cause) {
    await ledger.close();
    throw cause;
  }
}
