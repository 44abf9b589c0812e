/**
 * A command, from its words to an exit code: 0 done, 1 faults were found, 2 the settings or the machine do not allow it.
 */
import { Failure } from './base/failure.ts';

/** Runs the command that `argv` names; none is `serve`, which needs no parser and starts so much the sooner. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    if (argv.length > 2) return await runNamed(argv);
    const { serve } = await import('./serve-command.ts');
    await serve();
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    process.stderr.write(`feedwright: ${cause.message} (${cause.code})\n`);
    process.exitCode = 2;
  }
}

async function runNamed(argv: readonly string[]): Promise<void> {
  const [{ CommanderError }, { commands }] = await Promise.all([
    import('commander'),
    import('./commands.ts'),
  ]);
  try {
    await commands().parseAsync(argv as string[]);
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    process.exitCode = cause.exitCode === 0 ? 0 : 2;
  }
}
