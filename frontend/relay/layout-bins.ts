import type { Story } from './story.ts';
import { BAR, DID_Y, HEARD_Y, LINE_Y, inSight, type Frame } from './geometry.ts';
import type { CountMark, LaneMark, ShareMark } from './scene.ts';

const TALLEST = 18;
const LEAST = 2;
const GROUND = 9;
const LINE = 7;
const LEAST_SHARE = 1.5;

/** What the customer did and heard as bars of counts; both rows on one scale, so that they compare. */
export function countsOf(story: Story, frame: Frame): CountMark[] {
  const seen = story.bins.filter((bin) => inSight(frame, bin.from, bin.to));
  const most = Math.max(1, ...seen.flatMap((bin) => [bin.inbound, bin.outbound]));
  return (['inbound', 'outbound'] as const).flatMap((direction) => {
    const highest = seen.reduce((best, bin) => Math.max(best, bin[direction]), 0);
    let told = false;
    // The one with its number comes last, in front of its neighbours.
    const marks = seen.filter((bin) => bin[direction] > 0).map((bin) => {
      const x = frame.near(bin.from);
      const width = frame.near(bin.to) - x;
      const gap = width > 3 ? 1 : 0;
      const height = LEAST + (TALLEST - LEAST) * (bin[direction] / most);
      const y = (direction === 'inbound' ? DID_Y : HEARD_Y) + GROUND - height;
      const tells = !told && bin[direction] === highest && x >= frame.left && x < frame.right - 30;
      told ||= tells;
      return { bin, x, y, width: Math.max(1, width - gap), height, filled: direction === 'inbound', label: tells ? String(highest) : '' };
    });
    return marks.sort((a, b) => a.label.length - b.label.length);
  });
}

/** Shares of time held: a stack in the line, and in each lane a bar as high as the department's share. */
export function sharesOf(story: Story, frame: Frame, lanes: LaneMark[]): ShareMark[] {
  const byId = new Map(lanes.map((lane) => [lane.department.id, lane]));
  const marks: ShareMark[] = [];
  for (const bin of story.bins) {
    if (!inSight(frame, bin.from, bin.to)) continue;
    const x = frame.near(bin.from);
    const width = Math.max(1, frame.near(bin.to) - x);
    // Journeys that run at once can hold more than the whole time together; the line has room for one.
    const total = Math.max(1, bin.held.reduce((sum, { share }) => sum + share, 0));
    let top = LINE_Y - LINE / 2;
    for (const { department, share } of bin.held) {
      const lane = byId.get(department);
      if (!lane) continue;
      const height = (share / total) * LINE;
      marks.push({ x, y: top, width, height, department: lane.department });
      top += height;
      const bar = Math.max(LEAST_SHARE, share * BAR);
      marks.push({ x, y: lane.y + lane.height / 2 + BAR / 2 - bar, width, height: bar, department: lane.department });
    }
  }
  return marks;
}
