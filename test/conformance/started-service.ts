/**
 * The service, started as a user starts it: a process of its own, told by its environment.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROJECT = join(import.meta.dirname, '../..');

/** How long the service may take to start, in milliseconds. */
const START_MS_MAX = 60_000;

/** What a service is started with. */
export interface Setup {
  readonly articlesFolder: string;
  readonly dataFolder: string;
  /** Settings file. */
  readonly settings: string;
  readonly baseUrl: string;
}

/** A service that runs, its articles folder taken in. */
export class StartedService {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** Starts it, and waits until it listens and has taken the articles folder in. */
  static async start(setup: Setup): Promise<StartedService> {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(PROJECT, 'src/main.ts')],
      {
        cwd: PROJECT,
        env: {
          ...process.env,
          PORT: '0',
          HOST: '127.0.0.1',
          BASE_URL: setup.baseUrl,
          ARTICLES_DIR: setup.articlesFolder,
          DATA_DIR: setup.dataFolder,
          CONFIG: setup.settings,
          LOG_LEVEL: 'info',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const log: string[] = [];
    const port = Promise.withResolvers<number>();
    const takenIn = Promise.withResolvers<void>();
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const listening = /listening on .*:(\d+)\)/.exec(line);
      if (listening !== null) port.resolve(Number(listening[1]));
    });
    createInterface({ input: child.stderr! }).on('line', (line) => {
      log.push(line);
      if (line.includes('is taken in')) takenIn.resolve();
    });
    const fail = (why: string) => {
      const error = new Error(`the service ${why}: ${log.slice(-10).join(' ')}`);
      port.reject(error);
      takenIn.reject(error);
    };
    child.on('error', ({ message }) => fail(`did not start (${message})`));
    child.on('exit', (code, signal) => fail(`ended with ${signal ?? code}`));
    const timer = setTimeout(() => fail(`was not up after ${START_MS_MAX} ms`), START_MS_MAX);
    try {
      const [number] = await Promise.all([port.promise, takenIn.promise]);
      return new StartedService(child, number);
    } catch (cause) {
      child.kill('SIGKILL');
      throw cause;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends it as an operator does; the exit code, or the signal that ended it. */
  async stop(): Promise<number | string> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const exit = once(this.#child, 'exit') as Promise<[number | null, string | null]>;
    this.#child.kill('SIGTERM');
    const [code, signal] = await exit;
    return code ?? signal!;
  }
}
