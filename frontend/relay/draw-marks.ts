import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Department, Kind } from './types.ts';
import type { Box, CountMark, DiamondMark, DiscMark, FlagMark, LegMark, PassMark } from './scene.ts';
import { DIAMOND } from './geometry.ts';
import { channelPath, flagPaths, statePaths } from './glyphs.ts';
import { keyOf } from './items.ts';

const MOST_TOLD = 8;

/** How marks look at this moment. */
export interface Look {
  /** Classes of the mark of these keys: lit while it, or its sentence, is pointed at. */
  mark: (keys: string[]) => string;
  /** The focused mark, while the chart has the focus. */
  active: string | null;
  /** The sentence of a key. */
  told: (key: string) => string;
}

/** What marks do when touched. */
export interface Hands {
  pick: (keys: string[], event: Event) => void;
  light: (keys: string[]) => void;
  fit: (key: string) => void;
}

/** The class that carries a department's colour; a slot the tokens do not have is grey. */
export const slotClass = (department: Department | null): string =>
  department && Number.isInteger(department.slot) && department.slot >= 1 && department.slot <= 8 ? `slot-${department.slot}` : 'slot-none';

/** A bar in a department's colour, striped from the ninth on. */
export function bar({ x, y, width, height }: Box, department: Department | null, radius: number): SVGTemplateResult {
  return svg`
    <rect class="bar ${slotClass(department)}" x=${x} y=${y} width=${width} height=${height} rx=${radius}/>
    ${department?.striped ? svg`<rect class="stripes" x=${x} y=${y} width=${width} height=${height} rx=${radius}/>` : nothing}`;
}

const keysOf = (kind: Kind, members: { id: string }[]) => members.map(({ id }) => keyOf(kind, id));

function tooltip(keys: string[], look: Look) {
  const more = keys.length > MOST_TOLD ? '\n…' : '';
  return svg`<title>${keys.slice(0, MOST_TOLD).map(look.told).join('\n') + more}</title>`;
}

/** A disc with its channel's glyph, or with a count. */
export function drawDisc({ x, y, width, filled, members }: DiscMark, look: Look, hands: Hands): SVGTemplateResult {
  const keys = keysOf('touchpoint', members);
  const inside = members.length > 1
    ? svg`<text class="count" y="4">${members.length}</text>`
    : svg`<path class="glyph" d=${channelPath(members[0].channel)} transform="translate(-5.6 -5.6) scale(.7)"/>`;
  return svg`
    <g class="disc ${filled ? 'filled' : 'open'} ${look.mark(keys)}" transform="translate(${x} ${y})" @click=${(event: Event) => hands.pick(keys, event)}>
      ${tooltip(keys, look)}<rect class="face" x=${-width / 2} y="-9" width=${width} height="18" rx="9"/>${inside}
    </g>`;
}

/** How often the customer did or heard something in a stretch. */
export function drawCount({ bin, x, y, width, height, filled, label }: CountMark, look: Look, hands: Hands): SVGTemplateResult {
  const keys = [keyOf('bin', bin.id)];
  return svg`
    <g class="count-bar ${filled ? 'filled' : 'open'} ${look.mark(keys)}" @click=${(event: Event) => hands.pick(keys, event)}>
      ${tooltip(keys, look)}<rect class="hit" x=${x} y=${y + height - 22} width=${Math.max(width, 4)} height="22"/>
      <rect class="face" x=${x} y=${y} width=${width} height=${height}/>
      ${label ? svg`<text class="most" x=${x + width + 3} y=${y + 8}>${label}</text>` : nothing}
    </g>`;
}

/** A leg with its ticks; the internal ones stand nowhere else, so they can be clicked here. */
export function drawLeg(mark: LegMark, look: Look, hands: Hands): SVGTemplateResult {
  const key = keyOf('leg', mark.leg.id);
  const middle = mark.y + mark.height / 2;
  return svg`
    <g class=${look.mark([key])} @click=${(event: Event) => hands.pick([key], event)} @dblclick=${() => hands.fit(key)}>
      ${tooltip([key], look)}${bar(mark, mark.department, 2)}
    </g>
    ${mark.ticks.map(({ x, members }) => {
      const keys = keysOf('touchpoint', members.filter((touchpoint) => touchpoint.direction === 'internal'));
      return svg`<g class=${look.mark([])}>
        <path class="tick" d="M${x} ${middle - 4}v8"/>
        ${keys.length ? svg`
          <rect class="hit" x=${x - 3} y=${mark.y} width="6" height=${mark.height} @click=${(event: Event) => hands.pick(keys, event)}>
            ${tooltip(keys, look)}
          </rect>` : nothing}
      </g>`;
    })}`;
}

