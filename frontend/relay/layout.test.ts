import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsOf, step } from './items.ts';
import { layOut, layOutCompact } from './layout.ts';
import { heightOf, layOutTurned } from './layout-turned.ts';
import { guessWidth, wrap } from './measure.ts';
import { readStory, type Story } from './story.ts';
import { english, fill, say } from './texts.ts';
import type { Leg, Pass, RelayData, Span, Touchpoint } from './types.ts';
import { DAY, HOUR, toInstant, toWall, write } from './wall-clock.ts';
import { bringIntoSight, fit, lengthOf, limitsOf, presetOf, presetWindow, within, zoomBy } from './window.ts';

const zone = 'Europe/Amsterdam';
const at = (day: number, hour = 9): string => new Date(Date.UTC(2026, 0, 5 + day, hour - 1)).toISOString();
const leg = (id: string, department: string, from: number, to: number | null, more: Partial<Leg> = {}): Leg => (
  { id, department, start: at(from), end: to === null ? null : at(to), touchpoints: 0, ...more }
);
const pass = (id: string, from: string, to: string | null, when: number, started: number | null, more: Partial<Pass> = {}): Pass => (
  { id, from, to, at: at(when), startedAt: started === null ? null : at(started), state: 'fine', ...more }
);
const touchpoint = (id: string, when: string, more: Partial<Touchpoint> = {}): Touchpoint => (
  { id, at: when, direction: 'inbound', channel: 'phone', department: null, text: id, ...more }
);
const data = (more: Partial<RelayData>): RelayData => ({
  zone, now: at(40), window: { from: at(0), to: at(40) }, legs: [], passes: [],
  departments: ['Sales', 'Planning', 'Billing'].map((name, i) => ({ id: name[0], name, slot: i + 1 })), ...more,
});
const wording = { lang: 'en' as const, rows: ['Customer waited'], now: 'now' };
const draw = (story: Story, window: Span = fit(story.window), width = 1200) => layOut(story, width, window, wording);

test('a leg of a single moment is a bar of five pixels and still shows on the line', () => {
  const scene = draw(readStory(data({ legs: [leg('a', 'S', 3, 3)] })));
  assert.equal(scene.legs[0].width, 5);
  assert.equal(scene.holds.length, 1);
  assert.equal(scene.holds[0].width, 4);
});

test('a bar far wider than the window stays near its sides', () => {
  const story = readStory(data({ legs: [leg('a', 'S', 0, 40)] }));
  const [bar] = draw(story, { from: story.window.from + 5 * DAY, to: story.window.from + 5 * DAY + HOUR }).legs;
  assert.ok(bar.width < 1400 && bar.x < 116 && bar.x + bar.width > 1200);
});

test('a journey of no length opens on one hour', () => {
  const story = readStory(data({ window: { from: at(0), to: at(0) }, legs: [leg('a', 'S', 0, 0)] }));
  assert.equal(lengthOf(fit(story.window)), HOUR);
  assert.ok(Number.isFinite(draw(story).legs[0].x));
});

test('discs nearer than 19 pixels join into one with a count, and part on zooming in', () => {
  const touchpoints = [touchpoint('1', at(1)), touchpoint('2', at(1, 12)), touchpoint('3', at(1, 15)), touchpoint('4', at(9))];
  const story = readStory(data({ legs: [leg('a', 'S', 0, 40)], touchpoints }));
  assert.deepEqual(draw(story).discs.map((disc) => disc.members.map(({ id }) => id)), [['1', '2', '3'], ['4']]);
  const near = draw(story, { from: story.touchpoints[0].at - HOUR, to: story.touchpoints[2].at + HOUR });
  assert.equal(near.discs.length, 3);
});

