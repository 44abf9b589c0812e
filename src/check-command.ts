/**
 * `feedwright check`: every fault in a folder of articles, as the service would find it.
 *
 * The folder is taken in by the very same code, into a ledger that is thrown away afterwards, so what it says is what
 * the service would do.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from './base/clock.ts';
import { openLog } from './base/log.ts';
import { readConfig } from './config.ts';
import { faultReport, type ReportFormat } from './fault-report.ts';
import { Intake } from './intake/intake.ts';
import { Ledger } from './ledger/ledger.ts';

/**
 * Checks a folder and prints what it finds.
 *
 * @returns the exit code: 1 if there are faults
 */
export async function check(folder: string | undefined, format: ReportFormat): Promise<number> {
  const config = readConfig(folder === undefined ? {} : { ARTICLES_DIR: folder });
  const scratch = mkdtempSync(join(tmpdir(), 'feedwright-check-'));
  const ledger = await Ledger.open(scratch, { clock: systemClock, authority: config.site.authority });
  try {
    let files = 0;
    const intake = new Intake({
      root: config.articlesFolder,
      site: config.site,
      ledger,
      clock: systemClock,
      log: openLog('silent'),
      onChange: async () => {},
      onProgress: (read) => {
        files = read;
        if (process.stderr.isTTY) process.stderr.write(`\r${read} files read`);
      },
    });
    await intake.takeIn();
    await intake.close();
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    const faults = [...intake.folderFaults, ...(await ledger.files.faults())];
    process.stdout.write(faultReport(format, { folder: folder ?? config.articlesFolder, files, faults }));
    return faults.length > 0 ? 1 : 0;
  } finally {
    await ledger.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
