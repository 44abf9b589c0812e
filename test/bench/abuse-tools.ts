/**
 * The attackers that everybody has, from Debian's packages: slowhttptest, wrk and h2load (nghttp2-client).
 *
 * Bounded as our own are: so many connections, so many seconds, this machine alone.
 */
import type { Havoc } from './abuse-attacks.ts';

/** One of their attacks. */
export interface ToolAttack {
  readonly name: string;
  readonly program: 'slowhttptest' | 'wrk' | 'h2load';
  readonly connections: number;
  /** What the program is told beside the number of connections, the seconds and the address. */
  readonly parameters: readonly string[];
  readonly secondsMin?: number;
}

/** All of them. */
export const TOOL_ATTACKS: readonly ToolAttack[] = [
  {
    name: 'slowhttptest: slow heads',
    program: 'slowhttptest',
    connections: 1_000,
    parameters: ['-H', '-i', '1', '-x', '24'],
    secondsMin: 18,
  },
  {
    name: 'slowhttptest: slow bodies',
    program: 'slowhttptest',
    connections: 1_000,
    parameters: ['-B', '-i', '1', '-x', '10', '-s', '8192'],
  },
  {
    name: 'slowhttptest: slow reading',
    program: 'slowhttptest',
    connections: 300,
    parameters: ['-X', '-w', '10', '-y', '20', '-n', '5', '-z', '32', '-k', '3'],
    secondsMin: 36,
  },
  {
    name: 'slowhttptest: ranges',
    program: 'slowhttptest',
    connections: 100,
    parameters: ['-R', '-t', 'HEAD', '-a', '5', '-b', '500'],
  },
  { name: 'wrk: polls', program: 'wrk', connections: 256, parameters: ['-H', 'If-None-Match: *'] },
  { name: 'wrk: whole feeds', program: 'wrk', connections: 64, parameters: ['-H', 'Accept-Encoding: gzip'] },
  {
    name: 'h2load: polls, ten ahead of their answers',
    program: 'h2load',
    connections: 50,
    parameters: ['-m', '10', '-H', 'If-None-Match: *'],
  },
];

const SPELLINGS: Readonly<
  Record<ToolAttack['program'], (connections: number, seconds: string) => readonly string[]>
> = {
  slowhttptest: (connections, seconds) => [
    ...['-c', `${connections}`, '-r', `${connections}`, '-l', seconds, '-p', '3', '-u'],
  ],
  wrk: (connections, seconds) => ['-t', '1', '-c', `${connections}`, '-d', `${seconds}s`],
  // By number: where connections are cut off all the while, h2load may never find the end of its time.
  h2load: (connections) => ['--h1', '-t', '1', '-c', `${connections}`, '-n', '200000'],
};

/** What the program of an attack is started with. */
export function toolParameters(
  { program, connections, parameters }: ToolAttack,
  port: number,
  seconds: string,
): readonly string[] {
  return [...parameters, ...SPELLINGS[program](connections, seconds), `http://127.0.0.1:${port}/rss.xml`];
}

/** What an attack came to, by what its program printed. */
export function toolHavoc({ program, connections }: ToolAttack, report: string): Havoc {
  const last = (pattern: RegExp) => Number([...report.matchAll(pattern)].at(-1)?.[1] ?? 0);
  switch (program) {
    case 'slowhttptest':
      return { connections, answers: 0, ended: last(/closed:\s*(?:\S*m)?(\d+)/g) };
    case 'wrk':
      return { connections, answers: last(/(\d+) requests in/g), ended: last(/read (\d+),/g) };
    case 'h2load':
      return { connections, answers: last(/(\d+) succeeded/g), ended: last(/(\d+) errored/g) };
  }
}
