/**
 * The commands.
 *
 * Exit codes: 0 done, 1 faults were found, 2 the settings or the machine do not allow it.
 */
import { Command } from 'commander';
import { Failure } from './base/failure.ts';

/** The command line, ready to be parsed. */
function commands(): Command {
  const program = new Command('feedwright')
    .description('Publishes a folder of article files as RSS, Atom and JSON Feed.')
    .version('0.1.0');
  program
    .command('serve', { isDefault: true })
    .description('serve the feeds of ARTICLES_DIR (the default)')
    .action(async () => {
      const { serve } = await import('./serve-command.ts');
      await serve();
    });
  program
    .command('check')
    .description('print every fault in the articles folder; exit code 1 if there are any')
    .argument('[dir]', 'the articles folder; ARTICLES_DIR when absent')
    .action(async (folder?: string) => {
      const { check } = await import('./check-command.ts');
      process.exitCode = await check(folder);
    });
  return program;
}

/** Runs the command that `argv` names. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await commands().parseAsync(argv as string[]);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    process.stderr.write(`feedwright: ${cause.message} (${cause.code})\n`);
    process.exitCode = 2;
  }
}