test('no two of five hundred discs in a row stand nearer than 19 pixels, and none is lost', () => {
  const touchpoints = Array.from({ length: 500 }, (_, i) => touchpoint(String(i), at((i * 7919) % 37, 1 + ((i * 31) % 22))));
  const { discs } = draw(readStory(data({ legs: [leg('a', 'S', 0, 40)], touchpoints })));
  assert.equal(discs.reduce((sum, disc) => sum + disc.members.length, 0), 500);
  for (let i = 1; i < discs.length; i++) assert.ok(discs[i].x - discs[i - 1].x >= 19);
});

test('did and heard never join; what has no department is a disc in no lane', () => {
  const touchpoints = [touchpoint('in', at(2)), touchpoint('out', at(2), { direction: 'outbound' }), touchpoint('own', at(2), { direction: 'internal', department: 'S' })];
  const scene = draw(readStory(data({ legs: [leg('a', 'S', 0, 9)], touchpoints })));
  assert.deepEqual(scene.discs.map((disc) => [disc.filled, disc.members.length]), [[true, 1], [false, 1]]);
  assert.deepEqual(scene.legs[0].ticks.flatMap((tick) => tick.members.map(({ id }) => id)), ['own']);
});

test('a pass nobody picked up is hatched in the lane that should, on to now', () => {
  const story = readStory(data({ legs: [leg('a', 'S', 0, 10)], passes: [pass('p', 'a', null, 10, null, { toDepartment: 'P', state: 'broken', waitText: '22 days' })] }));
  const scene = draw(story);
  const [{ hatch, x, y1, y2 }] = scene.passes;
  assert.ok(hatch && scene.now);
  assert.equal(Math.round(hatch.x + hatch.width), Math.round(scene.now.x));
  assert.equal(x, hatch.x);
  assert.equal(y2 - y1, 30);
  assert.deepEqual(scene.holds.map(({ tone }) => tone), ['held', 'late']);
});

test('a wait ends where B starts, and one without length has no hatch', () => {
  const legs = [leg('a', 'S', 0, 5), leg('b', 'P', 8, 10), leg('c', 'B', 10, 12)];
  const scene = draw(readStory(data({ legs, passes: [pass('p', 'a', 'b', 5, 8), pass('q', 'b', 'c', 10, 10)] })));
  const [waits, none] = scene.passes;
  assert.equal(waits.hatch!.x + waits.hatch!.width, scene.legs[1].x);
  assert.equal(none.hatch, null);
});

test('the words of a wait stand inside the hatch, else left of it, else nowhere', () => {
  const told = (from: number, to: number, other: Leg[] = []) => {
    const legs = [leg('a', 'S', 0, from), leg('b', 'P', to, 39), ...other];
    const scene = draw(readStory(data({ legs, passes: [pass('p', 'a', 'b', from, to, { state: 'broken', waitText: '6 working days' })] })));
    const { words, hatch } = scene.passes[0];
    return words && hatch && (words.x > hatch.x ? 'inside' : 'left');
  };
  assert.equal(told(10, 25), 'inside');
  assert.equal(told(10, 11), 'left');
  assert.equal(told(10, 11, [leg('c', 'P', 6, 9)]), null);
});

test('lanes stand in order of first appearance and only for those taking part', () => {
  const legs = [leg('b', 'P', 4, 6), leg('a', 'S', 2, 3), leg('c', 'S', 8, 9)];
  const story = readStory(data({ legs, passes: [pass('p', 'c', null, 9, null, { toDepartment: 'unheard-of' })] }));
  assert.deepEqual(story.lanes.map(({ name }) => name), ['Sales', 'Planning', 'unheard-of']);
  assert.deepEqual(draw(story).lanes.map(({ y }) => y), [135, 165, 195]);
});

test('a long name wraps and its lane grows; nothing is cut off', () => {
  const name = 'Customer relations and complaints for business clients North';
  const story = readStory(data({ departments: [{ id: 'S', name, slot: 1 }], legs: [leg('a', 'S', 0, 40)] }));
  const [lane] = draw(story, fit(story.window), 600).lanes;
  assert.ok(lane.lines.length >= 3 && lane.height > 30);
  assert.equal(lane.lines.join(' '), name);
  assert.equal(wrap('x'.repeat(60), 100, guessWidth).join(''), 'x'.repeat(60));
});

