/**
 * The values of JSON-LD, which say one thing in many shapes: a text, a list, a record, a list in a list. Pure.
 */

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The most values of one list. */
const VALUES_MAX = 1_000;

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a list; lists in it are opened. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, VALUES_MAX).flat(2) : [value];
}

/** The text of a value: itself, or the name of a record; of a list the first that has one. */
export function recordText(value: unknown): string | undefined {
  for (const each of listOf(value)) {
    const text = isRecord(each) ? (each['@value'] ?? each.name) : each;
    if (typeof text === 'string' && text.trim() !== '') return text;
    if (Array.isArray(text)) return recordText(text);
  }
  return undefined;
}

/** The address that a value is or has; a mere name inside the graph is none. */
export function recordAddress(value: unknown): string | undefined {
  for (const each of listOf(value)) {
    const address = isRecord(each)
      ? (recordAddress(each.url) ?? recordAddress(each.contentUrl) ?? recordAddress(each['@id']))
      : each;
    if (typeof address === 'string' && address.trim() !== '' && !/#[^/]*$/.test(address)) return address;
  }
  return undefined;
}

/** Who made or provided a picture, as its record says. */
export function recordCredit(image: unknown): string | undefined {
  const record = listOf(image).find(isRecord);
  if (record === undefined) return undefined;
  return (
    recordText(record.creditText) ?? recordText(record.creator ?? record.author ?? record.copyrightHolder)
  );
}

/** The texts of a list, of records by their names, or of a text that lists with commas or semicolons. */
export function recordTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return listedTexts(value);
  return listOf(value).flatMap((each) => recordText(each) ?? []);
}

/** The texts that a text lists: with semicolons, else with commas. */
export function listedTexts(text: string): readonly string[] {
  return text.split(text.includes(';') ? ';' : /[,،、，]/);
}

/** The persons or organisations of an `author`. */
export function recordPeople(value: unknown): readonly JsonRecord[] {
  return listOf(value)
    .map((each) => (typeof each === 'string' ? { name: each } : each))
    .filter(isRecord);
}
