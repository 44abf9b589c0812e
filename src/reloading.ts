/**
 * Settings that are read again while the service runs.
 *
 * All or nothing: what was read takes effect as a whole, or what is wrong with it is logged and nothing changes. One
 * reading at a time, in the order in which they were asked for.
 */
import { Failure } from './base/failure.ts';
import type { Log } from './base/log.ts';
import type { Config } from './config.ts';
import { changedFixed, withFixedOf } from './fixed-settings.ts';

/**
 * Reads and settles, each time it is called.
 *
 * @param present the settings that the service lives by
 * @param settle makes the service live by others
 */
export function reloading(
  present: () => Config,
  settle: (next: Config) => Promise<void>,
  log: Log,
): (read: () => Config) => Promise<void> {
  let turn: Promise<void> = Promise.resolve();
  const reload = async (read: () => Config) => {
    try {
      const next = read();
      const fixed = changedFixed(present(), next);
      if (fixed.length > 0)
        log.warn({ settings: fixed }, 'these settings have changed, and take effect after a restart');
      await settle(withFixedOf(present(), next));
      log.info('the settings are read again');
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      const [what, ...faults] = cause.message.split('\n').map((line) => line.trim());
      log.error({ code: cause.code, cause: what, faults }, 'the settings stay as they were');
    }
  };
  return (read) => {
    turn = turn.then(() => reload(read));
    return turn;
  };
}
