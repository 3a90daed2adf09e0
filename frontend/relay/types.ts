/** An instant as ISO 8601 with an offset or Z, such as "2026-03-02T10:12:00+01:00". */
export type At = string;

/** How a handoff or a promise stands. */
export type State = 'broken' | 'at-risk' | 'fine' | 'unknown';

/** The way a touchpoint travelled. */
export type Channel = 'phone' | 'mail' | 'web' | 'app' | 'chat' | 'visit' | 'letter' | 'other';

/** A department as the chart shows it; the ninth and later share a slot and are striped. */
export interface Department {
  id: string;
  name: string;
  slot: number;
  striped?: boolean;
}

/** One dated contact or piece of work; without a department it is a disc in no lane. */
export interface Touchpoint {
  id: string;
  at: At;
  endedAt?: At | null;
  journey?: string;
  direction: 'inbound' | 'outbound' | 'internal';
  channel: Channel;
  department: string | null;
  text: string;
}

/** A department's run with the baton; `end` is null while it lasts. */
export interface Leg {
  id: string;
  journey?: string;
  department: string;
  start: At;
  end: At | null;
  /** Ids of its touchpoints, or their number only; then the ticks follow from department and time. */
  touchpoints: string[] | number;
}

/**
 * A handoff; `to` and `startedAt` are null while nobody has picked it up. One that stands for many (`count`) names
 * departments instead of legs, and `until` is the moment of the last of them.
 */
export interface Pass {
  id: string;
  journey?: string;
  from: string | null;
  to: string | null;
  fromDepartment?: string | null;
  toDepartment?: string | null;
  until?: At | null;
  at: At;
  startedAt: At | null;
  count?: number;
  businessHours?: number | null;
  agreedHours?: number | null;
  waitText?: string | null;
  state: State;
  rules?: string[];
  sentence?: string | null;
}

/** Longer than promised without a word to the customer; `to` is null while it lasts. */
export interface Silence {
  id?: string;
  from: At;
  to: At | null;
  text: string;
}

/** What was promised, and how that stands. */
export interface Promised {
  id: string;
  due: At;
  state: State;
  text: string;
}

/** What happened in a short stretch, counted; `held` tells per department which share of the time it had the baton. */
export interface Bin {
  from: At;
  to: At;
  inbound: number;
  outbound: number;
  held: Record<string, number>;
}

/** A journey of the customer, for the overview; several that would cover each other may come as one, with a count. */
export interface JourneySpan {
  id: string;
  start: At;
  end: At | null;
  state: State;
  title: string;
  count?: number;
}

/** When a department is closed. */
export interface Closed {
  department: string;
  from: At;
  to: At;
}

/** The relay as the service sends it. */
export interface RelayData {
  zone: string;
  now: At;
  window: { from: At; to: At };
  extent?: { from: At; to: At } | null;
  departments: Department[];
  /** Whether this is the relay of all journeys; `window` is that of the one journey all the same. */
  all?: boolean;
  /** What has been loaded; absent when that is everything there is. */
  loaded?: { from: At; to: At } | null;
  touchpoints?: Touchpoint[];
  /** Instead of touchpoints and legs, where there are too many to draw one by one. */
  bins?: Bin[];
  legs: Leg[];
  passes: Pass[];
  silences?: Silence[];
  promises?: Promised[];
  journeys?: JourneySpan[];
  /** Known for `hours` only, which is asked for once one looks at days. */
  closed?: Closed[];
  hours?: { from: At; to: At } | null;
}

/** The two languages of the product. */
export type Lang = 'nl' | 'en';

/** What a mark stands for. */
export type Kind = 'touchpoint' | 'leg' | 'pass' | 'silence' | 'promise' | 'bin';

/** Detail of `relay-select`. What stands for many is zoomed to instead, so it is never sent. */
export interface RelaySelect {
  kind: Exclude<Kind, 'bin'>;
  id: string;
}

/** Detail of `relay-window`: the visible time as instants, the pixels it is drawn on, and whether of all journeys. */
export interface RelayWindow {
  from: At;
  to: At;
  pixels: number;
  all: boolean;
}

/** A stretch of wall-clock time in milliseconds. */
export interface Span {
  from: number;
  to: number;
}
