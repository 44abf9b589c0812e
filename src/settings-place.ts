/**
 * Where a setting stands in its file, so that a message can say so.
 */
import { isMap, isScalar, type LineCounter } from 'yaml';

/** Where the key at a path stands in the file, from 1; the nearest place known if it is not there. */
export function placeOf(
  root: unknown,
  path: readonly PropertyKey[],
  lines: LineCounter,
): { line: number; col: number } {
  let node = root;
  let offset = 0;
  for (const key of path) {
    if (!isMap(node)) break;
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (pair === undefined || !isScalar(pair.key)) break;
    offset = pair.key.range?.[0] ?? offset;
    node = pair.value;
  }
  return lines.linePos(offset);
}
