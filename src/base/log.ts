/**
 * What the service tells its operator: one JSON line an event, on standard error.
 *
 * Nothing secret is ever logged; an event is lower case, its facts are fields.
 */
import { destination, type Logger, pino } from 'pino';

/** Where events go. */
export type Log = Logger;

/** The levels that LOG_LEVEL takes. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** A log that writes lines of this level and above. */
export function openLog(level: (typeof LOG_LEVELS)[number]): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: 2, sync: true }),
  );
}
