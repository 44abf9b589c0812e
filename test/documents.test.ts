/**
 * The documents cannot go stale: what can be counted in the sources is counted in the README.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { FAILURE_CODES } from '../src/base/failure.ts';
import { METRICS } from '../src/http/metrics.ts';
import { GENERATOR } from '../src/render/generator.ts';
import { environmentTable, settingsTable } from '../src/settings-command.ts';

const ROOT = join(import.meta.dirname, '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
};

describe('the README', () => {
  it('holds the table of environment variables that the schema gives', () => {
    expect(readme).to.include(`<!-- environment -->\n${environmentTable()}<!-- /environment -->`);
  });

  it('holds the table of settings that the schema gives', () => {
    expect(readme).to.include(`<!-- settings -->\n${settingsTable()}<!-- /settings -->`);
  });

  it('names every failure that a user can meet, and no other', () => {
    const table = readme.slice(readme.indexOf('## Failures'), readme.indexOf('## Figures'));
    const named = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
    expect(named.sort()).to.deep.equal([...FAILURE_CODES].sort());
  });

  it('holds the table of metrics', () => {
    const rows = METRICS.map(
      ({ name, labels, help }) =>
        `| \`${name}\` | ${labels.map((label) => `\`${label}\``).join(' ')} | ${help} |\n`,
    );
    expect(readme).to.include(
      `<!-- metrics -->\n| metric | labels | meaning |\n|---|---|---|\n${rows.join('')}<!-- /metrics -->`,
    );
  });

  it('names every address that the application routes', () => {
    const app = ['app', 'operator-routes']
      .map((file) => readFileSync(join(ROOT, `src/http/${file}.ts`), 'utf8'))
      .join('\n');
    const routes = [...app.matchAll(/'(\/[a-z]+(?:\.[a-z]+)?)(?:\/:[^']*)?'/g)].map(([, path]) => path!);
    expect(routes).to.include('/readyz');
    for (const path of routes.filter((path) => path !== '/favicon.ico')) expect(readme).to.include(path);
  });

  it('names every room', () => {
    const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of rooms) expect(readme).to.include(`| \`${name}\` |`);
  });

  it('tells only of npm scripts that exist', () => {
    for (const [, script] of readme.matchAll(/npm run (?:-s )?([a-z:]+)/g))
      expect(manifest.scripts).to.have.property(script!);
  });

  it('shows only pictures that exist', () => {
    for (const [, path] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) readFileSync(join(ROOT, path!));
  });
});

describe('the version', () => {
  it('is the same in the manifest and in every feed (R-30, A-39)', () => {
    expect(GENERATOR.version).to.equal(manifest.version);
  });

  it('has its entry in the changelog', () => {
    expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).to.include(`## ${manifest.version}\n`);
  });
});
