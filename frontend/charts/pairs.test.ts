import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barLengths } from './pair-lengths.ts';

const item = (first: number, second: number) => ({ key: '', label: '', first, second, words: [] });

test('the longest bar is the whole width, and what is less than nothing has none', () => {
  assert.deepEqual(barLengths([item(50, 200), item(-10, 100)]), [
    [25, 100],
    [0, 50],
  ]);
});

test('without any amount there is no bar', () => {
  assert.deepEqual(barLengths([item(0, 0)]), [[0, 0]]);
});
