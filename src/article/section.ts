/**
 * The section that a file's folder stands for.
 *
 * Only the first folder that says something counts: `world-news/2025/talks.txt` is in `World news`. Folders that
 * site generators use as containers say nothing.
 */
import { type PlainText, plainLine } from '../base/text.ts';

/** Folders that hold articles in the layouts of Hugo, Jekyll, Eleventy and Astro without naming a section. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'content',
  'contents',
  'posts',
  'post',
  'articles',
  'src',
  'pages',
]);

/** A year, a month or a day. */
const NUMBER = /^\d+(?:[-.]\d+){0,2}$/;

/** A language directly in the content folder, where Hugo and Astro keep translations. */
const LANGUAGE_FOLDER = /^content\/[a-z]{2}(?:-[A-Za-z]{2,4})?$/;

/**
 * The name of the section, or undefined when no folder names one.
 *
 * @param path relative to the articles folder, `/` between segments
 */
export function sectionOfPath(path: string): PlainText | undefined {
  // The folder of a page bundle (`ferry/index.md`) is the article's own
  const folders = path.split('/').slice(0, /\/index\.[^/]*$/.test(path) ? -2 : -1);
  for (const [at, folder] of folders.entries()) {
    if (folder.startsWith('_') || NUMBER.test(folder) || CONTAINERS.has(folder.toLowerCase())) continue;
    if (LANGUAGE_FOLDER.test(`${folders[at - 1]}/${folder}`)) continue;
    const words = plainLine(folder.replace(/[-_]+/g, ' '));
    if (words === '') continue;
    const [first = ''] = words;
    return (first.toUpperCase() + words.slice(first.length)) as PlainText;
  }
  return undefined;
}
