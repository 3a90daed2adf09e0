import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisTicks, position, WIDTH } from './interval-scale.ts';

test('an interval keeps to its axis', () => {
  assert.equal(position(0, 0.4), 4);
  assert.ok(position(0.4, 0.4) <= WIDTH - 4);
  assert.equal(position(9, 0.4), position(0.4, 0.4));
  assert.equal(position(-1, 0.4), 4);
  assert.equal(position(0.1, 0), 4);
  assert.deepEqual(axisTicks(0.4), [0, 0.1, 0.2, 0.3, 0.4]);
});
