/**
 * What the service is told at its start: the environment, and the settings of `feedwright.yaml`.
 *
 * The only module that reads the environment. Zero settings are enough to start.
 */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { Failure } from './base/failure.ts';
import { LOG_LEVELS } from './base/log.ts';
import type { Site } from './base/site.ts';
import { placeOf } from './settings-place.ts';
import { type Settings, settingsSchema } from './settings-schema.ts';

// Compressors keep memory on every thread that they ever ran on; two threads are as quick as libuv's four where it counts.
process.env.UV_THREADPOOL_SIZE ??= '2';

// Threads keep what they compiled where the process does: those that find it start sooner, and are smaller by a third.
const compiled = getCompileCacheDir();
if (compiled !== undefined) process.env.NODE_COMPILE_CACHE ??= dirname(compiled);

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'expected a port number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'expected a port number from 0 to 65535');

/** The environment variables, by name. */
export const environmentSchema = z.object({
  PORT: port.prefault('3000').describe('Port to listen on; 0 for any free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  BASE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'expected an absolute http or https URL such as https://example.org',
    })
    .optional()
    .describe('Public address of the service; http://localhost:PORT when absent'),
  ARTICLES_DIR: z.string().min(1).default('./articles').describe('Folder of article files'),
  DATA_DIR: z.string().min(1).default('./.feedwright').describe('Folder of the ledger and of kept files'),
  CONFIG: z
    .string()
    .min(1)
    .optional()
    .describe('Settings file; feedwright.yaml beside the articles folder when absent'),
  OPERATOR_TOKEN: z
    .string()
    .min(16, 'expected at least 16 characters')
    .optional()
    .describe('Secret that opens the pages for operators from elsewhere than this machine'),
  OPERATOR_PORT: port
    .optional()
    .describe(
      'Port for the pages for operators alone, open to whoever reaches it; PORT has them when absent',
    ),
  OPERATOR_HOST: z.string().min(1).default('127.0.0.1').describe('Address that OPERATOR_PORT listens on'),
  PURGE_TOKEN: z.string().min(1).optional().describe('Secret that `{token}` stands for in `cache.purge`'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`)
    .default('info')
    .describe('Least severe events that are logged'),
});

/** Everything the service is told at its start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute, without symbolic links in it. */
  readonly articlesFolder: string;
  readonly dataFolder: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Opens the pages for operators; undefined opens them to this machine alone. */
  readonly operatorToken?: string | undefined;
  /** Where the pages for operators are; undefined: beside all others. */
  readonly operatorListener?: { readonly host: string; readonly port: number } | undefined;
  /** What caches are shown when they are told of a change. */
  readonly purgeToken?: string | undefined;
  readonly site: Site;
  readonly settings: Settings;
}

/**
 * Reads the environment and the settings file.
 *
 * @param overrides environment variables that the command line sets
 * @param needs `memory`: a ledger in the data folder will do while the articles folder is not there
 * @throws {Failure} `settings-invalid` with every bad setting in its message, a line each; `articles-folder-missing`
 */
export function readConfig(
  overrides: Readonly<Record<string, string>> = {},
  needs: 'articles' | 'memory' = 'articles',
): Config {
  const problems: string[] = [];
  const given = { ...process.env, ...overrides };
  const environment = environmentSchema.safeParse(
    Object.fromEntries(Object.keys(environmentSchema.shape).map((name) => [name, given[name] || undefined])),
  );
  if (!environment.success) {
    for (const { path, message } of environment.error.issues)
      problems.push(`${path.join('.')}: ${message}, found ${foundValue(String(path[0]), given)}`);
  }
  const folder = environment.data?.ARTICLES_DIR ?? given.ARTICLES_DIR ?? './articles';
  const file = given.CONFIG || join(dirname(resolve(folder)), 'feedwright.yaml');
  const settings = readSettings(file, Boolean(given.CONFIG), problems);
  if (problems.length > 0 || environment.data === undefined || settings === undefined) {
    throw new Failure(
      'settings-invalid',
      `the settings are not usable\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
  const { PORT, HOST, BASE_URL, DATA_DIR, LOG_LEVEL } = environment.data;
  const { OPERATOR_TOKEN, OPERATOR_PORT, OPERATOR_HOST, PURGE_TOKEN } = environment.data;
  const dataFolder = resolve(DATA_DIR);
  const remembers = needs === 'memory' && existsSync(join(dataFolder, 'ledger.db'));
  return {
    port: PORT,
    host: HOST,
    articlesFolder: articlesFolder(folder, remembers),
    dataFolder,
    logLevel: settings.log.level ?? LOG_LEVEL,
    operatorToken: OPERATOR_TOKEN,
    operatorListener: OPERATOR_PORT === undefined ? undefined : { host: OPERATOR_HOST, port: OPERATOR_PORT },
    purgeToken: PURGE_TOKEN,
    site: siteOf(settings, BASE_URL ?? `http://localhost:${PORT}`),
    settings,
  };
}

/** DATA_DIR alone, for commands that look at the ledger and need no articles folder. */
export function readDataFolder(): string {
  return resolve(environmentSchema.shape.DATA_DIR.parse(process.env.DATA_DIR || undefined));
}

/** What was found, as a message may say it: a secret is never told. */
function foundValue(name: string, given: Readonly<Record<string, string | undefined>>): string {
  return name.endsWith('_TOKEN') ? `${given[name]?.length ?? 0} characters` : JSON.stringify(given[name]);
}

function siteOf({ site }: Settings, baseUrl: string): Site {
  const url = new URL(baseUrl);
  return {
    title: site.title,
    description: site.description,
    language: site.language,
    baseUrl: url.origin + url.pathname.replace(/\/+$/, ''),
    authority: site.authority ?? url.hostname.toLowerCase(),
    author: site.author ?? site.title,
    copyright: site.copyright,
  };
}

/** @param mayBeAway a folder that is not there, such as a disk that is not mounted yet, may come */
function articlesFolder(folder: string, mayBeAway: boolean): string {
  const absolute = resolve(folder);
  if (!existsSync(absolute) && mayBeAway) {
    const above = dirname(absolute);
    return existsSync(above) ? join(realpathSync(above), basename(absolute)) : absolute;
  }
  if (!existsSync(absolute) || !statSync(absolute).isDirectory()) {
    throw new Failure(
      'articles-folder-missing',
      `found no folder at ${absolute}, expected the folder of article files: create it, or set ARTICLES_DIR`,
    );
  }
  return realpathSync(absolute);
}

/** The settings in a file, or the defaults when there is none; what is wrong with it is added to `problems`. */
function readSettings(file: string, isNamed: boolean, problems: string[]): Settings | undefined {
  if (!existsSync(file)) {
    if (!isNamed) return settingsSchema.parse({});
    problems.push(`CONFIG: found no file at ${file}`);
    return undefined;
  }
  const text = readText(file, problems);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const { message, pos } of document.errors) {
    const { line, col } = lines.linePos(pos[0]);
    problems.push(`${file}:${line}:${col}: ${message.split('\n')[0]}`);
  }
  if (document.errors.length > 0) return undefined;
  const given = document.toJS() ?? {};
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths) {
      const { line, col } = placeOf(document.contents, path, lines);
      const name = path.length === 0 ? '' : `${path.join('.')}: `;
      problems.push(`${file}:${line}:${col}: ${name}${whatOf(issue, given)}`);
    }
  }
  return undefined;
}

/** What was expected and what was found; zod's own words for a value of another type hold both. */
function whatOf(issue: z.core.$ZodIssue, given: unknown): string {
  const { code, message, path } = issue;
  if (code === 'unrecognized_keys') return 'found a key that is not known';
  if (code === 'invalid_key') return `${issue.issues[0]!.message}, found ${JSON.stringify(path.at(-1))}`;
  if (code === 'invalid_type') return message;
  const expected = message.replace(/^(?:Invalid|Too) \w+: /, '');
  if (path[1] === 'purge') return expected; // what was found may be a secret
  const found = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], given);
  return `${expected}, found ${JSON.stringify(found)}`;
}

function readText(file: string, problems: string[]): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    problems.push(`${file}: cannot be read (${code}): expected a settings file`);
    return undefined;
  }
}
