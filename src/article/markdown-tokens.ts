/**
 * Markdown tokens that are made quickly.
 *
 * markdown-it 15 is published with every class field set through a helper, which takes two fifths of the time it needs
 * for an article (measured: 1.26 of 3.1 s). Its parsers make their tokens through a `State` that may be replaced; these
 * are its own states with a token that has the same fields, set plainly. A property test holds them to the same HTML.
 */
import markdownIt, { type MarkdownIt, type Token } from 'markdown-it';

type Nesting = Token['nesting'];

const { Token: StockToken, StateBlock, StateInline } = markdownIt;

/** A token with the fields and methods of markdown-it's. */
class PlainToken {
  constructor(type: string, tag: string, nesting: Nesting) {
    const token = this as unknown as Token;
    token.type = type;
    token.tag = tag;
    token.attrs = null;
    token.map = null;
    token.nesting = nesting;
    token.level = 0;
    token.children = null;
    token.content = '';
    token.markup = '';
    token.info = '';
    token.meta = null;
    token.block = false;
    token.hidden = false;
  }
}
Object.setPrototypeOf(PlainToken.prototype, StockToken.prototype);

function plainToken(type: string, tag: string, nesting: Nesting): Token {
  return new PlainToken(type, tag, nesting) as unknown as Token;
}

class PlainStateBlock extends StateBlock {
  override push(type: string, tag: string, nesting: Nesting): Token {
    const token = plainToken(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level -= 1;
    token.level = this.level;
    if (nesting > 0) this.level += 1;
    this.tokens.push(token);
    return token;
  }
}

class PlainStateInline extends StateInline {
  override pushPending(): Token {
    const token = plainToken('text', '', 0);
    token.content = this.pending;
    token.level = this.pendingLevel;
    this.tokens.push(token);
    this.pending = '';
    return token;
  }

  override push(type: string, tag: string, nesting: Nesting): Token {
    if (this.pending !== '') this.pushPending();
    const token = plainToken(type, tag, nesting);
    let meta: (typeof this.tokens_meta)[number];
    if (nesting < 0) {
      this.level -= 1;
      this.delimiters = this._prev_delimiters.pop()!;
    }
    token.level = this.level;
    if (nesting > 0) {
      this.level += 1;
      this._prev_delimiters.push(this.delimiters);
      this.delimiters = [];
      meta = { delimiters: this.delimiters };
    }
    this.pendingLevel = this.level;
    this.tokens.push(token);
    this.tokens_meta.push(meta);
    return token;
  }
}

/** The parser, making its tokens plainly. */
export function withPlainTokens(parser: MarkdownIt): MarkdownIt {
  parser.block.State = PlainStateBlock;
  parser.inline.State = PlainStateInline;
  return parser;
}
