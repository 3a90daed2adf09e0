import { utcDay, utcHour, utcMinute, utcMonday, utcMonth, utcYear, type CountableTimeInterval, type TimeInterval } from 'd3-time';
import type { Lang, Span } from './types.ts';
import { DAY, HOUR, MINUTE, write, type DateStyle } from './wall-clock.ts';
import type { Measure } from './measure.ts';
import type { Frame } from './geometry.ts';

/** A line of the time axis; labelled where labels stand clear of each other. */
export interface Tick {
  x: number;
  label: string;
}

interface Step {
  interval: TimeInterval;
  /** Least length in milliseconds, to see beforehand whether lines would crowd. */
  length: number;
  style: DateStyle;
  /** How the first label in sight reads, so that no view leaves one guessing the day or the year. */
  first: DateStyle;
  /** Where a label tells the larger unit too: the first of it. */
  turn: CountableTimeInterval;
  /** Serves for labels only: lines stand at every Monday or not at Mondays. */
  sparse?: boolean;
}

const every = (interval: CountableTimeInterval, n: number): TimeInterval => interval.every(n) ?? interval;
const epoch = new Date(0);
// Counted from a fixed Monday, so that labels keep their place while one pans.
const everyMonday = (n: number): TimeInterval => utcMonday.filter((at) => utcMonday.count(epoch, at) % n === 0);
const year = { style: 'year', first: 'year', turn: utcYear } as const;
const month = { style: 'month', first: 'monthYear', turn: utcYear } as const;
const monday = { style: 'date', first: 'weekday', turn: utcYear } as const;
const day = { style: 'weekday', first: 'weekday', turn: utcYear } as const;
const time = { style: 'time', first: 'moment', turn: utcDay } as const;

// From fine to coarse: years, months, Mondays, days, hours, 5 minutes and round multiples of these.
const steps: Step[] = [
  { interval: every(utcMinute, 5), length: 5 * MINUTE, ...time },
  { interval: every(utcMinute, 15), length: 15 * MINUTE, ...time },
  { interval: utcHour, length: HOUR, ...time },
  { interval: every(utcHour, 3), length: 3 * HOUR, ...time },
  { interval: every(utcHour, 6), length: 6 * HOUR, ...time },
  { interval: utcDay, length: DAY, ...day },
  { interval: utcMonday, length: 7 * DAY, ...monday },
  { interval: everyMonday(2), length: 14 * DAY, sparse: true, ...monday },
  { interval: everyMonday(4), length: 28 * DAY, sparse: true, ...monday },
  { interval: utcMonth, length: 28 * DAY, ...month },
  { interval: every(utcMonth, 3), length: 90 * DAY, ...month },
  { interval: utcYear, length: 365 * DAY, ...year },
  { interval: every(utcYear, 5), length: 1826 * DAY, ...year },
  { interval: every(utcYear, 20), length: 7305 * DAY, ...year },
];

const LEAST_GRID = 26;
const CLEAR = 12;
const INDENT = 4;

/** Lines and labels of a frame; `taken` is where "now" stands, which goes before any date. */
export function ticksOf(frame: Frame, lang: Lang, measure: Measure, taken: Span | null): Tick[] {
  const { x, right } = frame;
  const room = (step: Step) => x(step.length) - x(0);
  const gridAt = Math.max(0, steps.findIndex((step) => !step.sparse && room(step) >= LEAST_GRID));
  const grid = frame.moments(steps[gridAt].interval);
  const place = (at: number, text: string): Span => ({ from: x(at) + INDENT, to: x(at) + INDENT + measure(text) });
  for (const step of steps.slice(gridAt)) {
    const labels = labelsOf(step, frame.moments(step.interval), lang);
    const crowded = labels.some(({ at, text }, i) => i > 1 && place(at, text).from - place(labels[i - 1].at, labels[i - 1].text).to < CLEAR);
    if (crowded) continue;
    const first = labels[0] && place(labels[0].at, labels[0].text);
    const texts = new Map(labels.map(({ at, text }, i) => {
      const { from, to } = place(at, text);
      // The first label says the day or year too; being longer, it may cost the next ones their place.
      const free = to <= right && (i === 0 || from - first.to >= CLEAR) && (!taken || to + CLEAR <= taken.from || from - CLEAR >= taken.to);
      return [at, free ? text : ''];
    }));
    return grid.map((at) => ({ x: x(at.getTime()), label: texts.get(at.getTime()) ?? '' }));
  }
  return grid.map((at) => ({ x: x(at.getTime()), label: '' }));
}

function labelsOf(step: Step, moments: Date[], lang: Lang): { at: number; text: string }[] {
  return moments.map((moment, i) => {
    const turns = i > 0 && step.turn.count(moments[i - 1], moment) > 0;
    const at = moment.getTime();
    return { at, text: write(at, i === 0 ? step.first : turns ? turnStyle(step) : step.style, lang) };
  });
}

function turnStyle(step: Step): DateStyle {
  if (step.style === 'time') return 'weekday';
  if (step.style === 'month') return 'monthYear';
  return step.style === 'year' ? 'year' : 'dateYear';
}
