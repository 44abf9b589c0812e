/**
 * What stands inside an article's element without being the article: share buttons, related links, sign-up forms,
 * comments, lines of names and dates that the fields say already.
 *
 * Told by the names that themes give them, whole words only, and never where most of the text is: an article lost is
 * worse than a button kept. Sources: the themes of WordPress, Ghost, Hugo, Jekyll and of newspapers.
 */
import { namesOf, spelledNames } from './html-names.ts';
import { isNoticeLine } from './html-notices.ts';
import { attribute, type HtmlElement, holds, isElement, isText, textContent, textUpTo } from './html-tree.ts';

/** Elements that surround articles, by their names in HTML and in AMP. */
const SURROUNDINGS: ReadonlySet<string> = new Set(
  'nav footer aside dialog menu form amp-ad amp-sidebar amp-social-share amp-consent'.split(' '),
);

/** The same by their roles (WAI-ARIA §5.3.4). */
const SURROUNDING_ROLE = /^(?:banner|complementary|contentinfo|dialog|alertdialog|navigation|search)$/i;

/** Elements that may be boilerplate by their class or id. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'article',
  'div',
  'section',
  'ul',
  'ol',
  'p',
  'span',
  'a',
  'button',
  'figure',
  'time',
  'dl',
]);

/** Names of things that are no text of the article, of any length. */
const FURNITURE = listed(
  'share sharing social social-share social-links social-media share-buttons share-tools share-bar sharedaddy ' +
    'jp-relatedposts related related-posts related-articles related-content read-more-links more-stories recommended ' +
    'recommendations newsletter newsletter-signup subscribe subscription signup sign-up mc_embed_signup advertisement ' +
    'advert ad ads ad-container ad-slot ad-unit ad-wrapper adsbygoogle google-auto-placed promo promoted sponsored-links ' +
    'breadcrumb breadcrumbs comments comment-list comments-area comment-form disqus_thread cookie-banner cookie-notice ' +
    'skip-link pagination pager post-navigation nav-links ' +
    'post-nav toolbar print-button paywall gh-subscribe kg-signup-card author-box author-bio about-author post-author-bio ' +
    'taboola outbrain OUTBRAIN trc_related_container wp-block-jetpack-subscriptions navbox toc table-of-contents ' +
    'sidebar side-bar widget-area footer site-footer page-footer menu main-menu navbar site-header masthead commentlist ' +
    'comment-body comments-section respond cookie-consent cookie-bar consent cmp gdpr most-read most-popular trending teaser teasers ' +
    'subscription-widget subscription-widget-wrap subscription-widget-wrap-editor ' +
    'button-wrapper entry-utility postmetadata blog-pager recent-posts post-ufi recirculation wp-block-comments ' +
    'wp-block-post-terms fb-comments rich-link back-to-top ' +
    'reading-time read-time tags tag-list tag-links post-tags entry-tags article-tags cat-links entry-footer post-footer',
);

/** Names of what browsers do not show, or that belongs to a heading without being one; also inside a sentence. */
const UNSEEN = listed(
  'screen-reader-text sr-only visually-hidden print-only mw-editsection speechify-ignore sf-hidden',
);

/** Names of lines that say who and when; only short ones, since some themes name the whole article so. */
const CREDITS = listed(
  'byline author authors post-author entry-author article-author author-name writer entry-meta post-meta article-meta ' +
    'meta posted-on posted-by post-date entry-date published publish-date article-date date timestamp dateline-meta ' +
    'article-info post-info author-list authors-list entry-footer post-footer cat-links tag-links post-tags tags-links post-labels story-meta story-byline article__meta article__byline post__meta byline-wrapper dt-published p-author',
);

/** Names that say it in a part of them. */
const FURNITURE_PART =
  /(?:^|[-_])(?:comments?[-_]?(?:area|block|content|form|item|list|section)|(?:article|content|page|social|story)[-_]?tools|utility[-_]?bar|more[-_]?from|newsletter(?![-_](?:post|article|issue|content|body|page))|author-?(?:bio|box|info|card|profile)|about-?(?:the-?)?author|licen[cs]e|webmentions|recirculation|taboola|outbrain|cookie-?(?:banner|consent|notice)|social-?shar(?:e|ing)|share-?(?:bar|buttons?|tools|links)|related-?(?:posts?|articles?|stor(?:y|ies)|content|links)|most-?(?:read|popular)|subscri(?:be|ption)-?(?:box|form|widget|banner|prompt))(?:$|[-_])/i;

