/**
 * What the clocks of a place were ahead of Greenwich at a time that they showed: `ET` is one offset in July, another in
 * December.
 */

/** Zone names that mean one place to everybody, with the place in the time zone database. */
// biome-ignore format: the United States, from the east
export const PLACES: Readonly<Record<string, string>> = {
  et: 'America/New_York', ct: 'America/Chicago', mt: 'America/Denver', pt: 'America/Los_Angeles',
  ukt: 'Europe/London',
};

const HOUR_MS = 3_600_000;

/**
 * Minutes east of Greenwich.
 *
 * @param shown the instant at which the clocks of Greenwich would show that time
 * @returns undefined for a time that the clocks skipped; the later of two instants for one that they showed twice
 */
export function offsetMinutes(place: string, shown: number): number | undefined {
  // Clocks are changed by an hour, and never twice within two days.
  const offsets = [24, -24].map((hours) => offsetAt(place, shown + hours * HOUR_MS));
  const real = offsets.filter((offset) => offsetAt(place, shown - offset * 60_000) === offset);
  return real.length === 0 ? undefined : Math.min(...real);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(place: string, instant: number): number {
  let format = formats.get(place);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone: place, timeZoneName: 'longOffset' });
    formats.set(place, format);
  }
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name)!;
  return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}
