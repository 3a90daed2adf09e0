import type { Department, Span } from './types.ts';
import type { Story, ToldLeg, ToldPass, ToldPromise, ToldSilence, ToldTouchpoint } from './story.ts';
import { DAY } from './wall-clock.ts';

const LEAST = 24;
const PER_ROOT_DAY = 16;

/** A row of the turned chart: a leg, a wait, or now. */
export interface TurnedRow extends Span {
  leg: ToldLeg | null;
  pass: ToldPass | null;
  now: boolean;
  department: Department | null;
  height: number;
  touchpoints: ToldTouchpoint[];
  silences: ToldSilence[];
  promises: ToldPromise[];
}

/** Height of a stretch: with the square root of its duration, so that a year does not push a day off the page. */
export const heightOf = (from: number, to: number): number => Math.max(LEAST, Math.round(PER_ROOT_DAY * Math.sqrt(Math.max(0, to - from) / DAY)));

/** The relay a quarter turned: time runs down, one row per leg and per wait worth telling. */
export function layOutTurned(story: Story): TurnedRow[] {
  const row = (from: number, to: number, more: Partial<TurnedRow>): TurnedRow => ({
    from, to, leg: null, pass: null, now: false, department: null, height: heightOf(from, to), touchpoints: [], silences: [], promises: [], ...more,
  });
  const waitRow = (pass: ToldPass) => row(pass.at, pass.until, { pass });
  const told = story.passes.filter((pass) => pass.state !== 'fine' || pass.waitText || pass.sentence);
  const rows = story.legs.flatMap((leg) => [
    ...told.filter((pass) => pass.to === leg).map(waitRow),
    row(leg.start, leg.end, { leg, department: story.lanes.find((lane) => lane.id === leg.department) ?? null }),
  ]);
  for (const pass of told.filter((one) => !one.to)) {
    const next = rows.findIndex((one) => one.from > pass.at);
    rows.splice(next < 0 ? rows.length : next, 0, waitRow(pass));
  }
  rows.push(row(story.now, story.now, { now: true, height: LEAST }));
  hang(story, rows);
  return rows;
}

/** Hangs touchpoints, silences and promises on the row of their time. */
function hang(story: Story, rows: TurnedRow[]): void {
  const owned = new Set<ToldTouchpoint>();
  for (const row of rows) {
    if (!row.leg) continue;
    row.touchpoints = row.leg.touchpoints.filter((touchpoint) => touchpoint.direction !== 'internal');
    for (const touchpoint of row.leg.touchpoints) owned.add(touchpoint);
  }
  const rowAt = (at: number) => rows.findLast((row) => row.from <= at) ?? rows[0];
  for (const touchpoint of story.touchpoints) if (!owned.has(touchpoint) && touchpoint.direction !== 'internal') rowAt(touchpoint.at)?.touchpoints.push(touchpoint);
  for (const promise of story.promises) rowAt(promise.due)?.promises.push(promise);
  for (const silence of story.silences) {
    const shared = (row: TurnedRow) => Math.min(row.to, silence.to) - Math.max(row.from, silence.from);
    rows.reduce((best, row) => (shared(row) > shared(best) ? row : best), rows[0])?.silences.push(silence);
  }
}
