/**
 * Notes of pictures that cannot be published: written into a file as a kind of `data:` address that is not kept
 * (written-in-picture.ts), or in a folder outside the articles folder. No picture is gone without a word.
 *
 * Pure. Placeholders, which a picture elsewhere replaces, are too small to be meant.
 */
import { plainLine } from '../base/text.ts';
import { type ArticleBase, fetchAddress } from './addresses.ts';
import type { Fault } from './fault.ts';
import { lineAt } from './file-text.ts';
import { attribute, elementsOf, type HtmlParent } from './html-tree.ts';
import { imageSources } from './image-source.ts';
import { templatePieces } from './template-tags.ts';
import { PICTURE_CHARACTERS_MIN, writtenInAddress } from './written-in-picture.ts';

/** The most notes about one file. */
const NOTES_MAX = 10;

const ABOVE =
  /(?:!\[[^\]\n]{0,300}\]\(\s*<?|<img\s[^>]{0,300}?\bsrc\s*=\s*["']?)((?:\.{1,2}\/)*\.\.\/[^)\s>"']{1,300})/g;
/** The same in front matter, and imported into MDX. */
const STATED_ABOVE =
  /(?:^[ \t-]*[\w-]{1,40}[ \t]*[:=][ \t]*["']?|\bfrom[ \t]+["'])((?:\.{1,2}\/)*\.\.\/[^\s"']{1,300}\.(?:png|jpe?g|gif|webp|avif|svg))/gim;

/** Notes about the images below a node; `html` is the text that they stand in. */
export function picturesInHtml(path: string, root: HtmlParent, html: string): readonly Fault[] {
  if (!html.includes('data:image/')) return [];
  const faults: Fault[] = [];
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'img' || faults.length >= NOTES_MAX) continue;
    const sources = [...imageSources(element), attribute(element, 'src') ?? ''];
    const [longest = ''] = sources.toSorted((a, b) => b.length - a.length);
    if (longest.length < PICTURE_CHARACTERS_MIN) continue;
    const isNowhere = (source: string) =>
      /^\s*(?:data:|$)/i.test(source) && writtenInAddress(path, source) === undefined;
    if (!sources.every(isNowhere)) continue;
    faults.push(noteOf(path, html, html.indexOf(longest.slice(0, PICTURE_CHARACTERS_MIN))));
  }
  return faults;
}

/** Notes about the pictures of a Markdown text. */
export function picturesInMarkdown(path: string, text: string, base: ArticleBase): readonly Fault[] {
  const faults: Fault[] = [];
  if (!text.includes('../')) return faults;
  const codes = [...templatePieces(text)].filter(({ form }) => form === 'code');
  for (const { index, 1: source = '' } of [...text.matchAll(STATED_ABOVE), ...text.matchAll(ABOVE)]) {
    if (fetchAddress(source, base) !== undefined) continue;
    if (codes.some(({ start, end }) => start <= index && index < end)) continue;
    const what = `\`${plainLine(source).slice(0, 60)}\` leads out of the articles folder and is left out; put the picture beside the article`;
    faults.push({ path, line: lineAt(text, index), severity: 'note', what });
  }
  return faults.slice(0, NOTES_MAX);
}

function noteOf(path: string, text: string, at: number): Fault {
  const what =
    'a picture is written into the file as a data: address of a kind that is not published; save it beside the article and name its file';
  return { path, line: lineAt(text, Math.max(0, at)), severity: 'note', what };
}
