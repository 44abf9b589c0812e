/**
 * The arguments of shortcodes, Liquid tags and components, in the spellings of Hugo, Jekyll, Eleventy, Zola and MDX.
 *
 * `"a" b key="c" key='d' key={e}`, separated by spaces or commas. Nothing is evaluated.
 */

/** What stands behind a tag's name. */
export interface TemplateArguments {
  readonly positional: readonly string[];
  /** By lower-case name; of a repeated name the last counts. */
  readonly named: ReadonlyMap<string, string>;
}

/** The most arguments of one tag. */
const ARGUMENTS_MAX = 50;

const ARGUMENT =
  /(?:([\w-]+)\s*[=:](?!\/\/)\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|“([^”]*)”|\{["'`]?([^{}"'`]*)["'`]?\}|(https?:\/\/[^\s"'`“”,<>{}]+|[^\s"'`“”=,(){}]+))/gsu;

/** The arguments in a text. */
export function templateArguments(text: string): TemplateArguments {
  const positional: string[] = [];
  const named = new Map<string, string>();
  let count = 0;
  for (const [, name, double, single, raw, curly, braced, bare] of text.matchAll(ARGUMENT)) {
    count += 1;
    if (count > ARGUMENTS_MAX) break;
    const quoted = double ?? single;
    const value =
      quoted === undefined ? (raw ?? curly ?? braced ?? bare ?? '') : quoted.replace(/\\(.)/gs, '$1');
    if (name === undefined) positional.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { positional, named };
}

/** The first argument that has one of the names, else the one at that position. */
export function argument(
  { named, positional }: TemplateArguments,
  names: readonly string[],
  at?: number,
): string | undefined {
  for (const name of names) {
    const value = named.get(name);
    if (value !== undefined && value !== '') return value;
  }
  return at === undefined ? undefined : positional[at];
}