test('broken passes are numbered in time, whatever order they came in', () => {
  const legs = [leg('a', 'S', 0, 5), leg('b', 'P', 8, 10), leg('c', 'B', 20, 30)];
  const story = readStory(data({ legs, passes: [pass('late', 'b', 'c', 10, 20, { state: 'broken' }), pass('ok', 'a', 'b', 6, 8), pass('early', 'a', 'b', 5, 8, { state: 'broken' })] }));
  assert.deepEqual(story.passes.map(({ id, number }) => [id, number]), [['early', 1], ['ok', 0], ['late', 2]]);
  assert.deepEqual(draw(story).diamonds.map(({ label, members }) => [label, members[0].id]), [['1', 'early'], ['2', 'late']]);
});

test('diamonds at one place become one with their count; counted passes keep number and count', () => {
  const legs = [leg('a', 'S', 0, 5), leg('b', 'P', 6, 7)];
  const passes = [pass('p', 'a', 'b', 5, 6, { state: 'broken' }), pass('q', 'a', 'b', 5, 6, { state: 'broken', count: 3 })];
  const story = readStory(data({ legs, passes }));
  assert.deepEqual(draw(story).diamonds.map(({ label }) => label), ['4×']);
  const counted = draw(readStory(data({ legs, passes: passes.slice(1) }))).diamonds[0];
  assert.deepEqual([counted.label, counted.beside], ['1', '3×']);
  assert.deepEqual(layOutCompact(story, 300, fit(story.window)).diamonds.map(({ label }) => label), ['4×']);
});

test('of legs that run at once the line shows the one begun last, then the other again', () => {
  const scene = draw(readStory(data({ legs: [leg('a', 'S', 0, 30), leg('b', 'P', 10, 20)], passes: [pass('p', 'a', 'b', 8, 10)] })));
  assert.deepEqual(scene.holds.map(({ tone, department }) => department?.name ?? tone), ['Sales', 'Sales', 'Planning', 'Sales']);
});

test('every day is equally wide where the clock changes, and begins at the midnight of the company', () => {
  for (const [from, to] of [['2026-03-26T23:00:00Z', '2026-03-31T22:00:00Z'], ['2026-10-22T22:00:00Z', '2026-10-27T23:00:00Z']]) {
    const story = readStory(data({ window: { from, to }, now: to, legs: [leg('a', 'S', 0, 0, { start: from, end: to })] }));
    assert.equal(lengthOf(story.window), 5 * DAY);
    const days = draw(story, story.window).ticks.filter(({ label }) => label);
    const widths = days.slice(1).map((tick, i) => Math.round(tick.x - days[i].x));
    assert.deepEqual([...new Set(widths)].length, 1, widths.join());
  }
  const midnight = (day: string) => write(toWall(Date.parse(day), zone), 'time', 'en');
  assert.deepEqual(['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'].map(midnight), Array(4).fill('00:00'));
});

test('wall-clock times lead back to their instants, also beside a change of the clock', () => {
  for (const instant of ['2026-03-29T00:59:59.250Z', '2026-03-29T01:00:00Z', '2026-10-25T02:30:00Z', '1969-07-20T20:17:40.500Z', '2026-07-01T00:00:00Z']) {
    assert.equal(toInstant(toWall(Date.parse(instant), zone), zone), Date.parse(instant));
  }
});

test('a leg over the hour that comes twice ends not before it starts', () => {
  const story = readStory(data({ legs: [leg('a', 'S', 0, 0, { start: '2026-10-25T00:50:00Z', end: '2026-10-25T01:10:00Z' })] }));
  assert.ok(story.legs[0].end >= story.legs[0].start);
});

