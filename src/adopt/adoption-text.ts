/**
 * A plan of adoption as people and programs read it. Pure.
 */
import { isoDate } from '../base/instant.ts';
import { cleanText } from '../base/text.ts';
import { plainWords } from './comparable.ts';
import { percent } from './match-items.ts';
import type { OldItem } from './old-feed.ts';
import type { AdoptionPlan, PlannedAdoption } from './plan-adoption.ts';

const FORMAT_NAMES = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const;

/** Characters of one cell. */
const CELL_MAX = 60;

/** The table: what would be adopted, then what not and why. */
export function planText({ feed, adopted, refused }: AdoptionPlan): string {
  const made = feed.generator === undefined ? '' : ` by ${cell(feed.generator)}`;
  const lines = [
    `${FORMAT_NAMES[feed.format]} "${cell(feed.title)}"${made}: ${counted(feed.items.length, 'item')}`,
  ];
  if (adopted.length > 0) {
    const rows = [['sure', 'published', 'old id', 'old title', 'article', 'by its'], ...adopted.map(cellsOf)];
    lines.push('', ...aligned(rows));
  }
  if (refused.length > 0) {
    lines.push('', 'not adopted');
    lines.push(...refused.map(({ item, why }) => `  ${nameOf(item)}: ${cleanLine(why)}`));
  }
  const known = adopted.filter(({ isKnown }) => isKnown).length;
  lines.push(
    '',
    `${counted(adopted.length, 'article')} of ${feed.items.length}, ${known} of them adopted before`,
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** The plan for programs. */
export function planJson({ feed, adopted, refused }: AdoptionPlan, isWritten: boolean): string {
  const { format, title, generator } = feed;
  const plan = {
    format,
    title,
    generator,
    isWritten,
    adopted: adopted.map(({ item, article, likeness, adoption, isKnown }) => ({
      id: adoption.id,
      isPermalink: adoption.isPermalink,
      title: item.title,
      link: item.link,
      article: article.path ?? article.slugs[0],
      articleId: article.id,
      published: (adoption.published ?? article.published).toISOString(),
      confidence: Number(likeness.confidence.toFixed(2)),
      because: likeness.because,
      isKnown,
    })),
    refused: refused.map(({ item, why }) => ({ id: item.id, title: item.title, link: item.link, why })),
  };
  return `${JSON.stringify(plan, null, 2)}\n`;
}

function cellsOf({ item, article, likeness, adoption, isKnown }: PlannedAdoption): readonly string[] {
  return [
    percent(likeness.confidence),
    isoDate(adoption.published ?? article.published),
    cell(adoption.id),
    cell(plainWords(item.title)),
    cell(article.path ?? article.slugs[0]!),
    isKnown ? 'id, known' : likeness.because.join(', '),
  ];
}

function nameOf(item: OldItem): string {
  return cell(plainWords(item.title)) || cell(item.link ?? item.id ?? 'an item without a title');
}

/** Strangers' text on a terminal: one line, without control characters, cut. */
function cell(text: string): string {
  const line = cleanLine(text);
  return line.length > CELL_MAX ? `${line.slice(0, CELL_MAX - 1).replace(/\p{Cs}$/u, '')}…` : line;
}

function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map(
    (row) =>
      `  ${row
        .map((text, at) => text.padEnd(widths[at]!))
        .join('  ')
        .trimEnd()}`,
  );
}
