/**
 * What is wrong with article files, for the operator.
 *
 * Not for the public: http decides who may see it.
 */
import type { Fault, Severity } from '../article/fault.ts';
import { escapeMarkup } from '../base/text.ts';
import { layout } from './layout.ts';
import { ourWords } from './page-language.ts';
import type { PageSite } from './page-model.ts';

/** Faults shown at most; `check` prints them all. */
export const FAULTS_SHOWN_MAX = 1000;

const MEANING: Readonly<Record<Severity, string>> = {
  error: 'Not published; the last good version stays',
  warning: 'Published, but',
  note: 'Good to know',
};

/** The page: a row a fault, the gravest first. */
export function faultsPage(site: PageSite, faults: readonly Fault[]): string {
  const severities = Object.keys(MEANING) as Severity[];
  const sorted = severities.flatMap((severity) => faults.filter((fault) => fault.severity === severity));
  const rows = sorted
    .slice(0, FAULTS_SHOWN_MAX)
    .map(
      ({ path, line, column, severity, what }) =>
        `<tr><td>${MEANING[severity]}</td><td><code>${escapeMarkup(path)}:${line}${column === undefined ? '' : `:${column}`}</code></td>` +
        `<td>${escapeMarkup(what)}</td></tr>\n`,
    );
  const table = `<table><thead><tr><th>Effect</th><th>File and line</th><th>What was found</th></tr></thead><tbody>\n${rows.join('')}</tbody></table>`;
  const more = faults.length > rows.length ? `<p>… and ${faults.length - rows.length} more.</p>` : '';
  return layout(site, {
    title: 'Faults',
    description: 'What is wrong with article files',
    address: undefined,
    feeds: [],
    main: `<div class="reading"${ourWords(site)}>
<h1>Faults</h1>
<div class="body">${faults.length === 0 ? '<p>Every file is as it should be.</p>' : table + more}</div>
</div>
`,
    pointsToSubscribeBox: false,
  });
}
