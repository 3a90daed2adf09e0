import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsOf, summaryOf } from './items.ts';
import { layOut } from './layout.ts';
import { dragged, gripAt, layOutStrip } from './layout-overview.ts';
import { sceneUntil, stepsOf } from './layout-replay.ts';
import { layOutTurned } from './layout-turned.ts';
import { lacks } from './loading.ts';
import { momentAt } from './replay.ts';
import { readStory, type Story } from './story.ts';
import { english } from './texts.ts';
import type { Bin, Leg, Pass, RelayData, Span } from './types.ts';
import { DAY, HOUR } from './wall-clock.ts';
import { fit, lengthOf } from './window.ts';

const START = Date.UTC(2026, 0, 5, 8);
const at = (day: number): string => new Date(START + day * DAY).toISOString();
const leg = (id: string, department: string, from: number, to: number | null): Leg => ({ id, department, start: at(from), end: to === null ? null : at(to), touchpoints: 0 });
const bin = (from: number, more: Partial<Bin> = {}): Bin => ({ from: at(from), to: at(from + 1), inbound: 2, outbound: 1, held: { S: 0.5, P: 0.25 }, ...more });
const counted = (id: string, from: number, count: number, more: Partial<Pass> = {}): Pass => (
  { id, from: null, to: null, fromDepartment: 'S', toDepartment: 'P', at: at(from), startedAt: at(from), until: at(from + 0.9), count, state: 'broken', ...more }
);
const data = (more: Partial<RelayData>): RelayData => ({
  zone: 'UTC', now: at(40), window: { from: at(0), to: at(40) }, legs: [], passes: [],
  departments: ['Sales', 'Planning', 'Billing'].map((name, i) => ({ id: name[0], name, slot: i + 1 })), ...more,
});
const draw = (story: Story, window: Span = fit(story.window), width = 1200) => layOut(story, width, window, { lang: 'en', rows: ['Customer waited'], now: 'now' });
const journeys = [
  { id: '1', start: at(-3000), end: at(-2900), state: 'fine' as const, title: 'Order 1' },
  { id: '2', start: at(-800), end: at(-790), state: 'broken' as const, title: 'Order 2' },
  { id: '3', start: at(0), end: null, state: 'fine' as const, title: 'Order 3' },
];

test('bins become bars on one scale, of which the highest of a row tells its number', () => {
  const { counts, discs, legs, lanes } = draw(readStory(data({ bins: [bin(1), bin(2, { inbound: 40, outbound: 0 }), bin(3, { inbound: 0, outbound: 10 })] })));
  assert.deepEqual([discs.length, legs.length], [0, 0]);
  assert.deepEqual(lanes.map(({ department }) => department.name), ['Sales', 'Planning']);
  assert.deepEqual(counts.map(({ filled, label }) => [filled, label]), [[true, ''], [true, '40'], [false, ''], [false, '10']]);
  const height = (i: number) => Math.round(counts[i].height);
  assert.deepEqual([height(1), height(3)], [18, 6]);
});

test('a share of the time is as high a bar in the lane, and the line is filled by no more than the whole', () => {
  const { shares, lanes } = draw(readStory(data({ bins: [bin(1), bin(2, { held: { S: 0.9, P: 0.8 } })] })));
  const inLine = shares.filter(({ y }) => y < lanes[0].y);
  const heights = [...new Set(inLine.map(({ x }) => x))].map((x) => inLine.filter((share) => share.x === x).reduce((sum, { height }) => sum + height, 0));
  assert.deepEqual(heights.map((height) => Math.round(height * 100) / 100), [5.25, 7]);
  assert.equal(shares.find(({ y, height }) => y > lanes[0].y && height === 8)?.department?.name, 'Sales');
});

test('a broken pass is never merged away: diamonds carry every one that was counted', () => {
  const passes = Array.from({ length: 300 }, (_, i) => counted(`p${i}`, i / 8, 1 + (i % 5)));
  const story = readStory(data({ bins: [bin(1)], passes }));
  const told = draw(story).diamonds.flatMap(({ members }) => members);
  assert.equal(told.length, 300);
  assert.equal(story.broken, passes.reduce((sum, { count }) => sum + (count ?? 1), 0));
  assert.ok(draw(story).diamonds.every(({ label }) => label.endsWith('×')));
  assert.ok(draw(story).passes.every(({ hatch }) => hatch === null));
});

