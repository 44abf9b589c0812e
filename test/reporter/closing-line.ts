/**
 * Mocha's `spec` reporter, and after it one line for machines: `12 passed, 0 failed`.
 *
 * The counts are mocha's own; skipped tests are told only when there are any. `.ci/run` repeats the line as its last.
 */
import Mocha from 'mocha';

/** What is printed when the last test has ended. */
export function closingLine(stats: Mocha.Stats): string {
  const skipped = stats.pending > 0 ? `, ${stats.pending} skipped` : '';
  return `${stats.passes} passed, ${stats.failures} failed${skipped}`;
}

class ClosingLine extends Mocha.reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    process.stdout.write(`${closingLine(this.stats)}\n`);
  }
}

// Mocha asks for its reporter by `require`, which gives what a module exports under this name; so it needs no default.
export { ClosingLine as 'module.exports' };
