/**
 * Lines inside an article's text that are the site's, told by their words, since they have no names: `Advertisement`,
 * `Read more: …`, `Sign up for our newsletter`, `Back to top`.
 *
 * A line counts only whole. What points elsewhere (`Read also:`) goes with the links behind it; where it leads to
 * anything but links, it is the writer's own and stays.
 */
import {
  elementsOf,
  type HtmlElement,
  isElement,
  isText,
  linesUpTo,
  neighbour,
  textUpTo,
} from './html-tree.ts';

/** Elements that may be a line, or a list, of their own. */
const LINES: ReadonlySet<string> = new Set('p div li ul h2 h3 h4 h5 h6 section center'.split(' '));

/** Those that may say so alone; `Print` in a list or above a section is the writer's. */
const NOTICE_LINES: ReadonlySet<string> = new Set(['p', 'div', 'section', 'center']);

/** The longest line, and the longest list of links behind one that points elsewhere. */
const LINE_CHARACTERS_MAX = 90;
const LINKS_CHARACTERS_MAX = 1_000;

/** Whole lines, in lower case, without what stands around words. */
const NOTICE = new RegExp(
  `^(?:${[
    // advertisements
    'advertisements?|(?:skip|close) advertisement|(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:ad(?:vertisement)?|video|gallery))?',
    'sponsored(?: content)?|(?:empfohlener )?(?:redaktioneller|externer) inhalt|anzeige|werbung|publicité|pub|publicidad|pubblicità|publicidade|advertentie|annons|annonse|reklama|reklam|реклама|広告|广告|廣告|광고|إعلان|διαφήμιση|פרסומת',
    // the site's services
    "(?:click here to )?(?:sign up|subscribe)(?: now| here| today)?(?: (?:for|to) (?:our|the|this) (?:[\\p{L}' ]{1,30} )?(?:newsletters?|briefing|mailing list|email updates?|podcast|channel|feed))?",
    'subscribe to (?:continue|keep) reading|(?:log|sign) in to (?:continue|comment|post comments|read more)|already a subscriber\\?(?: (?:log|sign) in)?',
    'follow us on [\\p{L}, ]{1,60}|like us on facebook|download our app',
    '(?:share|print|email|save|bookmark)(?: (?:this|the))?(?: (?:article|story|page|post))?(?: (?:on|via|with) [\\p{L}, ]{1,40})?',
    'back to (?:the )?(?:top|front page|home ?page|start|index|overview)|top of page|bottom of page|return to (?:top|home ?page)|zurück(?: zur (?:startseite|übersicht))?|nach oben|haut de page|retour en haut|volver arriba|torna su|naar boven|ページトップへ|トップへ戻る|返回顶部',
    '(?:leave|post|add|write) a (?:comment|reply)|(?:\\d+ )?comments?(?: \\(\\d+\\))?|(?:view|show|read|see)(?: all)?(?: \\d+)? comments?(?: \\(\\d+\\))?|no comments(?: yet)?|join the (?:conversation|discussion)|kommentare?|commentaires?|comentarios?|commenti',
    'artikel (?:teilen|drucken)|partager(?: (?:cet article|sur [\\p{L}, ]{1,40}))?|compartir(?: en [\\p{L}, ]{1,40})?|condividi|поделиться|分享到?|シェアする',
    'loading(?: comments)?|read more|continue reading|show more|load more',
  ].join('|')})$`,
  'u',
);

