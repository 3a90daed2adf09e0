import type ApexCharts from 'apexcharts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { type ChartData, type ChartTexts, countAxis, type Flag, flags, isEmpty, type Mark, marks } from './chart-model.ts';
import { FOOT_PX, histogramOptions, type Scene, trendOptions } from './chart-options.ts';
import { type Frame, overlay } from './chart-overlay.ts';
import { chartStyles } from './chart.styles.ts';
import { chartTable } from './chart-table.ts';
import { define } from './define.ts';
import type { Measure } from './headings.ts';
import { measureLike } from './measure.ts';
import { type Palette, palette, samePalette, watchScheme } from './palette.ts';
import { sharedStyles } from './shared-styles.ts';
import { Tooltip, tooltipStyles, tooltipTemplate } from './tooltip.ts';

const ENGLISH: ChartTexts = {
  asTable: 'As a table',
  asChart: 'As a chart',
  empty: 'No handoffs in this selection.',
  n: 'n',
};

/**
 * One chart with its table. Fires `chart-select` with `{index}` of the bin or point chosen.
 * Apex lives in this shadow root and brings its stylesheet there by itself.
 */
export class BatonChart extends LitElement {
  static override styles = [sharedStyles, chartStyles, tooltipStyles];
  static override properties = {
    data: { attribute: false },
    texts: { attribute: false },
    lang: { reflect: true },
    height: { type: Number },
    tabular: { type: Boolean, reflect: true },
    width: { state: true },
    frame: { state: true },
    current: { state: true },
  };

  declare data: ChartData | null;
  declare texts: Partial<ChartTexts>;
  declare lang: string;
  /** Of the picture, in px. */
  declare height: number;
  /** The table shows instead of the picture. */
  declare tabular: boolean;
  declare protected width: number;
  declare protected frame: Frame | null;
  declare protected current: number;

  #chart: ApexCharts | null = null;
  #drawing = 0;
  #palette: Palette | null = null;
  #marks: readonly Mark[] = [];
  #flags: readonly Flag[] = [];
  #measured: Measure | null = null;
  #unwatch: (() => void) | null = null;
  readonly #resize = new ResizeObserver(([entry]) => {
    this.width = Math.floor(entry.contentRect.width);
  });

  constructor() {
    super();
    this.data = null;
    this.texts = {};
    this.lang = '';
    this.height = 132;
    this.tabular = false;
    this.width = 0;
    this.frame = null;
    this.current = 0;
    new Tooltip(this, (mark) => this.#marks[Number(mark.dataset.tip)]?.lines ?? [], true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    this.#unwatch = watchScheme(() => this.#recolour());
    if (this.hasUpdated) {
      void this.#draw();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#unwatch?.();
    this.#clear();
  }

  get #words(): ChartTexts {
    return { ...ENGLISH, ...this.texts };
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('data')) {
      this.current = 0;
    }
    if (this.data && (changed.has('data') || changed.has('lang') || changed.has('texts'))) {
      this.#marks = marks(this.data, this.lang, this.#words);
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (['data', 'lang', 'height', 'width', 'tabular'].some((name) => changed.has(name))) {
      void this.#draw();
    }
  }

  protected override render(): TemplateResult {
    const data = this.data;
    const words = this.#words;
    const shown = data && !isEmpty(data) ? data : null;
    return html`
      <div style=${styleMap({ '--height': `${this.height}px` })}>
        ${data && !shown ? html`<p class="empty">${words.empty}</p>` : nothing}
        ${shown && this.tabular ? chartTable(shown, this.#choose) : nothing}
        <div class=${classMap({ picture: true, [data?.kind ?? '']: !!data })} role="group" aria-label=${data?.label ?? nothing} ?hidden=${!shown || this.tabular}>
          <div class="plot" aria-hidden="true"></div>
          ${shown && this.frame
            ? overlay({ data: shown, frame: this.frame, marks: this.#marks, flags: this.#flags, current: this.current, lang: this.lang, choose: this.#choose, go: this.#go })
            : nothing}
        </div>
        ${shown
          ? html`<button type="button" class="toggle" aria-expanded=${this.tabular} @click=${this.#toggle}>${this.tabular ? words.asChart : words.asTable}</button>`
          : nothing}
      </div>
      ${tooltipTemplate}
    `;
  }

  #toggle = (): void => {
    this.tabular = !this.tabular;
  };

  #choose = (index: number): void => {
    this.dispatchEvent(new CustomEvent('chart-select', { detail: { index }, bubbles: true, composed: true }));
  };

  /** Moves the one tab stop among the marks. */
  #go = (to: number): void => {
    this.current = Math.max(0, Math.min(to, this.#marks.length - 1));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.mark[tabindex="0"]')?.focus());
  };

  #options(scene: Scene): object | null {
    const data = this.data;
    if (data?.kind === 'trend') {
      return trendOptions(data, scene);
    }
    if (data?.kind === 'histogram') {
      const measure = this.#measure();
      const flag = flags(data, scene.width, measure)[0];
      return histogramOptions(data, countAxis(data, flag, scene.width, scene.height - FOOT_PX, measure), scene);
    }
    return null;
  }

  #measure(): Measure {
    return (this.#measured ??= measureLike(this, 12));
  }

  #clear(): void {
    this.#drawing++;
    this.#chart?.destroy();
    this.#chart = null;
    this.frame = null;
  }

  /** From scratch each time: a dozen marks cost little, and Apex' updates keep traces of the series before. */
  async #draw(): Promise<void> {
    const turn = ++this.#drawing;
    // Out of Lit's update, in which this is called: what follows changes state.
    await null;
    if (turn !== this.#drawing) {
      return;
    }
    if (!this.isConnected || !this.width || this.tabular || isEmpty(this.data)) {
      this.#clear();
      return;
    }
    // Not in the entry bundle: half a megabyte for those who open this screen only.
    const { default: Apex } = await import('apexcharts');
    const place = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (turn !== this.#drawing || !place || !this.data) {
      return;
    }
    this.#chart?.destroy();
    this.#palette = palette(this);
    const scene: Scene = { lang: this.lang, width: this.width, height: this.height, palette: this.#palette };
    const options = this.#options(scene);
    if (!options) {
      return;
    }
    const chart = new Apex(place, options);
    this.#chart = chart;
    await chart.render();
    if (turn === this.#drawing) {
      const frame = frameOf(chart);
      this.#flags = flags(this.data, frame.width, this.#measure());
      this.frame = frame;
    }
  }

  #recolour(): void {
    const now = palette(this);
    if (!this.#chart || samePalette(this.#palette, now)) {
      return;
    }
    this.#palette = now;
    const options = this.#options({ lang: this.lang, width: this.width, height: this.height, palette: now });
    if (options) {
      void this.#chart.updateOptions(options, false, false, false);
    }
  }
}

/** Where Apex has put the plot within its picture: its types leave `w` out, and there is no public way to ask. */
function frameOf(chart: ApexCharts): Frame {
  const { globals } = (chart as unknown as { w: { globals: Record<string, number> } }).w;
  return { left: globals.translateX, top: globals.translateY, width: globals.gridWidth, height: globals.gridHeight };
}

define('baton-chart', BatonChart);

declare global {
  interface HTMLElementTagNameMap {
    'baton-chart': BatonChart;
  }
}
