import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HeatMapData, layout, move, tabStop, toGrid } from './heat-map-model.ts';

const measure = (text: string) => text.length * 5.5;
const unit = (id: number) => ({ id, name: `Unit ${id}`, slot: 1 });
const cell = (from: number | string, to: number | string, n = 20) => ({ from, to, n, share: 0.1, step: 1 });
const data = (size: number, cells: HeatMapData['cells']): HeatMapData => ({ units: Array.from({ length: size }, (_, i) => unit(i)), cells });

test('places cells, and leaves out the diagonal, unknown units and lanes without handoffs', () => {
  const grid = toGrid(data(2, [cell(0, 1), cell(0, 0), cell(0, 9), cell(1, 0, 0)]));
  assert.equal(grid[0][1]?.n, 20);
  assert.deepEqual([grid[0][0], grid[1][0], grid[1][1]], [null, null, null]);
});

test('ids may come as text where units have numbers', () => {
  assert.ok(toGrid(data(2, [cell('0', '1')]))[0][1]);
});

test('arrows lead to the next filled cell in the line', () => {
  const grid = toGrid(data(4, [cell(0, 1), cell(0, 3), cell(2, 1), cell(3, 0)]));
  assert.deepEqual(move(grid, { row: 0, column: 1 }, 'ArrowRight'), { row: 0, column: 3 });
  assert.deepEqual(move(grid, { row: 0, column: 3 }, 'ArrowLeft'), { row: 0, column: 1 });
  assert.deepEqual(move(grid, { row: 0, column: 1 }, 'ArrowDown'), { row: 2, column: 1 });
  assert.deepEqual(move(grid, { row: 2, column: 1 }, 'ArrowUp'), { row: 0, column: 1 });
});

test('with two departments both cells can be reached, though they share no line', () => {
  const grid = toGrid(data(2, [cell(0, 1), cell(1, 0)]));
  for (const key of ['ArrowRight', 'ArrowDown']) {
    assert.deepEqual(move(grid, { row: 0, column: 1 }, key), { row: 1, column: 0 });
  }
  for (const key of ['ArrowLeft', 'ArrowUp']) {
    assert.deepEqual(move(grid, { row: 1, column: 0 }, key), { row: 0, column: 1 });
  }
});

test('at the edge a key leads nowhere', () => {
  const grid = toGrid(data(2, [cell(0, 1)]));
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'x']) {
    assert.equal(move(grid, { row: 0, column: 1 }, key), null);
  }
});

test('Home and End stay in the row, with Control they span the map', () => {
  const grid = toGrid(data(3, [cell(0, 1), cell(1, 0), cell(1, 2), cell(2, 0)]));
  assert.deepEqual(move(grid, { row: 1, column: 2 }, 'Home'), { row: 1, column: 0 });
  assert.deepEqual(move(grid, { row: 1, column: 0 }, 'End'), { row: 1, column: 2 });
  assert.deepEqual(move(grid, { row: 1, column: 0 }, 'Home', true), { row: 0, column: 1 });
  assert.deepEqual(move(grid, { row: 1, column: 0 }, 'End', true), { row: 2, column: 0 });
});

test('the tab stop is where the reader was, else the chosen lane, else the first cell', () => {
  const grid = toGrid(data(3, [cell(0, 1), cell(1, 0), cell(1, 2)]));
  assert.deepEqual(tabStop(grid, { from: 1, to: 0 }, { from: 1, to: 2 }), { row: 1, column: 0 });
  assert.deepEqual(tabStop(grid, { from: 8, to: 9 }, { from: 1, to: 2 }), { row: 1, column: 2 });
  assert.deepEqual(tabStop(grid, null, null), { row: 0, column: 1 });
  assert.equal(tabStop(toGrid(data(0, [])), null, null), null);
});

const names = (size: number, name = 'Planning') => Array.from({ length: size }, () => name);

test('eight units fill the width of the design exactly', () => {
  const found = layout(560, names(8), measure);
  assert.equal(found.density, 'roomy');
  assert.equal(found.table, 564);
  assert.equal(found.scrolls, false);
  assert.equal(found.headings.upright, false);
});

test('from thirteen units on cells are dense; a narrow element is a phone', () => {
  assert.equal(layout(560, names(12), measure).density, 'roomy');
  assert.equal(layout(560, names(13), measure).density, 'dense');
  const phone = layout(358, names(8), measure);
  assert.deepEqual([phone.density, phone.sum, phone.scrolls, phone.headings.upright], ['phone', 0, false, true]);
});

test('what does not fit scrolls inside the element, in cells that can still be hit', () => {
  const found = layout(358, names(25), measure);
  assert.equal(found.scrolls, true);
  assert.ok(found.cell >= 28);
});

test('few units do not stretch, and long names leave the cells their room', () => {
  assert.ok(layout(1200, names(2), measure).cell <= 64);
  const long = layout(560, names(8, 'Klantenservice telefonisch Noord-Oost en Zuid-West Nederland'), measure);
  assert.ok(long.rowHead <= 560 / 3 + 8 && !long.scrolls);
});
