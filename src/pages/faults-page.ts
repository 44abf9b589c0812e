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

/** The page: a list for each effect, the gravest first. */
export function faultsPage(site: PageSite, faults: readonly Fault[]): string {
  const severities = Object.keys(MEANING) as Severity[];
  const shown = severities
    .flatMap((severity) => faults.filter((fault) => fault.severity === severity))
    .slice(0, FAULTS_SHOWN_MAX);
  const lists = severities.map((severity) =>
    faultList(
      MEANING[severity],
      shown.filter((fault) => fault.severity === severity),
    ),
  );
  const more = faults.length > shown.length ? `<p>… and ${faults.length - shown.length} more.</p>` : '';
  return layout(site, {
    title: 'Faults',
    description: 'What is wrong with article files',
    address: undefined,
    feeds: [],
    main: `<div class="reading"${ourWords(site)}>
<h1>Faults</h1>
<div class="body">${faults.length === 0 ? '<p>Every file is as it should be.</p>' : lists.join('') + more}</div>
</div>
`,
    pointsToSubscribeBox: false,
  });
}

function faultList(meaning: string, faults: readonly Fault[]): string {
  if (faults.length === 0) return '';
  const lines = faults.map(
    ({ path, line, column, what }) =>
      `<li><code>${escapeMarkup(path)}:${line}${column === undefined ? '' : `:${column}`}</code> ${escapeMarkup(what)}</li>\n`,
  );
  return `<h2>${meaning}</h2>\n<ul>\n${lines.join('')}</ul>\n`;
}
