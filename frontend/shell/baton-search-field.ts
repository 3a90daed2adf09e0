import { html, LitElement, nothing, type TemplateResult } from 'lit';

interface Piece {
  text: string;
  marked: boolean;
}

interface Hit {
  id: string;
  address: string;
  name: Piece[];
  place: string;
  why: string;
  matched: Piece[];
  now: string;
  alarm: boolean;
}

interface Answer {
  typed: string;
  hits: Hit[];
  note: string;
}

/** So short a pause lies between two letters of a quick typist; each longer one is worth a question. */
const PAUSE = 90;

/**
 * A field with a list of what was found under it. Questions go to the server as one types; an answer to what has been
 * typed over since is not shown. In the light DOM, so that the shell's style sheet and focus reach it.
 */
class BatonSearchField extends LitElement {
  static properties = {
    label: {},
    answer: { attribute: false },
    text: { state: true },
    open: { state: true },
    active: { state: true },
  };

  declare label: string;
  declare answer: Answer | undefined;
  private declare text: string;
  private declare open: boolean;
  private declare active: number;
  private waiting = 0;
  /** Enter was pressed before the answer came. */
  private hurried: 'no' | 'here' | 'tab' = 'no';

  constructor() {
    super();
    this.label = '';
    this.text = '';
    this.open = false;
    this.active = 0;
  }

  protected createRenderRoot() {
    return this;
  }

  private get shown(): Answer | undefined {
    return this.open && this.text && this.answer?.typed === this.text ? this.answer : undefined;
  }

  protected willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('answer') || this.answer?.typed !== this.text) return;
    this.active = 0;
    if (this.hurried !== 'no' && this.answer.hits.length > 0) this.choose(this.answer.hits[0], this.hurried === 'tab');
    this.hurried = 'no';
  }

  protected updated() {
    this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  protected render(): TemplateResult {
    const hits = this.shown?.hits ?? [];
    const note = this.shown?.note ?? '';
    return html`<input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        placeholder=${this.label}
        aria-label=${this.label}
        aria-autocomplete="list"
        aria-expanded=${hits.length > 0}
        aria-controls="search-found"
        aria-activedescendant=${hits.length > 0 ? `search-hit-${this.active}` : nothing}
        .value=${this.text}
        @input=${this.onInput}
        @keydown=${this.onKey}
        @focus=${() => (this.open = true)}
        @blur=${() => (this.open = false)}
      />
      <div class="found" ?hidden=${hits.length === 0 && !note} @pointerdown=${(event: Event) => event.preventDefault()}>
        <div role="listbox" id="search-found" aria-label=${this.label}>
          ${hits.map((hit, place) => this.option(hit, place))}
        </div>
        <p class=${hits.length > 0 ? 'count' : 'note'} role="status">${note}</p>
      </div>`;
  }

  private option(hit: Hit, place: number): TemplateResult {
    return html`<div
      role="option"
      id=${`search-hit-${place}`}
      aria-selected=${place === this.active}
      @pointermove=${() => (this.active = place)}
      @click=${(event: MouseEvent) => this.choose(hit, event.ctrlKey || event.metaKey)}
      @auxclick=${(event: MouseEvent) => event.button === 1 && this.choose(hit, true)}
    >
      <b class="name">${pieces(hit.name)}</b><span class="place">${hit.place}</span
      ><span class="matched">${hit.why ? `${hit.why} ` : nothing}${pieces(hit.matched)}</span
      >${hit.now ? html`<span class=${hit.alarm ? 'going alarm' : 'going'}>${hit.now}</span>` : nothing}
    </div>`;
  }

  private onInput(event: Event) {
    this.text = (event.target as HTMLInputElement).value;
    this.open = true;
    this.hurried = 'no';
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.ask(), PAUSE);
  }

  private ask() {
    this.waiting = 0;
    if (this.text && this.answer?.typed !== this.text) {
      this.dispatchEvent(new CustomEvent('search-typed', { detail: { text: this.text } }));
    }
  }

  private onKey(event: KeyboardEvent) {
    const hits = this.shown?.hits ?? [];
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      this.enter(hits, event.ctrlKey || event.metaKey);
    } else if (event.key === 'Escape' && this.text) {
      // the next one folds the field
      this.clear();
      event.stopPropagation();
    } else if (hits.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = (this.active + step + hits.length) % hits.length;
      event.preventDefault();
    }
  }

  private enter(hits: Hit[], tab: boolean) {
    if (hits.length > 0) {
      this.choose(hits[this.active], tab);
    } else if (this.text && this.answer?.typed !== this.text) {
      this.hurried = tab ? 'tab' : 'here';
      window.clearTimeout(this.waiting);
      this.ask();
    }
  }

  private choose(hit: Hit, tab: boolean) {
    if (tab) {
      window.open(new URL(hit.address, document.baseURI), '_blank', 'noopener');
      return;
    }
    this.clear();
    this.querySelector('input')?.blur();
    this.dispatchEvent(new CustomEvent('search-chosen', { detail: { id: hit.id }, bubbles: true }));
  }

  private clear() {
    window.clearTimeout(this.waiting);
    this.hurried = 'no';
    this.text = '';
  }
}

function pieces(all: Piece[]) {
  return all.map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : piece.text));
}

customElements.define('baton-search-field', BatonSearchField);