/** What asks readers for consent, and what readers say: dropped however long it is, as no theme calls its text so. */
const NEVER_TEXT =
  /^(?:comments|comments-(?:area|section|list|container|block|page|wrapper)|comment-(?:list|section|respond)|commentlist|disqus_thread|respond|(?:comentarios|commentaires|kommentare|kommentarer|reacties)(?:_\S*|-\S*)?|replies|responses|webmentions|u-comment|isso-thread|onetrust\S*|ot-sdk\S*|sp_message\S*|fc-consent\S*|didomi\S*|qc-cmp\S*|CybotCookiebot\S*|usercentrics\S*|cmplz\S*|BorlabsCookie\S*|cky-\S*|iubenda\S*|truste\S*|cookie-?(?:banner|consent|notice|law|bar|popup)\S*|consent-?(?:banner|dialog|popup|wall)\S*|gdpr\S*)$/i;

/** What plugins of WordPress and the shops of advertisements put into texts, by how their names begin. */
const PLUGIN =
  /^(?:essb_|yarpp|crp_|ez-toc|lwptoc|saboxplugin|m-a-box|abh_|kk-star|kksr-|yasr-|rmp-|printfriendly|pvc_|wpdiscuz|ssba|shareaholic|et_social|monarch|wp_rp_|zem_rp|wpml-ls|fb-(?:like|share|page)|twitter-(?:share|follow)|tweetmeme|wpulike|bmc-|tp-container|mc4wp|mailpoet|optin-?monster|om-|sumome|simple-?social|mashsb|dpsp-|a2a_|addtoany|heateor|sfsi_|swp_|jp-post-flair|wpp-|rpwe-|ntv-|mgid|revcontent|adthrive|raptive|mediavine|mv-ad|ezoic|adsense|dfp-|gpt-|div-gpt|advads-|quads-|teads|google-(?:preferred|follow)|follow-us|post-nav-links|post-page-numbers|page-links$|edit-link$|reading-progress|regwall|kudos|donat(?:e|ion)s?(?:-(?:box|banner|appeal|button|cta|form|prompt))?$|feedback-(?:widget|form|box)|sponsored-(?:content|post|links?)|(?:popup|modal)(?:-(?:overlay|dialog|box|wrapper))?$|code-block-\d+$)/i;

/** Words in longer names (`article__byline-block`, `ad-slot__wrapper`), believed only of what says next to nothing. */
const FURNITURE_WORDS =
  /(?:^|[^a-z])(?:share|sharing|social|newsletter|subscribe|subscription|signup|related|promo|advert|advertisement|ads?|cookies?|consent|breadcrumbs?|comments?|sidebar|pagination|pager|byline|meta|avatar|paywall|tags|metadata|timestamp|time-ago|time-to-read|read-?time|reading-time|user-name|author-(?:bio|name|photo|image)|toolbar)(?:[^a-z]|$)/;

/** The longest line of credits. */
const CREDITS_CHARACTERS_MAX = 300;

/** The largest share of the article's text that boilerplate of one name may hold. */
const FURNITURE_SHARE_MAX = 0.4;

/** A run of text that is a sentence. */
const SENTENCE_CHARACTERS_MIN = 60;

/** How many parts of a paragraph tell whether it is a sentence. */
const NEIGHBOURS_MAX = 100;

/** What is worth keeping whatever stands around it. */
const WORTHY: ReadonlySet<string> = new Set(
  'figure figcaption picture video audio iframe blockquote table pre math h2 h3 h4'.split(' '),
);

/** Pictures of writers, by their names. */
const AVATAR =
  /(?:^|[^a-z])(?:avatar|gravatar|author-?(?:photo|image|profile-image)|profile-?image)(?:[^a-z]|$)/;

