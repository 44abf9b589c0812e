/**
 * The section that a file's folder stands for.
 *
 * Only the first folder that says something counts: `world-news/2025/talks.txt` is in `World news`. Folders that
 * site generators use as containers say nothing.
 */
import { type PlainText, plainLine } from '../base/text.ts';

/** Folders that hold articles in the layouts of Hugo, Jekyll, Eleventy and Astro without naming a section. */
const CONTAINERS: ReadonlySet<string> = new Set(['content', 'posts', 'articles', 'src']);

/**
 * The name of the section, or undefined when no folder names one.
 *
 * @param path relative to the articles folder, `/` between segments
 */
export function sectionOfPath(path: string): PlainText | undefined {
  for (const folder of path.split('/').slice(0, -1)) {
    if (folder.startsWith('_') || CONTAINERS.has(folder.toLowerCase())) continue;
    const words = plainLine(folder.replace(/[-_]+/g, ' '));
    if (words === '') continue;
    const [first = ''] = words;
    return (first.toUpperCase() + words.slice(first.length)) as PlainText;
  }
  return undefined;
}
