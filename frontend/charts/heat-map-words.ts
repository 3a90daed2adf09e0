import type { HeatCell, HeatMapData, HeatTexts } from './heat-map-model.ts';
import { count, percentage } from './numbers.ts';

/** What shows when the server sends no texts. */
export const ENGLISH: HeatTexts = {
  caption: 'Share of handoffs broken, from row to column',
  corner: 'From ↓ \u00a0to →',
  to: 'to',
  broken: 'broken',
  passesOn: 'passes on broken',
  receives: 'receives broken',
  key: 'Broken',
  few: 'dashed: fewer than 10, too few to judge',
  tooFew: 'too few to judge',
  n: 'n',
  rank: 'most at stake, number',
  empty: 'No handoffs in this selection.',
};

export type Text = (key: keyof HeatTexts) => string;

export function isFew(cell: HeatCell): boolean {
  return cell.step === null || cell.step === undefined || cell.share === null;
}

/** Names of the units a lane runs between. */
export function laneNames(data: HeatMapData | null, cell: HeatCell): [string, string] {
  const name = (id: HeatCell['from']) => data?.units.find((unit) => String(unit.id) === String(id))?.name ?? String(id);
  return [name(cell.from), name(cell.to)];
}

/** A cell's name for those who do not see where it lies: "Verkoop to Planning: 31 % broken, n 1,204". */
export function cellLabel(data: HeatMapData | null, cell: HeatCell, text: Text, lang: string): string {
  const n = `${text('n')} ${count(cell.n, lang)}`;
  const figures = isFew(cell) ? `${n}, ${text('tooFew')}` : `${percentage(cell.share ?? 0, lang)} ${text('broken')}, ${n}`;
  const rank = cell.rank ? `, ${text('rank')} ${cell.rank}` : '';
  return `${laneNames(data, cell).join(` ${text('to')} `)}: ${figures}${rank}`;
}
