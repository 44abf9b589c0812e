/**
 * What a page's JSON-LD says of its article (schema.org `NewsArticle`, `Article`, `BlogPosting`).
 *
 * In: the text of one `script type="application/ld+json"`. Out: its article's record, if it has one. Linked contexts
 * are not followed.
 */

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|Report|LiveBlogPosting)$/;

/** The most records looked at in one script. */
const RECORDS_MAX = 1_000;

/** The first record of an article, or undefined; text that is no JSON has none. */
export function articleRecord(json: string): JsonRecord | undefined {
  const queue: unknown[] = [parsedJson(json)];
  for (let at = 0; at < queue.length && at < RECORDS_MAX; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, RECORDS_MAX));
    if (!isRecord(value)) continue;
    if (typesOf(value).some((type) => ARTICLE_TYPE.test(type))) return withAuthors(value, queue);
    queue.push(value['@graph'], value.mainEntity, value.mainEntityOfPage);
  }
  return undefined;
}

/** Authors that stand elsewhere in the same graph, put where they are referred to. */
function withAuthors(record: JsonRecord, graph: readonly unknown[]): JsonRecord {
  const author = recordPeople(record.author).map((each) => {
    if (each.name !== undefined || each['@id'] === undefined) return each;
    return (
      graph.filter(isRecord).find((other) => other['@id'] === each['@id'] && other.name !== undefined) ?? each
    );
  });
  return { ...record, author };
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(
      json.replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)|(?:\/\/\s*)?(?:-->|\]\]>)\s*;?\s*$/g, ''),
    );
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function typesOf(record: JsonRecord): readonly string[] {
  const type = record['@type'];
  return (Array.isArray(type) ? type : [type]).filter((each): each is string => typeof each === 'string');
}

/** The text of a value: itself, the first of a list, or the name or address of a record. */
export function recordText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) return recordText(value[0]);
  if (!isRecord(value)) return undefined;
  return recordText(value.url) ?? recordText(value['@id']) ?? recordText(value.name);
}

/** Who made or provided a picture, as its record says. */
export function recordCredit(image: unknown): string | undefined {
  const [record] = (Array.isArray(image) ? image : [image]).filter(isRecord);
  if (record === undefined) return undefined;
  const [person] = recordPeople(record.creator ?? record.author ?? record.copyrightHolder);
  return recordText(record.creditText) ?? (typeof person?.name === 'string' ? person.name : undefined);
}

/** The texts of a list, or of a text that lists with commas. */
export function recordTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(',');
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** The persons or organisations of an `author`. */
export function recordPeople(value: unknown): readonly JsonRecord[] {
  const values = Array.isArray(value) ? value : [value];
  return values.map((each) => (typeof each === 'string' ? { name: each } : each)).filter(isRecord);
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
