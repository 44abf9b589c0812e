/**
 * What becomes of one template tag: Hugo's, Liquid's, Nunjucks', Zola's, EJS'.
 *
 * In: a tag. Out: the Markdown or HTML in its place, and whether something is lost by it. Rendered is what everybody
 * means the same by; the rest goes. The walk over a text is templates.ts'. Pure; nothing is evaluated.
 */
import { escapeMarkup } from '../base/text.ts';
import { hexoPicture } from './picture-shortcodes.ts';
import { renderedShortcode } from './shortcodes.ts';
import { contentAddress, postAddress } from './template-addresses.ts';
import { argument, templateArguments } from './template-arguments.ts';
import { linkOf, linkOfParts, WORDS } from './template-links.ts';
import type { TagForm, TemplatePiece } from './template-tags.ts';

/** A tag outside of code. */
export type Tag = Exclude<TemplatePiece, { readonly form: 'code' }>;

/** What becomes of a tag: its replacement, and whether something is lost that a note must tell. */
export interface Outcome {
  readonly text: string;
  readonly isLost?: boolean;
  /** The text is an address: a link's own, or to be made a link in running text. */
  readonly isAddress?: boolean;
  /** The tag that ends what this one begins, when all between goes or is kept as it is. */
  readonly until?: {
    readonly form: TagForm;
    readonly name: RegExp;
    readonly render: (inner: string) => string;
    /** What stands between is rendered first; without its end the tag alone is lost. */
    readonly isText?: boolean;
  };
}

const GONE: Outcome = { text: '' };
const LOST: Outcome = { text: '', isLost: true };

/**
 * What becomes of a tag; undefined where it is none, and stays as it is.
 *
 * @param before what stands directly before it
 */
export function outcomeOf(tag: Tag, before: string, path: string): Outcome | undefined {
  switch (tag.form) {
    case '{{<':
    case '{{%':
      return hugoOutcome(tag, path);
    case '{{':
      return expressionOutcome(tag, before);
    case '{%':
      return liquidOutcome(tag, path);
    case '<%':
      return tag.inside.startsWith('#') ? GONE : LOST;
    case '{#':
      return /^[\s-]/.test(tag.inside) ? GONE : undefined;
  }
}

const HUGO_NAME = /^\s*(\/?)\s*([\w./-]+)\s*([\s\S]*?)\/?\s*$/;

function hugoOutcome({ form, inside }: Tag, path: string): Outcome | undefined {
  const [, escaped] = /^\/\*([\s\S]*)\*\/$/.exec(inside.trim()) ?? [];
  if (escaped !== undefined) return shown(form + escaped + (form === '{{<' ? '>}}' : '%}}'));
  const [, slash, name = '', given = ''] = HUGO_NAME.exec(inside) ?? [];
  if (name === '') return undefined;
  if (slash === '/') return GONE;
  const inner = (render: (text: string) => string): Outcome => ({
    text: '',
    until: { form, name: new RegExp(`^\\s*/\\s*${name.replaceAll('.', '\\.')}\\s*$`), render },
  });
  const args = templateArguments(given);
  if (/^(?:comment|.*\.inline)$/.test(name)) return inner(() => '');
  if (/^(?:raw|html|unsafe)_?-?(?:html)?$/i.test(name) || name === 'toc' || name === 'blogdown/postref')
    return GONE;
  if (CODE.test(name))
    return inner((code) =>
      fenced(
        code,
        args.positional[0] ?? argument(args, ['lang', 'language']) ?? (name === 'mermaid' ? name : undefined),
      ),
    );
  if (name === 'ref' || name === 'relref')
    return { text: contentAddress(argument(args, ['path'], 0) ?? '', path), isAddress: true };
  if (DATA.test(name)) return { ...inner(() => ''), isLost: true };
  return pairOutcome(name, given, path, inner) ?? outcomeOfShortcode(name, given);
}

/** What holds code, which may have tags of its own in it. */
const CODE = /^(?:highlight|mermaid|code(?:[-_]?(?:toggle|block|file|snippet))?)$/i;

/** What holds numbers or scripts for a site's own program, and no words. */
const DATA =
  /^(?:e?charts?|chart-?js|plotly|apexcharts?|highcharts|vega(?:-?lite)?|geojson|mapbox|a?player|script|style|css)$/i;

