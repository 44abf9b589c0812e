/**
 * A draft from what a file states and what its body says.
 *
 * Shared by Markdown and HTML. What is stated wins; the body and then the path fill the gaps; nothing else does (T-06,
 * T-43).
 */
import { type PlainText, plainLine, type SafeHtml } from '../base/text.ts';
import { type ArticleBase, fetchAddress } from './addresses.ts';
import { firstParagraphs, firstPicture, withWords } from './body-text.ts';
import type { Draft, DraftKind, HeadlineSource, Picture } from './draft.ts';
import { humanName, pathName } from './path-date.ts';
import { languageOfPath } from './path-language.ts';
import { sectionOfPath } from './section.ts';
import { asciiSlugOf, nameSlugOf } from './slug.ts';
import type { StatedFields, StatedPicture } from './stated-fields.ts';
import { summaryOf } from './summary.ts';
import { ledeHeadline } from './wire-headline.ts';

/** What a reader found in one file. */
export interface DraftParts {
  readonly path: string;
  readonly kind: DraftKind;
  readonly base: ArticleBase;
  readonly stated: StatedFields;
  readonly body: SafeHtml;
  /** The body's own title heading. */
  readonly heading: PlainText | undefined;
  /** How many paragraphs the author marked as the excerpt. */
  readonly excerptParagraphs: number | undefined;
}

/** Paragraphs that a summary may need (T-41). */
const SUMMARY_PARAGRAPHS = 3;

/** The draft of a Markdown or HTML file. */
export function composeDraft({
  path,
  kind,
  base,
  stated,
  body,
  heading,
  excerptParagraphs,
}: DraftParts): Draft {
  const name = pathName(path);
  const paragraphs = firstParagraphs(body, Math.max(excerptParagraphs ?? 0, SUMMARY_PARAGRAPHS));
  const section = stated.section ?? stated.categories?.[0] ?? sectionOfPath(path);
  return {
    path,
    kind,
    ...headlineOf(stated.headline, heading, paragraphs[0], path),
    subhead: stated.subhead,
    summary: stated.summary ?? excerptOf(paragraphs, excerptParagraphs) ?? summaryOf(paragraphs),
    body,
    authors: stated.authors ?? [],
    source: stated.source,
    dateline: stated.dateline,
    section,
    tags: tagsOf(stated, section),
    language: stated.language ?? languageOfPath(path),
    picture: pictureOf(stated.picture, base, body) ?? firstPicture(body),
    published: stated.published ?? name.date?.instant,
    updated: stated.updated,
    expires: stated.expires,
    isDraft: stated.isDraft === true || /(?:^|\/)_drafts\//.test(path),
    withheld: stated.withheld,
    correction: stated.correction,
    id: stated.id,
    slug: stated.slug,
    permalink: stated.permalink,
  };
}

/** Put before ids in the body: the path makes it different for every article. */
export function idPrefix(path: string): string {
  return `${asciiSlugOf(path.replace(/\.[^./]+$/, ''))}-`;
}

interface Headline {
  readonly headline: PlainText;
  readonly headlineSource: HeadlineSource;
}

function headlineOf(
  stated: PlainText | undefined,
  heading: PlainText | undefined,
  lede: PlainText | undefined,
  path: string,
): Headline {
  const stem = pathName(path).stem || path;
  if (stated !== undefined) return { headline: stated, headlineSource: 'frontmatter' };
  if (heading !== undefined) return { headline: heading, headlineSource: 'headline' };
  const named = nameAsTitle(path, stem);
  if (named !== '') return { headline: named, headlineSource: 'filename' };
  const sentence = lede === undefined ? '' : ledeHeadline(lede);
  if (sentence !== '') return { headline: sentence as PlainText, headlineSource: 'lede' };
  const name = plainLine(humanName(stem));
  return { headline: name === '' ? plainLine(stem) : name, headlineSource: 'filename' };
}

/** The title of a note of Obsidian is its file's name, words and all; of a post of Jekyll, the name in capitals. */
function nameAsTitle(path: string, stem: string): PlainText {
  if (/\S\s+\S/.test(stem)) return plainLine(stem);
  if (!/(?:^|\/)_posts\/[^/]*\d-[^/]+$/.test(path)) return plainLine('');
  const words = stem.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return plainLine(words.join(' '));
}

function excerptOf(paragraphs: readonly PlainText[], count: number | undefined): PlainText | undefined {
  return count === undefined || count === 0 ? undefined : plainLine(paragraphs.slice(0, count).join(' '));
}

/** Tags, then the categories that did not become the section; each once by slug. */
function tagsOf(stated: StatedFields, section: PlainText | undefined): readonly PlainText[] {
  const sectionSlug = section === undefined ? undefined : nameSlugOf(section);
  const tags = new Map<string, PlainText>();
  for (const tag of stated.tags ?? []) {
    const slug = nameSlugOf(tag);
    if (!tags.has(slug)) tags.set(slug, tag);
  }
  for (const category of stated.categories ?? []) {
    const slug = nameSlugOf(category);
    if (slug !== sectionSlug && !tags.has(slug)) tags.set(slug, category);
  }
  return [...tags.values()];
}

function pictureOf(
  stated: StatedPicture | undefined,
  base: ArticleBase,
  body: SafeHtml,
): Picture | undefined {
  const url = stated === undefined ? undefined : fetchAddress(stated.source, base);
  return url === undefined ? undefined : withWords({ url, alt: stated?.alt, credit: stated?.credit }, body);
}
