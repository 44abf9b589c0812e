/**
 * Whether front matter keeps an article out of its site's lists and feeds, besides `draft`.
 *
 * Each generator has its own words for it: `published: false` (Jekyll), `publish: false` and `dg-publish: false` (Obsidian), `status: private`
 * (Ghost, WordPress), `unlisted` (Docusaurus), `hidden` (themes), `build: {list: never}` and `headless` (Hugo),
 * `permalink: false` and `eleventyExcludeFromCollections` (Eleventy), `password` (Hexo). What somebody kept back must not leak (fail
 * closed).
 */
import type { FieldValue } from './field.ts';
import { claimIn, isRecord } from './field-values.ts';

const KEPT_BACK_BY_YES = [
  'unlisted',
  'hidden',
  'private',
  'headless',
  'eleventyexcludefromcollections',
] as const;
const KEPT_BACK_BY_NO = ['published', 'publish', 'dgpublish', 'ispublished', 'public', 'permalink'] as const;
const STATUS = ['status', 'visibility'] as const;
const HUGO = ['build', 'list', 'render'] as const;

/**
 * Whether the fields say so.
 *
 * @param valueAt the value of the field by that name
 */
export function isKeptBack(valueAt: (name: string) => FieldValue): boolean {
  const [build, ...parts] = HUGO;
  const options = valueAt(build);
  return (
    isPassword(valueAt('password')) ||
    KEPT_BACK_BY_YES.some((name) => answer(valueAt(name)) === true) ||
    KEPT_BACK_BY_NO.some((name) => answer(valueAt(name)) === false) ||
    STATUS.some((name) => isHiddenStatus(valueAt(name))) ||
    (isRecord(options) && parts.some((name) => options[name] === 'never' || answer(options[name]) === false))
  );
}

/** Whether a field has a say in it, so that two of it that disagree must not be guessed at. */
export function decidesPublication(name: string): boolean {
  const names: readonly string[] = [
    ...['draft', 'isdraft', 'password', 'embargo', 'embargoeduntil'],
    ...[...KEPT_BACK_BY_YES, ...KEPT_BACK_BY_NO, ...STATUS, ...HUGO],
  ];
  return names.includes(name);
}

function isPassword(value: FieldValue): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function answer(value: FieldValue): boolean | undefined {
  return typeof value === 'string' ? claimIn(value) : typeof value === 'boolean' ? value : undefined;
}

function isHiddenStatus(value: FieldValue): boolean {
  return (
    typeof value === 'string' && /^\s*(?:draft|private|pending|unpublished|hidden|trash)\s*$/i.test(value)
  );
}
