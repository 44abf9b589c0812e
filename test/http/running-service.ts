/**
 * A whole service on a port and in folders of its own, for tests through the public door.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import type { Log } from '../../src/base/log.ts';
import type { Site } from '../../src/base/site.ts';
import type { Config } from '../../src/config.ts';
import { settingsSchema } from '../../src/settings-schema.ts';
import { type Answer, ask, type Question } from './client.ts';
import { type ServiceAtHand, startAtHand } from './service-at-hand.ts';

/** Files by their path inside the articles folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** One event that the service told its operator. */
export interface LoggedEvent {
  readonly level: number;
  readonly msg: string;
  readonly [fact: string]: unknown;
}

/** How a service is started; everything has a default. */
export interface ServiceTerms {
  readonly clock?: Clock;
  readonly site?: Partial<Site>;
  /** As in feedwright.yaml. */
  readonly settings?: unknown;
  /** What else the environment says. */
  readonly config?: Partial<Config>;
  /** False: do not wait until the articles folder is taken in. */
  readonly isTakenIn?: boolean;
}

/** The site of every test. */
export const TEST_SITE: Site = {
  title: 'The Lantern',
  description: 'News of the harbour',
  language: 'en',
  baseUrl: 'https://lantern.example.org',
  authority: 'lantern.example.org',
  author: 'The Lantern',
  copyright: undefined,
};

/** A service with its folders. It can be stopped and started again over the same folders. */
export class RunningService {
  /** The articles folder. */
  readonly articles: string;
  readonly data: string;
  /** What was logged since the last start. */
  events: LoggedEvent[] = [];
  readonly #folder: string;
  #terms: ServiceTerms = {};
  #service: ServiceAtHand | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
    this.articles = join(folder, 'articles');
    this.data = join(folder, 'data');
    mkdirSync(this.articles);
  }

  /** Starts a service over a new folder with these files in it. */
  static async over(files: Files, terms: ServiceTerms = {}): Promise<RunningService> {
    const running = new RunningService(realpathSync(mkdtempSync(join(tmpdir(), 'feedwright-test-'))));
    try {
      for (const [path, content] of Object.entries(files)) running.write(path, content);
      await running.start(terms);
      return running;
    } catch (cause) {
      await running.end();
      throw cause;
    }
  }

  /** Starts it, with the terms of the last time where none are given. */
  async start(terms: ServiceTerms = this.#terms): Promise<void> {
    this.#terms = terms;
    this.events = [];
    const log = pino(
      { level: 'info', base: null },
      { write: (line) => void this.events.push(JSON.parse(line)) },
    );
    this.#service = await startAtHand(this.config(terms), {
      clock: terms.clock ?? systemClock,
      log: log as Log,
    });
    if (terms.isTakenIn !== false) await this.#service.takenIn;
  }

  /** What the service is told at its start. */
  config(terms: ServiceTerms = this.#terms): Config {
    return {
      port: 0,
      host: '127.0.0.1',
      articlesFolder: this.articles,
      dataFolder: this.data,
      logLevel: 'silent',
      operatorToken: undefined,
      site: { ...TEST_SITE, ...terms.site },
      settings: settingsSchema.parse(terms.settings ?? {}),
      ...terms.config,
    };
  }

  get service(): ServiceAtHand {
    if (this.#service === undefined) throw new Error('the service is not running');
    return this.#service;
  }

  ask(path: string, question: Question = {}): Promise<Answer> {
    return ask(this.service.port, path, question);
  }

  get(path: string, headers: Question['headers'] = {}): Promise<Answer> {
    return this.ask(path, { headers });
  }

  /** The body at a path, as text. */
  async text(path: string): Promise<string> {
    return (await this.get(path)).body.toString();
  }

  /** What `/readyz` tells. */
  async readiness(): Promise<{ readonly status: string; readonly change: number; readonly faults: number }> {
    return JSON.parse(await this.text('/readyz'));
  }

  /** Writes an article file in place, with the folders above it. */
  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.pathOf(path)), { recursive: true });
    writeFileSync(this.pathOf(path), content);
  }

  /** Removes a file or folder in the articles folder. */
  remove(path: string): void {
    rmSync(this.pathOf(path), { recursive: true });
  }

  /** Where a path inside the articles folder is on this machine. */
  pathOf(path: string): string {
    return join(this.articles, path);
  }

  /** Where a name beside the articles folder is on this machine. */
  outside(name: string): string {
    return join(this.#folder, name);
  }

  async stop(): Promise<void> {
    const service = this.#service;
    this.#service = undefined;
    await service?.close();
  }

  /** Stops it and removes its folders. */
  async end(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
