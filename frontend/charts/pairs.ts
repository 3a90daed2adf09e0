import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { chartStyles } from './chart.styles.ts';
import { tabularRows } from './chart-table.ts';
import { define } from './define.ts';
import { breakable } from './headings.ts';
import { barLengths, type PairItem } from './pair-lengths.ts';
import { pairsStyles } from './pairs.styles.ts';
import { sharedStyles } from './shared-styles.ts';
import { Tooltip, tooltipStyles, tooltipTemplate } from './tooltip.ts';

export interface PairsData {
  label: string;
  /** What the first bar of each row is, and the other. */
  first: string;
  second: string;
  items: readonly PairItem[];
  /** A row can be chosen. */
  leads: boolean;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

const ENGLISH = { asTable: 'As a table', asChart: 'As a chart' };

/** Two amounts beside each other, row by row. Fires `pair-select` with `{key}` where rows lead somewhere. */
export class BatonPairs extends LitElement {
  static override styles = [sharedStyles, chartStyles, pairsStyles, tooltipStyles];
  static override properties = {
    data: { attribute: false },
    texts: { attribute: false },
    lang: { reflect: true },
    tabular: { type: Boolean, reflect: true },
  };

  declare data: PairsData | null;
  declare texts: Partial<typeof ENGLISH>;
  declare lang: string;
  declare tabular: boolean;

  constructor() {
    super();
    this.data = null;
    this.texts = {};
    this.lang = '';
    this.tabular = false;
    new Tooltip(this, (mark) => this.data?.items[Number(mark.dataset.tip)]?.tip ?? []);
  }

  protected override render(): TemplateResult {
    const { data } = this;
    if (!data) {
      return html``;
    }
    const words = { ...ENGLISH, ...this.texts };
    return html`
      ${this.tabular ? tabularRows(data, data.leads ? this.#choose : null) : this.#bars(data)}
      <button type="button" class="toggle" aria-expanded=${this.tabular} @click=${this.#toggle}>${this.tabular ? words.asChart : words.asTable}</button>
      ${tooltipTemplate}
    `;
  }

  #bars(data: PairsData): TemplateResult {
    const lengths = barLengths(data.items);
    return html`<p class="key" aria-hidden="true"><span><i></i>${data.first}</span><span><i></i>${data.second}</span></p>
      <ul aria-label=${data.label}>
        ${data.items.map((item, i) => html`<li>${this.#row(data, item, i, lengths[i])}</li>`)}
      </ul>`;
  }

  #row(data: PairsData, item: PairItem, index: number, [first, second]: [number, number]): TemplateResult {
    const name = `${item.label}: ${data.first} ${item.words[0]}, ${data.second} ${item.words[1]}`;
    const bar = (length: number, kind: string) =>
      html`<span class="track" aria-hidden="true"><span class="bar ${kind}" style=${styleMap({ width: `${length}%`, 'min-width': length ? '1px' : '0' })}></span></span>`;
    const inside = html`<span class="visually-hidden">${name}</span>
      <span class="label" aria-hidden="true">${breakable(item.label)}</span>
      ${bar(first, 'first')}<span class="amount" aria-hidden="true">${item.words[0]}</span>
      ${bar(second, 'second')}<span class="amount second" aria-hidden="true">${item.words[1]}</span>`;
    return data.leads
      ? html`<button type="button" class="row" data-tip=${index} @click=${() => this.#choose(index)}>${inside}</button>`
      : html`<div class="row" data-tip=${item.tip?.length ? index : nothing} tabindex=${item.tip?.length ? 0 : nothing} role="group" aria-label=${name}>${inside}</div>`;
  }

  #toggle = (): void => {
    this.tabular = !this.tabular;
  };

  #choose = (index: number): void => {
    const key = this.data?.items[index]?.key;
    this.dispatchEvent(new CustomEvent('pair-select', { detail: { key }, bubbles: true, composed: true }));
  };
}

define('baton-pairs', BatonPairs);

declare global {
  interface HTMLElementTagNameMap {
    'baton-pairs': BatonPairs;
  }
}
