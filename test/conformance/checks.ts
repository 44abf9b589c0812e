/**
 * What has been claimed and found so far: one printed line a claim, and the counts of the last line.
 */

/** Complaints printed under one claim at most. */
const COMPLAINTS_PRINTED_MAX = 20;

/** The claims of one run. */
export class Checks {
  #passed = 0;
  #failed = 0;

  /** A claim holds when nothing speaks against it; a program that cannot be run speaks against it. */
  async claim(what: string, complaints: () => Promise<readonly string[]>): Promise<void> {
    const found = await complaints().catch((cause: unknown) => [
      cause instanceof Error ? cause.message : String(cause),
    ]);
    if (found.length === 0) this.#passed += 1;
    else this.#failed += 1;
    const lines = found
      .slice(0, COMPLAINTS_PRINTED_MAX)
      .map((line) => `        ${line.replaceAll('\n', ' ')}\n`);
    const more = found.length - lines.length;
    process.stdout.write(
      `  ${found.length === 0 ? 'ok  ' : 'FAIL'}  ${what}\n${lines.join('')}${more > 0 ? `        … and ${more} more\n` : ''}`,
    );
  }

  /** True when every claim held, and there was one. */
  get isPassed(): boolean {
    return this.#failed === 0 && this.#passed > 0;
  }

  /** `12 passed, 0 failed`. */
  get summary(): string {
    return `${this.#passed} passed, ${this.#failed} failed`;
  }
}
