/**
 * The safe form of one attribute's value, by its kind in the schema.
 *
 * In: the value as the parser read it. Out: the value to write, not yet escaped, or undefined when it must go.
 */
import { cleanText } from '../base/text.ts';
import { type ArticleBase, fetchAddress, linkAddress } from './addresses.ts';
import type { AttributeKind } from './sanitize-schema.ts';

/** What values depend on. */
export interface ValueContext {
  readonly base: ArticleBase;
  /** Put before every id, so that articles in one feed do not collide. */
  readonly idPrefix: string;
  /** True where the HTML is our own output: addresses behind marks are ours and stay. */
  readonly isMarked: boolean;
}

const LANGUAGE = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;
const NUMBER = /^-?\d{1,9}%?$/;
const WORD = /^[a-z0-9]{1,20}$/i;
const CODE_LANGUAGE = /(?:^|\s)lang(?:uage)?-([\w+#.-]{1,40})(?:\s|$)/;

/** The value to write for an attribute of that kind, or undefined. */
export function attributeValue(
  kind: AttributeKind,
  written: string,
  context: ValueContext,
): string | undefined {
  if (kind === 'link' || kind === 'fetch') {
    if (context.isMarked && /^[\u0001\u0002]/.test(written)) return written;
    return kind === 'link' ? linkAddress(written, context.base) : fetchAddress(written, context.base);
  }
  if (kind === 'text') return cleanText(written);
  if (kind === 'flag') return '';
  const value = written.trim();
  switch (kind) {
    case 'id':
      return prefixedId(value, context.idPrefix);
    case 'language':
      return LANGUAGE.test(value) ? value : undefined;
    case 'direction':
      return /^(?:ltr|rtl|auto)$/i.test(value) ? value.toLowerCase() : undefined;
    case 'code-class':
      return codeClass(CODE_LANGUAGE.exec(value)?.[1]);
    case 'alignment':
      return /^(?:left|center|right|justify)$/i.test(value) ? value.toLowerCase() : undefined;
    case 'number':
      return NUMBER.test(value) ? value : undefined;
    case 'word':
      return WORD.test(value) ? value : undefined;
  }
}

/** The class of code in a programming language, or undefined for a name that is none. */
export function codeClass(language: string | undefined): string | undefined {
  return language !== undefined && /^[\w+#.-]{1,40}$/.test(language) ? `language-${language}` : undefined;
}

function prefixedId(id: string, prefix: string): string | undefined {
  if (!/^[\w:.-]{1,200}$/.test(id)) return undefined;
  return id.startsWith(prefix) ? id : prefix + id;
}
