import assert from 'node:assert/strict';
import { test } from 'node:test';
import { place } from './tooltip-place.ts';

const window = { width: 400, height: 300 };
const size = { width: 100, height: 40 };

test('a tooltip stands above its mark and centred on it', () => {
  assert.deepEqual(place({ left: 150, top: 100, width: 40, height: 20 }, size, window), { left: 120, top: 54 });
});

test('it goes below where the top has no room, and never off the window', () => {
  assert.deepEqual(place({ left: 150, top: 20, width: 40, height: 20 }, size, window), { left: 120, top: 46 });
  assert.deepEqual(place({ left: 390, top: 100, width: 10, height: 20 }, size, window).left, 292);
  assert.deepEqual(place({ left: 0, top: 5, width: 10, height: 290 }, size, window), { left: 8, top: 8 });
});
