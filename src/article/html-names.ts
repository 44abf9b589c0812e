/**
 * The names that a theme gives an element: its class, its id, and what frameworks put beside them.
 *
 * Says nothing of what a name means; html-boilerplate.ts and html-root.ts do.
 */
import { attribute, type HtmlElement } from './html-tree.ts';

/** Attributes that hold names besides class and id. */
const NAMED_BY = /^(?:class|id|data-(?:testid|component|hook|module|component-name|area|gu-name))$/;

const NO_NAMES: readonly string[] = [];

/** The names of an element, as written. */
export function namesOf(element: HtmlElement): readonly string[] {
  if (element.attrs.length === 0) return NO_NAMES;
  return element.attrs.flatMap(({ name, value }) => (NAMED_BY.test(name) ? value.split(/\s+/) : []));
}

/** The names of an element on one line, in lower case, words of camel case apart: `articleBody` → `article-body`. */
export function spelledNames(element: HtmlElement): string {
  const names = namesOf(element);
  return names.length === 0
    ? ''
    : names
        .join(' ')
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase();
}

/** Whether an element has a class that matches. */
export function hasClass(element: HtmlElement, pattern: RegExp): boolean {
  return pattern.test(attribute(element, 'class') ?? '');
}
