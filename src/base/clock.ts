/**
 * The one place that asks what time it is.
 *
 * Everything else takes an instant or a `Clock` as an argument, so that a document is a function of what it is
 * made from and a test never sleeps (design, invariant 6).
 */
import { startOfSecond } from 'date-fns/startOfSecond';

/** Tells the time. Tests pass one that they move by hand. */
export interface Clock {
  /** The present instant; may step backwards when the machine's clock is set. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = Object.freeze({ now: () => new Date() });

/** The instant without its fraction of a second: feeds and HTTP dates have whole seconds. */
export function wholeSecond(instant: Date): Date {
  return startOfSecond(instant);
}