/** What points to other articles, in lower case; links follow. */
const POINTER = new RegExp(
  `^(?:${[
    "read (?:more|also|next|this next)|(?:also|further|recommended) reading|more (?:on|about|from|in) (?:this (?:story|topic)|[\\p{L}' ]{1,40})|more stories|see (?:also|more)|related(?: (?:articles?|items?|stor(?:y|ies)|posts?|content|coverage|links|news|topics|reading))?|you (?:may|might) also (?:like|be interested in)|(?:don't|do not) miss|recommended(?: for you)?|up next|what to read next|explore more on these topics|editor[s']{0,2} picks?|most read|trending|source url",
    'lesen sie auch|lesen sie (?:mehr|hier)[\\p{L} ]{0,30}|mehr zum thema|mehr dazu|auch interessant|das könnte sie (?:auch )?interessieren|weiterlesen|siehe auch',
    '(?:à )?lire (?:aussi|également|la suite)|sur le même (?:sujet|thème)|voir aussi|pour aller plus loin',
    'lee? (?:también|más)|leer? también|te puede interesar|(?:más|mas) información|más noticias|ver también|noticias relacionadas',
    'leggi anche|ti potrebbe interessare|approfondisci|vedi anche',
    'lei?a (?:também|mais)|veja (?:também|mais)|saiba mais|notícias relacionadas',
    'lees (?:ook|meer|verder)|zie ook|läs (?:också|även|mer)|les også|læs også|lue myös|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|čtěte (?:také|více)|olvassa el|citește și',
    'читайте (?:также|ещё|еще)|читать (?:также|далее)|смотрите также|(?:материалы )?по теме|подробнее|читайте також',
    '関連記事|あわせて読みたい|相关阅读|相关新闻|延伸阅读|延伸閱讀|相關新聞|관련기사|관련 기사|اقرأ أيضا|اقرأ أيضاً|مقالات ذات صلة|بیشتر بخوانید|ये भी पढ़ें|baca juga|xem thêm|đọc thêm|อ่านเพิ่มเติม|ilgili haberler|διαβάστε (?:επίσης|ακόμα)|קראו (?:גם|עוד)',
  ].join('|')})$`,
  'u',
);

/** Whether an element is a line of the site's, or points elsewhere, with the links that it introduces or that it is. */
export function isNoticeLine(element: HtmlElement): boolean {
  if (!LINES.has(element.tagName)) return false;
  const text = textUpTo(element, LINKS_CHARACTERS_MAX)?.trim() ?? '';
  if (text === '') return false;
  const isLine = text.length <= LINE_CHARACTERS_MAX;
  if (!isLine && !holdsLink(element)) return false;
  const line = isLine ? bare(text) : '';
  const isNotice =
    (NOTICE_LINES.has(element.tagName) && NOTICE.test(line)) ||
    isPointer(element, line) ||
    isBehindPointer(element);
  return isNotice && !holdsMedia(element);
}

/** `Read also: <a>…</a>`, all of it a link, or a heading with a list of links behind it. */
function isPointer(element: HtmlElement, line: string): boolean {
  if (line !== '' && POINTER.test(line)) {
    if (holdsLink(element)) return true;
    const next = neighbour(element, 1);
    return next !== undefined && isElement(next) && isLinks(next);
  }
  if (element.tagName !== 'p' && element.tagName !== 'div' && element.tagName !== 'section') return false;
  const [first = ''] = linesUpTo(element, LINKS_CHARACTERS_MAX) ?? [];
  const [label = ''] = /^[^:：|]{3,60}/u.exec(first) ?? [];
  if (!holdsLink(element)) return false;
  return (
    POINTER.test(bare(textOutsideLinks(element))) || (POINTER.test(bare(label)) && isLinks(element, label))
  );
}

/** A list of links directly behind a line that points to them. */
function isBehindPointer(element: HtmlElement): boolean {
  if (!isLinks(element)) return false;
  const before = neighbour(element, -1);
  if (before === undefined || !isElement(before)) return false;
  const line = textUpTo(before, LINE_CHARACTERS_MAX);
  return line !== undefined && POINTER.test(bare(line));
}

/** Whether an element says nothing but what its links say, apart from a label. */
function isLinks(element: HtmlElement, label = ''): boolean {
  return holdsLink(element) && /^[^\p{L}\p{N}]*$/u.test(textOutsideLinks(element).replace(label, ''));
}

function textOutsideLinks(element: HtmlElement): string {
  let text = '';
  for (const node of element.childNodes) {
    if (isText(node)) text += node.value;
    else if (isElement(node) && node.tagName !== 'a') text += textOutsideLinks(node);
  }
  return text;
}

function holdsLink(element: HtmlElement): boolean {
  return [...elementsOf(element)].some(({ tagName }) => tagName === 'a');
}

function holdsMedia(element: HtmlElement): boolean {
  return [...elementsOf(element)].some(({ tagName }) =>
    /^(?:img|amp-img|picture|video|audio|iframe|table|pre|blockquote)$/.test(tagName),
  );
}

/** A line in lower case without the signs around its words. */
function bare(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}?)]+$/gu, '');
}
