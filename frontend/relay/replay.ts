import type { Span } from './types.ts';

/** How long a replay takes, from start to end. */
export const SWEEP = 6_000;
const STEPS = 12;

/** How a replay stands: not at all, running or held. */
export type Playing = 'off' | 'running' | 'paused';

/** Lets the moment of a replay run from start to end in six seconds, or in steps where motion is not wanted. */
export class Replay {
  playing: Playing = 'off';
  private span: Span = { from: 0, to: 1 };
  private steps: number[] | null = null;
  private done = 0;
  private since = 0;
  private frame = 0;

  private readonly onMoment: (at: number | null) => void;

  constructor(onMoment: (at: number | null) => void) {
    this.onMoment = onMoment;
  }

  /** Begins anew. With steps it stands still at each of them for an equal time. */
  start(span: Span, steps: number[] | null): void {
    this.stop();
    this.span = span;
    this.steps = steps;
    this.done = 0;
    this.run();
  }

  /** Pauses, or goes on where it stood. */
  toggle(): void {
    if (this.playing === 'running') {
      cancelAnimationFrame(this.frame);
      this.playing = 'paused';
      this.onMoment(this.moment());
    } else if (this.playing === 'paused') this.run();
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    if (this.playing === 'off') return;
    this.playing = 'off';
    this.onMoment(null);
  }

  private run(): void {
    this.playing = 'running';
    this.since = performance.now() - this.done;
    const tick = (now: number) => {
      this.done = Math.max(0, now - this.since);
      if (this.done >= SWEEP) {
        this.stop();
        return;
      }
      this.onMoment(this.moment());
      this.frame = requestAnimationFrame(tick);
    };
    this.onMoment(this.moment());
    this.frame = requestAnimationFrame(tick);
  }

  private moment(): number {
    const share = Math.min(1, this.done / SWEEP);
    return momentAt(this.span, this.steps, share);
  }
}

/** The moment that a share of the replay shows. */
export function momentAt({ from, to }: Span, steps: number[] | null, share: number): number {
  if (!steps) return from + (to - from) * share;
  return steps[Math.min(steps.length - 1, Math.floor(share * steps.length))] ?? to;
}

/** As many steps as one can follow in the time. */
export const MOST_STEPS = STEPS;
