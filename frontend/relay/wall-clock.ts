import type { Lang } from './types.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  let found = clocks.get(zone);
  if (!found) {
    const fields: Intl.DateTimeFormatOptions = {
      hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    };
    try {
      found = new Intl.DateTimeFormat('en-US', { ...fields, timeZone: zone });
    } catch {
      // A zone this browser's tables lack must not cost the user the whole chart.
      found = new Intl.DateTimeFormat('en-US', { ...fields, timeZone: 'UTC' });
    }
    clocks.set(zone, found);
  }
  return found;
}

/** The company's wall-clock time of an instant, as if that clock ran in UTC; so every day is 24 hours wide. */
export function toWall(instant: number, zone: string): number {
  if (!Number.isFinite(instant)) return NaN;
  const part: Record<string, number> = {};
  for (const { type, value } of clock(zone).formatToParts(instant)) part[type] = Number(value);
  const wall = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  return wall + (((instant % 1000) + 1000) % 1000);
}

/** The instant at which the company's clock shows this wall-clock time. */
export function toInstant(wall: number, zone: string): number {
  const offset = (instant: number) => toWall(instant, zone) - instant;
  // The first guess may lie across a change of the clock; the offset at the guess settles it.
  return wall - offset(wall - offset(wall));
}

/** The instant of a wall-clock time as the service writes it. */
export const toIso = (wall: number, zone: string): string => new Date(toInstant(wall, zone)).toISOString();

/** Ways a moment is written. */
export type DateStyle = 'year' | 'month' | 'monthYear' | 'date' | 'dateYear' | 'weekday' | 'time' | 'moment' | 'long';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { month: 'short' },
  monthYear: { month: 'short', year: 'numeric' },
  date: { day: 'numeric', month: 'short' },
  dateYear: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

const writers = new Map<string, Intl.DateTimeFormat>();

/** Writes a wall-clock time in the user's language. */
export function write(wall: number, style: DateStyle, lang: Lang): string {
  const key = `${lang} ${style}`;
  let writer = writers.get(key);
  if (!writer) {
    writer = new Intl.DateTimeFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { ...styles[style], timeZone: 'UTC' });
    writers.set(key, writer);
  }
  return writer.format(wall);
}
