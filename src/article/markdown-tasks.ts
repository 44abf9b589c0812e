/**
 * Task lists as GitHub writes them, `- [x] done`, with signs for the boxes: forms do not pass into feeds.
 */
import type { MarkdownIt } from 'markdown-it';

const BOX = /^\[([ xX])\](?=[ \t])/;

/** Adds the rule to a parser. */
export function withTaskLists(parser: MarkdownIt): MarkdownIt {
  parser.core.ruler.after('inline', 'task_lists', ({ tokens }) => {
    for (const [at, { type, children }] of tokens.entries()) {
      const first = children?.[0];
      if (type !== 'inline' || first?.type !== 'text' || tokens[at - 2]?.type !== 'list_item_open') continue;
      first.content = first.content.replace(BOX, (_, mark: string) => (mark === ' ' ? '☐' : '☑'));
    }
  });
  return parser;
}
