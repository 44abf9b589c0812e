/**
 * The commands.
 */
import { Command, Option } from 'commander';
import { Failure } from './base/failure.ts';
import { REPORT_FORMATS, type ReportFormat } from './fault-report.ts';
import { GENERATOR } from './render/generator.ts';

/** For whom a command prints. */
type Format = 'text' | 'json';

/** The command line, ready to be parsed. */
export function commands(): Command {
  const program = new Command('feedwright')
    .description('Publishes a folder of article files as RSS, Atom and JSON Feed.')
    .version(GENERATOR.version)
    .exitOverride();
  addServeCommand(program);
  addCheckCommand(program);
  addSettingsCommand(program);
  addWhyCommand(program);
  addHistoryCommands(program);
  addAdoptCommand(program);
  addHoldCommand(program);
  addLedgerCommands(program.command('ledger').description('keep, move and verify the ledger of DATA_DIR'));
  return program;
}

function addServeCommand(program: Command): void {
  program
    .command('serve', { isDefault: true })
    .description('serve the feeds of ARTICLES_DIR (the default)')
    .allowExcessArguments()
    .action(async (_options: unknown, { args: [found] }: Command) => {
      // The word of a command that is none ends up here.
      if (found !== undefined)
        throw new Failure(
          'argument-invalid',
          `expected a command, found ${found}: \`feedwright help\` lists them all`,
        );
      const { serve } = await import('./serve-command.ts');
      await serve();
    });
}

function addCheckCommand(program: Command): void {
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
}

function addSettingsCommand(program: Command): void {
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
}

function addWhyCommand(program: Command): void {
  program
    .command('why')
    .description('where an article is, since when, and why it is in no other feed')
    .argument('<name>', 'its path, slug, id or address')
    .addOption(formatOption())
    .action(async (name: string, { format }: { format: Format }) => {
      const { why } = await import('./why-command.ts');
      process.exitCode = await why(name, format);
    });
}

/** Both work beside a running service. */
function addHistoryCommands(program: Command): void {
  const feed = [
    '<feed>',
    'its home or the address of a document: /, sections/world, /tags/boats/atom.xml',
  ] as const;
  program
    .command('history')
    .description('what happened in a feed, change by change')
    .argument(...feed)
    .option('--since <when>', 'a date, an instant, or the number of a change; the beginning when absent')
    .addOption(formatOption())
    .action(async (name: string, wish: { since?: string; format: Format }) => {
      const { history } = await import('./history-command.ts');
      process.exitCode = await history(name, wish);
    });
  program
    .command('diff')
    .description('what is different in a feed for whoever has it as it was after an earlier change')
    .argument(...feed)
    .requiredOption('--from <when>', 'a date, an instant, or the number of a change')
    .option('--to <when>', 'the last change when absent')
    .addOption(formatOption())
    .action(async (name: string, wish: { from: string; to?: string; format: Format }) => {
      const { diff } = await import('./history-command.ts');
      process.exitCode = await diff(name, wish);
    });
}

function addAdoptCommand(program: Command): void {
  program
    .command('adopt')
    .description(
      'take over the ids and dates of a feed that another program published; with the service stopped',
    )
    .argument('<file-or-url>', 'RSS, Atom or JSON Feed; run it once for each that the old site had')
    .option('--yes', 'write without a question')
    .addOption(formatOption('for people, or for programs, which are asked nothing'))
    .action(async (source: string, options: { yes?: true; format: Format }) => {
      const { adopt } = await import('./adopt-command.ts');
      process.exitCode = await adopt(source, { isAgreed: options.yes === true, format: options.format });
    });
}

function addHoldCommand(program: Command): void {
  program
    .command('hold')
    .description('what was found in the articles folder and is not believed: show it, publish it, or drop it')
    .argument(
      '<what>',
      'show, release (publish it) or discard (the articles stay, although their files are gone)',
    )
    .action(async (what: string) => {
      const { hold } = await import('./hold-command.ts');
      process.exitCode = await hold(what);
    });
}

/** All but the import work beside a running service. */
function addLedgerCommands(ledger: Command): void {
  ledger
    .command('export')
    .description('write the ledger as text, one line an article, feed or change; sorted, made to live in git')
    .argument('[file]', 'standard output when absent')
    .action(async (file: string | undefined) => {
      const { exportText } = await import('./ledger-command.ts');
      await exportText(file);
    });
  ledger
    .command('import')
    .description('make the ledger of an empty DATA_DIR from its text')
    .argument('<file>')
    .action(async (file: string) => {
      const { importText } = await import('./ledger-command.ts');
      await importText(file);
    });
  ledger
    .command('verify')
    .description('print everything that is wrong with the ledger; exit code 1 if anything is')
    .action(async () => {
      const { verify } = await import('./ledger-command.ts');
      process.exitCode = verify();
    });
  ledger
    .command('backup')
    .description('copy the ledger into a new file, and verify the copy')
    .argument('<file>')
    .action(async (file: string) => {
      const { backup } = await import('./ledger-command.ts');
      backup(file);
    });
}

function formatOption(meaning = 'for people, or for programs'): Option {
  return new Option('--format <format>', meaning).choices(['text', 'json']).default('text');
}
