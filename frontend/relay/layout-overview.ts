import { utcMonth, utcYear, type TimeInterval } from 'd3-time';
import type { Story, ToldJourney } from './story.ts';
import { frameOf, type Frame } from './geometry.ts';
import type { Lang, Span } from './types.ts';
import { DAY, write } from './wall-clock.ts';
import { lengthOf } from './window.ts';

/** Height of the strip, of which the last part holds the years. */
export const STRIP = 34;
/** Middle of the strip's line. */
export const STRIP_Y = 11;
const LEAST = 4;
const LEAST_FRAME = 12;
const YEAR_ROOM = 76;
const EDGE = 5;

/** A journey on the strip. */
export interface StripMark {
  journey: ToldJourney;
  x: number;
  width: number;
}

/** All journeys since the first contact, and the window as a frame over them. */
export interface Strip {
  left: number;
  right: number;
  marks: StripMark[];
  years: { x: number; label: string }[];
  frame: { x: number; width: number };
  /** From pixels to time. */
  at: (x: number) => number;
}

/** Part of the strip that a pointer takes hold of. */
export type Grip = 'frame' | 'from' | 'to' | 'elsewhere';

/** Lays out the strip; null without journeys to tell of. */
export function layOutStrip(story: Story, left: number, right: number, window: Span, lang: Lang): Strip | null {
  if (story.journeys.length === 0) return null;
  const from = Math.min(...story.journeys.map((journey) => journey.from));
  const to = Math.max(story.now, ...story.journeys.map((journey) => journey.to));
  const air = Math.max(lengthOf({ from, to }), 30 * DAY) * 0.02;
  const span = { from: from - air, to: to + air };
  const frame = frameOf(span, left, right);
  const marks = story.journeys.map((journey) => {
    const x = frame.near(journey.from);
    return { journey, x, width: Math.max(LEAST, frame.near(journey.to) - x) };
  });
  // What is broken lies on top: it may not be covered by what went well.
  marks.sort((a, b) => Number(a.journey.state === 'broken') - Number(b.journey.state === 'broken'));
  return {
    left, right, marks, years: yearsOf(frame, left, right, lang), frame: windowOn(frame, window, left, right),
    at: (x) => span.from + ((x - left) / (right - left)) * lengthOf(span),
  };
}

function yearsOf(frame: Frame, left: number, right: number, lang: Lang) {
  const a = frame.x(0);
  const perYear = frame.x(365.25 * DAY) - a;
  if (perYear > 4 * YEAR_ROOM) {
    const months = [1, 3].find((count) => (perYear / 12) * count >= YEAR_ROOM) ?? 6;
    return ticksOf(frame, utcMonth.every(months) ?? utcMonth, left, right, (at, i) => write(at, i === 0 || new Date(at).getUTCMonth() === 0 ? 'monthYear' : 'month', lang));
  }
  const step = [1, 2, 5, 10].find((years) => perYear * years >= YEAR_ROOM) ?? 20;
  return ticksOf(frame, utcYear.every(step) ?? utcYear, left, right, (at) => write(at, 'year', lang));
}

const ticksOf = (frame: Frame, interval: TimeInterval, left: number, right: number, word: (at: number, i: number) => string) =>
  frame.moments(interval)
    .map((moment, i) => ({ x: frame.x(moment.getTime()), label: word(moment.getTime(), i) }))
    .filter(({ x }) => x >= left && x <= right - 50);

function windowOn(frame: Frame, window: Span, left: number, right: number) {
  const from = Math.max(left, frame.x(window.from));
  const to = Math.min(right, frame.x(window.to));
  const width = Math.max(LEAST_FRAME, to - from);
  // A frame of a day in ten years would be too thin to see or to take hold of.
  const x = Math.min(right - width, Math.max(left, (from + to - width) / 2));
  return { x, width };
}

/** What a pointer at this place takes hold of; the sides only of a frame that has room for them. */
export function gripAt({ frame }: Strip, x: number): Grip {
  const wide = frame.width > 6 * EDGE;
  if (wide && Math.abs(x - frame.x) <= EDGE) return 'from';
  if (wide && Math.abs(x - frame.x - frame.width) <= EDGE) return 'to';
  return x >= frame.x - EDGE && x <= frame.x + frame.width + EDGE ? 'frame' : 'elsewhere';
}

/** The window after a pointer that took hold at one moment of the strip has moved to another. */
export function dragged(window: Span, grip: Grip, from: number, to: number, least: number): Span {
  const by = to - from;
  if (grip === 'from') return { from: Math.min(window.from + by, window.to - least), to: window.to };
  if (grip === 'to') return { from: window.from, to: Math.max(window.to + by, window.from + least) };
  return { from: window.from + by, to: window.to + by };
}
