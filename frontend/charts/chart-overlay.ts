import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { type ChartData, edges, type Flag, hasShare, type HistogramData, type Mark, shareAxis, type TrendData } from './chart-model.ts';
import { decimal, percentage } from './numbers.ts';

/** Where the plot lies within the picture, in px. */
export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Overlay {
  data: ChartData;
  frame: Frame;
  marks: readonly Mark[];
  flags: readonly Flag[];
  /** Place among the marks of the one that Tab reaches. */
  current: number;
  lang: string;
  choose: (index: number) => void;
  go: (to: number) => void;
}

// A label and the air beside it.
const EDGE_PX = 36;

const percent = (part: number) => `${part * 100}%`;

/** Words, lines and buttons over the drawn plot: one tab stop, arrow keys from mark to mark, Enter chooses. */
export function overlay(parts: Overlay): TemplateResult {
  const { data, frame, marks, flags, current, choose, go } = parts;
  const style = styleMap({
    '--left': `${frame.left}px`,
    '--top': `${frame.top}px`,
    '--plot-width': `${frame.width}px`,
    '--plot-height': `${frame.height}px`,
  });
  const key = (event: KeyboardEvent, at: number) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (to !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      go(to);
    }
  };
  return html`<div class="over" style=${style}>
    ${marks.map(
      (mark, i) => html`<button
        type="button"
        class="mark"
        data-tip=${i}
        tabindex=${i === Math.min(current, marks.length - 1) ? 0 : -1}
        aria-label=${mark.lines.join(', ')}
        style=${styleMap({ '--x': percent(mark.left), '--w': percent(mark.width) })}
        @click=${() => choose(mark.index)}
        @keydown=${(event: KeyboardEvent) => key(event, i)}
      ></button>`,
    )}
    ${flags.map(flagLine)} ${data.kind === 'trend' ? trendWords(data, parts) : histogramWords(data, parts)}
  </div>`;
}

function flagLine(flag: Flag): TemplateResult {
  const style = styleMap({ '--x': percent(flag.at), '--row': flag.top, '--room': `${flag.room}px` });
  return html`<div class=${classMap({ flag: true, before: flag.before })} style=${style}>
    <p>${flag.lines.map((line, i) => html`<span class=${i ? 'beyond' : ''}>${line}</span>`)}</p>
  </div>`;
}

function histogramWords({ bins }: HistogramData, { frame, lang }: Overlay): TemplateResult {
  const labels = edges(bins, Math.max(1, Math.floor(frame.width / EDGE_PX)), (edge) => decimal(edge, lang));
  return html`${labels.map(({ at, text }) => html`<span class=${classMap({ edge: true, last: at === 1 })} style=${styleMap({ '--x': percent(at) })}>${text}</span>`)}`;
}

function trendWords(data: TrendData, { frame, lang }: Overlay): TemplateResult {
  const { points } = data;
  const top = shareAxis(points).max / 100;
  const place = (i: number) => ({ '--x': percent((i + 0.5) / points.length), '--y': percent(1 - (points[i].share ?? 0) / top) });
  const shown = points.flatMap((point, i) => (hasShare(point) ? [i] : []));
  const last = shown[shown.length - 1];
  // A week between two weeks without figures has no line to be seen by.
  const lone = shown.filter((i) => i !== last && !shown.includes(i - 1) && !shown.includes(i + 1));
  const low = ((points[last].share ?? 0) / top) * frame.height;
  return html`
    ${[...lone, last].map((i) => html`<span class="dot" style=${styleMap(place(i))}></span>`)}
    <span class=${classMap({ end: true, above: low < 26 })} style=${styleMap(place(last))}>${percentage(points[last].share ?? 0, lang)}</span>
    <div class="axis"><span>${points[0].label}</span>${points.length > 1 ? html`<span>${points[points.length - 1].label}</span>` : nothing}</div>
  `;
}
