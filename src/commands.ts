/**
 * The commands.
 */
import { Command, Option } from 'commander';
import { REPORT_FORMATS, type ReportFormat } from './fault-report.ts';
import { GENERATOR } from './render/generator.ts';

/** The command line, ready to be parsed. */
export function commands(): Command {
  const program = new Command('feedwright')
    .description('Publishes a folder of article files as RSS, Atom and JSON Feed.')
    .version(GENERATOR.version)
    .exitOverride();
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
    .addOption(
      new Option('--format <format>', 'for people, for programs, or beside the lines of a pull request')
        .choices(REPORT_FORMATS)
        .default('text'),
    )
    .action(async (folder: string | undefined, { format }: { format: ReportFormat }) => {
      const { check } = await import('./check-command.ts');
      process.exitCode = await check(folder, format);
    });
  program
    .command('settings')
    .description('print every setting with its default and meaning')
    .addOption(
      new Option('--format <format>', 'tables, or a JSON Schema of feedwright.yaml for editors')
        .choices(['table', 'schema'])
        .default('table'),
    )
    .action(async ({ format }: { format: string }) => {
      const { printSettings } = await import('./settings-command.ts');
      printSettings(format);
    });
  return program;
}
