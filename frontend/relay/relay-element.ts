import { LitElement, type PropertyValues } from 'lit';
import { itemsOf, type Item } from './items.ts';
import { layOut, layOutCompact } from './layout.ts';
import { layOutStrip, type Strip } from './layout-overview.ts';
import { sceneUntil } from './layout-replay.ts';
import { lacks } from './loading.ts';
import { canvasMeasure, type Measure } from './measure.ts';
import { Replay } from './replay.ts';
import type { Scene } from './scene.ts';
import { readStory, type Story } from './story.ts';
import { english, type Texts } from './texts.ts';
import type { Lang, RelayData, RelayWindow, Span } from './types.ts';
import { toIso } from './wall-clock.ts';
import { bringIntoSight, fit, limitsOf, within, zoomBy } from './window.ts';
import { HandZoom } from './zoom.ts';

export const PHONE = 560;
const SETTLED = 200;
/** A phone shows so few stretches that it is told of them as if it were this wide. */
const PHONE_PIXELS = 144;
/** What may change without anything moving to another place. */
const IN_PLACE = new Set<PropertyKey>(['active', 'lit', 'focused', 'sweep', 'opened', 'playable', 'all']);

/** What the relay shows and where: it reads what the service sends, gives everything its place, and asks for more. */
export abstract class RelayElement extends LitElement {
  static properties = {
    data: { type: Object },
    lang: { type: String, reflect: true },
    texts: { type: Object },
    compact: { type: Boolean, reflect: true },
    playable: { type: Boolean },
    opened: { type: Boolean },
    all: { state: true },
    sweep: { state: true },
    width: { state: true },
    window: { state: true },
    active: { state: true },
    lit: { state: true },
    listed: { state: true },
    focused: { state: true },
  };

  declare data: RelayData | null;
  declare lang: Lang;
  declare texts: Partial<Texts>;
  declare compact: boolean;
  /** Whether there is a button that plays the relay from start to end. */
  declare playable: boolean;
  /** Whether what was selected is shown beside the chart: Esc then asks to go back. */
  declare opened: boolean;
  protected declare all: boolean;
  protected declare sweep: number | null;
  protected declare width: number;
  protected declare window: Span;
  protected declare active: number;
  protected declare lit: string[];
  protected declare listed: boolean;
  protected declare focused: boolean;

  protected story: Story | null = null;
  protected items: Item[] = [];
  protected places = new Map<string, number>();
  protected words: Texts = english;
  protected journey: Span = { from: 0, to: 1 };
  protected whole: Scene | null = null;
  protected scene: Scene | null = null;
  protected strip: Strip | null = null;
  private measure: Measure | undefined;
  private announcement = 0;
  protected readonly hand = new HandZoom((window) => this.show(window));
  protected readonly replay = new Replay((at) => (this.sweep = at));
  private readonly sizes = new ResizeObserver(([entry]) => (this.width = Math.floor(entry.contentRect.width)));

