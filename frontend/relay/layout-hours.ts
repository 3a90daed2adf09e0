import type { Story } from './story.ts';
import { inSight, type Frame } from './geometry.ts';
import type { ClosedMark, LaneMark } from './scene.ts';
import type { Span } from './types.ts';
import { DAY } from './wall-clock.ts';
import { lengthOf } from './window.ts';

/** Up to this length opening hours are worth showing; a day with its 3 % of air belongs to it. */
export const HOURS_UP_TO = 1.1 * DAY;

/** A faint ground in each lane while its department is closed, so that one sees what a wait could not use. */
export function closedOf(story: Story, frame: Frame, lanes: LaneMark[], window: Span): ClosedMark[] {
  if (lengthOf(window) > HOURS_UP_TO) return [];
  return story.closed.flatMap(({ department, from, to }) => {
    const lane = lanes.find((mark) => mark.department.id === department);
    if (!lane || !inSight(frame, from, to)) return [];
    const x = Math.max(frame.left, frame.near(from));
    return [{ x, y: lane.y, width: Math.min(frame.right, frame.near(to)) - x, height: lane.height }];
  });
}
