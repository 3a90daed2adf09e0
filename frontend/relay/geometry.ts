import { scaleUtc } from 'd3-scale';
import type { TimeInterval } from 'd3-time';
import type { Span } from './types.ts';
import type { Box, LaneMark } from './scene.ts';

/** Middles of the customer's two rows of discs, the line, and the top of the first lane. */
export const DID_Y = 36;
export const HEARD_Y = 64;
export const WAITED_Y = 92;
export const LINE_Y = 121;
export const LANES_Y = LINE_Y + 14;

/** Heights of a leg's bar and of a diamond. */
export const BAR = 16;
export const DIAMOND = 23;

/** A window drawn between two sides. */
export interface Frame {
  left: number;
  right: number;
  /** The round moments in sight, by an interval of d3-time. */
  moments: (interval: TimeInterval) => Date[];
  /** Pixels of a moment, unbounded. */
  x: (at: number) => number;
  /** Pixels of a moment, kept near the sides: hatches of a million pixels draw badly. */
  near: (at: number) => number;
}

/** Makes the frame of a window. */
export function frameOf(window: Span, left: number, right: number): Frame {
  const scale = scaleUtc([window.from, window.to], [left, right]);
  const x = (at: number) => scale(at);
  const near = (at: number) => Math.min(right + 60, Math.max(left - 60, x(at)));
  return { left, right, x, near, moments: (interval) => scale.ticks(interval) };
}

/** Whether any of a stretch is in sight. */
export const inSight = (frame: Frame, from: number, to: number, reach = 0): boolean =>
  frame.x(to) >= frame.left - reach && frame.x(from) <= frame.right + reach;

/** Joins marks that stand nearer than their widths allow; each group stands at its middle. */
export function join<T>(marks: { x: number; member: T }[], room: (count: number) => number): { x: number; members: T[] }[] {
  const groups: { x: number; members: T[] }[] = [];
  for (const { x, member } of [...marks].sort((a, b) => a.x - b.x)) {
    let group = { x, members: [member] };
    for (;;) {
      const before = groups.at(-1);
      if (!before || group.x - before.x >= (room(before.members.length) + room(group.members.length)) / 2) break;
      groups.pop();
      const count = before.members.length + group.members.length;
      const middle = (before.x * before.members.length + group.x * group.members.length) / count;
      group = { x: middle, members: [...before.members, ...group.members] };
    }
    groups.push(group);
  }
  return groups;
}

/** The middle of a department's lane; undefined when it takes no part. */
export function laneMiddle(lanes: LaneMark[], department: string | null): number | undefined {
  const lane = lanes.find((mark) => mark.department.id === department);
  return lane && lane.y + lane.height / 2;
}

/** Whether two boxes share any pixel. */
export const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
