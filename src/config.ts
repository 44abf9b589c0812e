/**
 * The settings: one schema, from which the README's table and the editors' JSON Schema are made too.
 *
 * The only module that reads the environment. Zero settings are enough to start.
 */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { isAddressRange } from './base/address-ranges.ts';
import { Failure } from './base/failure.ts';
import { LOG_LEVELS } from './base/log.ts';
import type { Site } from './base/site.ts';
import { plainLine } from './base/text.ts';
import { CONTENTS, WITHDRAWN_POLICIES } from './feeds/feed-terms.ts';
import { placeOf } from './settings-place.ts';

// Compressors keep memory on every thread that they ever ran on; two threads are as quick as libuv's four where it counts.
process.env.UV_THREADPOOL_SIZE ??= '2';

// Threads keep what they compiled where the process does: those that find it start sooner, and are smaller by a third.
const compiled = getCompileCacheDir();
if (compiled !== undefined) process.env.NODE_COMPILE_CACHE ??= dirname(compiled);

/** Cleaned like every other plain text, since it stands in every document (R-05). */
const text = (max: number) => z.string().overwrite(plainLine).min(1, 'expected a text').max(max);

/** An address once `{key}` and `{path}` are filled in. */
const isPurgeUrl = (template: string) =>
  /^https?:\/\//.test(template) && URL.canParse(template.replaceAll(/\{(key|path|token)\}/g, 'a'));

/** A feed by the home that it has; '' is the main feed, which the settings above are for. */
const FEED_KEY = /^(?:sections|tags|authors)\/[\p{L}\p{N}\p{M}-]{1,100}$/u;

const articlesInFeed = z.int().min(1).max(500).describe('Articles in one feed');
const kilobytesOfFeed = z
  .int()
  .min(16)
  .max(15_000)
  .describe('Kilobytes of the texts in one feed; it holds fewer articles where they are long');
const contentOfFeed = z.enum(CONTENTS).describe('What feeds show of an article: `full` text or `summary`');
const tombstonesOfFeed = z
  .boolean()
  .describe('Atom feeds name what is gone (`at:deleted-entry`, RFC 6721) for 30 days; validators warn of it');
const withdrawnInFeed = z
  .enum(WITHDRAWN_POLICIES)
  .describe(
    'What feeds show of a withdrawn article: nothing (`remove`), or for 30 days a `notice` in its place',
  );

/** Ranges of addresses; as many as somebody may write by hand. */
const addressRanges = z
  .array(
    z
      .string()
      .refine(isAddressRange, 'expected an address such as 192.0.2.7, or a range such as 192.0.2.0/24'),
  )
  .max(1000);

