import { axis, count } from './numbers.ts';

/** The numbers as a table: the server words them, so that they read as everywhere else. */
interface Tabular {
  /** What the picture shows, for those who do not see it, with its unit. */
  label: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface Bin {
  from: number;
  /** null: open, "48 and more". */
  to: number | null;
  n: number;
  tip?: readonly string[];
}

export interface HistogramData extends Tabular {
  kind: 'histogram';
  /** "working hours": stands behind a bin's edges where it has no tip. */
  unit?: string;
  bins: readonly Bin[];
  threshold?: { value: number; label: string; beyond?: string } | null;
}

export interface TrendPoint {
  /** The week in short, under the axis' ends: "2 Mar". */
  label: string;
  /** First and last day, ISO. */
  from: string;
  to: string;
  /** Broken, of n. */
  x: number;
  n: number;
  share: number | null;
  low: number | null;
  high: number | null;
  tip?: readonly string[];
}

export interface TrendData extends Tabular {
  kind: 'trend';
  points: readonly TrendPoint[];
  /** What we changed, and when (ISO day). */
  annotations?: readonly { at: string; label: string }[] | null;
}

export type ChartData = HistogramData | TrendData;

export interface ChartTexts {
  asTable: string;
  asChart: string;
  empty: string;
  n: string;
}

/** A place on the chart: 0–1 from the left, as a share of the plot. */
export interface Mark {
  index: number;
  left: number;
  width: number;
  lines: readonly string[];
}

/** Words on the plot, by a line upright through it. */
export interface Flag {
  at: number;
  lines: readonly string[];
  /** The words stand left of their line where the right has no room. */
  before: boolean;
  /** Px between the words and the far side of the plot. */
  room: number;
  /** First line of the words, and how many they take. */
  top: number;
  rows: number;
}

const DAY = 24 * 3600 * 1000;

export function isEmpty(data: ChartData | null): boolean {
  if (!data) {
    return true;
  }
  return data.kind === 'histogram' ? data.bins.every((bin) => !bin.n) : data.points.every((point) => !hasShare(point));
}

export function hasShare(point: TrendPoint): boolean {
  return point.n > 0 && typeof point.share === 'number';
}

export function isBeyond(bin: Bin, threshold: HistogramData['threshold']): boolean {
  return !!threshold && bin.from >= threshold.value;
}

/** Every bin is as wide as the others, whatever it spans: the place of a value within the bins, in bins. */
export function binPosition(bins: readonly Bin[], value: number): number | null {
  if (!bins.length || value < bins[0].from) {
    return null;
  }
  for (const [i, { from, to }] of bins.entries()) {
    if (value >= from && (to === null || value < to)) {
      return i + (to === null || to <= from ? 0 : (value - from) / (to - from));
    }
  }
  return bins.at(-1)?.to === value ? bins.length : null;
}

/** Labels under the edges between bins, not more than fit; the open bin always says "48+". */
export function edges(bins: readonly Bin[], most: number, format: (value: number) => string): { at: number; text: string }[] {
  const size = bins.length;
  const every = stride(bins, most);
  const open = bins[size - 1]?.to === null;
  const result: { at: number; text: string }[] = [];
  bins.forEach((bin, i) => {
    const last = open && i === size - 1;
    if (last || (i % every === 0 && !(open && every > 1 && size - 1 - i < every))) {
      result.push({ at: i / size, text: format(bin.from) + (last ? '+' : '') });
    }
  });
  const end = bins[size - 1]?.to;
  if (typeof end === 'number' && size % every === 0) {
    result.push({ at: 1, text: format(end) });
  }
  return result;
}

function stride(bins: readonly Bin[], most: number): number {
  return Math.max(1, Math.ceil(bins.length / most));
}

/** Weeks with figures that follow each other. A week without n parts them, as a line across it would claim a figure. */
export function runs(points: readonly TrendPoint[]): number[][] {
  const result: number[][] = [];
  points.forEach((point, i) => {
    if (!hasShare(point)) {
      return;
    }
    const run = result.at(-1);
    if (run && run.at(-1) === i - 1) {
      run.push(i);
    } else {
      result.push([i]);
    }
  });
  return result;
}

/** The vertical axis of a trend, in percents from zero to a round number above the highest interval, 100 at most. */
export function shareAxis(points: readonly TrendPoint[]): { max: number; ticks: number[] } {
  const highest = Math.max(0.02, ...points.filter(hasShare).map((point) => point.high ?? point.share ?? 0));
  const found = axis(highest * 100, 3);
  return found.max > 100 ? { max: 100, ticks: [0, 50, 100] } : found;
}

/** Where a day lies among the points, each in the middle of its own span, in points; null outside them. */
export function dayPosition(points: readonly TrendPoint[], day: string): number | null {
  const time = Date.parse(day);
  const i = points.findIndex((point) => time >= Date.parse(point.from) && time < Date.parse(point.to) + DAY);
  if (i < 0) {
    return null;
  }
  const from = Date.parse(points[i].from);
  return i - 0.5 + (time - from) / (Date.parse(points[i].to) + DAY - from);
}

/** Marks to hover, focus and choose, over the whole height: a bar of one pixel is nothing to aim at. */
export function marks(data: ChartData, lang: string, texts: ChartTexts): Mark[] {
  if (data.kind === 'histogram') {
    const unit = data.unit ? ` ${data.unit}` : '';
    return data.bins.map((bin, index) => ({
      index,
      left: index / data.bins.length,
      width: 1 / data.bins.length,
      lines: bin.tip ?? [`${bin.from}${bin.to === null ? '+' : `–${bin.to}`}${unit}`, `${texts.n} ${count(bin.n, lang)}`],
    }));
  }
  return data.points.flatMap((point, index) =>
    hasShare(point)
      ? [
          {
            index,
            left: index / data.points.length,
            width: 1 / data.points.length,
            lines: point.tip ?? [point.label, `${texts.n} ${count(point.n, lang)}`],
          },
        ]
      : [],
  );
}

/** Lines with words, in order; words that would run into each other go a level down. */
export function flags(data: ChartData, width: number, measure: (text: string) => number): Flag[] {
  const wanted: { at: number; lines: readonly string[] }[] = [];
  if (data.kind === 'histogram') {
    const at = data.threshold ? binPosition(data.bins, data.threshold.value) : null;
    if (data.threshold && at !== null) {
      wanted.push({ at: at / data.bins.length, lines: [data.threshold.label, data.threshold.beyond ?? ''].filter((line) => line) });
    }
  } else {
    for (const { at, label } of data.annotations ?? []) {
      const position = dayPosition(data.points, at);
      if (position !== null) {
        wanted.push({ at: (position + 0.5) / data.points.length, lines: [label] });
      }
    }
  }
  wanted.sort((a, b) => a.at - b.at);
  const placed: (Flag & { from: number; to: number })[] = [];
  for (const { at, lines } of wanted) {
    const x = at * width;
    const long = Math.max(...lines.map(measure)) + 8;
    const before = x + long > width && x > width / 2;
    const room = Math.max(60, (before ? x : width - x) - 6);
    const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(measure(line) / room)), 0);
    const reach = Math.min(long, room + 8);
    const [from, to] = before ? [x - reach, x] : [x, x + reach];
    let top = 0;
    for (const other of [...placed].sort((a, b) => a.top - b.top)) {
      if (from < other.to && other.from < to && top < other.top + other.rows && other.top < top + rows) {
        top = other.top + other.rows;
      }
    }
    placed.push({ at, lines, before, room, top, rows, from, to });
  }
  return placed.map(({ from: _from, to: _to, ...flag }) => flag);
}

/** The top of a histogram's axis: the highest bar, or more where the words by the threshold would lie on bars. */
export function countAxis(data: HistogramData, flag: Flag | undefined, width: number, height: number, measure: (text: string) => number): number {
  const highest = Math.max(1, ...data.bins.map((bin) => bin.n));
  if (!flag) {
    return highest;
  }
  const long = Math.min(Math.max(...flag.lines.map(measure)) + 8, flag.room + 8) / width;
  const [from, to] = flag.before ? [flag.at - long, flag.at] : [flag.at, flag.at + long];
  const size = 1 / data.bins.length;
  const under = data.bins.filter((_, i) => (i + 1) * size > from + 1e-9 && i * size < to - 1e-9).map((bin) => bin.n);
  // Words may take two thirds of the height at most, or the bars would be gone.
  const free = Math.max(0.34, 1 - (flag.rows * 16 + 4) / height);
  return Math.max(highest, ...under.map((n) => n / free));
}
