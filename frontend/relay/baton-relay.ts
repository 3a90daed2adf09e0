import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { drawCompact, drawScene } from './draw.ts';
import { drawSentences, drawToolbar } from './draw-controls.ts';
import { drawOverview } from './draw-overview.ts';
import { drawList } from './draw-list.ts';
import type { Hands, Look } from './draw-marks.ts';
import { drawTurned } from './draw-turned.ts';
import { itemsOf, step, summaryOf, type Item } from './items.ts';
import { readKey } from './keys.ts';
import { layOut, layOutCompact } from './layout.ts';
import { layOutStrip, type Strip } from './layout-overview.ts';
import { sceneUntil, stepsOf } from './layout-replay.ts';
import { layOutTurned } from './layout-turned.ts';
import { lacks } from './loading.ts';
import { canvasMeasure, type Measure } from './measure.ts';
import { OverviewHand } from './overview-hand.ts';
import { MOST_STEPS, Replay } from './replay.ts';
import type { Scene } from './scene.ts';
import { readStory, type Story } from './story.ts';
import { chartStyles, frameStyles } from './styles.ts';
import { english, type Texts } from './texts.ts';
import type { Lang, RelayData, RelaySelect, RelayWindow, Span } from './types.ts';
import { toIso } from './wall-clock.ts';
import { NARROWEST, bringIntoSight, fit, limitsOf, presetOf, presetWindow, within, zoomBy, type Preset } from './window.ts';
import { HandZoom } from './zoom.ts';

const PHONE = 560;
const SETTLED = 200;
/** A phone shows so few stretches that it is told of them as if it were this wide. */
const PHONE_PIXELS = 144;
/** What may change without anything moving to another place. */
const IN_PLACE = new Set<PropertyKey>(['active', 'lit', 'focused', 'sweep', 'opened', 'playable', 'all']);

/** The relay of a customer's journey: who had the baton, where it was passed, and what the customer noticed of it. */
export class BatonRelay extends LitElement {
  static styles = [frameStyles, chartStyles];
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
  private declare all: boolean;
  private declare sweep: number | null;
  private declare width: number;
  private declare window: Span;
  private declare active: number;
  private declare lit: string[];
  private declare listed: boolean;
  private declare focused: boolean;

  private story: Story | null = null;
  private items: Item[] = [];
  private places = new Map<string, number>();
  private words: Texts = english;
  private journey: Span = { from: 0, to: 1 };
  private whole: Scene | null = null;
  private scene: Scene | null = null;
  private strip: Strip | null = null;
  private measure: Measure | undefined;
  private announcement = 0;
  private readonly hand = new HandZoom((window) => this.show(window));
  private readonly overview = new OverviewHand({ strip: () => this.strip, window: () => this.window, look: (window) => this.look(window) });
  private readonly replay = new Replay((at) => (this.sweep = at));
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
    this.strip = this.story && this.whole && !this.compact ? layOutStrip(this.story, this.whole.left, this.whole.right, this.window) : null;
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

  protected render() {
    const { story, words } = this;
    if (!story || this.width === 0) return nothing;
    if (story.legs.length + story.touchpoints.length + story.bins.length + story.journeys.length === 0) return html`<div class="head"><slot></slot></div><p class="quiet">${words.empty}</p>`;
    const narrow = this.width < PHONE;
    const lit = new Set(this.lit);
    const focus = this.focused || this.opened ? this.items[this.active] : undefined;
    if (focus && focus.number > 0) lit.add(focus.key);
    const look: Look = {
      mark: (keys) => (keys.some((key) => lit.has(key)) ? 'mark lit' : 'mark'),
      active: focus?.key ?? null,
      told: (key) => this.items[this.places.get(key) ?? -1]?.sentence ?? '',
    };
    return html`<div class="${lit.size ? 'dims' : ''} ${narrow ? 'narrow' : ''} ${this.compact ? 'compact' : ''}">
      ${this.compact ? nothing : this.drawHead(narrow)}
      <div class="chart">${this.drawListbox(story)}${this.drawChart(story, look)}</div>
      ${story.lanes.length === 0 ? html`<p class="quiet">${words.empty}</p>` : nothing}
      ${this.strip ? drawOverview(this.strip, story.journeys[0].from, words, this.lang, this.overview) : nothing}
      ${this.scene && !this.compact ? this.drawSentences(story, this.scene, look) : nothing}
    </div>`;
  }

