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

/** A handoff; `to` and `startedAt` are null while nobody has picked it up. */
export interface Pass {
  id: string;
  from: string;
  to: string | null;
  toDepartment?: string | null;
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

/** The relay as the service sends it. */
export interface RelayData {
  zone: string;
  now: At;
  window: { from: At; to: At };
  extent?: { from: At; to: At } | null;
  departments: Department[];
  touchpoints?: Touchpoint[];
  legs: Leg[];
  passes: Pass[];
  silences?: Silence[];
  promises?: Promised[];
}

/** The two languages of the product. */
export type Lang = 'nl' | 'en';

/** What a mark stands for. */
export type Kind = 'touchpoint' | 'leg' | 'pass' | 'silence' | 'promise';

/** Detail of `relay-select`. A promise has no record of its own to open, so it is never sent. */
export interface RelaySelect {
  kind: Exclude<Kind, 'promise'>;
  id: string;
}

/** Detail of `relay-window`: the visible time as instants, and the pixels it is drawn on. */
export interface RelayWindow {
  from: At;
  to: At;
  pixels: number;
}

/** A stretch of wall-clock time in milliseconds. */
export interface Span {
  from: number;
  to: number;
}
