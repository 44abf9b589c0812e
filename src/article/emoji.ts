/**
 * Emoji by their names, `:tada:`, as GitHub, Hugo and Jekyll render them.
 *
 * Only names that there are, and only in words: `10:100:30` and `std::x::y` stay. The rule of the package
 * `markdown-it-emoji` looks at no neighbors, and would know `:)` too, which is text: its table alone is used.
 */
import type { MarkdownIt } from 'markdown-it';
import emojiNames from 'markdown-it-emoji/lib/data/full.mjs';

const EMOJI = new Map(Object.entries(emojiNames));

const NAMED = /(?<![\p{L}\p{N}_/\\]):([a-z0-9][a-z0-9_-]{0,40}|[+-]1):(?![\p{L}\p{N}_])/gu;

/** The text with its emoji. */
export function withEmoji(text: string): string {
  if (!text.includes(':')) return text;
  let end = -1;
  return text.replace(NAMED, (written, name: string, at: number) => {
    const emoji = text[at - 1] === ':' && at !== end ? undefined : EMOJI.get(name);
    if (emoji !== undefined) end = at + written.length;
    return emoji ?? written;
  });
}

/** Adds the rule to a parser: in words, not in code, addresses or HTML. */
export function withEmojiRule(parser: MarkdownIt): MarkdownIt {
  parser.core.ruler.after('inline', 'emoji', ({ tokens }) => {
    for (const { children } of tokens)
      for (const token of children ?? [])
        if (token.type === 'text' && token.content.includes(':')) token.content = withEmoji(token.content);
  });
  return parser;
}
