/**
 * Mathematics as text: readers strip MathML, and a formula must not be lost with it.
 *
 * The TeX that a formula was made from says more than its symbols in a row; where a page carries it, it is the text.
 */
import { attribute, elementsOf, type HtmlElement, textContent, wholeText } from './html-tree.ts';

/** The text of a `math` element. */
export function mathText(math: HtmlElement): string {
  for (const element of elementsOf(math)) {
    const isTex = /tex/i.test(attribute(element, 'encoding') ?? '');
    if (element.tagName === 'annotation' && isTex) return textContent(element).trim();
  }
  const alternative = attribute(math, 'alttext')?.trim() ?? '';
  return alternative === '' ? wholeText(math) : alternative;
}

/** The TeX in a `script` of MathJax; undefined for every other script. */
export function scriptedMath(script: HtmlElement): string | undefined {
  return /^math\/tex\b/i.test(attribute(script, 'type') ?? '') ? textContent(script).trim() : undefined;
}

/** Whether an element shows a second time what a formula beside it says. */
export function isMathTwin(element: HtmlElement): boolean {
  const classes = attribute(element, 'class');
  return (
    classes !== undefined &&
    /(?:^|\s)(?:katex-html|MathJax(?:_Preview|_SVG|_CHTML|_Display)?|mjx-chtml|MJX_Assistive_MathML|mwe-math-fallback-image-(?:inline|display))(?:\s|$)/.test(
      classes,
    )
  );
}
