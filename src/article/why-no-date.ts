/**
 * Why a text is no date, in words that say what to write instead. Pure.
 */
import { statedDate } from './stated-date.ts';

/** The end of a sentence that begins with the field and its value. */
export function whyNoDate(text: string): string {
  const [, first, second, year] = /^\s*(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text) ?? [];
  if (first !== undefined && Number(first) <= 12 && Number(second) <= 12) {
    const two = [
      `${year}-${twoDigits(first)}-${twoDigits(second!)}`,
      `${year}-${twoDigits(second!)}-${twoDigits(first)}`,
    ];
    return `, which may mean two days: expected ${two.join(' or ')}`;
  }
  return `${reason(text)}, expected a date such as 2025-09-05 or 2025-09-05T10:30:00+02:00`;
}

function reason(text: string): string {
  if (/\{\{|\{%|<%/.test(text)) return ', a template that only its own site can fill in';
  if (/^\s*(?:\p{L}{3,12}\.?\s+)?\d{4}(?:[-/.]\d{1,2})?\s*$/u.test(text)) return ', which names no day';
  const [, year, month, day, rest = ''] =
    /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/s.exec(text) ?? [];
  if (year === undefined) return '';
  if (statedDate(`${year}-${month}-${day}`) === undefined) return ', a day that there is not';
  const [, hour, minute] = /^[T ]\s*(\d{1,2}):(\d{1,2})/i.exec(rest) ?? [];
  return Number(hour) > 23 || Number(minute) > 59 ? ', a time that there is not' : '';
}

function twoDigits(number: string): string {
  return number.padStart(2, '0');
}
