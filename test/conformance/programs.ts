/**
 * The real programs that judge the feeds: which they are, where Debian has them, and how they are run.
 */
import { spawn } from 'node:child_process';

/** How long one call of a program may take, in milliseconds. */
const CALL_MS_MAX = 120_000;

/** What a program left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of every program: no proxy may stand between it and the service. */
const ENVIRONMENT: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name)),
);

/** Pythons, the first of which that can import feedparser is asked: Debian's own may not be the first of the PATH. */
const PYTHONS = ['python3', '/usr/bin/python3'];

const PROGRAMS: readonly [program: string, proof: readonly string[], debianPackage: string][] = [
  ['xmllint', ['--version'], 'libxml2-utils'],
  ['ruby', ['-e', 'require "rss"'], 'ruby'],
  ['newsboat', ['--version'], 'newsboat'],
  ['curl', ['--version'], 'curl'],
];

/** The Debian packages that have to be installed first. */
export async function missingPackages(): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const [program, proof, debianPackage] of PROGRAMS) {
    if (!(await works(program, proof))) missing.push(debianPackage);
  }
  if ((await pythonWithFeedparser()) === undefined) missing.push('python3-feedparser');
  return missing;
}

/** The Python that has feedparser. */
export async function pythonWithFeedparser(): Promise<string | undefined> {
  for (const python of PYTHONS) {
    if (await works(python, ['-c', 'import feedparser'])) return python;
  }
  return undefined;
}

/** Runs a program to its end; a code other than 0 is the caller's to judge. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly input?: string; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  const child = spawn(program, args, {
    env: { ...ENVIRONMENT, ...options.environment },
    timeout: CALL_MS_MAX,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
  child.on('error', reject);
  child.on('close', (code, signal) =>
    resolve({
      code: code ?? -1,
      stdout: Buffer.concat(stdout).toString(),
      stderr: Buffer.concat(stderr).toString() + (signal === null ? '' : `ended by ${signal}`),
    }),
  );
  child.stdin.on('error', () => undefined); // a program that reads nothing closes the pipe: its code tells
  child.stdin.end(options.input ?? '');
  return promise;
}

/**
 * Asks a judge written for the occasion: JSON in, a JSON list of complaints out.
 *
 * @throws when it does not end well: a judge that stumbles has not judged
 */
export async function askJudge(
  program: string,
  script: string,
  question: unknown,
): Promise<readonly string[]> {
  const { code, stdout, stderr } = await run(program, [script], { input: JSON.stringify(question) });
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout) as string[];
}

async function works(program: string, proof: readonly string[]): Promise<boolean> {
  return run(program, proof).then(
    ({ code }) => code === 0,
    () => false,
  );
}
