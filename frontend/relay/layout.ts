import type { Department, Lang, Span } from './types.ts';
import type { Story, ToldLeg } from './story.ts';
import { BAR, DIAMOND, DID_Y, HEARD_Y, LANES_Y, LINE_Y, frameOf, inSight, join, type Frame } from './geometry.ts';
import type { Box, HoldMark, LaneMark, LegMark, Scene } from './scene.ts';
import { discsOf, flagsOf, silencesOf } from './layout-customer.ts';
import { countsOf, sharesOf } from './layout-bins.ts';
import { closedOf } from './layout-hours.ts';
import { diamondsOf, passesOf } from './layout-passes.ts';
import { guessWidth, wrap, type Measure } from './measure.ts';
import { ticksOf } from './ticks.ts';

const LANE = 30;
const NAME_LINE = 14;
const SWATCH = 15;
const LEAST_BAR = 5;
const LEAST_HOLD = 4;
const TICK_ROOM = 4;
const COMPACT_HEIGHT = 48;
const COMPACT_LINE_Y = 26;

/** What the layout must know besides the story: words that take room, and how much. */
export interface Wording {
  lang: Lang;
  rows: string[];
  now: string;
  measure?: Measure;
}

/** Lays out the chart: a story, a width and a window become marks in pixels. */
export function layOut(story: Story, width: number, window: Span, wording: Wording): Scene {
  const measure = wording.measure ?? guessWidth;
  const left = labelWidth(story.lanes, wording.rows, width, measure);
  const frame = frameOf(window, left, width - 4);
  const lanes = lanesOf(story.lanes, left, measure);
  const last = lanes.at(-1);
  const height = (last ? last.y + last.height : LANES_Y) + 1;
  const legs = legsOf(story, frame, lanes);
  const now = nowOf(story.now, frame, measure(wording.now, true));
  const diamonds = diamondsOf(story, frame, lanes);
  const passes = passesOf(story, frame, lanes, { legs, diamonds, now, measure });
  const silences = silencesOf(story, frame, measure);
  const discs = discsOf(story, frame);
  const flags = flagsOf(story, frame);
  const nowWidth = measure(wording.now, true);
  const taken = now && { from: now.labelX - (now.atEnd ? nowWidth : 0), to: now.labelX + (now.atEnd ? 0 : nowWidth) };
  const counts = countsOf(story, frame);
  const marks = { silences, discs, flags, legs, passes, diamonds, counts, shares: sharesOf(story, frame, lanes) };
  return {
    ...marks, width, height, left, right: frame.right, lineY: LINE_Y, now, lanes, closed: closedOf(story, frame, lanes, window),
    holds: holdsOf(story, frame), ticks: ticksOf(frame, wording.lang, measure, taken), boxes: boxesOf(marks),
  };
}

function boxesOf({ silences, discs, flags, legs, passes, counts }: Pick<Scene, 'silences' | 'discs' | 'flags' | 'legs' | 'passes' | 'counts'>): Map<string, Box> {
  const boxes = new Map<string, Box>();
  // Both rows of a stretch are one mark.
  for (const { bin, x, width } of counts) boxes.set(`bin:${bin.id}`, { x, y: DID_Y - 12, width, height: HEARD_Y - DID_Y + 24 });
  for (const mark of silences) boxes.set(`silence:${mark.silence.id}`, mark);
  for (const mark of legs) {
    boxes.set(`leg:${mark.leg.id}`, mark);
    for (const { x, members } of mark.ticks) for (const { id } of members) boxes.set(`touchpoint:${id}`, { x: x - 3, y: mark.y, width: 6, height: BAR });
  }
  // After the ticks: what is both a tick and a disc is pointed at as the disc.
  for (const { x, y, width, members } of discs) {
    for (const { id } of members) boxes.set(`touchpoint:${id}`, { x: x - width / 2, y: y - 9, width, height: 18 });
  }
  for (const { x, members } of flags) for (const { id } of members) boxes.set(`promise:${id}`, { x: x - 1, y: LINE_Y - 23, width: 12, height: 24 });
  for (const { pass, x, y1, y2 } of passes) {
    boxes.set(`pass:${pass.id}`, { x: x - 12, y: Math.min(y1, y2) - 8, width: 24, height: Math.abs(y2 - y1) + 16 });
  }
  return boxes;
}

