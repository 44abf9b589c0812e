/**
 * Programs that are measured: started, looked at through /proc, and ended by their own handle.
 */
import assert from 'node:assert';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The kernel's unit of CPU time in /proc/<pid>/stat: USER_HZ is 100 on every Linux that Node runs on. */
const TICK_MS = 10;

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The words of `npm start`: variables, `exec`, `node`, flags, and the file where Feedwright begins. */
const START = (
  JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  }
).scripts.start.split(' ');

/** What Node is told by `npm start`: flags, and the file. */
export function startParameters(): readonly string[] {
  const parameters = START.slice(START.indexOf('node') + 1);
  return parameters.map((parameter) => (parameter.startsWith('-') ? parameter : join(PROJECT, parameter)));
}

/** The variables that `npm start` sets. */
function startVariables(): Readonly<Record<string, string>> {
  return Object.fromEntries(START.slice(0, START.indexOf('exec')).map((word) => word.split('=', 2)));
}

/** A program that runs. */
export interface Running {
  readonly pid: number;
  readonly process: ChildProcess;
  /** Asks it to end, and waits until it has. */
  end(): Promise<void>;
}

/** Starts a program; what it prints as an error is printed, unless it is one that chatters. */
export function start(
  command: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  errors: 'inherit' | 'ignore' = 'inherit',
): Running {
  const child = spawn(command, parameters, {
    stdio: ['ignore', 'ignore', errors],
    cwd: PROJECT,
    env: { ...process.env, ...startVariables(), ...environment },
  });
  assert(child.pid !== undefined, `${command} cannot be started`);
  const ended = once(child, 'exit');
  return {
    pid: child.pid,
    process: child,
    end: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts a program, waits for its end and answers what it printed. */
export async function output(command: string, parameters: readonly string[]): Promise<string> {
  const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (some: string) => {
    text += some;
  });
  const [code] = await once(child, 'close');
  assert.equal(code, 0, `${command} ended with ${code}`);
  return text;
}

/** Where a program is, if it is installed; `sbin` folders are looked into too. */
export function program(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** The programs, by name; ends this process with a notice when one is missing. */
export function programs<Name extends string>(...names: readonly Name[]): Readonly<Record<Name, string>> {
  const found = names.map((name) => [name, program(name)] as const);
  const missing = found.filter(([, path]) => path === undefined).map(([name]) => name);
  if (missing.length > 0) {
    process.stderr.write(
      `nothing measured: ${missing.join(', ')} not found; Debian has packages of these names (nghttp2-client for h2load)\n`,
    );
    process.exit(2);
  }
  return Object.fromEntries(found) as Record<Name, string>;
}

/** CPU time that a process and its children that still run have used, in milliseconds. */
export function cpuMs(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + ticksOf(each) * TICK_MS, 0);
}

/** The most memory that a process ever held, in megabytes; undefined when it has ended. */
export function peakMegabytes(pid: number): number | undefined {
  try {
    const [, kibibytes] = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1e6;
  } catch (cause) {
    if (
      (cause as NodeJS.ErrnoException).code === 'ENOENT' ||
      (cause as NodeJS.ErrnoException).code === 'ESRCH'
    )
      return undefined;
    throw cause;
  }
}

/** The memory that a process and its children hold now, in megabytes; pages that they share count for each. */
export function residentMegabytes(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, each) => {
    const status = existsSync(`/proc/${each}/status`) ? readFileSync(`/proc/${each}/status`, 'utf8') : '';
    return sum + (Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024) / 1e6;
  }, 0);
}

/** utime and stime are fields 14 and 15; the second field may hold blanks and parentheses. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== undefined) return false;
    throw cause;
  }
}
