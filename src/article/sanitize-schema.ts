/**
 * What HTML may stand in an article.
 *
 * An allow-list: what is not named here does not pass. Every name is among the elements and attributes that the W3C
 * feed validator accepts (its `HTMLValidator.acceptable_elements`, `acceptable_attributes`), and none is stripped by
 * common readers in a way that loses text (C-41). Tables of names only; sanitize.ts does the work.
 *
 * Source: rules, C-41, C-42.
 */

/** How an attribute's value is made safe. */
export type AttributeKind =
  | 'link'
  | 'fetch'
  | 'id'
  | 'language'
  | 'direction'
  | 'code-class'
  | 'alignment'
  | 'number'
  | 'flag'
  | 'word'
  | 'text';

type Attributes = Readonly<Record<string, AttributeKind>>;

const NONE: Attributes = {};
const CELL: Attributes = {
  colspan: 'number',
  rowspan: 'number',
  scope: 'word',
  abbr: 'text',
  align: 'alignment',
};
const EDIT: Attributes = { cite: 'link', datetime: 'text' };

/** Attributes that every element may have. */
const COMMON: Attributes = { id: 'id', lang: 'language', dir: 'direction', title: 'text' };

const WITH_ATTRIBUTES: Readonly<Record<string, Attributes>> = {
  a: { href: 'link', hreflang: 'language' },
  audio: { src: 'fetch' },
  blockquote: { cite: 'link' },
  code: { class: 'code-class' },
  col: { span: 'number' },
  colgroup: { span: 'number' },
  del: EDIT,
  details: { open: 'flag' },
  img: { src: 'fetch', alt: 'text', width: 'number', height: 'number' },
  ins: EDIT,
  li: { value: 'number' },
  ol: { start: 'number', reversed: 'flag', type: 'word' },
  pre: { class: 'code-class' },
  q: { cite: 'link' },
  source: { src: 'fetch', type: 'text' },
  td: CELL,
  th: CELL,
  time: { datetime: 'text' },
  video: { src: 'fetch', width: 'number', height: 'number', poster: 'fetch' },
};

const WITHOUT_ATTRIBUTES =
  'abbr address aside b bdi big br caption cite dd dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i kbd mark p ' +
  'rp rt ruby s samp section small span strong sub summary sup table tbody tfoot thead tr tt u ul var wbr';

/** Elements that pass, each with the attributes that it may have. */
export const ELEMENTS: ReadonlyMap<string, ReadonlyMap<string, AttributeKind>> = new Map([
  ...WITHOUT_ATTRIBUTES.split(' ').map((name) => withCommon(name, NONE)),
  ...Object.entries(WITH_ATTRIBUTES).map(([name, own]) => withCommon(name, own)),
]);

function withCommon(name: string, own: Attributes): [string, ReadonlyMap<string, AttributeKind>] {
  return [name, new Map(Object.entries({ ...COMMON, ...own }))];
}

/** Elements that pass under another name: what the old or page-level one meant. */
export const RENAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acronym: 'abbr',
    'amp-audio': 'audio',
    'amp-video': 'video',
    article: 'div',
    bdo: 'span',
    center: 'div',
    dir: 'ul',
    fieldset: 'div',
    footer: 'div',
    form: 'div',
    header: 'div',
    hgroup: 'div',
    legend: 'p',
    listing: 'pre',
    main: 'div',
    menu: 'ul',
    nav: 'div',
    search: 'div',
    strike: 's',
    xmp: 'pre',
  }),
);

/** Elements that go with all they hold: scripts, controls, foreign worlds, and what is not meant to be read. */
export const DROPPED: ReadonlySet<string> = new Set(
  (
    'applet area base basefont bgsound button canvas command datalist dialog embed frame frameset head ' +
    'input isindex keygen link map meta meter noembed noframes object optgroup option output param plaintext progress ' +
    'script select selectedcontent slot style svg template textarea title track'
  ).split(' '),
);

/** Elements without an end tag. */
export const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'source', 'wbr']);

/** Elements that are pictures and players, or hold them. */
export const MEDIA_ELEMENTS: ReadonlySet<string> = new Set([
  'figure',
  'picture',
  'img',
  'amp-img',
  'video',
  'audio',
  'iframe',
]);
