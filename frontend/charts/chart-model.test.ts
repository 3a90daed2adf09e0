import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binPosition, countAxis, dayPosition, edges, flags, type HistogramData, isBeyond, isEmpty, marks, runs, shareAxis } from './chart-model.ts';
import type { TrendData, TrendPoint } from './chart-model.ts';

const measure = (text: string) => text.length * 6;
const bins = Array.from({ length: 13 }, (_, i) => ({ from: i * 4, to: i < 12 ? i * 4 + 4 : null, n: 100 - i }));
const histogram = (more: Partial<HistogramData> = {}): HistogramData => ({ kind: 'histogram', label: '', columns: [], rows: [], bins, ...more });

function week(i: number, share: number | null, n = 90): TrendPoint {
  const day = (d: number) => new Date(Date.UTC(2026, 2, 2 + d)).toISOString().slice(0, 10);
  return { label: `w${i}`, from: day(i * 7), to: day(i * 7 + 6), x: 0, n: share === null ? 0 : n, share, low: share, high: share === null ? null : share + 0.09 };
}

const trend = (shares: (number | null)[], more: Partial<TrendData> = {}): TrendData => ({ kind: 'trend', label: '', columns: [], rows: [], points: shares.map((share, i) => week(i, share)), ...more });

test('a value lies between the edges of its bin, whatever the bins span', () => {
  assert.equal(binPosition(bins, 8), 2);
  assert.equal(binPosition(bins, 10), 2.5);
  assert.equal(binPosition(bins, 400), 12);
  assert.equal(binPosition(bins, -1), null);
  assert.equal(binPosition([{ from: 0, to: 4, n: 1 }], 4), 1);
  assert.equal(binPosition([], 4), null);
});

test('only bins wholly beyond the threshold are broken', () => {
  const threshold = { value: 8, label: '' };
  assert.deepEqual(bins.slice(0, 4).map((bin) => isBeyond(bin, threshold)), [false, false, true, true]);
  assert.equal(isBeyond(bins[5], null), false);
});

test('edges are labelled as far as they fit, and the open bin always', () => {
  assert.deepEqual(edges(bins, 8, String).map(({ text }) => text), ['0', '8', '16', '24', '32', '40', '48+']);
  assert.deepEqual(edges([{ from: 0, to: 1, n: 1 }, { from: 1, to: 2, n: 1 }], 8, String), [
    { at: 0, text: '0' },
    { at: 0.5, text: '1' },
    { at: 1, text: '2' },
  ]);
  assert.deepEqual(edges([], 8, String), []);
});

test('weeks without figures part the line', () => {
  assert.deepEqual(runs(trend([0.1, 0.2, null, 0.3, null, 0.4, 0.5]).points), [[0, 1], [3], [5, 6]]);
  assert.deepEqual(runs([]), []);
});

test('the share axis starts at zero and holds the highest interval, but never more than everything', () => {
  assert.deepEqual(shareAxis(trend([0.33, 0.38]).points), { max: 60, ticks: [0, 20, 40, 60] });
  assert.equal(shareAxis(trend([0.99]).points).max, 100);
  assert.ok(shareAxis([]).max > 0);
});

test('a day lies where it falls in its week', () => {
  const { points } = trend([0.1, 0.1]);
  assert.equal(dayPosition(points, '2026-03-02'), -0.5);
  assert.equal(dayPosition(points, '2026-03-09'), 0.5);
  assert.equal(dayPosition(points, '2026-03-01'), null);
  assert.equal(dayPosition(points, '2026-03-16'), null);
  assert.equal(dayPosition(points, 'no day'), null);
});

test('empty means no n at all', () => {
  assert.equal(isEmpty(null), true);
  assert.equal(isEmpty(histogram({ bins: bins.map((bin) => ({ ...bin, n: 0 })) })), true);
  assert.equal(isEmpty(histogram()), false);
  assert.equal(isEmpty(trend([null, null])), true);
  assert.equal(isEmpty(trend([null, 0])), false);
});

test('a mark has the words of the server, else its numbers; a week without n has no mark', () => {
  const texts = { asTable: '', asChart: '', empty: '', n: 'n' };
  const [first] = marks(histogram({ unit: 'uur', bins: [{ from: 0, to: 4, n: 1204 }] }), 'nl', texts);
  assert.deepEqual(first.lines, ['0–4 uur', 'n 1.204']);
  assert.deepEqual(marks(trend([0.1, null, 0.2]), 'nl', texts).map((mark) => mark.index), [0, 2]);
});

test('words turn to the left where the right has no room, and go down where they would collide', () => {
  const found = flags(
    trend([0.1, 0.1, 0.1, 0.1], { annotations: [{ at: '2026-03-28', label: 'at the end of it' }, { at: '2026-03-03', label: 'first of all' }, { at: '2026-03-04', label: 'second' }] }),
    240,
    measure,
  );
  assert.deepEqual(found.map(({ lines, before, top }) => [lines[0], before, top]), [
    ['first of all', false, 0],
    ['second', false, 1],
    ['at the end of it', true, 0],
  ]);
});

test('bars stay under the words by the threshold', () => {
  const data = histogram({ threshold: { value: 8, label: 'agreed 8 h', beyond: '301 later' } });
  const [flag] = flags(data, 316, measure);
  assert.ok(countAxis(data, flag, 316, 100, measure) > 100 / 0.7);
  assert.equal(countAxis(data, undefined, 316, 100, measure), 100);
  // Only the two first bars are high: they stand left of the words.
  const low = histogram({ bins: bins.map((bin, i) => ({ ...bin, n: i < 2 ? 100 : 1 })), threshold: data.threshold });
  assert.equal(countAxis(low, flags(low, 316, measure)[0], 316, 100, measure), 100);
});
