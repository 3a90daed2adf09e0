import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { departmentOf, type Story } from './story.ts';
import { keyOf } from './items.ts';
import { fill, type Texts } from './texts.ts';
import { stateShape } from './shapes.ts';
import type { Hands, Look } from './draw-marks.ts';
import { write } from './wall-clock.ts';
import { PRESETS, type Preset } from './window.ts';
import type { Playing } from './replay.ts';
import type { Lang, Span } from './types.ts';

const MOST_SENTENCES = 8;

/** What the buttons show and do. */
export interface Controls {
  preset: Preset | null;
  listed: boolean;
  /** Whether all journeys are shown; null when there is one only. */
  all: boolean | null;
  /** Null where nothing is to be played. */
  playing: Playing | null;
  onPreset: (preset: Preset) => void;
  onView: (listed: boolean) => void;
  onAll: () => void;
  onPlay: () => void;
}

const playPath = 'M4.5 2.6v10.8L13 8z';
const pausePath = 'M4 3h3v10H4zM9 3h3v10H9z';

/** Buttons for the window and the view; together one tab stop. On a phone time runs down the page and has no window. */
export function drawToolbar(texts: Texts, narrow: boolean, controls: Controls): TemplateResult {
  const { preset, listed, all, playing } = controls;
  const played = playing === 'running' ? texts.pause : texts.play;
  return html`
    <div class="toolbar" role="toolbar" aria-label=${texts.period} @keydown=${rove}>
      ${playing === null || narrow ? nothing : html`<div class="segmented"><button type="button" class="play" tabindex="0"
        aria-label=${played} title=${played} @click=${controls.onPlay}>
        <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path d=${playing === 'running' ? pausePath : playPath}/></svg></button></div>`}
      ${narrow ? nothing : html`<div class="segmented">${PRESETS.map((one, i) => html`
        <button type="button" data-text=${texts[one]} tabindex=${i === 0 && playing === null ? 0 : -1}
          aria-pressed=${!listed && one === preset} @click=${() => controls.onPreset(one)}>${texts[one]}</button>`)}
      </div>`}
      ${all === null ? nothing : html`<div class="segmented">
        <button type="button" data-text=${texts.all} tabindex=${narrow ? 0 : -1} aria-pressed=${all} @click=${controls.onAll}>${texts.all}</button></div>`}
      <div class="segmented">
        <button type="button" data-text=${texts.line} tabindex=${narrow && all === null ? 0 : -1} aria-pressed=${!listed} @click=${() => controls.onView(false)}>${texts.line}</button>
        <button type="button" data-text=${texts.list} tabindex="-1" aria-pressed=${listed} @click=${() => controls.onView(true)}>${texts.list}</button>
      </div>
    </div>`;
}

/** How the sentences under the chart are shown. */
export interface Telling {
  indent: number;
  /** Of all journeys only what is in sight is told. */
  window: Span | null;
  /** During a replay, what comes later is not told yet. */
  until: number;
  onMore: () => void;
}

/** One sentence per broken pass, each with the number of its diamond; together one tab stop. */
export function drawSentences(
  story: Story, texts: Texts, lang: Lang, { indent, window, until, onMore }: Telling, look: Look, hands: Hands,
): TemplateResult | typeof nothing {
  const broken = story.passes.filter((pass) => pass.number > 0 && (!window || (pass.at >= window.from && pass.at <= window.to)));
  if (broken.length === 0) return nothing;
  const told = broken.slice(0, broken.length > MOST_SENTENCES + 1 ? MOST_SENTENCES : broken.length);
  const untold = broken.slice(told.length).reduce((sum, pass) => sum + pass.count, 0);
  const name = (id: string | null) => departmentOf(story, id)?.name ?? texts.noDepartment;
  return html`
    <ol class="sentences" style=${styleMap({ paddingLeft: `${indent}px` })} aria-label=${texts.sentences} @keydown=${rove}>${told.map((pass, i) => {
      const key = keyOf('pass', pass.id);
      return html`<li class=${pass.at > until ? 'later' : ''}>
        <button type="button" class=${look.mark([key])} tabindex=${i === 0 ? 0 : -1} @click=${(event: Event) => hands.pick([key], event)}
          @pointerenter=${() => hands.light([key])} @pointerleave=${() => hands.light([])}
          @focus=${() => hands.light([key])} @blur=${() => hands.light([])}>
          ${pass.many && pass.count > 1 ? html`<span class="shape">${stateShape('broken')}</span>` : html`<b class="n">${pass.number}</b>`}
          <span class="where">${write(pass.at, story.all ? 'dateYear' : 'date', lang)}, ${name(pass.fromDepartment)}
            <span aria-hidden="true">→</span><span class="unseen">${texts.toward}</span>
            ${name(pass.toDepartment)}${pass.count > 1 ? `, ${fill(texts.times, { count: pass.count })}` : nothing}</span>
          <span class="told">${pass.sentence || pass.waitText}</span>
        </button></li>`;
    })}${untold > 0 ? html`<li><button type="button" class="mark quiet" tabindex="-1" @click=${onMore}>
      <span></span><span class="rest">${fill(texts.moreBroken, { count: untold })}</span></button></li>` : nothing}</ol>`;
}

/** Arrow keys walk through the buttons of a group, of which only the last one used is a tab stop. */
function rove(event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const from = buttons.indexOf(event.target as HTMLButtonElement);
  const next = buttons[(from + by + buttons.length) % buttons.length];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
  event.preventDefault();
}