  private drawSentences(story: Story, scene: Scene, look: Look) {
    const telling = { indent: scene.left - 10, window: story.all ? this.window : null, until: this.sweep ?? Infinity, onMore: () => this.view(true) };
    return drawSentences(story, this.words, this.lang, telling, look, this.hands);
  }

  private drawHead(narrow: boolean) {
    const several = (this.story?.journeys.length ?? 0) > 1;
    return html`<div class="head"><slot></slot>${drawToolbar(this.words, narrow, {
      preset: presetOf(this.window, this.journey), listed: this.listed, all: several ? this.all : null,
      playing: this.playable && !this.listed ? this.replay.playing : null,
      onPreset: this.preset, onView: this.view, onAll: () => this.widen(!this.all), onPlay: this.play,
    })}</div>`;
  }

  private drawListbox(story: Story) {
    return drawList({
      items: this.items, texts: this.words, label: summaryOf(story, this.words, this.lang), active: this.active, visible: this.listed,
      onKey: this.key, onFocus: this.focusChanged, onPick: (item, event) => this.pick([item.key], event),
    });
  }

  private drawChart(story: Story, look: Look) {
    if (this.scene) return this.compact ? drawCompact(this.scene, look, this.hands) : drawScene(this.scene, this.words, look, this.hands);
    return this.listed ? nothing : drawTurned(layOutTurned(story), story.all, this.words, this.lang, look, this.hands);
  }

