import { breakable, layoutHeadings, type HeadingLayout, type Measure, wrap } from './headings.ts';

/** Ids come from Java as numbers or as text; they are only compared and handed back. */
export type Id = string | number;

export interface HeatUnit {
  id: Id;
  name: string;
  /** Colour slot 1–8. */
  slot: number;
  /** The ninth unit and later share a slot, with a stripe. */
  striped?: boolean;
}

export interface HeatCell {
  from: Id;
  to: Id;
  n: number;
  /** Raw share broken, 0–1. */
  share: number | null;
  /** Step 0–5 of the share shrunk to the mean; null when there are too few to judge. */
  step: number | null;
  /** 1–3 for the lanes with most at stake. */
  rank?: number | null;
  /** Lines under the lane's name in the tooltip: share, interval, n, wait. */
  tip?: readonly string[];
}

export interface HeatTotal {
  id: Id;
  share: number | null;
  n: number;
}

export interface Lane {
  from: Id;
  to: Id;
}

export interface HeatMapData {
  units: readonly HeatUnit[];
  cells: readonly HeatCell[];
  rowTotals?: readonly HeatTotal[];
  columnTotals?: readonly HeatTotal[];
  /** What the six steps stand for, in words: "0–8" … "26 %+". */
  steps?: readonly string[];
  selected?: Lane | null;
}

export interface HeatTexts {
  caption: string;
  corner: string;
  to: string;
  broken: string;
  passesOn: string;
  receives: string;
  key: string;
  few: string;
  tooFew: string;
  n: string;
  rank: string;
  empty: string;
}

export interface Place {
  row: number;
  column: number;
}

export type Grid = readonly (readonly (HeatCell | null)[])[];

/** Cells in rows and columns. A lane of a unit that is not shown has no place; the diagonal never has a cell. */
export function toGrid(data: HeatMapData): Grid {
  const places = new Map(data.units.map((unit, i) => [String(unit.id), i]));
  const grid: (HeatCell | null)[][] = data.units.map(() => data.units.map(() => null));
  for (const cell of data.cells) {
    const row = places.get(String(cell.from));
    const column = places.get(String(cell.to));
    if (row !== undefined && column !== undefined && row !== column && cell.n > 0) {
      grid[row][column] = cell;
    }
  }
  return grid;
}

export function sameLane(a: Lane | null | undefined, b: Lane | null | undefined): boolean {
  return !!a && !!b && String(a.from) === String(b.from) && String(a.to) === String(b.to);
}

/** The one cell that Tab reaches: where the reader was, else the chosen lane, else the first cell. */
export function tabStop(grid: Grid, current: Lane | null, selected: Lane | null | undefined): Place | null {
  const all = places(grid);
  const at = (lane: Lane | null | undefined) => all.find(({ row, column }) => sameLane(grid[row][column], lane));
  return at(current) ?? at(selected) ?? all[0] ?? null;
}

function places(grid: Grid): Place[] {
  return grid.flatMap((cells, row) => cells.flatMap((cell, column) => (cell ? [{ row, column }] : [])));
}

/**
 * Where a key leads: the next filled cell in its line. Where the line has no more, the next row's (or the
 * nearest column's): with two departments the two cells share neither row nor column.
 */
export function move(grid: Grid, from: Place, key: string, ctrl = false): Place | null {
  const all = places(grid);
  const inRow = all.filter((place) => place.row === from.row);
  const after = (a: Place, b: Place) => a.row - b.row || a.column - b.column;
  const nearest = (candidates: Place[], forward: boolean) => {
    const straight = candidates.filter((place) => place.column === from.column);
    const pool = straight.length ? straight : candidates;
    const cost = (place: Place) => Math.abs(place.row - from.row) * 1000 + Math.abs(place.column - from.column);
    return [...pool].sort((a, b) => cost(a) - cost(b) || (forward ? 1 : -1) * after(a, b))[0] ?? null;
  };
  switch (key) {
    case 'ArrowRight':
      return all.find((place) => after(place, from) > 0) ?? null;
    case 'ArrowLeft':
      return all.filter((place) => after(place, from) < 0).at(-1) ?? null;
    case 'ArrowDown':
      return nearest(all.filter((place) => place.row > from.row), true);
    case 'ArrowUp':
      return nearest(all.filter((place) => place.row < from.row), false);
    case 'Home':
      return (ctrl ? all : inRow)[0] ?? null;
    case 'End':
      return (ctrl ? all : inRow).at(-1) ?? null;
    default:
      return null;
  }
}

export type Density = 'roomy' | 'dense' | 'phone';

export interface HeatLayout {
  density: Density;
  gap: number;
  rowHead: number;
  cell: number;
  /** Width of the margin column; 0 on a phone. */
  sum: number;
  table: number;
  scrolls: boolean;
  headings: HeadingLayout;
}

const PHONE = 559.5;
const ROOMY_UNITS = 12;
const SHAPES = {
  roomy: { gap: 2, least: 30, most: 64, sum: 52, head: 104, swatch: 19 },
  dense: { gap: 1, least: 26, most: 40, sum: 76, head: 104, swatch: 19 },
  phone: { gap: 2, least: 28, most: 44, sum: 0, head: 82, swatch: 14 },
};

/** Widths of the table in a given room; `measure` gives the width of a text as headings draw it. */
export function layout(width: number, names: readonly string[], measure: Measure): HeatLayout {
  const density: Density = width < PHONE ? 'phone' : names.length > ROOMY_UNITS ? 'dense' : 'roomy';
  const { gap, least, most, sum, head, swatch } = SHAPES[density];
  const units = Math.max(1, names.length);
  const gaps = (units + (sum ? 3 : 2)) * gap;
  // The table hangs one gap out on either side, so that its cells align with the text above.
  const room = width + 2 * gap - gaps - sum;
  const rowHead = rowHeadWidth(names, head, Math.max(head, Math.min(width / 3, room - units * least)), swatch, measure);
  const cell = Math.min(most, Math.max(least, Math.floor((room - rowHead) / units)));
  // What rounding leaves over goes to the names, so that the margin ends where the text above it ends.
  const left = Math.floor(room - rowHead - units * cell);
  const headWidth = rowHead + (left > 0 && left < units ? left : 0);
  const table = headWidth + units * cell + sum + gaps;
  return {
    density,
    gap,
    rowHead: headWidth,
    cell,
    sum,
    table,
    scrolls: table > width + 2 * gap + 1,
    headings: layoutHeadings(names, cell, measure, density === 'phone'),
  };
}

// As wide as the names ask, in at most two lines each, within bounds.
function rowHeadWidth(names: readonly string[], least: number, most: number, swatch: number, measure: Measure): number {
  // Row names are set a size larger than the headings that are measured.
  const scaled: Measure = (text) => measure(text) * 1.1;
  let width = least;
  while (width < most && !names.every((name) => wrap(breakable(name), width - swatch, scaled).lines <= (name.includes(' ') ? 2 : 1))) {
    width += 4;
  }
  return Math.floor(Math.min(width, most));
}
