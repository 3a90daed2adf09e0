import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Lang } from './types.ts';
import type { TurnedRow } from './layout-turned.ts';
import type { ToldPass, ToldPromise, ToldTouchpoint } from './story.ts';
import { discShape, stateShape } from './shapes.ts';
import { keyOf, passKeys } from './items.ts';
import { fill, type Texts } from './texts.ts';
import { slotClass, type Hands, type Look } from './draw-marks.ts';
import { write } from './wall-clock.ts';

const MOST_LINES = 3;

/** The relay on a phone: dates left, the line in the middle, departments and what happened right. */
export function drawTurned(rows: TurnedRow[], all: boolean, texts: Texts, lang: Lang, look: Look, hands: Hands): TemplateResult {
  return html`<div class="turned" aria-hidden="true">${rows.map((row) => {
    const key = row.leg ? keyOf('leg', row.leg.id) : row.pass ? keyOf('pass', row.pass.id) : null;
    const classes = { row: true, gap: !!row.pass, broken: row.pass?.state === 'broken', end: row.now, active: key !== null && key === look.active };
    return html`
      <div class=${classMap(classes)} style=${styleMap({ minHeight: `${row.height}px` })} @click=${(event: Event) => key && hands.pick([key], event)}>
        <div class="left">
          ${row.leg || row.now || row.counts ? html`<span>${datesOf(row, lang, all)}</span>` : nothing}
          ${row.silences.map((silence) => html`<em>${silence.text}</em>`)}
        </div>
        <div class="rail ${row.leg || row.counts ? slotClass(row.department) : ''} ${row.department?.striped ? 'striped' : ''}"></div>
        <div class="what">
          ${row.leg ? html`<b>${row.department?.name}</b>` : row.now ? html`<b>${texts.now}</b>` : nothing}
          ${row.counts ? drawStretch(row, texts) : nothing}
          ${row.pass ? drawWait(row.pass, texts) : nothing}
          ${row.touchpoints.slice(0, MOST_LINES).map((touchpoint) => drawTouchpoint(touchpoint, hands))}
          ${row.touchpoints.length > MOST_LINES ? html`<p class="quiet">${fill(texts.more, { count: row.touchpoints.length - MOST_LINES })}</p>` : nothing}
          ${row.promises.map((promise) => drawPromise(promise, lang))}
        </div>
      </div>`;
  })}</div>`;
}

function drawStretch({ counts, department, broken }: TurnedRow, texts: Texts) {
  const count = broken.reduce((sum, pass) => sum + pass.count, 0);
  return html`<b>${department?.name ?? texts.noDepartment}</b>
    <p>${fill(texts.contacts, { inbound: counts!.inbound, outbound: counts!.outbound })}</p>
    ${count > 0 ? html`<p class="sentence-text">${stateShape('broken')}<span>${fill(texts.brokenCount, { count })}</span></p>` : nothing}`;
}

function datesOf({ from, to, counts }: TurnedRow, lang: Lang, all: boolean) {
  const style = counts || all ? 'dateYear' : 'date';
  const first = write(from, style, lang);
  const last = write(to, style, lang);
  return first === last ? first : html`${first}<br>– ${last}`;
}

function drawWait(pass: ToldPass, texts: Texts) {
  const wait = pass.waitText ? fill(pass.pending ? texts.waitingFor : texts.waitedFor, { wait: pass.waitText }) : '';
  const said = pass.sentence || wait || texts[passKeys[pass.state] ?? 'passUnknown'];
  if (pass.number === 0) return html`<p class="quiet">${pass.state === 'fine' ? nothing : stateShape(pass.state)}<span>${said}</span></p>`;
  return html`<p class="sentence-text"><b class="n">${pass.number}</b> ${pass.sentence || wait}</p>`;
}

function drawTouchpoint({ id, direction, channel, text }: ToldTouchpoint, hands: Hands) {
  const pick = (event: Event) => {
    event.stopPropagation();
    hands.pick([keyOf('touchpoint', id)], event);
  };
  return html`<p class="touchpoint" @click=${pick}>${discShape(direction, channel)}<span>${text}</span></p>`;
}

function drawPromise({ state, due, text }: ToldPromise, lang: Lang) {
  return html`<p class="touchpoint">${stateShape(state)}<span>${write(due, 'date', lang)}: ${text}</span></p>`;
}
