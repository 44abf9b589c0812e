/**
 * Which files that are no articles matter to articles.
 */
import { isAuthorList } from '../article/author-list.ts';
import { mediaType } from '../base/media-type.ts';

/** Whether articles may look different when a file changes: pictures and recordings, and lists of authors. */
export function isBeside(path: string): boolean {
  return mediaType(path) !== undefined || isAuthorList(path);
}
