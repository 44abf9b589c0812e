/**
 * The names that a theme gives an element: its class, its id, and what frameworks put beside them.
 *
 * Says nothing of what a name means; html-boilerplate.ts and html-root.ts do.
 */
import { attribute, type ElementNames, type HtmlElement } from './html-tree.ts';

/** Attributes that hold names besides class and id. */
const NAMED_BY = /^(?:class|id|data-(?:testid|component|hook|module|component-name|area|gu-name))$/;

const NO_NAMES: ElementNames = { written: [], spelled: '' };

/** The names of an element, as written. */
export function namesOf(element: HtmlElement): readonly string[] {
  element.names ??= readNames(element);
  return element.names.written;
}

/** The names of an element on one line, in lower case, words of camel case apart: `articleBody` → `article-body`. */
export function spelledNames(element: HtmlElement): string {
  element.names ??= readNames(element);
  return element.names.spelled;
}

function readNames({ attrs }: HtmlElement): ElementNames {
  let line = '';
  for (const { name, value } of attrs) if (NAMED_BY.test(name)) line += ` ${value}`;
  if (line === '') return NO_NAMES;
  const spelled = line
    .slice(1)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
  return { written: line.split(/\s+/).slice(1), spelled };
}

/** Whether an element has a class that matches. */
export function hasClass(element: HtmlElement, pattern: RegExp): boolean {
  return pattern.test(attribute(element, 'class') ?? '');
}
