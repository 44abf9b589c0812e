/**
 * Chance that can be repeated: the same seed gives the same numbers on any machine (mulberry32).
 */

/** A source of numbers. */
export class Chance {
  #state: number;

  /** @param seed whole numbers; two that differ give sequences that differ */
  constructor(...seed: readonly number[]) {
    this.#state = seed.reduce(
      (state, part) => Math.imul(state ^ part, 0x9e3779b1) ^ (part >>> 16),
      0x2545f491,
    );
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  }

  /** One of the values. */
  oneOf<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }
}
