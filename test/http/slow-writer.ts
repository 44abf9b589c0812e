/**
 * Another program that has a file open for writing.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { until } from './until.ts';

/** Writes when it is told to, and closes the file at the end. */
export class SlowWriter {
  readonly #path: string;
  readonly #program: ChildProcess;
  #written = '';

  constructor(path: string) {
    this.#path = path;
    this.#program = spawn('sh', ['-c', 'cat > "$1"', 'sh', path], { stdio: ['pipe', 'ignore', 'inherit'] });
  }

  /** Writes, and waits until it stands in the file. */
  async write(text: string): Promise<void> {
    this.#written += text;
    this.#program.stdin!.write(text);
    await until(
      'it is written',
      async () => existsSync(this.#path) && readFileSync(this.#path, 'utf8') === this.#written,
    );
  }

  /** Closes the file. */
  async close(): Promise<void> {
    this.#program.stdin!.end();
    if (this.#program.exitCode === null) await once(this.#program, 'exit');
  }
}
