/**
 * Articles whose files hold wholly other texts now: their places may have been taken by others' files, as when two
 * files take each other's names, or each file of a row the next one's.
 *
 * An edited file is still its article, however thoroughly, as long as nothing else of its batch wants to be it. Source: git's broken
 * pairs (`git diff -B`).
 */
import type { Kysely, Selectable } from 'kysely';
import type { Card } from './article.ts';
import { bodiesOf } from './read-articles.ts';
import type { FileReading } from './reading.ts';
import { SIMILAR_MIN, shinglesOf, similarity } from './similarity.ts';
import type { ArticleTable, Tables } from './tables.ts';

/**
 * Those of the articles whose files were read that have neither their headline nor half their text in common with
 * what was read, and whose id or slug it does not state.
 *
 * @param articleAt the article whose file stands at a path
 */
export async function rewrittenArticles(
  db: Kysely<Tables>,
  readings: readonly FileReading[],
  articleAt: (path: string) => Selectable<ArticleTable> | undefined,
): Promise<readonly Selectable<ArticleTable>[]> {
  const edited = readings.flatMap(({ file, draft }) => {
    const article = articleAt(file.path);
    if (draft === undefined || article?.present !== 1 || article.file_hash === file.hash) return [];
    const isStated = draft.id === article.id || draft.slug === article.slug;
    return isStated || (JSON.parse(article.card) as Card).headline === draft.headline
      ? []
      : [{ draft, article }];
  });
  if (edited.length === 0) return [];
  const bodies = await bodiesOf(
    db,
    edited.map(({ article }) => article.row),
  );
  return edited
    .filter(({ draft, article }) => {
      const before = shinglesOf(bodies.get(article.row) ?? '');
      return similarity(shinglesOf(draft.body), before) < SIMILAR_MIN;
    })
    .map(({ article }) => article);
}
