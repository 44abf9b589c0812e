/**
 * Articles as a list of headlines, newest first as given.
 *
 * A picture in a list is an ornament beside its headline, so it has an empty text alternative.
 */
import { escapeMarkup } from '../base/text.ts';
import { linkAddress } from './page-address.ts';
import { ourWords, partLanguage, siteWithin } from './page-language.ts';
import type { ArticleLine, PageSite } from './page-model.ts';
import { pictureElement } from './picture.ts';
import { timeElement } from './time-element.ts';

/** What a list shows beside the headline. */
export interface ListOptions {
  /** False on a section's own page, where every line would say the same. */
  readonly showsSection: boolean;
}

/** The list, or a friendly line where there is nothing yet. */
export function articleList(site: PageSite, articles: readonly ArticleLine[], options: ListOptions): string {
  if (articles.length === 0) {
    return `<p class="empty"${ourWords(site)}>Nothing here yet. Subscribe, and the first article will find you.</p>\n`;
  }
  const lines = articles.map((article, at) => `<li>${articleLine(site, article, options, at === 0)}</li>\n`);
  return `<ol class="articles">\n${lines.join('')}</ol>\n`;
}

function articleLine(site: PageSite, article: ArticleLine, options: ListOptions, isFirst: boolean): string {
  const { authors, summary, title, url } = article;
  const within = siteWithin(site, article.language);
  const by = authors.length === 0 ? '' : `<p class="by">${escapeMarkup(authors.join(', '))}</p>`;
  return `<article${partLanguage(site, article.language)}><div>
<p class="facts">${sectionOf(site, article, options)}${timeElement(within, article.published)}</p>
<h3><a href="${escapeMarkup(linkAddress(site, url))}">${escapeMarkup(title)}</a></h3>
${summary === '' ? '' : `<p class="summary">${escapeMarkup(summary)}</p>\n`}${by}</div>${picture(site, article, isFirst)}</article>`;
}

function sectionOf(site: PageSite, { section }: ArticleLine, options: ListOptions): string {
  if (section === undefined || !options.showsSection) return '';
  return `<a href="${escapeMarkup(linkAddress(site, section.home))}">${escapeMarkup(section.name)}</a> `;
}

/** The first picture is in sight at once; the others may wait until they are. */
function picture(site: PageSite, { picture }: ArticleLine, isFirst: boolean): string {
  return picture === undefined ? '' : pictureElement(site, picture, { alt: '', isLazy: !isFirst });
}
