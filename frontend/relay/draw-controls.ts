import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Lang } from './types.ts';
import { departmentOf, type Story } from './story.ts';
import { keyOf } from './items.ts';
import { fill, type Texts } from './texts.ts';
import type { Hands, Look } from './draw-marks.ts';
import { write } from './wall-clock.ts';
import { PRESETS, type Preset } from './window.ts';

/** Buttons for the window and the view; together one tab stop. */
export function drawToolbar(
  texts: Texts, pressed: Preset | null, listed: boolean, onPreset: (preset: Preset) => void, onView: (listed: boolean) => void,
): TemplateResult {
  return html`
    <div class="toolbar" role="toolbar" aria-label=${texts.period} @keydown=${rove}>
      <div class="segmented">${PRESETS.map((preset, i) => html`
        <button type="button" data-text=${texts[preset]}
          tabindex=${i === 0 ? 0 : -1} aria-pressed=${!listed && preset === pressed} @click=${() => onPreset(preset)}>${texts[preset]}</button>`)}
      </div>
      <div class="segmented">
        <button type="button" data-text=${texts.line} tabindex="-1" aria-pressed=${!listed} @click=${() => onView(false)}>${texts.line}</button>
        <button type="button" data-text=${texts.list} tabindex="-1" aria-pressed=${listed} @click=${() => onView(true)}>${texts.list}</button>
      </div>
    </div>`;
}

/** One sentence per broken pass, each with the number of its diamond; together one tab stop. */
export function drawSentences(story: Story, texts: Texts, lang: Lang, indent: number, look: Look, hands: Hands): TemplateResult | typeof nothing {
  const broken = story.passes.filter((pass) => pass.number > 0);
  if (broken.length === 0) return nothing;
  const name = (id: string | null) => departmentOf(story, id)?.name ?? texts.noDepartment;
  return html`
    <ol class="sentences" style=${styleMap({ paddingLeft: `${indent}px` })} aria-label=${texts.sentences} @keydown=${rove}>${broken.map((pass, i) => {
      const key = keyOf('pass', pass.id);
      return html`<li>
        <button type="button" class=${look.mark([key])} tabindex=${i === 0 ? 0 : -1} @click=${(event: Event) => hands.pick([key], event)}
          @pointerenter=${() => hands.light([key])} @pointerleave=${() => hands.light([])}
          @focus=${() => hands.light([key])} @blur=${() => hands.light([])}>
          <b class="n">${pass.number}</b>
          <span class="where">${write(pass.at, 'date', lang)}, ${name(pass.fromDepartment)}
            <span aria-hidden="true">→</span><span class="unseen">${texts.toward}</span>
            ${name(pass.toDepartment)}${pass.count > 1 ? `, ${fill(texts.times, { count: pass.count })}` : nothing}</span>
          <span class="told">${pass.sentence || pass.waitText}</span>
        </button></li>`;
    })}</ol>`;
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
