import { ticks } from './numbers.ts';

export const WIDTH = 112;
export const HEIGHT = 20;
// Room for half a dot at zero and half a label at the end.
const INSET = 4;
const SPAN = WIDTH - 2 * INSET - 0.5;
const MOST_TICKS = 5;

/** Where a share lies on the axis from 0 to max, in px; beyond the axis it stays at its end. */
export function position(share: number, max: number): number {
  const part = max > 0 && Number.isFinite(share) ? Math.min(1, Math.max(0, share / max)) : 0;
  return Math.round((INSET + part * SPAN) * 10) / 10;
}

/** The shares that get a label above the column. */
export function axisTicks(max: number): number[] {
  return ticks(max, MOST_TICKS);
}
