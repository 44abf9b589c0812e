/**
 * The body of wire copy as HTML (T-40, T-44).
 *
 * In: a story in parts. Out: one element a block, the lead-in back at the start of the lede, so that readers see the
 * same copy as the newsroom; nothing else is marked up.
 */
import { escapeMarkup, ownCopy, type SafeHtml } from '../base/text.ts';
import type { NoticeKind, WireNotice } from './wire-notices.ts';
import type { WireStory } from './wire-story.ts';

/** The notices that readers are to see; the others are between agency and customer (T-09). */
const VISIBLE: ReadonlySet<NoticeKind> = new Set(['correction', 'update', 'readers']);

/**
 * The story as HTML: its visible notices, then its blocks.
 *
 * @param shown the notice that is the article's correction: every format and page shows it, so the body does not
 */
export function wireBody(story: WireStory, shown: WireNotice | undefined): SafeHtml {
  const notices = story.notices
    .filter((notice) => notice !== shown && VISIBLE.has(notice.kind) && notice.isTag === undefined)
    .filter(({ line }) => !story.blocks.some((block) => block.line === line))
    .map(({ text }) => `<p>${escapeMarkup(text)}</p>`);
  const blocks = story.blocks.flatMap(({ kind, texts, line }, at) => {
    if (shown !== undefined && line === shown.line && texts[0] === shown.text) return [];
    if (kind === 'list') return `<ul>${texts.map((text) => `<li>${escapeMarkup(text)}</li>`).join('')}</ul>`;
    const text = escapeMarkup(at === story.ledeAt ? story.leadIn + texts[0]! : texts[0]!);
    return kind === 'crosshead' ? `<h3>${text}</h3>` : `<p>${text}</p>`;
  });
  return ownCopy([...notices, ...blocks].join('\n')) as SafeHtml;
}