/** `feedwright.yaml`: every key has a default. */
export const settingsSchema = z
  .strictObject({
    site: z
      .strictObject({
        title: text(200).default('Feedwright').describe('The name of the site and of its main feed'),
        description: text(500)
          .default('News and notes, published with Feedwright')
          .describe('One plain sentence about the site'),
        language: z
          .string()
          .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as en or de-AT')
          .default('en')
          .describe('Language of articles and feeds that state no other (RFC 5646)'),
        author: text(200).optional().describe('Author of articles that name none; the title when absent'),
        authority: z
          .string()
          .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'expected a host name in lower case')
          .optional()
          .describe(
            "Host name in every id minted; BASE_URL's host when absent. Set it once, before going public",
          ),
        copyright: text(500).optional().describe('Copyright notice of the feeds'),
      })
      .prefault({}),
    feeds: z
      .strictObject({
        limit: articlesInFeed.default(50),
        kilobytes: kilobytesOfFeed.default(512),
        content: contentOfFeed.default('full'),
        tombstones: tombstonesOfFeed.default(false),
        withdrawn: withdrawnInFeed.default('remove'),
        deltas: z
          .boolean()
          .default(true)
          .describe(
            'Readers that ask for it (`A-IM: feed`) get only what is new since their last poll (RFC 3229)',
          ),
        maxAgeSeconds: z
          .int()
          .min(300)
          .max(3600)
          .default(900)
          .describe('How long readers may wait before they ask again'),
        each: z
          .record(
            z
              .string()
              .regex(FEED_KEY, 'expected a feed such as sections/world, tags/boats or authors/ada-quill'),
            z.strictObject({
              limit: articlesInFeed.optional(),
              kilobytes: kilobytesOfFeed.optional(),
              content: contentOfFeed.optional(),
              tombstones: tombstonesOfFeed.optional(),
              withdrawn: withdrawnInFeed.optional(),
            }),
          )
          .default({})
          .describe(
            'Other values of the five settings above for some feeds, by home: `sections/world: { limit: 20 }`',
          ),
      })
      .prefault({}),
    hold: z
      .strictObject({
        withdrawals: z
          .int()
          .min(0)
          .max(1_000_000)
          .default(10)
          .describe('As many articles may vanish at once without being held'),
        share: z
          .number()
          .min(0)
          .max(1)
          .default(0.2)
          .describe(
            'Beyond them: the share of what a feed shows that may vanish at once; 1 turns the hold off but for everything',
          ),
      })
      .prefault({}),
    fairness: z
      .strictObject({
        wholeFeedsPerHour: z
          .int()
          .min(0)
          .max(3600)
          .default(60)
          .describe(
            'How often in an hour one client gets one feed whole, neither compressed nor asked for conditionally; 0 for any number',
          ),
        exemptAddresses: addressRanges
          .default(['127.0.0.0/8', '::1'])
          .describe('Addresses, and ranges of them, that may fetch as they like'),
        exemptAgents: z
          .array(z.string().min(3).max(100))
          .max(100)
          .default(['Feedbin', 'Feedly', 'Inoreader', 'NewsBlur', 'theoldreader'])
          .describe('Reader services that may: what their User-Agent contains'),
      })
      .prefault({}),
    proxy: z
      .strictObject({
        trusted: addressRanges
          .default([])
          .describe('Addresses of the proxies before the service, whose X-Forwarded-For is believed'),
      })
      .prefault({}),
    log: z
      .strictObject({
        level: z
          .enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`)
          .optional()
          .describe('Least severe events that are logged; LOG_LEVEL says it when absent'),
        access: z
          .int()
          .min(0)
          .max(1_000_000)
          .default(0)
          .describe('One of how many requests is logged, with its client: 1 for each, 0 for none'),
      })
      .prefault({}),
    cache: z
      .strictObject({
        cdnMaxAgeSeconds: z
          .int()
          .min(1)
          .max(604_800)
          .optional()
          .describe('How long caches that are told of changes may keep feeds: CDN-Cache-Control (RFC 9213)'),
        surrogateKeys: z
          .enum(['off', 'surrogate-key', 'cache-tag'], 'expected off, surrogate-key or cache-tag')
          .default('off')
          .describe('The header that names an answer to caches: `Surrogate-Key` or `Cache-Tag`'),
        purge: z
          .strictObject({
            url: z
              .string()
              .max(2000)
              .refine(isPurgeUrl, 'expected an http or https URL, with {key} or {path} where they belong')
              .optional()
              .describe('Where a cache is told what a change made stale; nobody is told when absent'),
            method: z
              .string()
              .regex(/^[A-Z]{3,20}$/, 'expected a method in capitals such as POST, PURGE or BAN')
              .default('POST')
              .describe('The method of that request'),
            headers: z
              .record(
                z.string().regex(/^[A-Za-z0-9-]{1,100}$/, 'expected the name of a header'),
                z.string().regex(/^[\t\x20-\x7e]{0,2000}$/, 'expected one line of ASCII'),
              )
              .optional()
              .describe(
                'Its headers: `{key}`, `{path}` and `{token}` are filled in, as in the URL and the body',
              ),
            body: z.string().max(10_000).optional().describe('Its body'),
          })
          .prefault({}),
      })
      .prefault({}),
    memory: z
      .strictObject({
        representationsMegabytes: z
          .int()
          .min(8)
          .max(16_384)
          .default(128)
          .describe('Documents kept ready to be sent'),
        fragmentsMegabytes: z
          .int()
          .min(4)
          .max(16_384)
          .default(32)
          .describe('Rendered articles kept for the next document'),
      })
      .prefault({}),
  })
  .prefault({});

/** The settings of feedwright.yaml, complete. */
export type Settings = z.infer<typeof settingsSchema>;

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
 * @throws {Failure} `settings-invalid` with every bad setting in its message, a line each; `articles-folder-missing`
 */
export function readConfig(overrides: Readonly<Record<string, string>> = {}): Config {
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
  return {
    port: PORT,
    host: HOST,
    articlesFolder: articlesFolder(folder),
    dataFolder: resolve(DATA_DIR),
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

function articlesFolder(folder: string): string {
  const absolute = resolve(folder);
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
function whatOf({ code, message, path }: z.core.$ZodIssue, given: unknown): string {
  if (code === 'unrecognized_keys') return 'found a key that is not known';
  if (code === 'invalid_type') return message;
  if (path[1] === 'purge') return message; // what was found may be a secret
  const found = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], given);
  return `${message}, found ${JSON.stringify(found)}`;
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