test('labels of the axis stand clear of each other and of now, at every zoom', () => {
  const story = readStory(data({ legs: [leg('a', 'S', 0, 40)] }));
  for (let length = HOUR; length < 3652 * DAY; length *= 1.37) {
    const scene = draw(story, { from: story.now - length * 0.9, to: story.now + length * 0.1 }, 900);
    const spans = scene.ticks.filter(({ label }) => label).map(({ x, label }) => ({ from: x + 4, to: x + 4 + guessWidth(label) }));
    assert.ok(spans.length > 0, `no label at ${length / HOUR} hours`);
    if (scene.now) spans.push({ from: scene.now.labelX, to: scene.now.labelX + guessWidth('now', true) });
    spans.sort((a, b) => a.from - b.from);
    spans.slice(1).forEach((span, i) => assert.ok(span.from - spans[i].to >= 12, `${length / HOUR} hours`));
  }
});

test('a silence says how long where there is room for words, and nothing cut off where there is not', () => {
  const silences = [{ from: at(1), to: at(20), text: '19 days without a word' }, { from: at(30), to: at(31), text: '1 day without a word' }];
  const [long, short] = draw(readStory(data({ legs: [leg('a', 'S', 0, 40)], silences }))).silences;
  assert.deepEqual(long.lines, ['19 days without a word']);
  assert.deepEqual(short.lines, []);
});

test('the list is in time order; at one moment pass, then the leg it leads to, then its touchpoints', () => {
  const same = at(5);
  const story = readStory(data({
    legs: [leg('b', 'P', 5, 9, { touchpoints: ['t2'] }), leg('a', 'S', 5, 5, { touchpoints: ['t1'] })],
    passes: [pass('p', 'a', 'b', 5, 5, { state: 'broken', sentence: 'Came too late', waitText: '1 day' })],
    touchpoints: [touchpoint('t2', same, { department: 'P' }), touchpoint('t1', same, { department: 'S' }), touchpoint('t0', at(1))],
    silences: [{ from: at(6), to: null, text: 'Still silent' }], promises: [{ id: 'v', due: at(50), state: 'at-risk', text: 'Call back' }],
  }));
  const items = itemsOf(story, english, 'en');
  assert.deepEqual(items.map(({ key }) => key), ['touchpoint:t0', 'leg:a', 'touchpoint:t1', 'pass:p', 'leg:b', 'touchpoint:t2', `silence:${at(6)}`, 'promise:v']);
  assert.equal(items[3].sentence, 'Broken handoff 1 of 1. 10 Jan. Sales to Planning. Waited 1 day. Came too late.');
});

test('arrows keep to the row or change it to the nearest in time; B finds the broken ones', () => {
  const legs = [leg('a', 'S', 0, 5), leg('b', 'P', 8, 10)];
  const passes = [pass('p', 'a', 'b', 5, 8, { state: 'broken' }), pass('q', 'b', 'a', 10, 12, { state: 'broken' })];
  const items = itemsOf(readStory(data({ legs, passes, touchpoints: [touchpoint('x', at(1)), touchpoint('y', at(9))] })), english, 'en');
  const go = (from: string, key: string, back = false, linear = false) => items[step(items, items.findIndex((item) => item.key === from), key, back, linear)].key;
  assert.equal(go('touchpoint:x', 'ArrowRight'), 'touchpoint:y');
  assert.equal(go('touchpoint:y', 'ArrowRight'), 'touchpoint:y');
  assert.equal(go('touchpoint:y', 'ArrowDown'), 'pass:q');
  assert.equal(go('leg:b', 'ArrowUp'), 'pass:q');
  assert.equal(go('pass:p', 'Home'), 'pass:p');
  assert.equal(go('touchpoint:x', 'ArrowDown', false, true), items[2].key);
  assert.equal(go('none', 'b'), 'pass:p');
  assert.equal(go('none', 'b', true), 'pass:q');
  assert.equal(go('pass:q', 'b', true), 'pass:p');
});

