/**
 * Notes of pictures that are written into a file as `data:` addresses: readers show none of them (C-42), and a picture
 * must not be gone without a word.
 *
 * Pure. Placeholders, which a picture elsewhere replaces, are too small to be meant.
 */
import type { Fault } from './fault.ts';
import { lineAt } from './file-text.ts';
import { attribute, elementsOf, type HtmlParent } from './html-tree.ts';
import { imageSources } from './image-source.ts';

/** Shorter ones are placeholders and icons. */
const PICTURE_CHARACTERS_MIN = 1_000;

/** The most notes about one file. */
const NOTES_MAX = 10;

const IN_MARKDOWN = /!\[[^\]\n]{0,300}\]\(\s*<?data:image\/[\w.+-]+;[^)\s]{1000}/g;

/** Notes about the images below a node; `html` is the text that they stand in. */
export function picturesInHtml(path: string, root: HtmlParent, html: string): readonly Fault[] {
  if (!html.includes('data:image/')) return [];
  const faults: Fault[] = [];
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'img' || faults.length >= NOTES_MAX) continue;
    const sources = [...imageSources(element), attribute(element, 'src') ?? ''];
    const [longest = ''] = sources.toSorted((a, b) => b.length - a.length);
    if (
      longest.length < PICTURE_CHARACTERS_MIN ||
      !sources.every((source) => /^\s*(?:data:|$)/i.test(source))
    )
      continue;
    faults.push(noteOf(path, html, html.indexOf(longest.slice(0, PICTURE_CHARACTERS_MIN))));
  }
  return faults;
}

/** Notes about the pictures of a Markdown text. */
export function picturesInMarkdown(path: string, text: string): readonly Fault[] {
  if (!text.includes('data:image/')) return [];
  const found = [...text.matchAll(IN_MARKDOWN)].slice(0, NOTES_MAX);
  return found.map(({ index }) => noteOf(path, text, index));
}

function noteOf(path: string, text: string, at: number): Fault {
  const what =
    'a picture is written into the file as a data: address and is left out; save it beside the article and name its file';
  return { path, line: lineAt(text, Math.max(0, at)), severity: 'note', what };
}
