import type { Story, ToldPass } from './story.ts';
import { BAR, DIAMOND, LINE_Y, inSight, join, laneMiddle, overlap, type Frame } from './geometry.ts';
import type { Box, DiamondMark, LaneMark, LegMark, PassMark, Scene } from './scene.ts';
import type { Measure } from './measure.ts';

const LEAST_HATCH = 3;
const WORDS = 14;

interface Surroundings {
  legs: LegMark[];
  diamonds: DiamondMark[];
  now: Scene['now'];
  measure: Measure;
}

/** Something the words of a wait may not cover, and the passes it belongs to. */
interface Obstacle extends Box {
  of: ToldPass[];
  what: 'bar' | 'hatch' | 'upright' | 'diamond' | 'words';
}

/** Where a pass stands upright; from the line when A's leg is not known, and only there when B's lane is not. */
function ends(pass: ToldPass, lanes: LaneMark[]): { y1: number; y2: number } {
  const y1 = laneMiddle(lanes, pass.fromDepartment) ?? LINE_Y;
  return { y1, y2: laneMiddle(lanes, pass.toDepartment) ?? y1 };
}

/** Diamonds of the broken passes, halfway; those that would hide each other become one with their count. */
export function diamondsOf(story: Story, frame: Frame, lanes: LaneMark[], onLine?: number): DiamondMark[] {
  const rows = new Map<number, { x: number; member: ToldPass }[]>();
  for (const pass of story.passes.filter((one) => one.number > 0)) {
    const { y1, y2 } = ends(pass, lanes);
    const y = onLine ?? (y1 + y2) / 2;
    rows.set(y, [...(rows.get(y) ?? []), { x: frame.x(pass.at), member: pass }]);
  }
  let marks = [...rows].flatMap(([y, row]) => join(row, (n) => diamondWidth(n > 1 ? `${n}×` : '') + 1).map(({ x, members }) => diamond(x, y, members)));
  // Lanes next to each other bring diamonds within reach too; joining until none touch is quick for so few.
  for (let i = 0; i < marks.length; i++) {
    const j = marks.findIndex((mark, k) => k > i && touch(mark, marks[i]));
    if (j < 0) continue;
    const both = [marks[i], marks[j]];
    const members = both.flatMap((mark) => mark.members).sort((a, b) => a.at - b.at);
    const joined = diamond(both.reduce((sum, mark) => sum + mark.x * mark.members.length, 0) / members.length, (both[0].y + both[1].y) / 2, members);
    marks = [...marks.filter((mark) => !both.includes(mark)), joined];
    i = -1;
  }
  return marks.filter(({ x }) => x >= frame.left - DIAMOND / 2 && x <= frame.right + DIAMOND / 2).sort((a, b) => a.x - b.x);
}

const diamondWidth = (label: string): number => DIAMOND + Math.max(0, label.length - 2) * 7;

function diamond(x: number, y: number, members: ToldPass[]): DiamondMark {
  const count = members.reduce((sum, pass) => sum + pass.count, 0);
  const single = members.length === 1;
  // A number leads to one sentence; what stands for many tells how many.
  const numbered = single && !(members[0].many && count > 1);
  const label = numbered ? String(members[0].number) : `${count}×`;
  return { x, y, members, label, beside: numbered && count > 1 ? `${count}×` : '', width: diamondWidth(label) };
}

const touch = (a: DiamondMark, b: DiamondMark): boolean => {
  const apart = (a.width + b.width) / 2 - 1;
  const dx = Math.abs(a.x - b.x);
  const dy = Math.abs(a.y - b.y);
  // Slanting sides let two diamonds stand closer than their boxes would.
  return dx < apart && dy < DIAMOND && dx / apart + dy / DIAMOND < 0.98;
};

/** Passes in sight, with the wait in words where there is room for them. */
export function passesOf(story: Story, frame: Frame, lanes: LaneMark[], around: Surroundings): PassMark[] {
  const marks = story.passes.filter((pass) => inSight(frame, pass.at, pass.until, 12)).map((pass): PassMark => {
    const x = frame.near(pass.at);
    const { y1, y2 } = ends(pass, lanes);
    const width = frame.near(pass.until) - x;
    const hatched = width > LEAST_HATCH && laneMiddle(lanes, pass.toDepartment) !== undefined;
    return {
      pass, x, y1, y2, upright: y1 !== y2 && frame.x(pass.at) >= frame.left && frame.x(pass.at) <= frame.right,
      hatch: hatched ? { x, y: y2 - BAR / 2, width, height: BAR } : null, words: null,
    };
  });
  const obstacles = obstaclesOf(marks, around);
  for (const mark of marks) {
    if (mark.pass.state !== 'broken' || !mark.pass.waitText || !mark.hatch) continue;
    mark.words = wordsOf(mark, mark.hatch, mark.pass.waitText, frame, around.measure, obstacles);
    if (mark.words) obstacles.push({ ...wordsBox(mark.words), of: [mark.pass], what: 'words' });
  }
  return marks;
}

function obstaclesOf(marks: PassMark[], { legs, diamonds, now }: Surroundings): Obstacle[] {
  return [
    ...legs.map(({ x, y, width, height }): Obstacle => ({ x, y, width, height, of: [], what: 'bar' })),
    ...marks.flatMap(({ hatch, pass }): Obstacle[] => (hatch ? [{ ...hatch, of: [pass], what: 'hatch' }] : [])),
    ...marks.filter((mark) => mark.upright).map(({ x, y1, y2, pass }): Obstacle => (
      { x: x - 4, y: Math.min(y1, y2), width: 8, height: Math.abs(y2 - y1), of: [pass], what: 'upright' }
    )),
    ...diamonds.map(({ x, y, width, members }): Obstacle => (
      { x: x - width / 2, y: y - DIAMOND / 2, width, height: DIAMOND, of: members, what: 'diamond' }
    )),
    ...(now ? [{ x: now.x - 3, y: 0, width: 6, height: Infinity, of: [], what: 'upright' } as Obstacle] : []),
  ];
}

const wordsBox = ({ x, y, width }: { x: number; y: number; width: number }): Box => ({ x: x - 4, y: y - WORDS / 2, width: width + 8, height: WORDS });

/** Inside the hatch, else left of it, else nowhere: the sentence below tells the wait too. */
function wordsOf(mark: PassMark, hatch: Box, text: string, frame: Frame, measure: Measure, obstacles: Obstacle[]): PassMark['words'] {
  const width = measure(text, true);
  const at = (x: number) => ({ x, y: mark.y2, width, text });
  const clear = (x: number, minds: (other: Obstacle) => boolean) => {
    const box = wordsBox(at(x));
    return !obstacles.some((other) => minds(other) && overlap(box, other));
  };
  const own = (other: Obstacle) => other.of.includes(mark.pass);
  const from = Math.max(hatch.x, frame.left);
  const to = Math.min(hatch.x + hatch.width, frame.right);
  const inside = (from + to - width) / 2;
  if (to - from >= width + 16 && clear(inside, (other) => other.what !== 'upright' && !(own(other) && other.what === 'hatch'))) return at(inside);
  const before = hatch.x - width - 9;
  // The own diamond reaches into the words' box, but its slanting side stays clear of the letters.
  return before - 4 >= frame.left && clear(before, (other) => !own(other)) ? at(before) : null;
}
