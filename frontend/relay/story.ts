import type { Bin, Closed, Department, JourneySpan, Leg, Pass, Promised, RelayData, Silence, Span, Touchpoint } from './types.ts';
import { toWall } from './wall-clock.ts';

/** A touchpoint at its wall-clock time. */
export interface ToldTouchpoint extends Omit<Touchpoint, 'at'> {
  at: number;
}

/** A leg with its touchpoints found; `open` while it lasts. */
export interface ToldLeg extends Omit<Leg, 'start' | 'end' | 'touchpoints'> {
  start: number;
  end: number;
  open: boolean;
  count: number;
  touchpoints: ToldTouchpoint[];
}

/** A pass with both departments known and its wait as a stretch of time. */
export interface ToldPass extends Omit<Pass, 'at' | 'from' | 'to' | 'count' | 'until'> {
  from: ToldLeg | null;
  to: ToldLeg | null;
  fromDepartment: string | null;
  toDepartment: string | null;
  at: number;
  until: number;
  pending: boolean;
  /** Whether it stands for many, up to `last`. */
  many: boolean;
  last: number;
  count: number;
  /** Place among the broken ones in time, from 1; 0 when not broken. */
  number: number;
}

/** A silence as a stretch of time. */
export interface ToldSilence extends Omit<Silence, 'from' | 'to' | 'id'>, Span {
  id: string;
  open: boolean;
}

/** A promise at its wall-clock due time. */
export interface ToldPromise extends Omit<Promised, 'due'> {
  due: number;
}

/** A stretch in figures, and which departments had the baton in it, the longest first. */
export interface ToldBin extends Omit<Bin, 'from' | 'to' | 'held'>, Span {
  id: string;
  held: { department: string; share: number }[];
}

/** A journey of the overview as a stretch of time. */
export interface ToldJourney extends Omit<JourneySpan, 'start' | 'end'>, Span {
  open: boolean;
}

/** The relay with references resolved and every moment in wall-clock time; what cannot be placed is left out. */
export interface Story {
  zone: string;
  now: number;
  window: Span;
  extent: Span;
  departments: Map<string, Department>;
  /** Departments taking part, in order of first appearance. */
  lanes: Department[];
  touchpoints: ToldTouchpoint[];
  legs: ToldLeg[];
  passes: ToldPass[];
  silences: ToldSilence[];
  promises: ToldPromise[];
  bins: ToldBin[];
  journeys: ToldJourney[];
  closed: (Span & Pick<Closed, 'department'>)[];
  /** Broken handoffs, those that the service counted as one included. */
  broken: number;
  all: boolean;
  /** The first thing that is drawn. */
  first: number;
  /** What has been loaded; null when that is everything. */
  loaded: Span | null;
  /** The stretch of which opening hours are known. */
  hours: Span | null;
}

/** Reads what the service sent. */
export function readStory(data: RelayData): Story {
  const wall = (at: string | null | undefined) => (at ? toWall(Date.parse(at), data.zone) : NaN);
  const now = wall(data.now);
  const departments = new Map((data.departments ?? []).map((department) => [department.id, department]));
  const touchpoints = (data.touchpoints ?? [])
    .map((touchpoint) => ({ ...touchpoint, at: wall(touchpoint.at) }))
    .filter((touchpoint) => Number.isFinite(touchpoint.at))
    .sort((a, b) => a.at - b.at);
  const legs = readLegs(data, wall, now, touchpoints);
  const passes = readPasses(data, wall, now, legs);
  const silences = (data.silences ?? [])
    .map((silence) => ({
      ...silence, id: silence.id ?? silence.from, from: wall(silence.from), to: silence.to ? wall(silence.to) : now, open: !silence.to,
    }))
    .filter((silence) => silence.to > silence.from)
    .sort((a, b) => a.from - b.from);
  const promises = (data.promises ?? [])
    .map((promise) => ({ ...promise, due: wall(promise.due) }))
    .filter((promise) => Number.isFinite(promise.due))
    .sort((a, b) => a.due - b.due);
  const window = { from: wall(data.window.from), to: wall(data.window.to) };
  const span = (of: { from: string; to: string } | null | undefined) => (of ? { from: wall(of.from), to: wall(of.to) } : null);
  const bins = (data.bins ?? []).map((bin, i) => ({ ...bin, id: String(i), from: wall(bin.from), to: wall(bin.to), held: heldIn(bin) }));
  const journeys = readJourneys(data, wall, now);
  const closed = (data.closed ?? []).map((one) => ({ ...one, from: wall(one.from), to: wall(one.to) }));
  const moments = [
    window.from, window.to, now, wall(data.extent?.from), wall(data.extent?.to),
    ...touchpoints.map((touchpoint) => touchpoint.at), ...legs.flatMap((leg) => [leg.start, leg.end]),
    ...promises.map((promise) => promise.due), ...journeys.flatMap((journey) => [journey.from, journey.to]),
  ].filter(Number.isFinite);
  return {
    zone: data.zone, now, window, departments, touchpoints, legs, passes, silences, promises, bins, journeys, closed,
    first: Math.min(now, ...touchpoints.slice(0, 1).map(({ at }) => at), ...legs.slice(0, 1).map(({ start }) => start), ...bins.slice(0, 1).map(({ from }) => from)),
    all: data.all ?? false, loaded: span(data.loaded), hours: span(data.hours),
    extent: { from: Math.min(...moments), to: Math.max(...moments) },
    lanes: lanesOf(departments, legs, passes, bins),
    broken: passes.reduce((sum, pass) => (pass.number > 0 ? sum + pass.count : sum), 0),
  };
}

