/**
 * Pages of a site that are no articles, among its articles: about, search, archives, `README.md`.
 *
 * In: a path and the fields of front matter. Out: why the file is not published. Nothing is lost by a guess: a page is
 * known by a layout that only such pages have, or by its layout, name or folder *and* by having no date, which articles
 * have; and the reason says how to publish it all the same. Pure.
 */
import type { Field, FieldValue } from './field.ts';
import { NamedFields } from './named-fields.ts';
import { pathName } from './path-date.ts';

type FieldMap = ReadonlyMap<string, Field>;

/** Layouts and types of pages that list articles or are there when none is. */
const LISTS =
  /^(?:404|search|archives?|tags?|tag-?cloud|tag-?index|categor(?:y|ies)|category-?index|home|redirect)$/;

/** Layouts and types of pages that say something themselves, as an article without a date may. */
const PAGES =
  /^(?:page|pages|static|static-?page|about|contact|splash|landing|links|friends|profile|cv|resume|author)$/;

/** Names of such pages, directly at the root of the site. */
const NAMES =
  /^(?:404|about|about-?(?:me|us)|search|archives?|tags|categories|contact|privacy|privacy-?policy|imprint|impressum|sitemap)$/i;
const AT_ROOT = /^(?:(?:content|src|source|pages|_pages)\/)*$/;

/** Folders of pages: collections of Jekyll, by custom `_pages`; Pelican's; and of people, who are no articles. */
const FOLDERS = /(?:^|\/)(?:_(?!posts\/|drafts\/)[A-Za-z][\w-]*|content\/(?:pages|authors?))\//;

/** Files that tell of the folder they lie in, wherever one came from a repository. */
const ABOUT_FOLDER =
  /(?:^|\/)(?:readme|licen[cs]e|contributing|changelog|code[-_]of[-_]conduct|security)(?:[.-][\w-]+)?\.(?:md|markdown)$/i;
const ABOUT_FOLDER_IN_CAPITALS =
  /(?:^|\/)(?:AUTHORS|CONTRIBUTORS|MAINTAINERS|GOVERNANCE|SUPPORT|HISTORY|TO-?DO|AGENTS|CLAUDE|(?:PULL_REQUEST|ISSUE)_TEMPLATE)\.md$/;

/** Why the file is not published; undefined for an article. */
export function whyNoArticle(path: string, fields: FieldMap): string | undefined {
  if (fields.size === 0 && (ABOUT_FOLDER.test(path) || ABOUT_FOLDER_IN_CAPITALS.test(path)))
    return 'the file has the name of one about its folder, and no front matter: it is not published; give it a title in front matter to publish it';
  for (const name of ['layout', 'type', 'template']) {
    const value = kindIn(fields.get(name)?.value);
    if (value !== undefined && LISTS.test(value))
      return `\`${name}: ${value}\` makes it a page of the site, not an article: it is not published; leave out \`${name}\` to publish it`;
  }
  if (hasDate(path, fields)) return undefined;
  const sign = signOfPage(path, fields);
  return sign === undefined
    ? undefined
    : `${sign} and no date tell of a page of the site, not of an article: it is not published; give it a date to publish it`;
}

function signOfPage(path: string, fields: FieldMap): string | undefined {
  for (const name of ['layout', 'type']) {
    const value = kindIn(fields.get(name)?.value);
    if (value !== undefined && PAGES.test(value)) return `\`${name}: ${value}\``;
  }
  const [folderOfPages] = FOLDERS.exec(path) ?? [];
  if (folderOfPages !== undefined) return `the folder \`${folderOfPages.replace(/^\/|\/$/g, '')}\``;
  const { stem } = pathName(path);
  const folder = path.replace(/\/index\.[^/]*$/, '').replace(/[^/]*$/, '');
  return NAMES.test(stem) && AT_ROOT.test(folder) ? `the name \`${stem}\`` : undefined;
}

/** `../../layouts/About.astro` is `about`. */
function kindIn(value: FieldValue): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value
    .trim()
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '');
}

function hasDate(path: string, fields: FieldMap): boolean {
  return pathName(path).date !== undefined || new NamedFields(fields).findDate('published') !== undefined;
}
