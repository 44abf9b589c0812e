/**
 * `feedwright serve`: the service, from the start to a signal.
 */
import { closeSync, existsSync, openSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { openLog } from './base/log.ts';
import { stepHelpersBack } from './base/thread-priority.ts';
import { readConfig } from './config.ts';
import { PublisherThread } from './publisher-in-thread.ts';
import type { Service } from './service.ts';

/** How long a stop may take, in milliseconds: what is not done by then is done at the next start. */
const STOP_MS = 2_000;

/** Serves until SIGINT or SIGTERM; at SIGHUP the settings are read again. */
export async function serve(): Promise<void> {
  const hadTerminal = hasTerminal();
  const { promise: started, resolve: isStarted } = Promise.withResolvers<Service>();
  // From the first moment on: whoever changes the settings while it starts must not end it.
  process.on('SIGHUP', () => {
    // A terminal that was closed is as good as a stop.
    if (hadTerminal && !hasTerminal()) process.kill(process.pid, 'SIGTERM');
    else void started.then((service) => service.reload(() => readConfig({}, 'memory')));
  });
  // Those of V8 are there from the beginning, and an import keeps them busy.
  stepHelpersBack();
  const config = readConfig({}, 'memory');
  // A first import is worth every optimization; whoever only looks for what has changed holds a third less without some.
  if (existsSync(join(config.dataFolder, 'ledger.db'))) beSmall();
  const publisher = new PublisherThread(config);
  // Loaded while the thread loads what it needs.
  const { startService } = await import('./service.ts');
  const service = await startService(config, {
    log: openLog(config.logLevel),
    open: (events) => publisher.open(events),
  });
  process.stdout.write(
    `Feedwright serves ${config.articlesFolder} at ${config.site.baseUrl} (listening on ${config.host}:${service.port})\n`,
  );
  // A process that is killed has no moment to keep what it compiled; the next start should not pay for it.
  flushCompileCache();
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    // The ledger is whole at any moment, also when the process ends half-way through a commit.
    setTimeout(() => process.exit(), STOP_MS).unref();
    void service.close();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  isStarted(service);
  try {
    await service.takenIn;
  } catch (cause) {
    await service.close();
    throw cause;
  }
  flushCompileCache();
  beSmall();
  // By now those of libuv are there too.
  stepHelpersBack();
}

/** From now on V8 prefers memory to speed where it has the choice; polls cost the same. */
function beSmall(): void {
  setFlagsFromString('--optimize-for-size');
}

/** Whether somebody's terminal can end us: a terminal that is closed says so by SIGHUP, and then it is gone. */
function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    return false;
  }
}
