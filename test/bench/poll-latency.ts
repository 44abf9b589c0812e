/**
 * How long single polls wait, as the service does something else.
 *
 * One reader, one connection, one conditional poll after another, with a pause between them: what is measured is what
 * stands in a poll's way, not how many the machine can take.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './http-get.ts';

const PAUSE_MS = 4;

/** Polls until told to stop. */
export class LatencyProbe {
  readonly #port: number;
  readonly #path: string;
  readonly #latenciesMs: number[] = [];
  readonly #polling: Promise<void>;
  #isStopped = false;

  constructor(port: number, path: string) {
    this.#port = port;
    this.#path = path;
    this.#polling = this.#poll();
  }

  /** Milliseconds of every poll since the start that was answered with a 304, none of them sorted. */
  async stop(): Promise<readonly number[]> {
    this.#isStopped = true;
    await this.#polling;
    return this.#latenciesMs;
  }

  async #poll(): Promise<void> {
    let etag = '';
    while (!this.#isStopped) {
      const began = performance.now();
      const { status, headers } = await ask(this.#port, this.#path, { 'if-none-match': etag || '"none"' });
      if (status === 304) this.#latenciesMs.push(performance.now() - began);
      etag = String(headers.etag);
      await pause(PAUSE_MS);
    }
  }
}
