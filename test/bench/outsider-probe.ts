/**
 * Somebody who polls while others misbehave: in turn over a connection that stands, and over a new one.
 */
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 5;
/** A poll that takes longer counts as this long. */
const PATIENCE_MS = 5_000;

/** Polls until told to stop. */
export class OutsiderProbe {
  readonly #port: number;
  readonly #polling: Promise<void>;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #latenciesMs: number[] = [];
  #failures = 0;
  #isStopped = false;

  constructor(port: number) {
    this.#port = port;
    this.#polling = this.#poll();
  }

  /** Milliseconds of every poll, and how many came to nothing. */
  async stop(): Promise<{ readonly latenciesMs: readonly number[]; readonly failures: number }> {
    this.#isStopped = true;
    await this.#polling;
    this.#agent.destroy();
    return { latenciesMs: this.#latenciesMs, failures: this.#failures };
  }

  async #poll(): Promise<void> {
    for (let poll = 0; !this.#isStopped; poll++) {
      const began = performance.now();
      const isAnswered = await this.#ask(poll % 2 === 0 ? this.#agent : false);
      this.#latenciesMs.push(performance.now() - began);
      if (!isAnswered) this.#failures += 1;
      await pause(PAUSE_MS);
    }
  }

  #ask(agent: Agent | false): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const headers = { 'if-none-match': '*' };
    const asked = get({ host: '127.0.0.1', port: this.#port, path: '/rss.xml', headers, agent }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode === 304));
    });
    asked.setTimeout(PATIENCE_MS, () => asked.destroy());
    asked.on('error', () => resolve(false));
    return promise;
  }
}
