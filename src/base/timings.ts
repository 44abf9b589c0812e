/**
 * How long things took: durations in, counts per bucket out.
 *
 * Plain numbers, added to where the work is done and read when somebody asks; nothing here knows who asks, or how the
 * numbers are told. Labels are words of the source, never of a request, so there are only a few.
 */

/** The upper ends of the buckets, in seconds; what took longer is only in the total. */
export const BUCKET_ENDS_SECONDS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60] as const;

/** What was noted under one label. */
export interface Timing {
  /** How many took at most as long as each bucket's end, and longer than the one before. */
  readonly counts: readonly number[];
  readonly count: number;
  readonly sumSeconds: number;
}

/** Durations by label. */
export class Timings {
  readonly #timings = new Map<string, { counts: number[]; count: number; sumSeconds: number }>();

  /** Notes that something took so long. */
  note(label: string, seconds: number): void {
    const timing = this.#timings.get(label) ?? this.#first(label);
    const at = BUCKET_ENDS_SECONDS.findIndex((end) => seconds <= end);
    if (at >= 0) timing.counts[at]! += 1;
    timing.count += 1;
    timing.sumSeconds += seconds;
  }

  /** Everything that was noted. */
  entries(): IterableIterator<[label: string, Timing]> {
    return this.#timings.entries();
  }

  #first(label: string) {
    const timing = { counts: BUCKET_ENDS_SECONDS.map(() => 0), count: 0, sumSeconds: 0 };
    this.#timings.set(label, timing);
    return timing;
  }
}
