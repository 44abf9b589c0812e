/**
 * What happens by itself: a scheduled article goes live at its instant.
 *
 * One timer for the next instant, never longer than `LOOK_MS`, so that a machine that slept or whose clock was set
 * is put right within it.
 */
import type { Clock } from '../base/clock.ts';

/** The longest the timer sleeps, in milliseconds: what is due is published within twice as much. A look costs microseconds. */
const LOOK_MS = 50;

/** Calls back at instants that may move. */
export class Timetable {
  readonly #clock: Clock;
  readonly #next: () => Date | undefined;
  readonly #due: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  /**
   * @param next the next instant, if any; asked again whenever the timer fires
   * @param due called when that instant has come
   */
  constructor(clock: Clock, next: () => Date | undefined, due: () => Promise<void>) {
    this.#clock = clock;
    this.#next = next;
    this.#due = due;
  }

  /** Starts, or looks again. */
  async start(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    const next = this.#next();
    const wait = next === undefined ? LOOK_MS : next.getTime() - this.#clock.now().getTime();
    if (wait <= 0) await this.#due();
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.start(), Math.min(Math.max(wait, 10), LOOK_MS));
    this.#timer.unref();
  }

  /** Stops for good. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }
}
