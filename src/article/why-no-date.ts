/**
 * Why a text is no date, in words that say what to write instead. Pure.
 */

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
  return ', expected a date such as 2025-09-05 or 2025-09-05T10:30:00+02:00';
}

function twoDigits(number: string): string {
  return number.padStart(2, '0');
}
