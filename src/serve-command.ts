/**
 * `feedwright serve`: the service, from the start to a signal.
 */
import { flushCompileCache } from 'node:module';
import { readConfig } from './config.ts';
import { startService } from './service.ts';

/** Serves until SIGINT or SIGTERM. */
export async function serve(): Promise<void> {
  const config = readConfig();
  const service = await startService(config);
  process.stdout.write(
    `Feedwright serves ${config.articlesFolder} at ${config.site.baseUrl} (listening on ${config.host}:${service.port})\n`,
  );
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void service.close();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    await service.takenIn;
  } catch (cause) {
    await service.close();
    throw cause;
  }
  // A process that is killed has no moment to keep what it compiled; the next start should not pay for it.
  flushCompileCache();
}
