import type { State } from './types.ts';
import type { Story } from './story.ts';
import { DID_Y, HEARD_Y, LINE_Y, inSight, join, type Frame } from './geometry.ts';
import type { DiscMark, FlagMark, SilenceMark } from './scene.ts';
import { wrap, type Measure } from './measure.ts';

const DISC = 18;
const SILENCE_TOP = 22;
const SILENCE_BOTTOM = LINE_Y - 10;
const FLAG_ROOM = 12;
const worstFirst: State[] = ['broken', 'at-risk', 'unknown', 'fine'];

/** A disc, or a pill where a count has three digits. */
export const discWidth = (count: number): number => Math.max(DISC, 4 + String(count).length * 7);

/** What the customer did (filled) and heard (open); discs nearer than 19 px are one, with a count. */
export function discsOf(story: Story, frame: Frame): DiscMark[] {
  return (['inbound', 'outbound'] as const).flatMap((direction) => {
    // All of them, not only those in sight: else groups would fall apart and form anew at the sides while panning.
    const marks = story.touchpoints
      .filter((touchpoint) => touchpoint.direction === direction)
      .map((touchpoint) => ({ x: frame.x(touchpoint.at), member: touchpoint }));
    return join(marks, (count) => discWidth(count) + 1)
      .filter(({ x }) => x > frame.left - DISC && x < frame.right + DISC)
      .map(({ x, members }) => ({
        x, members, filled: direction === 'inbound', y: direction === 'inbound' ? DID_Y : HEARD_Y, width: discWidth(members.length),
      }));
  });
}

/** Silences over the three rows; words in one or two lines, none where they do not fit (the list has them). */
export function silencesOf(story: Story, frame: Frame, measure: Measure): SilenceMark[] {
  return story.silences.filter((silence) => inSight(frame, silence.from, silence.to)).map((silence) => {
    const x = frame.near(silence.from);
    const width = Math.max(1, frame.near(silence.to) - x);
    const from = Math.max(x, frame.left);
    const to = Math.min(x + width, frame.right);
    const lines = linesOf(silence.text, to - from - 8, measure);
    return { silence, x, width, y: SILENCE_TOP, height: SILENCE_BOTTOM - SILENCE_TOP, lines, textX: (from + to) / 2 };
  });
}

function linesOf(text: string, room: number, measure: Measure): string[] {
  const lines = wrap(text, room, measure);
  const whole = text.split(/\s+/).every((word) => measure(word) <= room);
  return whole && lines.length <= 2 ? lines : [];
}

/** Flags at the due moments; those that would hide each other share one that shows the worst state. */
export function flagsOf(story: Story, frame: Frame): FlagMark[] {
  const marks = story.promises.map((promise) => ({ x: frame.x(promise.due), member: promise }));
  return join(marks, (count) => (count > 1 ? FLAG_ROOM * 2 : FLAG_ROOM))
    .filter(({ x }) => x >= frame.left && x <= frame.right)
    .map(({ x, members }) => ({
      x, members, state: worstFirst.find((state) => members.some((promise) => promise.state === state)) ?? 'unknown',
    }));
}
