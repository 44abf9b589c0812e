/**
 * Fields of front matter read one by one, each as the kind of value that it must be.
 *
 * In: the fields of one file. Out: plain values, and a fault with its place for each that is of another kind. Which
 * fields make up an article is front-matter-fields.ts'.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import type { ListedAuthor } from './author-list.ts';
import type { Person } from './draft.ts';
import { withEmoji } from './emoji.ts';
import type { Fault, Severity } from './fault.ts';
import type { Field } from './field.ts';
import { FIELD_NAMES, type StatedName } from './field-names.ts';
import {
  claimIn,
  excerpt,
  featuredResource,
  isList,
  isPictureName,
  isRecord,
  kindOf,
  namesIn,
  pictureSource,
  splitsAtSpaces,
} from './field-values.ts';
import { isKeptBack } from './kept-back.ts';
import { markedUpLine } from './marked-up-line.ts';
import { type NamedField, NamedFields } from './named-fields.ts';
import { statedAuthors } from './stated-authors.ts';
import { statedDate } from './stated-date.ts';
import type { StatedPicture } from './stated-fields.ts';
import { languageTag, statedSlug } from './stated-values.ts';
import { whyNoDate } from './why-no-date.ts';

/** The most tags and categories of one article, and the most authors. */
export const NAMES_PER_ARTICLE_MAX = 100;

/** Eleventy's and Quarto's ways to say "ask git, the disk or the clock", which say nothing to us. */
const NO_DATE = /^(?:(?:git )?(?:last[- ]modified|created)|now|today)$/i;

/** Quotes that an editor has curled are text to YAML. */
const AROUND_DATE = /^[\s“”„‘’]+|[\s“”‘’]+$/g;

/** Reads fields by our names, and collects what is wrong. */
export class FieldReader {
  readonly faults: Fault[] = [];
  readonly #path: string;
  readonly #listed: ListedAuthor;
  readonly #fields: NamedFields;

  constructor(path: string, fields: ReadonlyMap<string, Field>, listed: ListedAuthor) {
    this.#path = path;
    this.#listed = listed;
    this.#fields = new NamedFields(fields);
  }

  /** A single text, or undefined where there is none. */
  text(name: StatedName): string | undefined {
    const found = this.#fields.find(name);
    return found === undefined ? undefined : this.#textOf(found, ', expected text');
  }

  line(name: StatedName): PlainText | undefined {
    const line = withEmoji(markedUpLine(this.text(name) ?? '')) as PlainText;
    return line === '' ? undefined : line;
  }

  date(name: StatedName): Date | undefined {
    const found = this.#fields.findDate(name);
    if (found === undefined) return undefined;
    const text = this.#textOf(found, whyNoDate(''))?.replace(AROUND_DATE, '');
    if (text === undefined || text === '' || NO_DATE.test(text)) return undefined;
    const date = statedDate(text)?.instant;
    // without a date of its last change an article is dated by what is noticed; a guess at the others would break promises
    if (date === undefined) this.#dateFault(found, text, name === 'updated' ? 'warning' : 'error');
    return date;
  }

  /** `published` is a date to some tools, and a yes or no to Jekyll. */
  publishedAsDate(): Date | undefined {
    const found = this.#fields.at('published');
    if (found === undefined || typeof found.value !== 'string' || claimIn(found.value) !== undefined)
      return undefined;
    const date = statedDate(found.value.trim())?.instant;
    if (date === undefined) this.#dateFault(found, found.value, 'error');
    return date;
  }

  isDraft(): boolean {
    const isDraft = this.#claim('draft') ?? this.#claim('isdraft') ?? false;
    return isDraft || isKeptBack((name) => this.#fields.at(name)?.value);
  }

  /** An instant with a zone releases the article; anything else keeps it back (T-11, fail closed). */
  embargo(): { readonly until?: Date; readonly withheld?: PlainText } {
    const found = this.#fields.find('embargo');
    const text = this.text('embargo')?.trim();
    if (found === undefined || text === undefined || text === '') return {};
    const date = statedDate(text);
    if (date?.hasZone === true && date.hasTime) return { until: date.instant };
    this.#fault(
      found,
      'warning',
      `${found.name} is \`${excerpt(text)}\`, expected a time with its zone such as 2025-09-05T10:30:00+02:00: the article is kept back`,
    );
    return { withheld: plainLine(`embargo: ${text}`) };
  }