  protected updated(changed: PropertyValues): void {
    const { scene, story } = this;
    const svg = this.renderRoot.querySelector<SVGSVGElement>('svg.relay');
    if (scene && story && svg && !this.compact) {
      const limits = limitsOf(story.extent, story.now, this.journey);
      this.hand.follow(svg, { journey: this.journey, limits, left: scene.left, right: scene.right, height: scene.height }, this.window);
    }
    if (changed.has('active') && this.focused) {
      const mark = this.listed ? `#item-${this.active}` : '.ring, .row.active';
      this.renderRoot.querySelector(mark)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  /** Shows a stretch of time, and says so once the hand rests. */
  private show(window: Span): void {
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
  private widen(all: boolean): void {
    this.all = all;
    if (!all) this.window = this.journey;
    else if (this.story) this.show({ from: Math.min(this.window.from, fit(this.story.extent).from), to: fit(this.story.extent).to });
    this.announce();
  }

  /** Goes to another time, where another journey may be. */
  private look(window: Span): void {
    const beside = window.to <= this.journey.from || window.from >= this.journey.to;
    if (beside && (this.story?.journeys.length ?? 0) > 1) this.all = true;
    this.show(window);
  }

  private readonly play = (): void => {
    if (this.replay.playing !== 'off') {
      this.replay.toggle();
      this.requestUpdate();
      return;
    }
    const { story, whole } = this;
    if (!story || !whole) return;
    const begun = { from: Math.max(this.window.from, story.first), to: Math.min(this.window.to, story.now) };
    if (begun.to <= begun.from) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.replay.start(begun, still ? stepsOf(story, begun, MOST_STEPS) : null);
  };

  /** Puts the focus back on the marks, after something beside the chart has had it. */
  focusMarks(): void {
    this.renderRoot.querySelector<HTMLElement>('#list')?.focus({ preventScroll: true });
  }

  private fire<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }));
  }

  private readonly hands: Hands = {
    pick: (keys, event) => this.pick(keys, event),
    light: (keys) => (this.lit = keys),
    fit: (key) => {
      const item = this.items[this.places.get(key) ?? -1];
      if (item) this.show(fit(item));
    },
  };

  private readonly preset = (preset: Preset): void => {
    this.listed = false;
    if ((this.story?.journeys.length ?? 0) > 1) {
      if (preset === 'tenYears' || preset === 'year') this.all = true;
      if (preset === 'journey') this.all = false;
    }
    const focus = this.items[this.active]?.from ?? null;
    this.show(presetWindow(preset, this.window, this.journey, this.story?.now ?? 0, focus));
  };

  private readonly view = (listed: boolean): void => {
    this.replay.stop();
    this.listed = listed;
  };

  private readonly focusChanged = (focused: boolean): void => {
    this.focused = focused;
  };

  /** Several marks at one place are zoomed to; a single one is selected. */
  private pick(keys: string[], event: Event): void {
    const items = keys.flatMap((key) => this.items[this.places.get(key) ?? -1] ?? []);
    if (items.length === 0) return;
    if (this.approach(items)) return;
    this.goTo(this.places.get(items[0].key) ?? -1);
    // The sentences have a focus of their own, and a second click is half of a double-click.
    const inSentences = (event.currentTarget as Element).closest('.sentences');
    if (!inSentences) this.renderRoot.querySelector<HTMLElement>('#list')?.focus({ preventScroll: true });
    if (!(event instanceof MouseEvent) || event.detail < 2) this.select(items[0]);
  }

  /** Goes closer to several marks at one place, or to one that stands for many; false when there is nothing to part. */
  private approach(items: Item[]): boolean {
    const many = items.length === 1 && (items[0].kind === 'bin' || items[0].count > 1);
    const from = Math.min(...items.map((item) => item.from));
    const to = Math.max(...items.map((item) => (many ? item.to : item.from)));
    const closest = this.window.to - this.window.from <= NARROWEST * 1.01;
    if (!(items.length > 1 || many) || to <= from || closest || this.compact || this.width < PHONE) return false;
    const air = (to - from) * 0.1;
    this.listed = false;
    this.show(fit({ from: from - air, to: to + air }));
    return true;
  }

  private select(item: Item): void {
    const { kind, id, count } = item;
    if (kind !== 'bin' && count === 1) this.fire<RelaySelect>('relay-select', { kind, id });
    else this.approach([item]);
  }

  private goTo(index: number): void {
    this.active = index;
    const item = this.items[index];
    if (!item || !this.scene || this.compact) return;
    const window = bringIntoSight(this.window, item);
    if (window !== this.window) this.show(window);
  }

  private zoom(factor: number): void {
    const item = this.items[this.active];
    const middle = (this.window.from + this.window.to) / 2;
    const seen = item && item.from >= this.window.from && item.from <= this.window.to;
    this.show(zoomBy(this.window, factor, seen ? item.from : middle));
  }

  private readonly key = (event: KeyboardEvent): void => {
    const command = readKey(event);
    const item = this.items[this.active];
    const zooms = this.whole !== null && !this.compact;
    if (!command) return;
    if (command.zoom && zooms) this.zoom(command.zoom);
    else if (command.fit && zooms) this.show(this.journey);
    else if (command.open && item) this.select(item);
    else if (command.list && !this.compact) this.listed = !this.listed;
    else if (command.play && this.playable && zooms) this.play();
    else if (command.back && this.sweep !== null) this.replay.stop();
    else if (command.back && this.opened) this.fire('relay-back', null);
    else if (command.back && this.listed) this.listed = false;
    else if (command.back && item) this.active = -1;
    else if (command.step) this.goTo(step(this.items, this.active, command.step, event.shiftKey, this.linear));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Without rows to move between, the arrows follow time. */
  private get linear(): boolean {
    return this.scene === null || this.compact;
  }
}

customElements.define('baton-relay', BatonRelay);

declare global {
  interface HTMLElementTagNameMap {
    'baton-relay': BatonRelay;
  }
  interface HTMLElementEventMap {
    'relay-select': CustomEvent<RelaySelect>;
    'relay-window': CustomEvent<RelayWindow>;
    'relay-back': CustomEvent<null>;
  }
}
