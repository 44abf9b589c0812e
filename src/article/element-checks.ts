/**
 * Whether an element may be written where it stands, and whether it shows anything. Pure.
 */
import { attribute, type HtmlElement, isElement, isText, textContent } from './html-tree.ts';
import { isMathTwin } from './math-text.ts';

/** Whether an element stands where a strict parser takes it without an error. */
export function isInPlace(name: string, element: HtmlElement): boolean {
  const parent = element.parentNode;
  const parentName = parent !== null && isElement(parent) ? parent.tagName : '';
  if (name === 'rt' || name === 'rp') return parentName === 'ruby';
  if (name === 'source') return parentName === 'audio' || parentName === 'video';
  return true;
}

/** Whether a page does not show an element, or shows the same beside it. */
export function isHidden(element: HtmlElement): boolean {
  if (isMathTwin(element)) return true;
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Whether a paragraph or a heading shows nothing; inline elements around nothing are nothing. */
export function isBlank(content: string): boolean {
  return (
    content.length < 2_000 &&
    /^(?:\s|\u200B|<br>|<\/?(?:abbr|b|big|cite|em|i|mark|s|small|span|strong|u)(?: [^>]*)?>)*$/.test(content)
  );
}

/** Whether a `noscript` holds nothing but the picture that the lazy image directly before it has shown already. */
export function isImageTwin(element: HtmlElement): boolean {
  if (textContent(element).trim() !== '') return false;
  const siblings = element.parentNode?.childNodes ?? [];
  const before = siblings
    .slice(0, siblings.indexOf(element))
    .findLast((node) => isElement(node) || (isText(node) && node.value.trim() !== ''));
  return before !== undefined && isElement(before) && /^(?:img|picture|amp-img)$/.test(before.tagName);
}

/** `lost.1`: the number of a note that only its link tells from the word before it. */
export function isNoteNumber(element: HtmlElement, href: string | undefined): boolean {
  const { parentNode } = element;
  const isRaised = parentNode !== null && isElement(parentNode) && parentNode.tagName === 'sup';
  return !isRaised && href?.startsWith('#') === true && /^\d{1,3}$/.test(textContent(element).trim());
}
