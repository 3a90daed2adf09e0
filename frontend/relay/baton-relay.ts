import { html, nothing, type PropertyValues } from 'lit';
import { drawCompact, drawScene } from './draw.ts';
import { drawSentences, drawToolbar } from './draw-controls.ts';
import { drawOverview } from './draw-overview.ts';
import { drawList } from './draw-list.ts';
import type { Hands, Look } from './draw-marks.ts';
import { drawTurned } from './draw-turned.ts';
import { step, summaryOf, type Item } from './items.ts';
import { readKey } from './keys.ts';
import { stepsOf } from './layout-replay.ts';
import { layOutTurned } from './layout-turned.ts';
import { OverviewHand } from './overview-hand.ts';
import { MOST_STEPS } from './replay.ts';
import type { Scene } from './scene.ts';
import { type Story } from './story.ts';
import { chartStyles, frameStyles } from './styles.ts';
import type { RelaySelect, RelayWindow } from './types.ts';
import { NARROWEST, fit, limitsOf, presetOf, presetWindow, type Preset } from './window.ts';
import { PHONE, RelayElement } from './relay-element.ts';

/** The relay of a customer's journey: who had the baton, where it was passed, and what the customer noticed of it. */
export class BatonRelay extends RelayElement {
  static styles = [frameStyles, chartStyles];

  private readonly overview = new OverviewHand({ strip: () => this.strip, window: () => this.window, look: (window) => this.look(window) });

  protected render() {
    const { story, words } = this;
    if (!story || this.width === 0) return nothing;
    if (story.legs.length + story.touchpoints.length + story.bins.length + story.journeys.length === 0) return html`<div class="head"><slot></slot></div><p class="quiet">${words.empty}</p>`;
    const narrow = this.width < PHONE;
    const lit = new Set(this.lit);
    const focus = this.focused || this.opened ? this.items[this.active] : undefined;
    if (this.focused && focus && focus.number > 0) lit.add(focus.key);
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
