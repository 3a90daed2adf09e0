import { scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom';
import type { Span } from './types.ts';
import { NARROWEST, WIDEST, lengthOf } from './window.ts';

/** What the hand may do: the stretch at scale 1, the limits of panning, and where the time axis is drawn. */
export interface Reach {
  journey: Span;
  limits: Span;
  left: number;
  right: number;
  height: number;
}

/** Panning and pinching on time only. The window belongs to the element; d3-zoom is told of every other change. */
export class HandZoom {
  private readonly behaviour: ZoomBehavior<SVGSVGElement, unknown>;
  private svg: SVGSVGElement | null = null;
  private reach: Reach | null = null;

  constructor(onWindow: (window: Span) => void) {
    this.behaviour = zoom<SVGSVGElement, unknown>()
      .clickDistance(4)
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
        // A plain wheel scrolls the page; only with Ctrl or ⌘ (a pinch on a touchpad says Ctrl) does it zoom.
        if (event.type === 'wheel') return event.ctrlKey || event.metaKey;
        return !event.ctrlKey && !('button' in event && event.button > 0);
      })
      .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (!this.reach) return;
        const [from, to] = event.transform.rescaleX(this.scale(this.reach)).domain();
        onWindow({ from: from.getTime(), to: to.getTime() });
      });
  }

  /** Listens on the chart (once per element) and takes over its sides and its window. */
  follow(svg: SVGSVGElement, reach: Reach, window: Span): void {
    const base = this.scale(reach);
    const length = lengthOf(reach.journey);
    this.reach = reach;
    this.behaviour
      .extent([[reach.left, 0], [reach.right, reach.height]])
      .scaleExtent([Math.min(1, length / WIDEST), length / NARROWEST])
      .translateExtent([[base(reach.limits.from), -Infinity], [base(reach.limits.to), Infinity]]);
    const selection = select(svg);
    if (svg !== this.svg) {
      this.svg = svg;
      // d3-zoom claims every touch; a finger moving up or down must still scroll the page.
      selection.call(this.behaviour).on('dblclick.zoom', null).style('touch-action', 'pan-y');
    }
    const scale = length / lengthOf(window);
    const transform = zoomIdentity.translate(reach.left - scale * base(window.from), 0).scale(scale);
    // Setting the property, not calling the behaviour: that would end the gesture which caused this change.
    selection.property('__zoom', transform);
  }

  private scale(reach: Reach) {
    return scaleUtc([reach.journey.from, reach.journey.to], [reach.left, reach.right]);
  }
}