  constructor() {
    super();
    this.data = null;
    this.lang = 'en';
    this.texts = {};
    this.compact = false;
    this.playable = false;
    this.opened = false;
    this.all = false;
    this.sweep = null;
    this.width = 0;
    this.window = this.journey;
    this.active = -1;
    this.lit = [];
    this.listed = false;
    this.focused = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    clearTimeout(this.announcement);
    this.replay.stop();
  }

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('texts')) this.words = { ...english, ...this.texts };
    if (changed.has('data')) this.read();
    if (this.story && (changed.has('data') || changed.has('texts') || changed.has('lang'))) {
      const key = this.items[this.active]?.key;
      this.items = itemsOf(this.story, this.words, this.lang).filter((item) => !this.compact || item.kind === 'leg' || item.kind === 'pass');
      this.places = new Map(this.items.map((item, i) => [item.key, i]));
      this.active = this.places.get(key ?? '') ?? -1;
    }
    this.measure ??= canvasMeasure(getComputedStyle(this).fontFamily);
    if ([...changed.keys()].some((key) => !IN_PLACE.has(key))) this.place();
    this.scene = this.whole && this.sweep !== null ? sceneUntil(this.whole, this.xOf(this.whole, this.sweep), this.sweep, this.lang) : this.whole;
  }

  /** Finds everything its place: all that takes long, and only once for each change. */
  private place(): void {
    this.whole = this.story && this.width > 0 ? this.layOut(this.story) : null;
    this.strip = this.story && this.whole && !this.compact ? layOutStrip(this.story, this.whole.left, this.whole.right, this.window, this.lang) : null;
  }

  private xOf({ left, right }: Scene, at: number): number {
    return left + ((at - this.window.from) / (this.window.to - this.window.from)) * (right - left);
  }

  private read(): void {
    const first = this.story === null;
    this.story = this.data ? readStory(this.data) : null;
    if (!this.story) return;
    if (first) this.all = this.story.all;
    this.replay.stop();
    const journey = fit(this.story.window);
    // More detail of the same journey, or what has been added to it meanwhile, must not throw back who looks closer.
    const fitted = this.window.from === this.journey.from && this.window.to === this.journey.to;
    const elsewhere = this.window.to <= journey.from || this.window.from >= journey.to;
    this.journey = journey;
    if (fitted || (elsewhere && !this.all)) this.window = journey;
  }

  private layOut(story: Story): Scene | null {
    if (this.compact) return layOutCompact(story, this.width, this.journey);
    if (this.listed || this.width < PHONE) return null;
    const { did, heard, waited, holder, now } = this.words;
    return layOut(story, this.width, this.window, { lang: this.lang, rows: [did, heard, waited, holder], now, measure: this.measure });
  }

  /** Shows a stretch of time, and says so once the hand rests. */
  protected show(window: Span): void {
    if (!this.story) return;
    this.replay.stop();
    this.window = within(window, limitsOf(this.story.extent, this.story.now, this.journey));
    clearTimeout(this.announcement);
    this.announcement = setTimeout(() => this.announce(), SETTLED) as unknown as number;
  }

  /** What is drawn stays until more of it has come. */
  private announce(): void {
    if (!this.story || this.compact) return;
    const { zone, extent } = this.story;
    const narrow = this.width < PHONE;
    const pixels = narrow ? PHONE_PIXELS : Math.round(this.whole ? this.whole.right - this.whole.left : this.width);
    // Turned, or as a list, there is no window: all of it is told.
    const window = this.whole ? this.window : this.all ? extent : this.journey;
    if (!lacks(this.story, window, pixels, this.all)) return;
    this.fire<RelayWindow>('relay-window', { from: toIso(window.from, zone), to: toIso(window.to, zone), pixels, all: this.all });
  }

  /** Shows all journeys of the customer, or the one that this is about. */
  protected widen(all: boolean): void {
    this.all = all;
    if (!all) this.window = this.journey;
    else if (this.story) this.show({ from: Math.min(this.window.from, fit(this.story.extent).from), to: fit(this.story.extent).to });
    this.announce();
  }

  /** Goes to another time, where another journey may be. */
  protected look(window: Span): void {
    const beside = window.to <= this.journey.from || window.from >= this.journey.to;
    if (beside && (this.story?.journeys.length ?? 0) > 1) this.all = true;
    this.show(window);
  }

  protected fire<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }));
  }

  protected goTo(index: number): void {
    this.active = index;
    const item = this.items[index];
    if (!item || !this.scene || this.compact) return;
    const window = bringIntoSight(this.window, item);
    if (window !== this.window) this.show(window);
  }

  protected zoom(factor: number): void {
    const item = this.items[this.active];
    const middle = (this.window.from + this.window.to) / 2;
    const seen = item && item.from >= this.window.from && item.from <= this.window.to;
    this.show(zoomBy(this.window, factor, seen ? item.from : middle));
  }

  /** Without rows to move between, the arrows follow time. */
  protected get linear(): boolean {
    return this.scene === null || this.compact;
  }
}