/** Pairs around text that everybody shares: quotations and buttons. */
function pairOutcome(
  name: string,
  given: string,
  path: string,
  inner: (render: (text: string) => string) => Outcome,
): Outcome | undefined {
  const args = templateArguments(given);
  const pair = (render: (text: string) => string): Outcome => {
    const { until } = inner(render);
    return { text: '', ...(until === undefined ? {} : { until: { ...until, isText: true } }) };
  };
  if (/^(?:(?:block|pull)?quote|epigraph)$/i.test(name)) {
    const named = ['author', 'by', 'cite', 'source', 'title'].flatMap((each) => argument(args, [each]) ?? []);
    const plain = /^\s*\w+\s*=/.test(given) ? '' : citation(given.replace(/["']/g, '').trim());
    const who = named.length > 0 ? named.join(', ') : plain;
    return pair((text) => quoted(text, who));
  }
  if (!/^(?:button|btn|cta)$/i.test(name)) return undefined;
  const page = argument(args, ['relref', 'ref']);
  const href =
    page === undefined ? argument(args, ['href', 'url', 'link', 'cta_link']) : contentAddress(page, path);
  if (href === undefined) return undefined;
  const alone = renderedShortcode('button', args);
  return { ...pair((label) => `<a href="${escapeMarkup(href)}">${label.trim()}</a>`), text: alone ?? '' };
}

/** Octopress' and Hexo's `{% blockquote Name https://… Title %}`: the title, or the address alone, is a link. */
function citation(given: string): string {
  const [, name = '', address, title = ''] = /^(.*?),?\s*(https?:\/\/\S+)\s*(.*)$/s.exec(given) ?? [];
  if (address === undefined) return given;
  const link = `<a href="${escapeMarkup(address)}">${escapeMarkup(title === '' ? address : title)}</a>`;
  return name === '' ? link : `${name}, ${link}`;
}

/** A quotation (Octopress marks what it pulls out by `{" … "}`), and who said it; a name that is a class (`pullquote left`) is none. */
function quoted(text: string, who: string): string {
  const lines = text
    .replace(/\{"\s*|\s*"\}/g, '')
    .trim()
    .split('\n');
  if (who !== '' && !/^(?:left|right|center)$/.test(who)) lines.push('', `— ${who}`);
  return `\n\n${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
}

/** `{{ site.baseurl }}` is the front of addresses here, so it is nothing; a text through filters is that text. */
function expressionOutcome({ inside }: Tag, before: string): Outcome | undefined {
  const expression = inside.replace(/^-|-$/g, '').trim();
  const [, escaped] = /^\/\*([\s\S]*)\*\/$/.exec(expression) ?? [];
  if (escaped !== undefined) return shown(`{{${escaped}}}`);
  if (/(?:[\\_^$}{]|\\[A-Za-z]{1,20})$/.test(before) || /\\[a-z]|[_^]\{|^\s*$/i.test(expression))
    return undefined;
  const [, double, single] = /^(?:"([^"]*)"|'([^']*)')(?:\s*\|[\s\S]*)?$/.exec(expression) ?? [];
  if (double !== undefined || single !== undefined) return { text: double ?? single ?? '' };
  if (
    /^(?:site\.(?:base_?url|url|github\.url)|base_?(?:path|url)|path_?prefix|root)\b[^(]*$/i.test(expression)
  )
    return GONE;
  const [, name, given] = /^([A-Za-z_][\w:.]*)\s*\(([\s\S]*)\)$/.exec(expression) ?? [];
  if (name !== undefined) return outcomeOfShortcode(name, given ?? '');
  return /^\$?[A-Za-z_][\w.[\]"'-]*(?:\s*[|?:=<>+*/,-].*|\s+.*)?$/s.test(expression) ? LOST : undefined;
}

/** Liquid's and Nunjucks' blocks that print nothing, or nothing that can be known. */
const BLOCKS_DROPPED = /^(?:comment|for|capture|macro|set_block|schema|style|stylesheet|javascript)$/;

function liquidOutcome({ inside }: Tag, path: string): Outcome | undefined {
  const tag = inside.replace(/^-|-$/g, '').trim();
  const [, escaped] = /^\/\*([\s\S]*)\*\/$/.exec(tag) ?? [];
  if (escaped !== undefined) return shown(`{%${escaped}%}`);
  const [, name, given = ''] = /^(?:@\s*)?([A-Za-z_][\w-]*)\s*([\s\S]*)$/.exec(tag) ?? [];
  if (name === undefined) return undefined;
  const inner = (render: (text: string) => string, isLost = false): Outcome => ({
    text: '',
    isLost,
    until: { form: '{%', name: new RegExp(`^-?\\s*end(?:${name})?\\b`), render },
  });
  if (/^end/.test(name) || /^(?:else|elsif|elseif|elif|when|default)$/.test(name)) return GONE;
  if (name === 'raw' || name === 'verbatim') return inner((text) => text);
  if (name === 'comment') return inner(() => '');
  if (name === 'highlight') return inner((code) => fenced(code, given.split(/\s/, 1)[0]));
  if (name === 'codeblock' || name === 'code')
    return inner((code) => fenced(code, /\blang:(\S+)/.exec(given)?.[1]));
  if (name === 'mermaid') return inner((code) => fenced(code, name));
  if (/^(?:sub)?tabs$/.test(name)) return tabs(inner((text) => text.replace(TAB, '\n\n**$1**\n\n')));
  if (BLOCKS_DROPPED.test(name)) return inner(() => '', true);
  if (name === 'link' && !/https?:\/\//.test(given))
    return { text: contentAddress(`/${given.trim()}`, path), isAddress: true };
  if (name === 'post_url') return { text: postAddress(given.trim(), path), isAddress: true };
  if (name === 'include' || name === 'include_relative' || name === 'render') {
    const [, file = '', rest = ''] = /^\s*["']?([\w./-]+)["']?([\s\S]*)$/.exec(given) ?? [];
    if (/^(?:toc|table-of-contents)(?:\.\w+)?$/.test(file)) return GONE;
    return outcomeOfShortcode(file, rest.replace(VARIABLE, '').replace(SITE_PATH, '$&/'));
  }
  const bare = /^\s*\(([\s\S]*)\)\s*$/.exec(given)?.[1] ?? given;
  const shot = name === 'asset_img' ? hexoPicture(templateArguments(bare), path) : undefined;
  if (shot !== undefined) return { text: shot };
  const link = /^(?:btn|button|link)$/.test(name) ? linkOfParts(name, bare) : undefined;
  if (link !== undefined) return { text: link };
  return pairOutcome(name, bare, path, (render) => inner(render)) ?? outcomeOfShortcode(name, bare);
}

/** Words that stand under a name of the site's own: without quotes a value is a name. */
const VARIABLE = /\b(?:title|caption|alt|text|content|message|msg|body)\s*=\s*[A-Za-z_][\w.-]*(?=\s|$)/g;

/** Where the address of a picture begins that includes of Jekyll look for at the root of the site. */
const SITE_PATH = /\b(?:path|image)=["'](?=\w)(?!\w+:)/g;

/** A tab of Hexo's themes: `<!-- tab Title@icon -->`. */
const TAB = /<!--[ \t]*tab[ \t]+([^@\n]{0,200}?[^@\s])[ \t]{0,20}(?:@[^\n]{0,200}?)?-->/g;

/** The titles of tabs are words of the article; other generators' tabs say them themselves. */
function tabs(pair: Outcome): Outcome {
  const { until } = pair;
  return until === undefined ? pair : { text: '', isLost: true, until: { ...until, isText: true } };
}

function outcomeOfShortcode(name: string, given: string): Outcome {
  const args = templateArguments(given);
  const text = renderedShortcode(name, args) ?? linkOf(given.trim(), args) ?? argument(args, WORDS);
  return text === undefined ? LOST : { text };
}

/** A code block whose fence the code cannot close. */
function fenced(code: string, language: string | undefined): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}${language ?? ''}\n${unescapedCode(code).replace(/^\n+/, '').trimEnd()}\n${fence}\n\n`;
}

/** A tag that was escaped, to be read as text: `{{<figure>}}` is no element. */
function shown(tag: string): Outcome {
  return { text: tag.replaceAll('<', '&lt;') };
}

/** Generators read their tags in code too, so that authors escape them there; the escapes are no part of the code. */
export function unescapedCode(code: string): string {
  return code
    .replace(/\{\{([<%])\/\*([^*]*)\*\/([>%])\}\}/g, '{{$1$2$3}}')
    .replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g, '$1');
}
