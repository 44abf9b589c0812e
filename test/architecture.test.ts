/**
 * The table of rooms (design §1) and the invariants that a glance at the sources can hold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const SRC = join(import.meta.dirname, '../src');

/** What each room may import; `main`, `cli` and the other files at the top may import anything. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  article: ['base'],
  ledger: ['base', 'article'],
  intake: ['base', 'article', 'ledger'],
  feeds: ['base', 'article', 'ledger'],
  render: ['base', 'article', 'feeds'],
  edition: ['base', 'article', 'ledger', 'feeds', 'render'],
  pages: ['base', 'article', 'feeds'],
  purge: ['base', 'feeds'],
  adopt: ['base', 'article', 'ledger', 'feeds'],
  http: ['base', 'article', 'feeds', 'render', 'edition', 'pages'],
};

/** Packages that one room alone may import. */
const OWNED: Readonly<Record<string, string>> = {
  feed: 'render',
  express: 'http',
  'prom-client': 'http',
  kysely: 'ledger',
  'node:sqlite': 'ledger',
  'markdown-it': 'article',
  parse5: 'article',
  sax: 'adopt',
};

interface Source {
  readonly room: string;
  readonly file: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const file = path.slice(SRC.length + 1);
    const text = readFileSync(path, 'utf8');
    const imports = [...text.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*'([^']+)'/gm)].map(
      ([, name]) => name!,
    );
    return { room: file.includes('/') ? file.slice(0, file.indexOf('/')) : '', file, text, imports };
  });

describe('the rooms (design §1)', () => {
  it('stand in src/<room>/<file>.ts, never deeper, and no other room exists', () => {
    for (const { file } of sources) expect(file.split('/').length, file).to.be.at.most(2);
    expect([...new Set(sources.map(({ room }) => room))].filter(Boolean).sort()).to.deep.equal(
      Object.keys(ROOMS).sort(),
    );
  });

  for (const [room, allowed] of Object.entries(ROOMS)) {
    it(`${room} imports ${allowed.join(', ') || 'no other room'}`, () => {
      for (const { file, imports } of sources.filter((source) => source.room === room)) {
        for (const name of imports.filter((name) => name.startsWith('.'))) {
          const target = join(room, name).split('/');
          const other = target.length > 1 ? target[0]! : '';
          if (other !== room) expect(allowed, `${file} imports ${name}`).to.include(other);
        }
      }
    });
  }

  for (const [name, room] of Object.entries(OWNED)) {
    it(`${room} alone imports ${name}`, () => {
      const importers = sources.filter(({ imports }) =>
        imports.some((other) => other === name || other.startsWith(`${name}/`)),
      );
      expect([...new Set(importers.map((source) => source.room))]).to.deep.equal([room]);
    });
  }

  it('have no cycle of imports, types included', () => {
    const graph = new Map(
      sources.map(({ file, room, imports }) => [
        file,
        imports.filter((name) => name.startsWith('.')).map((name) => join(room, name)),
      ]),
    );
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]) => {
      expect(path, 'a cycle of imports').to.not.include(file);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
  });
});

describe('the invariants (design §1)', () => {
  it('let only base/clock.ts ask what time it is', () => {
    const clocks = sources
      .filter(({ text }) => /new Date\(\)|Date\.now\(\)/.test(text))
      .map(({ file }) => file);
    expect(clocks).to.deep.equal(['base/clock.ts']);
  });

  it('let only config.ts read the environment', () => {
    const readers = sources.filter(({ text }) => text.includes('process.env')).map(({ file }) => file);
    expect(readers).to.deep.equal(['config.ts']);
  });

  it('keep files, processes and threads out of the pure rooms', () => {
    for (const { file, room, imports } of sources) {
      if (!['article', 'feeds', 'render', 'pages'].includes(room)) continue;
      for (const name of imports)
        expect(name, file).to.not.match(/^node:(fs|net|http|child_process|worker_threads|os|timers)/);
    }
  });

  it('use no default export', () => {
    for (const { file, text } of sources) expect(/^export default/m.test(text), file).to.equal(false);
  });
});
