/**
 * A newsboat of its own: its home, its subscriptions, its cache; nothing of the person who runs the checks.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { run } from './programs.ts';

/** An article as newsboat keeps it. */
export interface KeptArticle {
  readonly guid: string;
  readonly title: string;
  readonly unread: number;
}

/** A person who reads with newsboat. */
export class NewsboatReader {
  readonly #home: string;

  /** @param home an empty folder */
  constructor(home: string, urls: readonly string[]) {
    this.#home = home;
    mkdirSync(join(home, '.newsboat'), { recursive: true });
    writeFileSync(this.#file('urls'), urls.map((url) => `${url}\n`).join(''));
    writeFileSync(this.#file('config'), 'reload-threads 4\n');
  }

  /** Polls every subscription once. */
  async poll(): Promise<void> {
    const files = ['-u', this.#file('urls'), '-c', this.#file('cache.db'), '-C', this.#file('config')];
    const { code, stderr } = await run('newsboat', [...files, '-x', 'reload'], {
      environment: { HOME: this.#home, XDG_CONFIG_HOME: this.#home, XDG_DATA_HOME: this.#home, TERM: 'dumb' },
    });
    if (code !== 0) throw new Error(`newsboat ended with ${code}: ${stderr}`);
  }

  /** Every article it has, oldest discovery first. */
  articles(): readonly KeptArticle[] {
    return this.#ask((cache) => cache.prepare('select guid, title, unread from rss_item order by id').all());
  }

  /** The person has read them all. */
  markAllRead(): void {
    this.#ask((cache) => {
      cache.exec('update rss_item set unread = 0');
      return [];
    });
  }

  #ask<T>(what: (cache: DatabaseSync) => unknown): T {
    const cache = new DatabaseSync(this.#file('cache.db'));
    try {
      return what(cache) as T;
    } finally {
      cache.close();
    }
  }

  #file(name: string): string {
    return join(this.#home, '.newsboat', name);
  }
}
