/**
 * What stands inside an article's element without being the article: share buttons, related links, sign-up forms,
 * comments, lines of names and dates that the fields say already.
 *
 * Told by the names that themes give them, whole words only, and never where most of the text is: an article lost is
 * worse than a button kept. Sources: the themes of WordPress, Ghost, Hugo, Jekyll and of newspapers.
 */
import { attribute, type HtmlElement, textContent } from './html-tree.ts';

/** Elements that surround articles, by their names in HTML. */
const SURROUNDINGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'dialog', 'menu', 'form']);

/** Elements that may be boilerplate by their class or id. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'div',
  'section',
  'ul',
  'ol',
  'p',
  'span',
  'a',
  'button',
  'figure',
]);

/** Names of things that are no text of the article, of any length. */
const FURNITURE = namesOf(
  'share sharing social social-share social-links social-media share-buttons share-tools share-bar sharedaddy ' +
    'jp-relatedposts related related-posts related-articles related-content read-more-links more-stories recommended ' +
    'recommendations newsletter newsletter-signup subscribe subscription signup sign-up mc_embed_signup advertisement ' +
    'advert ad ads ad-container ad-slot ad-unit ad-wrapper adsbygoogle google-auto-placed promo promoted sponsored-links ' +
    'breadcrumb breadcrumbs comments comment-list comments-area comment-form disqus_thread cookie-banner cookie-notice ' +
    'skip-link screen-reader-text sr-only visually-hidden print-only pagination pager post-navigation nav-links ' +
    'post-nav toolbar print-button paywall gh-subscribe kg-signup-card author-box author-bio about-author post-author-bio ' +
    'taboola outbrain OUTBRAIN trc_related_container wp-block-jetpack-subscriptions mw-editsection navbox toc table-of-contents ' +
    'speechify-ignore post-ufi subscription-widget-wrap subscription-widget recirculation most-read most-popular ' +
    'reading-time read-time tags tag-list tag-links post-tags entry-tags article-tags cat-links entry-footer post-footer',
);

/** Names of lines that say who and when; only short ones, since some themes name the whole article so. */
const CREDITS = namesOf(
  'byline author authors post-author entry-author article-author author-name writer entry-meta post-meta article-meta ' +
    'meta posted-on posted-by post-date entry-date published publish-date article-date date timestamp dateline-meta ' +
    'entry-footer post-footer cat-links tags-links tag-links post-tags post-labels ' +
    'article-info post-info story-meta story-byline article__meta article__byline post__meta byline-wrapper dt-published p-author',
);

/** Names that say it in a part of them, and attributes that components are named by. */
const FURNITURE_PART =
  /(?:^|[-_])(?:newsletter|recirculation|taboola|outbrain|cookie-?(?:banner|consent|notice)|social-?shar(?:e|ing)|share-?(?:bar|buttons?|tools|links)|related-?(?:posts?|articles?|stor(?:y|ies)|content|links)|most-?(?:read|popular)|subscri(?:be|ption)-?(?:box|form|widget|banner|prompt))(?:$|[-_])/i;
const NAMED_BY = [
  'class',
  'id',
  'data-component',
  'data-testid',
  'data-module',
  'data-component-name',
] as const;

/** The longest line of credits. */
const CREDITS_CHARACTERS_MAX = 300;

/** The largest share of the article's text that boilerplate of one name may hold. */
const FURNITURE_SHARE_MAX = 0.4;

function namesOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * Whether an element of an article is not the article.
 *
 * @param articleCharacters how much text the whole article holds
 */
export function isBoilerplate(element: HtmlElement, articleCharacters: number): boolean {
  if (SURROUNDINGS.has(element.tagName))
    return element.tagName !== 'form' || isShort(element, articleCharacters);
  if (!CONTAINERS.has(element.tagName)) return false;
  const names = NAMED_BY.flatMap((name) => attribute(element, name)?.split(/\s+/) ?? []);
  const isFurniture = names.some((name) => FURNITURE.has(name) || FURNITURE_PART.test(name));
  if (isFurniture && isShort(element, articleCharacters)) return true;
  return (
    names.some((name) => CREDITS.has(name)) && textContent(element).trim().length <= CREDITS_CHARACTERS_MAX
  );
}

function isShort(element: HtmlElement, articleCharacters: number): boolean {
  return textContent(element).trim().length <= articleCharacters * FURNITURE_SHARE_MAX;
}

/** Whether an element is the head of an article: its headline and credits go, its picture stays. */
export function isArticleHeader(element: HtmlElement): boolean {
  return element.tagName === 'header' || element.tagName === 'hgroup';
}
