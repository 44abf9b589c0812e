import type { Selectable } from 'kysely';
import type { SafeHtml } from '../base/text.ts';
import type { Card } from './article.ts';
import type { ArticleTable } from './tables.ts';

/** An article as it will be stored, beside what it was. */
export interface ArticleRow {
  readonly article: Selectable<ArticleTable>;
  readonly card: Card;
  readonly body: SafeHtml;
  readonly wasLive: boolean;
  /** True when it says now that it was wrong before. */
  readonly isCorrected: boolean;
  /** False when nothing that a reader or a list shows is different. */
  readonly isChanged: boolean;
}
