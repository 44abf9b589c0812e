/**
 * Cutting and completing what the package `feed` wrote.
 *
 * Its output is known to the letter, so a text that is not found is a bug of ours or a new `feed`, never bad luck.
 */
import assert from 'node:assert';

/** The part of a text from one mark to another, both included. */
export function cut(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  const end = text.lastIndexOf(to);
  assert(start >= 0 && end > start, `the package "feed" wrote no ${from.trim()}`);
  return text.slice(start, end + to.length);
}

/** The text with the first occurrence replaced; unlike `replace`, `$` in the replacement means itself. */
export function replaceOnce(text: string, what: string | RegExp, by: string): string {
  const at = typeof what === 'string' ? text.indexOf(what) : text.search(what);
  assert(at >= 0, `the package "feed" wrote no ${what}`);
  const length = typeof what === 'string' ? what.length : what.exec(text)![0].length;
  return text.slice(0, at) + by + text.slice(at + length);
}

/**
 * Plain text as an element holds it: `&`, `<`, `>` as hexadecimal references, which the profile asks for and which tell
 * the W3C validator that nothing in it is meant as markup.
 */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&#x26;').replace(/</g, '&#x3C;').replace(/>/g, '&#x3E;');
}

/** Plain text for a place where `feed` un-escapes `&amp;` once before it escapes (F-03). */
export function escapeForFeed(text: string): string {
  return text.replaceAll('&', '&amp;');
}
