import type { Story } from './story.ts';
import type { Box, Scene } from './scene.ts';
import type { Span } from './types.ts';
import { write } from './wall-clock.ts';
import type { Lang } from './types.ts';

/** Room for a date. */
const LABEL = 56;

/** The same chart as it stood at a moment: what comes after it is not there yet, and bars end at it. */
export function sceneUntil(scene: Scene, x: number, at: number, lang: Lang): Scene {
  const begun = (mark: { x: number }) => mark.x <= x;
  const cut = <T extends Pick<Box, 'x' | 'width'>>(mark: T): T => ({ ...mark, width: Math.max(1, Math.min(mark.width, x - mark.x)) });
  const over = (mark: Pick<Box, 'x' | 'width'>) => mark.x + mark.width <= x + 1;
  const label = write(at, 'date', lang);
  const atEnd = x > scene.right - LABEL;
  const labelX = atEnd ? x - 4 : x + 4;
  const from = atEnd ? labelX - LABEL : labelX;
  return {
    ...scene,
    now: { x, labelX, atEnd, label },
    // The moving date goes before those that stand in its way.
    ticks: scene.ticks.map((tick) => (tick.x + LABEL > from && tick.x < from + LABEL + 8 ? { x: tick.x, label: '' } : tick)),
    silences: scene.silences.filter(begun).map((mark) => ({ ...cut(mark), lines: over(mark) ? mark.lines : [] })),
    discs: scene.discs.filter(begun),
    holds: scene.holds.filter(begun).map(cut),
    legs: scene.legs.filter(begun).map((mark) => ({ ...cut(mark), ticks: mark.ticks.filter(begun) })),
    passes: scene.passes.filter(begun).map((mark) => ({
      ...mark,
      hatch: mark.hatch && cut(mark.hatch),
      words: mark.hatch && over(mark.hatch) ? mark.words : null,
    })),
    diamonds: scene.diamonds.filter(begun),
    flags: scene.flags.filter(begun),
    counts: scene.counts.filter(begun),
    shares: scene.shares.filter(begun).map(cut),
  };
}

/** Where a replay in steps stands still: wherever the baton moves, and at the end. At most so many, evenly chosen. */
export function stepsOf(story: Story, span: Span, most: number): number[] {
  const moments = [
    ...story.legs.map((leg) => leg.start), ...story.passes.map((pass) => pass.at), ...story.silences.map((silence) => silence.to),
  ].filter((at) => at > span.from && at < span.to);
  const steps = [...new Set(moments)].sort((a, b) => a - b);
  const chosen = steps.length < most ? steps : Array.from({ length: most - 1 }, (_, i) => steps[Math.floor((i * steps.length) / (most - 1))]);
  return [...chosen, span.to];
}
