import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { DID_Y, HEARD_Y, LINE_Y, WAITED_Y } from './geometry.ts';
import { bar, drawCount, drawDiamond, drawDisc, drawFlag, drawLeg, drawPass, type Hands, type Look } from './draw-marks.ts';
import type { LaneMark, Scene } from './scene.ts';
import type { Texts } from './texts.ts';

const RING = 3;

const defs = svg`
  <pattern id="wait" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="wait" width="2" height="6"/></pattern>
  <pattern id="late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="late" width="2" height="6"/></pattern>
  <pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="paper" width="1.6" height="5"/></pattern>`;

/** The whole chart; in order from behind to in front, diamonds last as nothing may cover them. */
export function drawScene(scene: Scene, texts: Texts, look: Look, hands: Hands): TemplateResult {
  const { left, right, height } = scene;
  return canvas(scene, svg`
    <defs>${defs}<clipPath id="plot"><rect x=${left} width=${right - left + 4} height=${height}/></clipPath></defs>
    ${drawAxis(scene, texts)}
    ${drawRowNames(texts)}
    ${scene.closed.map(({ x, y, width, height }) => svg`<rect class="closed" x=${x} y=${y} width=${width} height=${height}><title>${texts.closedHours}</title></rect>`)}
    ${scene.lanes.map((lane) => drawLane(lane, right))}
    <g clip-path="url(#plot)">
      ${scene.silences.map((mark) => svg`
        <g class=${look.mark([`silence:${mark.silence.id}`])} @click=${(event: Event) => hands.pick([`silence:${mark.silence.id}`], event)}>
          <title>${look.told(`silence:${mark.silence.id}`)}</title>
          <rect class="silence" x=${mark.x} y=${mark.y} width=${mark.width} height=${mark.height}/>
          ${mark.lines.map((line, i) => svg`<text class="silence-words" x=${mark.textX} y=${WAITED_Y + 4 + (i - (mark.lines.length - 1) / 2) * 13}>${line}</text>`)}
        </g>`)}
      ${scene.counts.map((mark) => drawCount(mark, look, hands))}
      ${scene.shares.length ? svg`<g class=${look.mark([])}>${scene.shares.map((mark) => bar(mark, mark.department, 0))}</g>` : nothing}
      ${drawHolds(scene, look)}
      ${scene.legs.map((mark) => drawLeg(mark, look, hands))}
      ${scene.passes.map((mark) => drawPass(mark, look, hands))}
      ${drawNow(scene, height)}
      ${scene.flags.map((mark) => drawFlag(mark, LINE_Y, look, hands))}
      ${scene.discs.map((mark) => drawDisc(mark, look, hands))}
      ${scene.diamonds.map((mark) => drawDiamond(mark, look, hands))}
      ${drawRing(scene, look)}
    </g>`);
}

/** The compact relay: the line, now and the diamonds. */
export function drawCompact(scene: Scene, look: Look, hands: Hands): TemplateResult {
  return canvas(scene, svg`
    <defs>${defs}</defs>
    <path class="baseline" d="M${scene.left} ${scene.lineY}H${scene.right}"/>
    ${drawHolds(scene, look)}
    ${drawNow(scene, scene.height)}
    ${scene.diamonds.map((mark) => drawDiamond(mark, look, hands))}
    ${drawRing(scene, look)}`);
}

/** Hidden from screen readers, who have the list. */
const canvas = ({ width, height }: Scene, content: SVGTemplateResult): TemplateResult =>
  html`<svg class="relay" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">${content}</svg>`;

function drawAxis({ ticks, now, height }: Scene, texts: Texts) {
  return svg`
    ${ticks.map(({ x, label }) => svg`
      <path class="grid" d="M${x} ${label ? 14 : 18}V${height - 1}"/>
      ${label ? svg`<text class="quiet" x=${x + 4} y="13">${label}</text>` : nothing}`)}
    ${now ? svg`<text class=${`strong ${now.atEnd ? 'end' : ''} ${now.label ? 'sweeping' : ''}`} x=${now.labelX} y="13">${now.label ?? texts.now}</text>` : nothing}`;
}

function drawRowNames(texts: Texts) {
  return svg`
    <text y=${DID_Y + 4}>${texts.did}</text>
    <text y=${HEARD_Y + 4}>${texts.heard}</text>
    <text y=${WAITED_Y + 4}>${texts.waited}</text>
    <text class="strong" y=${LINE_Y + 4}>${texts.holder}</text>`;
}

function drawLane({ department, y, height, lines }: LaneMark, right: number) {
  const middle = y + height / 2;
  return svg`
    <path class="hairline" d="M0 ${y + height}H${right}"/>
    ${bar({ x: 0, y: middle - 4.5, width: 9, height: 9 }, department, 2)}
    ${lines.map((line, i) => svg`<text x="15" y=${middle + 4 + (i - (lines.length - 1) / 2) * 14}>${line}</text>`)}`;
}

function drawHolds({ holds, lineY }: Scene, look: Look) {
  return svg`<g class=${look.mark([])}>${holds.map(({ x, width, tone, department }) => {
    const box = { x, y: lineY - 3.5, width, height: 7 };
    return tone === 'held' ? bar(box, department, 1) : svg`<rect class="hatch ${tone}" x=${x} y=${box.y} width=${width} height="7"/>`;
  })}</g>`;
}

function drawNow({ now, ticks }: Scene, height: number) {
  return now ? svg`<path class="now" d="M${now.x} ${ticks.length ? 18 : 6}V${height - 1}"/>` : nothing;
}

function drawRing({ boxes }: Scene, { active }: Look) {
  const box = active === null ? undefined : boxes.get(active);
  return box
    ? svg`<rect class="ring" x=${box.x - RING} y=${box.y - RING} width=${box.width + 2 * RING} height=${box.height + 2 * RING} rx="5"/>`
    : nothing;
}

