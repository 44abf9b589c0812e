/**
 * A clock that stands still until the test moves it.
 */
import { addSeconds } from 'date-fns/addSeconds';
import type { Clock } from '../../src/base/clock.ts';

/** Tells the instant that it was set to. */
export class HandClock implements Clock {
  #now: Date;

  constructor(now: string) {
    this.#now = new Date(now);
  }

  now(): Date {
    return this.#now;
  }

  set(now: string): void {
    this.#now = new Date(now);
  }

  advance(seconds: number): void {
    this.#now = addSeconds(this.#now, seconds);
  }
}
