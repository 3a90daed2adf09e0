import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Item } from './items.ts';
import { discShape, stateShape, swatch } from './shapes.ts';
import type { Texts } from './texts.ts';

/** What the list must know and do. */
export interface Listing {
  items: Item[];
  texts: Texts;
  label: string;
  active: number;
  visible: boolean;
  onKey: (event: KeyboardEvent) => void;
  onFocus: (focused: boolean) => void;
  onPick: (item: Item, event: Event) => void;
}

/** Everything in time order: for the screen reader always, for the eye in the list view. It holds the chart's one tab stop. */
export function drawList(listing: Listing): TemplateResult {
  const { items, active, visible, texts } = listing;
  return html`
    <p id="keys" hidden>${texts.keys}</p>
    <div id="list" class=${visible ? 'list' : 'unseen'} role="listbox" tabindex="0" aria-label=${listing.label} aria-describedby="keys"
      aria-activedescendant=${active >= 0 ? `item-${active}` : nothing}
      @keydown=${listing.onKey} @focus=${() => listing.onFocus(true)} @blur=${() => listing.onFocus(false)}>
      ${repeat(items, (item) => item.key, (item, i) => html`
        <div id="item-${i}" class="option" role="option" aria-selected=${i === active} @click=${(event: Event) => listing.onPick(item, event)}>
          ${visible ? drawOption(item) : item.sentence}
        </div>`)}
    </div>`;
}

function drawOption({ when, lead, text, number, kind, department, touchpoint, state }: Item) {
  const shape = number > 0 ? html`<b class="n" aria-hidden="true">${number}</b>`
    : touchpoint ? (touchpoint.direction === 'internal' ? nothing : discShape(touchpoint.direction, touchpoint.channel))
    : kind === 'leg' || kind === 'bin' ? swatch(department)
    : state ? stateShape(state) : nothing;
  return html`
    <span class="when">${when}</span>
    <span class="shape">${shape}</span>
    <span class="told"><b class=${number > 0 ? 'late-text' : ''}>${lead}</b> ${text}</span>
    <span class="whose">${(touchpoint || kind === 'bin') && department ? html`${swatch(department)}${department.name}` : nothing}</span>`;
}
