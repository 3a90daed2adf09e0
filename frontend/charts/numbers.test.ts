import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axis, count, decimal, percentage, shortCount, ticks, wholePercents } from './numbers.ts';

test('writes a count as the language does', () => {
  assert.equal(count(1204, 'en'), '1,204');
  assert.equal(count(1204, 'nl'), '1.204');
});

test('writes shares in whole percents with a space that does not break', () => {
  assert.equal(wholePercents(0.3106, 'en'), '31');
  assert.equal(percentage(0.3106, 'nl'), '31\u00a0%');
  assert.equal(percentage(0, 'en'), '0\u00a0%');
});

test('an unknown language costs the form, not the figure', () => {
  assert.equal(count(1204, 'not a language'), '1,204');
  assert.equal(count(1204, ''), '1,204');
});

test('shortens a count only as far as its cell asks', () => {
  const fits = (characters: number) => (text: string) => text.length <= characters;
  assert.equal(shortCount(12_345, 'en', fits(6)), '12,345');
  assert.equal(shortCount(12_345, 'en', fits(5)), '12.3K');
  assert.equal(shortCount(12_345, 'en', fits(3)), '12K');
  assert.equal(shortCount(12_345, 'nl', fits(5)), '12,3K');
  assert.equal(shortCount(1_234_567, 'nl', fits(7)), '1,23mln');
});

test('an edge keeps its decimals', () => {
  assert.equal(decimal(0.5, 'nl'), '0,5');
  assert.equal(decimal(48, 'nl'), '48');
});

test('ticks are round and never beyond the bound', () => {
  assert.deepEqual(ticks(0.4, 5), [0, 0.1, 0.2, 0.3, 0.4]);
  assert.deepEqual(ticks(0.3, 5), [0, 0.1, 0.2, 0.3]);
  assert.deepEqual(ticks(0.07, 5), [0, 0.02, 0.04, 0.06]);
  assert.deepEqual(ticks(0), [0]);
  assert.deepEqual(ticks(Number.NaN), [0]);
});

test('an axis ends on a tick at or above its highest value', () => {
  assert.deepEqual(axis(47, 3), { max: 60, ticks: [0, 20, 40, 60] });
  assert.deepEqual(axis(40, 4), { max: 40, ticks: [0, 10, 20, 30, 40] });
  assert.deepEqual(axis(0, 2), { max: 1, ticks: [0, 0.5, 1] });
});