  names(name: 'tags' | 'categories'): readonly PlainText[] {
    const found = this.#fields.find(name);
    if (found === undefined) return [];
    const { value } = found;
    if (typeof value !== 'string' && !isList(value)) {
      this.#fault(found, 'error', `${found.name} is ${kindOf(value)}, expected a list such as [one, two]`);
      return [];
    }
    const names = namesIn(value, splitsAtSpaces(this.#path, found.name, value));
    if (names.length > NAMES_PER_ARTICLE_MAX) {
      this.#fault(
        found,
        'warning',
        `${found.name} has ${names.length} values, only the first ${NAMES_PER_ARTICLE_MAX} count`,
      );
    }
    return names.filter((each) => !this.#isCollection(each)).slice(0, NAMES_PER_ARTICLE_MAX);
  }

  /** Eleventy lists posts by the tag `posts`, which is no tag to readers; its layouts are files of its own. */
  #isCollection(name: string): boolean {
    const layout = this.#fields.at('layout')?.value;
    return (
      /^(?:posts?|all)$/.test(name) &&
      typeof layout === 'string' &&
      /\.(?:njk|liquid|webc|hbs|11ty\.js)$/.test(layout)
    );
  }

  authors(): readonly Person[] {
    const found = this.#fields.find('authors');
    if (found === undefined) return [];
    if (typeof found.value === 'boolean') {
      this.#fault(
        found,
        'error',
        `${found.name} is ${kindOf(found.value)}, expected a name or a list of names`,
      );
      return [];
    }
    const page = this.#fields.at('authorlink')?.value ?? this.#fields.at('authorurl')?.value;
    const isSeveral = found.name !== 'author';
    const stated = statedAuthors(found.value, isSeveral, page, this.#listed, NAMES_PER_ARTICLE_MAX);
    for (const key of stated.unlisted)
      this.#fault(
        found,
        'note',
        `${found.name} has \`${key}\`, which looks like a key in a list of authors, and no list has it (authors.yml, _data/authors.yml, data/authors): feeds show it as it is; write the name, or {name, email, url}`,
      );
    return stated.authors;
  }

  language(): string | undefined {
    const written = this.text('language');
    if (written === undefined || written.trim() === '') return undefined;
    const tag = languageTag(written);
    if (tag === undefined) {
      this.#fault(
        this.#fields.find('language')!,
        'warning',
        `\`${excerpt(written)}\` is no language, expected a tag such as en or pt-BR`,
      );
    }
    return tag;
  }

  id(): string | undefined {
    const id = this.text('id')?.trim();
    if (id === undefined || id === '') return undefined;
    if (/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id) && URL.canParse(id)) return plainLine(id);
    this.#fault(
      this.#fields.find('id')!,
      'note',
      `\`${excerpt(id)}\` is no absolute IRI and is not used as the id; expected such as tag:example.org,2025:name`,
    );
    return undefined;
  }

  /** The stated slug, else the last segment of a relative address that is no template. */
  slug(address: string): string | undefined {
    return statedSlug(this.line('slug'), address);
  }

  picture(): StatedPicture | undefined {
    for (const name of [...FIELD_NAMES.picture, ...FIELD_NAMES.pictureByName]) {
      const value = this.#fields.at(name)?.value;
      const isOwnName = !FIELD_NAMES.pictureByName.includes(name as never) && name !== 'header';
      // `header`, `hero` … are pictures to some themes, and a yes or a text to others
      const source =
        isOwnName || typeof value !== 'string' || isPictureName(value) ? pictureSource(value) : undefined;
      if (source === undefined) continue;
      const alt = source.alt ?? this.line('alt');
      return { source: source.source, alt, credit: source.credit ?? this.line('pictureCredit') };
    }
    const source = featuredResource(this.#fields.at('resources')?.value);
    return source === undefined
      ? undefined
      : { source, alt: this.line('alt'), credit: this.line('pictureCredit') };
  }

  #claim(name: string): boolean | undefined {
    const found = this.#fields.at(name);
    if (found === undefined) return undefined;
    const answer = typeof found.value === 'string' ? claimIn(found.value) : found.value;
    if (typeof answer === 'boolean') return answer;
    this.#fault(found, 'error', `${name} is ${kindOf(found.value)}, expected true or false`);
    return undefined;
  }

  #textOf(found: NamedField, expected: string): string | undefined {
    const { value } = found;
    if (value === false) return undefined;
    if (typeof value === 'string') return value;
    if (isRecord(value) && typeof value.name === 'string') return value.name;
    if (isList(value) && value.length === 1 && typeof value[0] === 'string') return value[0];
    if (isList(value) && value.length === 0) return undefined;
    this.#fault(found, 'error', `${found.name} is ${kindOf(value)}${expected}`);
    return undefined;
  }

  #dateFault(found: NamedField, text: string, severity: Severity): void {
    this.#fault(found, severity, `${found.name} is \`${excerpt(text)}\`${whyNoDate(text)}`);
  }

  #fault({ line, column }: Field, severity: Severity, what: string): void {
    this.faults.push({ path: this.#path, line, column, severity, what });
  }
}
