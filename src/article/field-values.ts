/**
 * What values of front matter are: yes or no, names, pictures. Pure.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import type { FieldRecord, FieldValue } from './field.ts';
import type { StatedPicture } from './stated-fields.ts';

/** Yes or no, in the words of YAML 1.1. */
export function claimIn(text: string): boolean | undefined {
  if (/^(?:true|yes|on|1)$/i.test(text.trim())) return true;
  return /^(?:false|no|off|0)$/i.test(text.trim()) ? false : undefined;
}

/** The name that a value is or has. */
export function nameOf(value: FieldValue): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  return isRecord(value) && typeof value.name === 'string' ? value.name : undefined;
}

/** The picture that a value names. */
export function pictureSource(value: FieldValue): StatedPicture | undefined {
  if (typeof value === 'string')
    return value.trim() === '' ? undefined : { source: value, alt: undefined, credit: undefined };
  if (isList(value)) return pictureSource(value[0]);
  if (!isRecord(value)) return undefined;
  const source = [
    value.src,
    value.url,
    value.image,
    value.path,
    value.feature,
    value.overlayimage,
    value.teaser,
  ].find((each) => typeof each === 'string' && each !== '');
  if (typeof source !== 'string') return undefined;
  const credit = [value.credit, value.attribution, value.photographer, value.imagecredit]
    .map(nameOf)
    .find((each) => each !== undefined);
  return { source, alt: lineOf(value.alt), credit: lineOf(credit) };
}

function lineOf(value: FieldValue): PlainText | undefined {
  const line = plainLine(typeof value === 'string' ? value : '');
  return line === '' ? undefined : line;
}

/** Whether a value is a list. */
export function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

/** Whether a value is a table. */
export function isRecord(value: FieldValue): value is FieldRecord {
  return typeof value === 'object' && !Array.isArray(value);
}

/** What a value is, for a message. */
export function kindOf(value: FieldValue): string {
  if (isList(value)) return 'a list';
  if (isRecord(value)) return 'a table';
  return typeof value === 'string' ? `\`${excerpt(value)}\`` : String(value);
}

/** A value short enough for a message. */
export function excerpt(text: string): string {
  const line = plainLine(text).replaceAll('`', "'");
  return line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line;
}