/** Lays out the compact relay: only the line, with diamonds on it. */
export function layOutCompact(story: Story, width: number, window: Span): Scene {
  const frame = frameOf(window, 12, width - 12);
  const diamonds = diamondsOf(story, frame, [], COMPACT_LINE_Y);
  const boxes = new Map<string, Box>();
  for (const { x, y, width, members } of diamonds) {
    for (const { id } of members) boxes.set(`pass:${id}`, { x: x - width / 2, y: y - DIAMOND / 2, width, height: DIAMOND });
  }
  for (const leg of story.legs.filter((one) => inSight(frame, one.start, one.end))) {
    boxes.set(`leg:${leg.id}`, { ...spanBox(frame, leg, LEAST_HOLD), y: COMPACT_LINE_Y - 4, height: 8 });
  }
  return {
    width, height: COMPACT_HEIGHT, left: frame.left, right: frame.right, lineY: COMPACT_LINE_Y, diamonds, boxes, holds: holdsOf(story, frame),
    now: nowOf(story.now, frame, 0), ticks: [], lanes: [], silences: [], discs: [], legs: [], passes: [], flags: [],
    counts: [], shares: [], closed: [],
  };
}

function labelWidth(lanes: Department[], rows: string[], width: number, measure: Measure): number {
  const longest = Math.max(...rows.map((row) => measure(row, true)), ...lanes.map((lane) => SWATCH + measure(lane.name)));
  // A name of sixty characters may wrap; it may not take the chart's room.
  return Math.ceil(Math.min(Math.max(116, longest + 14), Math.max(128, width * 0.2)));
}

function lanesOf(departments: Department[], left: number, measure: Measure): LaneMark[] {
  let y = LANES_Y;
  return departments.map((department) => {
    const lines = wrap(department.name, left - SWATCH - 12, measure);
    const mark = { department, y, height: Math.max(LANE, lines.length * NAME_LINE + 4), lines };
    y += mark.height;
    return mark;
  });
}

function spanBox(frame: Frame, leg: ToldLeg, least: number): { x: number; width: number } {
  const x = frame.near(leg.start);
  return { x, width: Math.max(least, frame.near(leg.end) - x) };
}

function legsOf(story: Story, frame: Frame, lanes: LaneMark[]): LegMark[] {
  return story.legs.filter((leg) => inSight(frame, leg.start, leg.end, LEAST_BAR)).map((leg) => {
    const lane = lanes.find((mark) => mark.department.id === leg.department)!;
    const box = { ...spanBox(frame, leg, LEAST_BAR), y: lane.y + lane.height / 2 - BAR / 2, height: BAR };
    // A hundred ticks side by side would hide the bar they stand in.
    const ticks = join(leg.touchpoints.map((touchpoint) => ({ x: frame.x(touchpoint.at), member: touchpoint })), () => TICK_ROOM)
      // One at the very end would look like a notch.
      .filter(({ x }) => x > box.x + 1.5 && x < box.x + box.width - 1.5 && x >= frame.left && x <= frame.right);
    return { leg, department: lane.department, ticks, ...box };
  });
}

/** Who holds the baton when: of legs that run at once the one begun last, and a wait only where nobody holds. */
export function holdsOf(story: Story, frame: Frame): HoldMark[] {
  const cuts = [...new Set([...story.legs.flatMap((leg) => [leg.start, leg.end]), ...story.passes.flatMap((pass) => [pass.at, pass.until])])].sort((a, b) => a - b);
  const holds: HoldMark[] = [];
  const add = (from: number, to: number, least: number, tone: HoldMark['tone'], department: Department | null) => {
    if (!inSight(frame, from, to, least)) return;
    const x = frame.near(from);
    holds.push({ x, width: Math.max(least, frame.near(to) - x), tone, department });
  };
  const departmentOf = (leg: ToldLeg) => story.lanes.find((lane) => lane.id === leg.department) ?? null;
  cuts.slice(1).forEach((to, i) => {
    const from = cuts[i];
    const leg = story.legs.findLast((one) => one.start <= from && one.end >= to);
    const waits = leg ? [] : story.passes.filter((pass) => pass.at <= from && pass.until >= to);
    if (leg) add(from, to, 0, 'held', departmentOf(leg));
    else if (waits.length > 0) add(from, to, 0, waits.some((pass) => pass.state === 'broken') ? 'late' : 'wait', null);
  });
  // A leg of a single moment would vanish between two waits.
  for (const leg of story.legs) if (frame.x(leg.end) - frame.x(leg.start) < LEAST_HOLD) add(leg.start, leg.end, LEAST_HOLD, 'held', departmentOf(leg));
  return holds;
}

function nowOf(now: number, frame: Frame, labelWidth: number): Scene['now'] {
  const x = frame.x(now);
  if (!(x >= frame.left && x <= frame.right)) return null;
  const atEnd = x + 4 + labelWidth > frame.right + 4;
  return { x, labelX: atEnd ? x - 4 : x + 4, atEnd };
}