/** A pass without its diamond: upright line with arrowhead, hatch, words. */
export function drawPass({ pass, x, y1, y2, upright, hatch, words }: PassMark, look: Look, hands: Hands): SVGTemplateResult {
  const key = keyOf('pass', pass.id);
  const down = y2 > y1 ? 1 : -1;
  const tone = pass.state === 'broken' ? 'late' : 'wait';
  const risk = pass.state === 'at-risk' && upright;
  return svg`
    <g class="pass ${pass.state} ${pass.many ? 'many' : ''} ${look.mark([key])}" @click=${(event: Event) => hands.pick([key], event)}
       @pointerenter=${() => hands.light(pass.number > 0 ? [key] : [])} @pointerleave=${() => hands.light([])}>
      ${tooltip([key], look)}
      ${hatch ? svg`<rect class="hatch outlined ${tone}" x=${hatch.x} y=${hatch.y} width=${hatch.width} height=${hatch.height}/>` : nothing}
      ${upright ? svg`
        <path class="upright" d="M${x} ${y1 + down * 8}V${y2 - down * 12}"/>
        ${pass.many ? nothing : svg`<path class="head" d="M${x - 4} ${y2 - down * 14}h8l-4 ${down * 6}z"/>`}` : nothing}
      ${risk ? svg`<path class="risk" d=${statePaths['at-risk']} transform="translate(${x - 6} ${(y1 + y2) / 2 - 6})"/>` : nothing}
      ${words ? svg`
        <rect class="paper" x=${words.x - 4} y=${words.y - 7} width=${words.width + 8} height="14"/>
        <text class="late-words" x=${words.x} y=${words.y + 4}>${words.text}</text>` : nothing}
    </g>`;
}

/** A split diamond: the slits above and below its number are what tells it without its colour. */
export function drawDiamond({ x, y, width, label, beside, members }: DiamondMark, look: Look, hands: Hands): SVGTemplateResult {
  const keys = keysOf('pass', members);
  const half = DIAMOND / 2;
  const flat = width / 2 - half;
  return svg`
    <g class="diamond ${look.mark(keys)}" transform="translate(${x} ${y})" @click=${(event: Event) => hands.pick(keys, event)}
       @pointerenter=${() => hands.light(keys)} @pointerleave=${() => hands.light([])}>
      ${tooltip(keys, look)}
      <path class="face" d="M${-flat} ${-half}H${flat}L${width / 2} 0 ${flat} ${half}H${-flat}L${-width / 2} 0z"/>
      <path class="slit" d="M0 ${-half}v4.5M0 ${half}v-4.5"/>
      <text class="number" y="4">${label}</text>
      ${beside ? svg`<text class="beside" x=${width / 2 + 2} y="4">${beside}</text>` : nothing}
    </g>`;
}

/** The flag of a promise; its cloth has a shape per state: split, pennant, ticked or dashed. */
export function drawFlag({ x, state, members }: FlagMark, lineY: number, look: Look, hands: Hands): SVGTemplateResult {
  const keys = keysOf('promise', members);
  return svg`
    <g class="flag ${state} ${look.mark(keys)}" transform="translate(${x} ${lineY - 3})" @click=${(event: Event) => hands.pick(keys, event)}>
      ${tooltip(keys, look)}<rect class="hit" x="-2" y="-20" width="13" height="20"/>
      <path class="pole" d="M0 0V-19"/><path class="cloth" d=${flagPaths[state]}/>
      ${state === 'fine' ? svg`<path class="tick" d="M2.2-15.6l1.8 1.7 3-3.4"/>` : nothing}
      ${members.length > 1 ? svg`<text class="flags" x="12" y="-11">${members.length}</text>` : nothing}
    </g>`;
}
