import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { barsStyles } from './bars.styles.ts';
import { define } from './define.ts';
import { breakable } from './headings.ts';
import { count, percentage } from './numbers.ts';
import { sharedStyles } from './shared-styles.ts';
import { Tooltip, tooltipStyles, tooltipTemplate } from './tooltip.ts';

export interface BarItem {
  key: string;
  label: string;
  n: number;
  /** Of all handoffs in the lane, 0–1. Shown where there is room, and always in the button's name. */
  share?: number | null;
  /** What the rule says, line by line. */
  tip?: readonly string[];
}

export interface BarsTexts {
  empty: string;
}

const ENGLISH: BarsTexts = { empty: 'Nothing broke in this period.' };

/** Counts as bars, each a button: the first in red, the others as context. Fires `bar-select` with `{key}`. */
export class BatonBars extends LitElement {
  static override styles = [sharedStyles, barsStyles, tooltipStyles];
  static override properties = {
    items: { attribute: false },
    texts: { attribute: false },
    lang: { reflect: true },
  };

  declare items: readonly BarItem[];
  declare texts: Partial<BarsTexts>;
  declare lang: string;

  constructor() {
    super();
    this.items = [];
    this.texts = {};
    this.lang = '';
    new Tooltip(this, (mark) => this.items[Number(mark.dataset.tip)]?.tip ?? []);
  }

  protected override render(): TemplateResult {
    const items = this.items ?? [];
    const most = Math.max(0, ...items.map((item) => item.n));
    return html`
      ${items.length
        ? html`<ul>
            ${items.map((item, i) => this.#item(item, i, most))}
          </ul>`
        : html`<p class="empty">${this.texts?.empty ?? ENGLISH.empty}</p>`}
      ${tooltipTemplate}
    `;
  }

  #item(item: BarItem, index: number, most: number): TemplateResult {
    const hasShare = typeof item.share === 'number';
    const figures = [count(item.n, this.lang), hasShare ? percentage(item.share ?? 0, this.lang) : ''].filter((text) => text);
    // The label is drawn with soft hyphens, which screen readers stumble over.
    const name = `${item.label}: ${figures.join(', ')}`;
    return html`<li>
      <button type="button" data-tip=${index} @click=${() => this.#choose(item)}>
        <span class="visually-hidden">${name}</span>
        <span class="label" aria-hidden="true">${breakable(item.label)}</span>
        <span class="track" aria-hidden="true"><span class="bar" style=${styleMap({ width: `${most ? (100 * item.n) / most : 0}%`, 'min-width': item.n ? '1px' : '0' })}></span></span>
        <span class="n" aria-hidden="true">${count(item.n, this.lang)}</span>
        ${hasShare ? html`<span class="share" aria-hidden="true">${percentage(item.share ?? 0, this.lang)}</span>` : nothing}
      </button>
    </li>`;
  }

  #choose(item: BarItem): void {
    this.dispatchEvent(new CustomEvent('bar-select', { detail: { key: item.key }, bubbles: true, composed: true }));
  }
}

define('baton-bars', BatonBars);

declare global {
  interface HTMLElementTagNameMap {
    'baton-bars': BatonBars;
  }
}
