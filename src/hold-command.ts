/**
 * `feedwright hold`: what is held, and what is to become of it. It works beside a running service, which notices within
 * a second, and before a start.
 */
import { systemClock } from './base/clock.ts';
import { isoDate } from './base/instant.ts';
import { readConfig } from './config.ts';
import type { Hold } from './ledger/holds.ts';
import { Ledger } from './ledger/ledger.ts';

/**
 * Shows the hold, or decides.
 *
 * @param what `show`, `release` or `discard`
 * @returns the exit code: 0 when nothing is held any more or something was decided, 1 while something is held, 2 for
 *   another word
 */
export async function hold(what: string): Promise<number> {
  if (what !== 'show' && what !== 'release' && what !== 'discard') {
    process.stderr.write(`feedwright: found hold ${what}, expected show, release or discard\n`);
    return 2;
  }
  const config = readConfig({}, 'memory');
  const ledger = await Ledger.openBeside(config.dataFolder, {
    clock: systemClock,
    authority: config.site.authority,
  });
  try {
    const held = await ledger.holds.current();
    if (held === undefined) {
      process.stdout.write('nothing is held\n');
      return what === 'show' ? 0 : 1;
    }
    process.stdout.write(textOf(held));
    if (what === 'show') return 1;
    await ledger.holds.decide(what);
    process.stdout.write(
      what === 'release' ? 'released: it will be published\n' : 'discarded: the articles stay\n',
    );
    return 0;
  } finally {
    await ledger.close();
  }
}

function textOf({ why, since, withdraws, keepsBack, paths, decision }: Hold): string {
  const some = paths.map((path) => `  ${path}`);
  if (withdraws > paths.length) some.push(`  … and ${withdraws - paths.length} more`);
  const fresh = keepsBack === 0 ? '' : `; ${keepsBack} new files wait beside them`;
  return [
    `held since ${isoDate(since)}: ${why}${fresh}`,
    ...some,
    decision === undefined ? '' : `decided: ${decision}`,
  ]
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}
