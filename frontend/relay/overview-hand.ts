import { dragged, gripAt, type Grip, type Strip } from './layout-overview.ts';
import type { StripHands } from './draw-overview.ts';
import type { Span } from './types.ts';
import { NARROWEST, fit, lengthOf } from './window.ts';

const MOVED = 3;

/** What the strip is laid over. */
export interface Overviewed {
  strip: () => Strip | null;
  window: () => Span;
  look: (window: Span) => void;
}

interface Hold {
  grip: Grip;
  x: number;
  window: Span;
  /** The journey under the pointer, which a click without moving goes to. */
  journey: Span | null;
}

/** Drags the frame over the overview, or one of its sides; a click beside it goes there, on a journey to that journey. */
export class OverviewHand implements StripHands {
  private readonly chart: Overviewed;
  private hold: Hold | null = null;

  constructor(chart: Overviewed) {
    this.chart = chart;
  }

  readonly down = (event: PointerEvent): void => {
    const strip = this.chart.strip();
    if (!strip || event.button > 0) return;
    const svg = event.currentTarget as SVGSVGElement;
    const x = placeOf(event);
    if (x < strip.left) return;
    const grip = gripAt(strip, x);
    let window = this.chart.window();
    const mark = grip === 'elsewhere' ? strip.marks.findLast((one) => x >= one.x - 2 && x <= one.x + one.width + 2) : undefined;
    if (grip === 'elsewhere') {
      const half = lengthOf(window) / 2;
      window = { from: strip.at(x) - half, to: strip.at(x) + half };
      if (!mark) this.chart.look(window);
    }
    svg.setPointerCapture(event.pointerId);
    svg.classList.add('held');
    this.hold = { grip, x, window, journey: mark ? fit(mark.journey) : null };
    event.preventDefault();
  };

  readonly move = (event: PointerEvent): void => {
    const strip = this.chart.strip();
    if (!this.hold || !strip) return;
    const x = placeOf(event);
    if (this.hold.journey && Math.abs(x - this.hold.x) < MOVED) return;
    this.hold.journey = null;
    this.chart.look(dragged(this.hold.window, this.hold.grip, strip.at(this.hold.x), strip.at(x), NARROWEST));
  };

  readonly up = (event: PointerEvent): void => {
    (event.currentTarget as SVGSVGElement).classList.remove('held');
    if (this.hold?.journey && event.type === 'pointerup') this.chart.look(this.hold.journey);
    this.hold = null;
  };
}

const placeOf = (event: PointerEvent): number => event.clientX - (event.currentTarget as SVGSVGElement).getBoundingClientRect().left;
