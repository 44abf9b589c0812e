/**
 * Faults as people, programs and code reviews read them.
 *
 * Pure: faults in, one text out.
 */
import { type Fault, faultLine, type Severity } from './article/fault.ts';

/** How `check` may print faults. */
export const REPORT_FORMATS = ['text', 'json', 'github'] as const;

/** One of them. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What was checked. */
export interface Checked {
  /** The folder as it was named, in front of every path where a format wants paths from the working folder. */
  readonly folder: string;
  readonly files: number;
  readonly faults: readonly Fault[];
}

const ANNOTATIONS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

const REPORTS: Readonly<Record<ReportFormat, (checked: Checked) => string>> = {
  text: ({ faults, files }) => [...faults.map(faultLine), summaryLine(files, faults)].join('\n'),
  json: ({ faults, files }) => JSON.stringify({ files, faults }, null, 2),
  github: ({ folder, faults, files }) =>
    [...faults.map((fault) => annotation(folder, fault)), summaryLine(files, faults)].join('\n'),
};

/** The report, ending with a line end. */
export function faultReport(format: ReportFormat, checked: Checked): string {
  return `${REPORTS[format](checked)}\n`;
}

/** A workflow command, as GitHub shows it beside the changed line. */
function annotation(folder: string, { path, line, column, severity, what }: Fault): string {
  const place = [
    `file=${escapeProperty(`${folder.replace(/\/+$/, '')}/${path}`)}`,
    `line=${line}`,
    ...(column === undefined ? [] : [`col=${column}`]),
  ];
  return `::${ANNOTATIONS[severity]} ${place.join(',')}::${escapeMessage(what)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function summaryLine(files: number, faults: readonly Fault[]): string {
  const faulty = new Set(faults.map(({ path }) => path)).size;
  const bySeverity = (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, number: faults.filter((fault) => fault.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => count(number, severity));
  const kinds = bySeverity.length === 0 ? '' : ` (${bySeverity.join(', ')})`;
  return `${count(files, 'file')} read, ${count(faults.length, 'fault')}${kinds} in ${count(faulty, 'file')}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
