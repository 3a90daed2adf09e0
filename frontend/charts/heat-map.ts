import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Density, Grid, HeatCell, HeatLayout, HeatMapData, HeatTexts, HeatTotal, HeatUnit, Lane, Place } from './heat-map-model.ts';
import { layout, move, sameLane, tabStop, toGrid } from './heat-map-model.ts';
import { heatMapStyles } from './heat-map.styles.ts';
import { cellLabel, ENGLISH, isFew, laneNames } from './heat-map-words.ts';
import { breakable, type Measure } from './headings.ts';
import { measureLike } from './measure.ts';
import { count, percentage, shortCount, wholePercents } from './numbers.ts';
import { define } from './define.ts';
import { sharedStyles } from './shared-styles.ts';
import { Tooltip, tooltipStyles, tooltipTemplate } from './tooltip.ts';

const DENSE_LINE = 60;
// As in the stylesheet: a little closer, so that "Facturatie" fits its cell of 48 px on one line.
const HEADING_SPACING = -0.02;

/**
 * Who passes to whom, and how often it breaks: a table with a button per lane. Arrow keys move, Enter chooses.
 * Fires `lane-select` with `{from, to}`.
 */
export class BatonHeatMap extends LitElement {
  static override styles = [sharedStyles, heatMapStyles, tooltipStyles];
  static override properties = {
    data: { attribute: false },
    texts: { attribute: false },
    lang: { reflect: true },
    width: { state: true },
    chosen: { state: true },
    current: { state: true },
  };

  declare data: HeatMapData | null;
  declare texts: Partial<HeatTexts>;
  declare lang: string;
  declare protected width: number;
  declare protected chosen: Lane | null;
  declare protected current: Lane | null;