const heldIn = ({ held }: Bin): ToldBin['held'] => Object.entries(held ?? {})
  .map(([department, share]) => ({ department, share: Math.min(1, Math.max(0, share)) }))
  .filter(({ share }) => share > 0)
  .sort((a, b) => b.share - a.share);

function readJourneys(data: RelayData, wall: (at: string | null) => number, now: number): ToldJourney[] {
  return (data.journeys ?? [])
    .map(({ start, end, ...journey }) => {
      const from = wall(start);
      return { ...journey, from, to: Math.max(from, end ? wall(end) : now), open: !end };
    })
    .filter((journey) => Number.isFinite(journey.from) && Number.isFinite(journey.to))
    .sort((a, b) => a.from - b.from);
}

function readLegs(data: RelayData, wall: (at: string | null) => number, now: number, touchpoints: ToldTouchpoint[]): ToldLeg[] {
  const byId = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return data.legs
    .map((leg) => {
      const start = wall(leg.start);
      // When the clock goes back an end can read earlier than its start.
      const end = Math.max(start, leg.end ? wall(leg.end) : now);
      const own = Array.isArray(leg.touchpoints)
        ? leg.touchpoints.flatMap((id) => byId.get(id) ?? [])
        : touchpoints.filter((touchpoint) => touchpoint.department === leg.department && touchpoint.at >= start && touchpoint.at <= end);
      const count = Array.isArray(leg.touchpoints) ? leg.touchpoints.length : (leg.touchpoints ?? own.length);
      return { ...leg, start, end, open: !leg.end, count, touchpoints: own };
    })
    .filter((leg) => Number.isFinite(leg.start) && Number.isFinite(leg.end))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function readPasses(data: RelayData, wall: (at: string | null | undefined) => number, now: number, legs: ToldLeg[]): ToldPass[] {
  const byId = new Map(legs.map((leg) => [leg.id, leg]));
  let number = 0;
  return data.passes
    .map((pass) => {
      const from = pass.from ? (byId.get(pass.from) ?? null) : null;
      const to = pass.to ? (byId.get(pass.to) ?? null) : null;
      const at = wall(pass.at);
      const started = pass.startedAt ? wall(pass.startedAt) : to ? to.start : NaN;
      const last = wall(pass.until);
      const pending = !Number.isFinite(started) && !Number.isFinite(last);
      return {
        ...pass, from, to, at, pending, many: Number.isFinite(last), last: Number.isFinite(last) ? Math.max(at, last) : at,
        // What stands for many has a wait of its own for each, so that it is drawn with none.
        until: Number.isFinite(last) ? at : Math.max(at, pending ? now : started), count: pass.count ?? 1,
        fromDepartment: from?.department ?? pass.fromDepartment ?? null, toDepartment: to?.department ?? pass.toDepartment ?? null,
      };
    })
    .filter((pass) => Number.isFinite(pass.at))
    .sort((a, b) => a.at - b.at)
    .map((pass) => ({ ...pass, number: pass.state === 'broken' ? ++number : 0 }));
}

function lanesOf(departments: Map<string, Department>, legs: ToldLeg[], passes: ToldPass[], bins: ToldBin[]): Department[] {
  const seen = new Map<string, number>();
  const see = (id: string | null, at: number) => {
    if (id !== null && at < (seen.get(id) ?? Infinity)) seen.set(id, at);
  };
  for (const leg of legs) see(leg.department, leg.start);
  for (const pass of passes) see(pass.toDepartment, pass.at);
  for (const bin of bins) for (const { department } of bin.held) see(department, bin.from);
  return [...seen]
    .sort((a, b) => a[1] - b[1])
    .map(([id]) => departments.get(id) ?? { id, name: id, slot: 0 });
}

/** The department of an id; one the service did not name goes by its id, in grey. */
export function departmentOf(story: Pick<Story, 'departments'>, id: string | null): Department | null {
  return id === null ? null : (story.departments.get(id) ?? { id, name: id, slot: 0 });
}