test('zoom keeps between one hour and ten years, around the place that is held', () => {
  const span = { from: 0, to: 100 * DAY };
  const closer = zoomBy(span, 2, 25 * DAY);
  assert.deepEqual(closer, { from: 12.5 * DAY, to: 62.5 * DAY });
  assert.equal(lengthOf(zoomBy(span, 1e9, 0)), HOUR);
  assert.equal(lengthOf(zoomBy(span, 1e-9, 0)), 3652.5 * DAY);
});

test('the buttons show up to now while now is in sight, and each is known again', () => {
  const journey = fit({ from: 0, to: 87 * DAY });
  for (const preset of ['tenYears', 'year', 'week', 'day'] as const) {
    const window = presetWindow(preset, journey, journey, 87 * DAY, null);
    assert.ok(window.to > 87 * DAY && window.to - 87 * DAY < lengthOf(window) * 0.04);
    assert.equal(presetOf(within(window, limitsOf(journey, 87 * DAY, journey)), journey), preset);
  }
  assert.equal(presetOf(journey, journey), 'journey');
  const day = presetWindow('day', journey, journey, 87 * DAY, 40 * DAY);
  assert.equal((day.from + day.to) / 2, 40 * DAY);
});

test('what gets the focus comes into sight, and what is in sight does not move', () => {
  const window = { from: 0, to: 10 * DAY };
  assert.equal(bringIntoSight(window, { from: 4 * DAY, to: 5 * DAY }), window);
  const moved = bringIntoSight(window, { from: 20 * DAY, to: 20 * DAY });
  assert.deepEqual(moved, { from: 15 * DAY, to: 25 * DAY });
  assert.ok(bringIntoSight(window, { from: 20 * DAY, to: 60 * DAY }).from < 20 * DAY);
});

test('turned, heights grow with the root of the duration from 24 pixels', () => {
  assert.equal(heightOf(0, 0), 24);
  assert.equal(heightOf(0, 64 * DAY), 2 * heightOf(0, 16 * DAY));
});

test('turned, a wait stands before the leg it leads to and holds what the customer did meanwhile', () => {
  const story = readStory(data({
    legs: [leg('a', 'S', 0, 5), leg('b', 'P', 8, 10)], touchpoints: [touchpoint('asks', at(6))], silences: [{ from: at(5), to: at(8), text: '3 days' }],
    passes: [pass('p', 'a', 'b', 5, 8, { state: 'broken', sentence: 'Waited' }), pass('q', 'b', null, 10, null, { toDepartment: 'S', state: 'broken' })],
    promises: [{ id: 'v', due: at(44), state: 'at-risk', text: 'Call' }],
  }));
  const rows = layOutTurned(story);
  assert.deepEqual(rows.map((row) => row.leg?.id ?? row.pass?.id ?? 'now'), ['a', 'p', 'b', 'q', 'now']);
  assert.deepEqual([rows[1].touchpoints[0].id, rows[1].silences[0].text, rows[4].promises[0].id], ['asks', '3 days', 'v']);
});

test('what cannot be placed is left out, and words from outside stay words', () => {
  const story = readStory(data({ legs: [leg('a', 'S', 0, 5), leg('bad', 'S', 0, 5, { start: 'tomorrow' })], touchpoints: [touchpoint('bad', 'x')], passes: [pass('p', 'gone', null, 2, null)] }));
  assert.deepEqual([story.legs.length, story.touchpoints.length, story.passes.length], [1, 0, 1]);
  assert.doesNotThrow(() => draw(story));
  assert.equal(fill('{a} {b}', { a: '{b} $&' }), '{b} $& {b}');
  assert.equal(say(['Why?', '', 'Because', null]), 'Why? Because.');
});
