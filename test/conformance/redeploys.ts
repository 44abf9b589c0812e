/**
 * Ten ways to deploy a site again, as people do: none of them is news to a reader.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Setup } from './started-service.ts';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** One way, which may change where the site lies. */
export interface Redeploy {
  readonly what: string;
  readonly act: (setup: Setup) => Partial<Setup>;
}

/** The articles, and what lies beside them. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Articles that lie alone: moving one must not leave its pictures behind. */
function loneArticles(folder: string): readonly string[] {
  return filesIn(folder).filter((file) => {
    const beside = readdirSync(dirname(file)).filter((name) => !/\.(?:md|txt|html)$/.test(name));
    return /\.(?:md|txt|html)$/.test(file) && beside.length === 0;
  });
}

/** A fresh clone: the same files elsewhere, every one of them as old as the deployment. */
function clone(setup: Setup, name: string): Partial<Setup> {
  const articlesFolder = join(dirname(setup.articlesFolder), name);
  cpSync(setup.articlesFolder, articlesFolder, { recursive: true });
  rmSync(setup.articlesFolder, { recursive: true });
  const now = new Date();
  for (const file of filesIn(articlesFolder)) utimesSync(file, now, now);
  return { articlesFolder };
}

function renameAll(setup: Setup, prefix: string): void {
  for (const file of loneArticles(setup.articlesFolder))
    renameSync(file, join(dirname(file), `${prefix}${file.slice(dirname(file).length + 1)}`));
}

function feedwright(setup: Setup, ...words: readonly string[]): void {
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...words], {
    env: { ...process.env, ...environmentOf(setup) },
    stdio: 'ignore',
  });
}

function environmentOf({ articlesFolder, dataFolder, settings, baseUrl }: Setup): Record<string, string> {
  return { ARTICLES_DIR: articlesFolder, DATA_DIR: dataFolder, CONFIG: settings, BASE_URL: baseUrl };
}

/** The ten, in order; each begins where the one before ended. */
export const REDEPLOYS: readonly Redeploy[] = [
  { what: 'a restart', act: () => ({}) },
  { what: 'a fresh clone', act: (setup) => clone(setup, 'clone-1') },
  {
    what: 'every lone file renamed',
    act: (setup) => {
      renameAll(setup, 'renamed-');
      return {};
    },
  },
  { what: 'another address', act: () => ({ baseUrl: 'http://www.lantern.example.org' }) },
  { what: 'https', act: () => ({ baseUrl: 'https://www.lantern.example.org' }) },
  {
    what: 'lone files in another folder, after a fresh clone',
    act: (setup) => {
      const moved = { ...setup, ...clone(setup, 'clone-2') };
      const folder = join(moved.articlesFolder, 'moved');
      mkdirSync(folder);
      for (const [number, file] of loneArticles(moved.articlesFolder).entries())
        renameSync(file, join(folder, `${number}${extname(file)}`));
      return moved;
    },
  },
  {
    what: 'the state copied to another machine',
    act: (setup) => {
      const dataFolder = `${setup.dataFolder}-copy`;
      cpSync(setup.dataFolder, dataFolder, { recursive: true });
      rmSync(setup.dataFolder, { recursive: true });
      return { dataFolder };
    },
  },
  {
    what: 'the ledger from its text in git, after a fresh clone',
    act: (setup) => {
      const text = join(dirname(setup.articlesFolder), 'ledger.jsonl');
      feedwright(setup, 'ledger', 'export', text);
      const moved = { ...setup, dataFolder: `${setup.dataFolder}-new`, ...clone(setup, 'clone-3') };
      feedwright(moved, 'ledger', 'import', text);
      return moved;
    },
  },
  {
    what: 'another title of the site, and smaller feeds',
    act: (setup) => {
      writeFileSync(
        setup.settings,
        'site:\n  title: Conformance, again\n  authority: feeds.example.org\nfeeds:\n  limit: 40\n',
      );
      return {};
    },
  },
  {
    what: 'a fresh clone under the first address, every lone file renamed',
    act: (setup) => {
      const moved = { ...setup, ...clone(setup, 'clone-4') };
      renameAll(moved, 'again-');
      return moved;
    },
  },
];
