import type { Span } from './types.ts';
import { DAY, HOUR } from './wall-clock.ts';

/** The narrowest and the widest stretch one can look at. */
export const NARROWEST = HOUR;
export const WIDEST = 3652.5 * DAY;

/** The buttons above the chart, from wide to narrow. */
export const PRESETS = ['tenYears', 'year', 'journey', 'week', 'day'] as const;
export type Preset = (typeof PRESETS)[number];

const lengths: Record<Exclude<Preset, 'journey'>, number> = { tenYears: WIDEST, year: 365.25 * DAY, week: 7 * DAY, day: DAY };

/** The length of a stretch in milliseconds. */
export const lengthOf = (span: Span): number => span.to - span.from;

/** A stretch with 3 % of air on either side, never narrower than an hour; a journey of over ten years still fits. */
export function fit(span: Span): Span {
  const length = Math.max(0, lengthOf(span));
  const half = Math.max(NARROWEST, length * 1.06) / 2;
  const middle = span.from + length / 2;
  return { from: middle - half, to: middle + half };
}

/** Where one may pan: everything known, and ten years back from now so that the widest view has "now" at the right. */
export function limitsOf(extent: Span, now: number, journey: Span): Span {
  const to = Math.max(extent.to, now, journey.to);
  return { from: Math.min(extent.from, journey.from, to - WIDEST) - WIDEST * 0.03, to: to + WIDEST * 0.03 };
}

/** A stretch of the same length, moved inside the limits. */
export function within(span: Span, limits: Span): Span {
  const shift = Math.max(0, limits.from - span.from) - Math.max(0, span.to - limits.to);
  return shift === 0 || lengthOf(span) >= lengthOf(limits) ? span : { from: span.from + shift, to: span.to + shift };
}

/** Zooms by a factor (over 1 is closer) while `around` keeps its place. */
export function zoomBy(span: Span, factor: number, around: number): Span {
  const widest = Math.max(WIDEST, lengthOf(span));
  const length = Math.min(widest, Math.max(NARROWEST, lengthOf(span) / factor));
  const share = (around - span.from) / lengthOf(span);
  return { from: around - length * share, to: around + length * (1 - share) };
}

/** The stretch a button shows: around what has the focus, else up to now if now is in sight, else around the middle. */
export function presetWindow(preset: Preset, current: Span, journey: Span, now: number, focus: number | null): Span {
  if (preset === 'journey') return journey;
  const length = lengths[preset];
  const nowInSight = now >= current.from && now <= current.to;
  const to = focus === null && nowInSight ? now + length * 0.03 : (focus ?? (current.from + current.to) / 2) + length / 2;
  // Ten years around a moment would leave half the chart in the future.
  const last = Math.min(to, Math.max(now, journey.to) + length * 0.03);
  return { from: last - length, to: last };
}

/** The button that matches a stretch, if any. */
export function presetOf(span: Span, journey: Span): Preset | null {
  const near = (a: number, b: number) => Math.abs(a - b) < lengthOf(span) * 0.002;
  if (near(span.from, journey.from) && near(span.to, journey.to)) return 'journey';
  return PRESETS.find((preset) => preset !== 'journey' && near(lengths[preset], lengthOf(span))) ?? null;
}

/** The same length moved so that a stretch is in sight; its beginning when it is longer than the window. */
export function bringIntoSight(window: Span, target: Span): Span {
  const length = lengthOf(window);
  const air = length * 0.04;
  if (target.from >= window.from + air && target.to <= window.to - air) return window;
  if (lengthOf(target) > length - 2 * air) {
    // Already filling the chart: a jump would lose the place.
    if (target.from <= window.from && target.to >= window.to) return window;
    return { from: target.from - air, to: target.from - air + length };
  }
  const middle = (target.from + target.to) / 2;
  return { from: middle - length / 2, to: middle + length / 2 };
}
