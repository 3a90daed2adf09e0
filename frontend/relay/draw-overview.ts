import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ToldJourney } from './story.ts';
import { STRIP, STRIP_Y, type Strip } from './layout-overview.ts';
import { fill, type Texts } from './texts.ts';
import type { Lang } from './types.ts';
import { write } from './wall-clock.ts';

/** What a pointer does on the strip; the element follows it. */
export interface StripHands {
  down: (event: PointerEvent) => void;
  move: (event: PointerEvent) => void;
  up: (event: PointerEvent) => void;
}

/** All journeys at a glance, the broken ones red, with the window as a frame to drag. The keyboard has the buttons. */
export function drawOverview(strip: Strip, first: number, texts: Texts, lang: Lang, hands: StripHands): TemplateResult {
  const { left, right, marks, years, frame } = strip;
  const told = ({ title, from, to, open }: ToldJourney) =>
    `${title}, ${fill(texts.span, { from: write(from, 'dateYear', lang), to: open ? texts.now : write(to, 'dateYear', lang) })}`;
  return html`<svg class="overview" width=${right + 4} height=${STRIP} viewBox="0 0 ${right + 4} ${STRIP}" aria-hidden="true"
      @pointerdown=${hands.down} @pointermove=${hands.move} @pointerup=${hands.up} @pointercancel=${hands.up}>
    <title>${texts.overview}</title>
    <text class="quiet" y=${STRIP_Y + 4}>${fill(texts.since, { year: write(first, 'year', lang) })}</text>
    <rect class="hit" x=${left} y="0" width=${right - left} height=${STRIP}/>
    <path class="rule" d="M${left} ${STRIP_Y}H${right}"/>
    ${years.map(({ x, label }) => svg`
      <path class="year" d="M${x} ${STRIP_Y - 3}v6"/><text class="year-label" x=${x + 3} y=${STRIP_Y + 18}>${label}</text>`)}
    ${marks.map(({ journey, x, width }) => svg`
      <rect class=${journey.state === 'broken' ? 'span broken' : 'span'} x=${x} y=${STRIP_Y - 4} width=${width} height="8" rx="1"><title>${told(journey)}</title></rect>`)}
    <rect class="window" x=${frame.x} y=${STRIP_Y - 8} width=${frame.width} height="16" rx="2"/>
    ${frame.width > 30 ? svg`
      <path class="grip" d="M${frame.x + 1} ${STRIP_Y - 3}v6M${frame.x + frame.width - 1} ${STRIP_Y - 3}v6"/>` : nothing}
  </svg>`;
}
