import { html, svg, type TemplateResult } from 'lit';
import type { Department, State } from './types.ts';
import { slotClass } from './draw-marks.ts';
import { channelPath, statePaths } from './glyphs.ts';

/** A small disc for beside words: filled for what the customer did, open for what they heard. */
export const discShape = (direction: string, channel: string): TemplateResult => html`
  <svg class="small-disc ${direction === 'inbound' ? 'filled' : 'open'}" viewBox="-9.6 -9.6 19.2 19.2" aria-hidden="true">
    <circle class="face" r="9"/><path class="glyph" d=${channelPath(channel)} transform="translate(-5.6 -5.6) scale(.7)"/></svg>`;

/** The shape of a state for beside words. */
export const stateShape = (state: State): TemplateResult => html`
  <svg class="state ${state}" viewBox="0 0 12 12" aria-hidden="true"><path d=${statePaths[state] ?? statePaths.unknown}/>
    ${state === 'fine' ? svg`<path class="tick" d="M3.4 6.2 5.3 8l3.3-4"/>` : ''}</svg>`;

/** A department's swatch for beside its name. */
export const swatch = (department: Department | null): TemplateResult =>
  html`<i class="swatch ${slotClass(department)} ${department?.striped ? 'striped' : ''}"></i>`;
