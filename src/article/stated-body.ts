/**
 * The body of an article whose file has no text below its front matter: a link that was shared, a picture, a summary alone.
 *
 * In: what the file states. Out: HTML for the sanitiser, empty where it states nothing that can be shown. Pure.
 */
import { escapeMarkup } from '../base/text.ts';
import { absoluteWebAddress } from './addresses.ts';
import type { Field } from './field.ts';
import type { StatedFields } from './stated-fields.ts';

/** What an article leads to, in the words of link blogs. */
const LINKS = ['link', 'externalurl', 'externallink', 'linkurl', 'sourceurl'] as const;

/** The body that fields state. */
export function statedBody({ summary, picture }: StatedFields, fields: ReadonlyMap<string, Field>): string {
  const [address] = LINKS.flatMap((name) => {
    const value = fields.get(name)?.value;
    return typeof value === 'string' ? (absoluteWebAddress(value) ?? []) : [];
  });
  const alt = escapeMarkup(picture?.alt ?? '');
  return [
    picture === undefined ? '' : `<p><img src="${escapeMarkup(picture.source)}" alt="${alt}"></p>`,
    summary === undefined ? '' : `<p>${escapeMarkup(summary)}</p>`,
    address === undefined ? '' : `<p><a href="${escapeMarkup(address)}">${escapeMarkup(address)}</a></p>`,
  ]
    .join('\n')
    .trim();
}