test('what was added up is told as such, and stands for the stretch to zoom to', () => {
  const story = readStory(data({ bins: [bin(1), bin(2, { inbound: 0, outbound: 0 })], passes: [counted('p', 1, 4)] }));
  const items = itemsOf(story, english, 'en');
  assert.deepEqual(items.map(({ kind, count }) => [kind, count]), [['pass', 4], ['bin', 3]]);
  assert.equal(lengthOf(items[0]), 0.9 * DAY);
  assert.match(items[1].sentence, /2 from the customer, 1 to the customer.*Sales had it for 50 %/);
  assert.match(summaryOf(story, english, 'en'), /3 contacts, added up.*4 broken/);
});

test('20,000 contacts draw as fewer marks than 500 would', () => {
  const bins = Array.from({ length: 400 }, (_, i) => bin(i / 10, { to: at((i + 1) / 10), inbound: 25, outbound: 25 }));
  const begun = performance.now();
  const scene = draw(readStory(data({ bins, passes: Array.from({ length: 1200 }, (_, i) => counted(`p${i}`, i / 30, 3)) })));
  assert.ok(performance.now() - begun < 300);
  assert.ok(scene.counts.length <= 800 && scene.diamonds.length < 200);
});

test('of journeys on the overview broken ones lie on top, and a day in years is still a frame to take hold of', () => {
  const story = readStory(data({ journeys }));
  const strip = layOutStrip(story, 100, 1100, { from: story.now - DAY, to: story.now }, 'en')!;
  assert.deepEqual(strip.marks.map(({ journey }) => journey.id), ['1', '3', '2']);
  assert.equal(strip.frame.width, 12);
  assert.ok(strip.frame.x >= 100 && strip.frame.x + 12 <= 1100);
  assert.ok(strip.years.length >= 3);
  assert.equal(layOutStrip(readStory(data({})), 100, 1100, story.window, 'en'), null);
  assert.equal(Math.round(strip.at(strip.marks[1].x) - story.journeys[2].from), 0);
});

test('the frame is dragged whole or by a side, and never shut', () => {
  const story = readStory(data({ journeys }));
  const strip = layOutStrip(story, 100, 1100, { from: story.now - 1000 * DAY, to: story.now }, 'en')!;
  const { x, width } = strip.frame;
  assert.deepEqual([gripAt(strip, x + width / 2), gripAt(strip, x), gripAt(strip, x + width), gripAt(strip, x - 50)], ['frame', 'from', 'to', 'elsewhere']);
  const window = { from: 0, to: 10 * DAY };
  assert.deepEqual(dragged(window, 'frame', 0, DAY, HOUR), { from: DAY, to: 11 * DAY });
  assert.deepEqual(dragged(window, 'from', 0, 90 * DAY, HOUR), { from: 10 * DAY - HOUR, to: 10 * DAY });
  assert.deepEqual(dragged(window, 'to', 0, -90 * DAY, HOUR), { from: 0, to: HOUR });
});

test('at a moment of the replay nothing later is there, and bars end at it', () => {
  const passes: Pass[] = [{ id: 'p', from: 'a', to: 'b', at: at(10), startedAt: at(20), state: 'broken', waitText: '10 days' }];
  const story = readStory(data({ legs: [leg('a', 'S', 0, 10), leg('b', 'P', 20, 30)], passes, silences: [{ from: at(10), to: at(20), text: '10 days' }] }));
  const scene = draw(story);
  const x = (day: number) => scene.left + ((START + day * DAY - fit(story.window).from) / lengthOf(fit(story.window))) * (scene.right - scene.left);
  const early = sceneUntil(scene, x(5), START + 5 * DAY, 'en');
  assert.deepEqual([early.legs.length, early.passes.length, early.diamonds.length, early.silences.length], [1, 0, 0, 0]);
  assert.equal(Math.round(early.legs[0].x + early.legs[0].width), Math.round(x(5)));
  assert.equal(early.now?.label, '10 Jan');
  const waiting = sceneUntil(scene, x(15), START + 15 * DAY, 'en');
  assert.deepEqual([waiting.legs.length, waiting.diamonds.length, waiting.passes[0].words, waiting.silences[0].lines], [1, 1, null, []]);
  const later = sceneUntil(scene, x(25), START + 25 * DAY, 'en');
  assert.ok(later.passes[0].words !== null && later.silences[0].lines.length === 1);
});

