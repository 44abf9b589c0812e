/**
 * The halves of the day that Korean, Chinese and Japanese name before the hour, put behind it as `am` and `pm`: `오후 3:05`,
 * `下午3点05分`, `午後0時`. Pure.
 */

const HALF_AND_HOUR =
  /(오전|오후|上午|下午|午前|午後)\s?(\d{1,2})(?:\s?[시时時点點]\s?(?:(\d{1,2})\s?[분分])?|((?::\d{2}){1,2}))(?!\d)/g;

/** A lower-case text with its halves of the day behind their hours. */
export function withHalvesBehind(text: string): string {
  return text.replace(HALF_AND_HOUR, (_, half: string, hour: string, minute = '0', clock = '') => {
    const minutes = clock === '' ? `:${minute.padStart(2, '0')}` : clock;
    return `${hour === '0' ? 12 : hour}${minutes} ${/[후下後]/.test(half) ? 'pm' : 'am'}`;
  });
}
