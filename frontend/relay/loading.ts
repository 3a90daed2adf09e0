import type { Story } from './story.ts';
import type { Span } from './types.ts';
import { HOURS_UP_TO } from './layout-hours.ts';
import { lengthOf } from './window.ts';

const BIN = 6;
const COARSE = 1.6;

const holds = (whole: Span, part: Span): boolean => whole.from <= part.from && whole.to >= part.to;

/** Whether more is to be asked for: other journeys, another time, finer detail, or opening hours. */
export function lacks(story: Story, window: Span, pixels: number, all: boolean): boolean {
  if (story.all !== all) return true;
  const hours = lengthOf(window) <= HOURS_UP_TO && !(story.hours && holds(story.hours, window));
  if (!story.loaded) return hours;
  // Where nothing happened before or after, there is nothing to ask for.
  const seen = { from: Math.max(window.from, story.extent.from), to: Math.min(window.to, story.extent.to) };
  const outside = seen.from < seen.to && !holds(story.loaded, seen);
  return hours || outside || coarse(story, window, pixels);
}

/** Bins that would be drawn far wider, or narrower, than meant. */
function coarse({ bins }: Story, window: Span, pixels: number): boolean {
  if (bins.length === 0 || pixels <= 0) return false;
  const width = (lengthOf(bins[0]) / lengthOf(window)) * pixels;
  return width > BIN * COARSE || width < BIN / COARSE;
}