test('in steps the replay stands still where the baton moves, and ends at the end', () => {
  const story = readStory(data({ legs: [leg('a', 'S', 1, 10), leg('b', 'P', 20, 30)] }));
  const steps = stepsOf(story, story.window, 12);
  assert.deepEqual(steps, [START + DAY, START + 20 * DAY, story.window.to]);
  assert.deepEqual([0, 0.5, 1].map((share) => momentAt(story.window, steps, share)), [steps[0], steps[1], steps[2]]);
  assert.equal(momentAt({ from: 0, to: 6000 }, null, 0.25), 1500);
  const many = readStory(data({ legs: Array.from({ length: 90 }, (_, i) => leg(`l${i}`, 'S', i / 3 + 0.1, i / 3 + 0.2)) }));
  assert.equal(stepsOf(many, many.window, 12).length, 12);
});

test('closed hours are a ground in the lane of whom they are, below a day only', () => {
  const closed = [{ department: 'P', from: at(1), to: at(1.5) }, { department: 'B', from: at(1), to: at(1.5) }];
  const story = readStory(data({ legs: [leg('a', 'S', 0, 1), leg('b', 'P', 1, 2)], closed, hours: { from: at(0), to: at(3) } }));
  const day = { from: START + DAY, to: START + 2 * DAY };
  const { closed: grounds, lanes, left } = draw(story, day);
  assert.deepEqual(grounds.map(({ x, y }) => [x, y]), [[left, lanes[1].y]]);
  assert.deepEqual(draw(story).closed, []);
});

test('more is asked for beyond what was loaded, too coarse, of other journeys, or without hours; and nothing else', () => {
  const whole = readStory(data({ legs: [leg('a', 'S', 0, 10)] }));
  const week = { from: START, to: START + 7 * DAY };
  const day = { from: START, to: START + DAY };
  assert.equal(lacks(whole, week, 1000, false), false);
  assert.equal(lacks(whole, week, 1000, true), true);
  assert.equal(lacks(whole, day, 1000, false), true);
  const part = readStory(data({ legs: [leg('a', 'S', 0, 10)], loaded: { from: at(0), to: at(14) }, hours: { from: at(-1), to: at(2) } }));
  assert.equal(lacks(part, week, 1000, false), false);
  assert.equal(lacks(part, day, 1000, false), false);
  assert.equal(lacks(part, { from: START + 10 * DAY, to: START + 20 * DAY }, 1000, false), true);
  const bins = readStory(data({ bins: [bin(0), bin(1)], loaded: { from: at(-100), to: at(500) } }));
  const wide = (days: number) => ({ from: START, to: START + days * DAY });
  assert.deepEqual([170, 40, 500].map((days) => lacks(bins, wide(days), 1000, false)), [false, true, true]);
});

test('turned, hundreds of bins are told in a few stretches, without the empty ones', () => {
  const bins = Array.from({ length: 240 }, (_, i) => bin(i, i < 100 ? { inbound: 0, outbound: 0, held: {} } : {}));
  const rows = layOutTurned(readStory(data({ now: at(241), bins, passes: [counted('p', 150, 3)] })));
  assert.ok(rows.length <= 16 && rows.at(-1)?.now);
  assert.equal(rows.reduce((sum, row) => sum + (row.counts?.inbound ?? 0), 0), 280);
  assert.equal(rows.filter((row) => row.broken.length === 1).length, 1);
});