function listed(list: string): ReadonlySet<string> {
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
  if (isScriptNotice(element) || isWayBack(element)) return true;
  if (element.tagName === 'img') return AVATAR.test(spelledNames(element));
  if (isNeverText(element)) return true;
  if (isAmidWords(element)) return isNamed(element, UNSEEN);
  if (isFurniture(element) && isShort(element, articleCharacters)) return true;
  if (isNoticeLine(element) || isLineNumbers(element)) return true;
  if (!CONTAINERS.has(element.tagName)) return false;
  const isCredits = isNamed(element, CREDITS);
  if (!isCredits && !FURNITURE_WORDS.test(spelledNames(element))) return false;
  if (
    (textUpTo(element, 2 * CREDITS_CHARACTERS_MAX)?.trim().length ?? Number.POSITIVE_INFINITY) >
    CREDITS_CHARACTERS_MAX
  )
    return false;
  if (isCredits) return true;
  return element.tagName !== 'p' && !isWorthy(element);
}

/** Whether an element calls itself something that surrounds articles, by a whole name or by its role. */
export function isFurniture(element: HtmlElement): boolean {
  if (SURROUNDING_ROLE.test(attribute(element, 'role') ?? '')) return true;
  if (!CONTAINERS.has(element.tagName)) return false;
  if (isNeverText(element)) return true;
  return namesOf(element).some(
    (name) => FURNITURE.has(name) || UNSEEN.has(name) || FURNITURE_PART.test(name) || PLUGIN.test(name),
  );
}

/** Whether an element calls itself what is never an article: comments, or what asks for consent. */
export function isNeverText(element: HtmlElement): boolean {
  return CONTAINERS.has(element.tagName) && namesOf(element).some((name) => NEVER_TEXT.test(name));
}

/** Whether an element is part of a sentence, of which it holds some words: a link that opens a note is called `popup`. */
function isAmidWords({ tagName, parentNode }: HtmlElement): boolean {
  if ((tagName !== 'a' && tagName !== 'span') || parentNode === null) return false;
  let characters = 0;
  for (const node of parentNode.childNodes.slice(0, NEIGHBOURS_MAX))
    if (isText(node)) characters += node.value.trim().length;
  return characters >= SENTENCE_CHARACTERS_MIN;
}

function isNamed(element: HtmlElement, names: ReadonlySet<string>): boolean {
  return namesOf(element).some((name) => names.has(name));
}

/** Whether an element holds a sentence, or something to look at. */
function isWorthy(element: HtmlElement): boolean {
  if (WORTHY.has(element.tagName)) return true;
  for (const node of element.childNodes) {
    if (
      isText(node)
        ? node.value.trim().length >= SENTENCE_CHARACTERS_MIN
        : isElement(node) && node.tagName !== 'a' && isWorthy(node)
    )
      return true;
  }
  return false;
}

/** `Please enable JavaScript`, where a browser without it shows it. */
function isScriptNotice(element: HtmlElement): boolean {
  return (
    element.tagName === 'noscript' &&
    /javascript/i.test(textUpTo(element, CREDITS_CHARACTERS_MAX) ?? '') &&
    !isWorthy(element)
  );
}

/** A link that only a browser's own buttons replace. */
function isWayBack(element: HtmlElement): boolean {
  return (
    element.tagName === 'a' &&
    /^javascript:\s*(?:window\.)?(?:history|print|close)/i.test(attribute(element, 'href') ?? '')
  );
}

/** The numbers of the lines of code, which highlighters put into a cell beside it. */
function isLineNumbers(element: HtmlElement): boolean {
  return (
    element.tagName === 'td' &&
    holds(element, ({ tagName }) => tagName === 'pre') &&
    /^[\d\s]+$/.test(textUpTo(element, 10_000) ?? '')
  );
}

function isShort(element: HtmlElement, articleCharacters: number): boolean {
  return textContent(element).trim().length <= articleCharacters * FURNITURE_SHARE_MAX;
}

/** Whether an element is the head of an article: its headline and credits go, its picture stays. */
export function isArticleHeader(element: HtmlElement): boolean {
  return element.tagName === 'header' || element.tagName === 'hgroup';
}
