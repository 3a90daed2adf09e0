import type { Department, Leg, Pass, Promised, RelayData, Silence, Span, Touchpoint } from './types.ts';
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
export interface ToldPass extends Omit<Pass, 'at' | 'from' | 'to' | 'count'> {
  from: ToldLeg | null;
  to: ToldLeg | null;
  fromDepartment: string | null;
  toDepartment: string | null;
  at: number;
  until: number;
  pending: boolean;
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
  broken: number;
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
  const moments = [
    window.from, window.to, now, wall(data.extent?.from), wall(data.extent?.to),
    ...touchpoints.map((touchpoint) => touchpoint.at), ...legs.flatMap((leg) => [leg.start, leg.end]),
    ...promises.map((promise) => promise.due),
  ].filter(Number.isFinite);
  return {
    zone: data.zone, now, window, departments, touchpoints, legs, passes, silences, promises,
    extent: { from: Math.min(...moments), to: Math.max(...moments) },
    lanes: lanesOf(departments, legs, passes),
    broken: passes.filter((pass) => pass.number > 0).length,
  };
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

function readPasses(data: RelayData, wall: (at: string | null) => number, now: number, legs: ToldLeg[]): ToldPass[] {
  const byId = new Map(legs.map((leg) => [leg.id, leg]));
  let number = 0;
  return data.passes
    .map((pass) => {
      const from = byId.get(pass.from) ?? null;
      const to = pass.to ? (byId.get(pass.to) ?? null) : null;
      const at = wall(pass.at);
      const started = pass.startedAt ? wall(pass.startedAt) : to ? to.start : NaN;
      const pending = !Number.isFinite(started);
      return {
        ...pass, from, to, at, pending, until: Math.max(at, pending ? now : started), count: pass.count ?? 1,
        fromDepartment: from?.department ?? null, toDepartment: to?.department ?? pass.toDepartment ?? null,
      };
    })
    .filter((pass) => Number.isFinite(pass.at))
    .sort((a, b) => a.at - b.at)
    .map((pass) => ({ ...pass, number: pass.state === 'broken' ? ++number : 0 }));
}

function lanesOf(departments: Map<string, Department>, legs: ToldLeg[], passes: ToldPass[]): Department[] {
  const seen = new Map<string, number>();
  const see = (id: string | null, at: number) => {
    if (id !== null && at < (seen.get(id) ?? Infinity)) seen.set(id, at);
  };
  for (const leg of legs) see(leg.department, leg.start);
  for (const pass of passes) see(pass.toDepartment, pass.at);
  return [...seen]
    .sort((a, b) => a[1] - b[1])
    .map(([id]) => departments.get(id) ?? { id, name: id, slot: 0 });
}

/** The department of an id; one the service did not name goes by its id, in grey. */
export function departmentOf(story: Pick<Story, 'departments'>, id: string | null): Department | null {
  return id === null ? null : (story.departments.get(id) ?? { id, name: id, slot: 0 });
}
