import type { Department, Span } from './types.ts';
import type { Story, ToldLeg, ToldPass, ToldPromise, ToldSilence, ToldTouchpoint } from './story.ts';
import { DAY } from './wall-clock.ts';

const LEAST = 24;
const PER_ROOT_DAY = 16;
const MOST_STRETCHES = 24;

/** A row of the turned chart: a leg, a wait, or now. */
export interface TurnedRow extends Span {
  leg: ToldLeg | null;
  pass: ToldPass | null;
  now: boolean;
  /** Contacts of a stretch that is told in figures; null for what is told one by one. */
  counts: { inbound: number; outbound: number } | null;
  /** Broken handoffs of that stretch. */
  broken: ToldPass[];
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
    from, to, leg: null, pass: null, now: false, counts: null, broken: [], department: null, height: heightOf(from, to), touchpoints: [], silences: [], promises: [], ...more,
  });
  if (story.bins.length > 0) return [...stretchesOf(story, row), row(story.now, story.now, { now: true, height: LEAST })];
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

/** A few stretches of equal length instead of hundreds of bins, those without anything left out. */
function stretchesOf(story: Story, row: (from: number, to: number, more: Partial<TurnedRow>) => TurnedRow): TurnedRow[] {
  const each = Math.ceil(story.bins.length / MOST_STRETCHES);
  const rows: TurnedRow[] = [];
  for (let i = 0; i < story.bins.length; i += each) {
    const bins = story.bins.slice(i, i + each);
    const from = bins[0].from;
    const to = bins.at(-1)!.to;
    const inbound = bins.reduce((sum, bin) => sum + bin.inbound, 0);
    const outbound = bins.reduce((sum, bin) => sum + bin.outbound, 0);
    const held = new Map<string, number>();
    for (const bin of bins) for (const { department, share } of bin.held) held.set(department, (held.get(department) ?? 0) + share);
    const longest = [...held].sort((a, b) => b[1] - a[1])[0]?.[0];
    const broken = story.passes.filter((pass) => pass.number > 0 && pass.at >= from && pass.at < to);
    if (inbound + outbound === 0 && !longest && broken.length === 0) continue;
    const department = story.lanes.find((lane) => lane.id === longest) ?? null;
    rows.push(row(from, to, { counts: { inbound, outbound }, broken, department, height: 44 }));
  }
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