  #grid: Grid = [];
  #layout: HeatLayout | null = null;
  #measure: Measure | null = null;
  readonly #resize = new ResizeObserver(([entry]) => {
    this.width = entry.contentRect.width;
  });

  constructor() {
    super();
    this.data = null;
    this.texts = {};
    this.lang = '';
    this.width = 0;
    this.chosen = null;
    this.current = null;
    new Tooltip(this, (mark) => this.#lines(mark), true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('data')) {
      this.#grid = this.data ? toGrid(this.data) : [];
      this.chosen = this.data?.selected ?? null;
    }
    if ((changed.has('data') || changed.has('width')) && this.data && this.width) {
      this.#measure ??= measureLike(this, 11, HEADING_SPACING);
      this.#layout = layout(this.width, this.data.units.map((unit) => unit.name), this.#measure);
    }
  }

  protected override render(): TemplateResult {
    const units = this.data?.units ?? [];
    return html`
      ${this.data && !units.length ? html`<p class="empty">${this.#text('empty')}</p>` : nothing}
      ${units.length && this.#layout ? [this.#table(units, this.#layout), this.#key()] : nothing}
      ${tooltipTemplate}
    `;
  }

  #table(units: readonly HeatUnit[], { density, gap, rowHead, cell, sum, table, scrolls, headings }: HeatLayout): TemplateResult {
    const stop = tabStop(this.#grid, this.current, this.chosen);
    const totals = (list: readonly HeatTotal[] | undefined) => new Map((list ?? []).map((total) => [String(total.id), total]));
    const rows = totals(this.data?.rowTotals);
    const columns = totals(this.data?.columnTotals);
    const style = styleMap({ width: `${table}px`, '--gap': `${gap}px`, '--cell': `${cell}px`, '--length': `${headings.length}px` });
    return html`<div class=${classMap({ scroll: true, scrolls })}>
      <table class=${classMap({ [density]: true, upright: headings.upright })} style=${style} @keydown=${this.#move} @click=${this.#click} @focusin=${this.#focus}>
        <caption class="visually-hidden">${this.#text('caption')}</caption>
        <colgroup>
          <col style=${styleMap({ width: `${rowHead}px` })} />
          ${units.map(() => html`<col style=${styleMap({ width: `${cell}px` })} />`)}
          ${sum ? html`<col style=${styleMap({ width: `${sum}px` })} />` : nothing}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" class="corner">${this.#text('corner')}</th>
            ${units.map((unit) => this.#columnHead(unit))}
            ${sum ? html`<th scope="col" class="sum">${this.#text('passesOn')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${units.map(
            (from, row) => html`<tr>
              ${this.#rowHead(from)}
              ${this.#grid[row].map((_, column) => this.#cell({ row, column }, stop, density, cell))}
              ${sum ? this.#total(rows.get(String(from.id)), density, sum) : nothing}
            </tr>`,
          )}
        </tbody>
        ${sum
          ? html`<tfoot>
              <tr>
                <th scope="row">${this.#text('receives')}</th>
                ${units.map((unit) => this.#total(columns.get(String(unit.id)), density, cell))}
                <td></td>
              </tr>
            </tfoot>`
          : nothing}
      </table>
    </div>`;
  }

  // Screen readers stumble over soft hyphens, so they get the plain name beside the drawn one.
  #columnHead(unit: HeatUnit): TemplateResult {
    const chosen = !!this.chosen && String(this.chosen.to) === String(unit.id);
    return html`<th scope="col" class=${classMap({ unit: true, striped: !!unit.striped, 'chosen-line': chosen })} data-slot=${unit.slot} data-tip="name" .tipName=${unit.name}>
      <span class="name" aria-hidden="true">${breakable(unit.name)}</span><span class="visually-hidden">${unit.name}</span>
    </th>`;
  }

  #rowHead(unit: HeatUnit): TemplateResult {
    const chosen = !!this.chosen && String(this.chosen.from) === String(unit.id);
    return html`<th scope="row" class=${classMap({ 'chosen-line': chosen })} data-slot=${unit.slot}>
      <span class="row-name" aria-hidden="true"
        ><span class=${classMap({ swatch: true, striped: !!unit.striped })}></span><span class="name">${breakable(unit.name)}</span></span
      ><span class="visually-hidden">${unit.name}</span>
    </th>`;
  }

  #cell({ row, column }: Place, stop: Place | null, density: Density, width: number): TemplateResult {
    const cell = this.#grid[row][column];
    if (!cell) {
      return html`<td class=${row === column ? 'self' : ''}></td>`;
    }
    const few = isFew(cell);
    return html`<td>
      <button
        type="button"
        class=${classMap({ few, worst: !!cell.rank })}
        data-step=${few ? nothing : cell.step}
        data-at="${row},${column}"
        data-tip="lane"
        tabindex=${stop?.row === row && stop.column === column ? 0 : -1}
        aria-pressed=${sameLane(cell, this.chosen)}
      >
        <span class="visually-hidden">${cellLabel(this.data, cell, this.#text, this.lang)}</span>
        <span aria-hidden="true">${this.#figures(cell, few, density === 'roomy', width)}</span>
      </button>
      ${cell.rank ? html`<span class="badge" aria-hidden="true">${cell.rank}</span>` : nothing}
    </td>`;
  }

  #figures(cell: HeatCell, few: boolean, withN: boolean, width: number): TemplateResult | string {
    if (few) {
      return withN ? `${this.#text('n')} ${count(cell.n, this.lang)}` : '';
    }
    const share = wholePercents(cell.share ?? 0, this.lang);
    return withN ? html`${share}<small>${shortCount(cell.n, this.lang, this.#fits(width))}</small>` : share;
  }

  #total(total: HeatTotal | undefined, density: Density, width: number): TemplateResult {
    if (!total || total.share === null || !total.n) {
      return html`<td class="sum"></td>`;
    }
    const whole = `${percentage(total.share, this.lang)}, ${this.#text('n')} ${count(total.n, this.lang)}`;
    // In a dense map's last column both stand on one line.
    const inline = density === 'dense' && width > DENSE_LINE;
    const shown = shortCount(total.n, this.lang, this.#fits(inline ? width / 2 : width));
    // The sign is left out where it does not fit: the row's heading and the key say what the number is.
    const full = percentage(total.share, this.lang);
    const share = this.#fits(width / 1.15)(percentage(0.88, this.lang)) ? full : wholePercents(total.share, this.lang);
    return html`<td class="sum" data-tip="name" .tipName=${whole}>
      ${share}<small>${shown}</small>
    </td>`;
  }

  #fits(px: number): (text: string) => boolean {
    return (text) => !this.#measure || this.#measure(text) <= px - 2;
  }

  #key(): TemplateResult {
    return html`<div class="key">
      <span>${this.#text('key')}</span>
      <ol>
        ${(this.data?.steps ?? []).slice(0, 6).map((words, step) => html`<li data-step=${step}>${words}</li>`)}
      </ol>
      <span>${this.#text('few')}</span>
    </div>`;
  }

  #text = (key: keyof HeatTexts): string => this.texts?.[key] ?? ENGLISH[key];

  #lines(mark: HTMLElement): readonly string[] {
    if (mark.dataset.tip === 'name') {
      return [(mark as HTMLElement & { tipName?: string }).tipName ?? ''];
    }
    const cell = this.#cellOf(mark);
    return cell ? [laneNames(this.data, cell).join(' → '), ...(cell.tip ?? [])] : [];
  }

  #cellOf(element: Element | null): HeatCell | null {
    const place = placeOf(element);
    return place ? (this.#grid[place.row]?.[place.column] ?? null) : null;
  }

  #click = (event: Event): void => {
    const cell = this.#cellOf((event.target as Element).closest('button'));
    if (!cell) {
      return;
    }
    const lane: Lane = { from: cell.from, to: cell.to };
    // At once, before the server answers; its next `data` has the last word.
    this.chosen = lane;
    this.current = lane;
    this.dispatchEvent(new CustomEvent<Lane>('lane-select', { detail: lane, bubbles: true, composed: true }));
  };

  #focus = (event: Event): void => {
    const cell = this.#cellOf(event.target as Element);
    if (cell) {
      this.current = { from: cell.from, to: cell.to };
    }
  };

  #move = (event: KeyboardEvent): void => {
    const from = placeOf(event.target as Element);
    if (!from || event.altKey || event.metaKey) {
      return;
    }
    const known = /^(Arrow|Home$|End$)/.test(event.key);
    const to = move(this.#grid, from, event.key, event.ctrlKey);
    if (known) {
      // Also at the edge: the page must not scroll away under a reader who presses once too often.
      event.preventDefault();
    }
    if (to) {
      this.renderRoot.querySelector<HTMLElement>(`[data-at="${to.row},${to.column}"]`)?.focus();
    }
  };
}

function placeOf(element: Element | null): Place | null {
  const at = (element as HTMLElement | null)?.dataset?.at?.split(',').map(Number);
  return at ? { row: at[0], column: at[1] } : null;
}

define('baton-heat-map', BatonHeatMap);

declare global {
  interface HTMLElementTagNameMap {
    'baton-heat-map': BatonHeatMap;
  }
}
