import { css, unsafeCSS } from 'lit';

const slots = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => `.slot-${slot} { --slot: var(--baton-department-${slot}) }`).join('\n');

/** The frame around the chart: head, buttons, sentences, list. Colours and sizes are tokens only. */
export const frameStyles = css`
  :host { display: block; position: relative; font: var(--baton-weight-regular) var(--baton-text-m) / 20px var(--baton-font); color: var(--baton-ink); font-variant-numeric: tabular-nums lining-nums }
  :host([hidden]) { display: none }
  * { box-sizing: border-box }
  p, ol { margin: 0; padding: 0; list-style: none }
  b { font-weight: var(--baton-weight-semibold) }
  svg { display: block }
  button { font: inherit; color: inherit; border: 0; background: none; padding: 0; cursor: pointer }
  :focus-visible { outline: 2px solid var(--baton-focus-ring); outline-offset: 2px; border-radius: var(--baton-radius-s) }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  .quiet { color: var(--baton-ink-2) }
  .late-text { color: var(--baton-broken) }

  .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 6px var(--baton-gap-l); margin-bottom: 6px }
  .head slot { display: block; flex: 1; min-width: min(400px, 100%) }
  .toolbar { display: flex; flex-wrap: wrap; gap: 6px var(--baton-gap-l) }
  .segmented { display: inline-flex; border: 1px solid var(--baton-line-strong); border-radius: var(--baton-radius-m) }
  .segmented button { height: 26px; padding: 0 9px; font-size: var(--baton-text-xs); color: var(--baton-ink-2); border-left: 1px solid var(--baton-line-strong); white-space: nowrap; transition: background-color var(--baton-time-fast) var(--baton-ease) }
  /* Room for the pressed, bolder word in every state, so that pressing moves nothing. */
  .segmented button::after { content: attr(data-text); display: block; height: 0; overflow: hidden; visibility: hidden; font-weight: var(--baton-weight-semibold) }
  .segmented button:first-child { border-left: 0; border-radius: var(--baton-radius-m) 0 0 var(--baton-radius-m) }
  .segmented button:last-child { border-radius: 0 var(--baton-radius-m) var(--baton-radius-m) 0 }
  .segmented button:hover { background: var(--baton-fill) }
  .segmented button:focus-visible { position: relative; outline-offset: 1px }
  .segmented [aria-pressed='true'] { background: var(--baton-fill-strong); color: var(--baton-ink); font-weight: var(--baton-weight-semibold) }

  .segmented button:only-child { border-radius: calc(var(--baton-radius-m) - 1px) }
  .segmented .play { display: grid; place-items: center; width: 30px; padding: 0 }
  .segmented .play::after { content: none }
  .segmented .play svg { fill: currentColor }

  .sentences .shape { padding-left: 1px }
  .sentences .later { visibility: hidden }
  .sentences .rest { grid-column: 2 / -1; text-decoration: underline; text-underline-offset: 2px }
  .sentences { display: grid; grid-template-columns: 30px fit-content(42%) minmax(0, 1fr); column-gap: 0; margin-top: 10px; font-size: var(--baton-text-s); line-height: 18px }
  .sentences li, .sentences button { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid }
  .sentences button { min-height: 22px; padding: 2px 0; text-align: left; align-items: start; border-radius: var(--baton-radius-s); transition: opacity var(--baton-time-fast) var(--baton-ease) }
  .sentences .where { color: var(--baton-ink-2); padding-right: var(--baton-gap-xl); overflow-wrap: anywhere }
  .sentences .told { overflow-wrap: anywhere }
  .dims .sentences button:not(.lit) { opacity: 0.4 }
  b.n { display: inline-block; min-width: 20px; height: 20px; margin-block: -1px; justify-self: start; text-align: center; font-size: var(--baton-text-2xs); line-height: 20px; clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%); background: linear-gradient(var(--baton-sheet), var(--baton-sheet)) 50% 0 / 1.4px 4px no-repeat, linear-gradient(var(--baton-sheet), var(--baton-sheet)) 50% 100% / 1.4px 4px no-repeat, var(--baton-broken); color: var(--baton-on-broken) }

  .list { font-size: var(--baton-text-s); line-height: 18px; outline-offset: 4px }
  .list .option { display: grid; grid-template-columns: 132px 30px minmax(0, 1fr) fit-content(30%); align-items: start; min-height: var(--baton-row-height); padding: 6px; border-top: 1px solid var(--baton-line); cursor: pointer; transition: background-color var(--baton-time-fast) var(--baton-ease) }
  .list .option:hover { background: var(--baton-fill) }
  .list .option[aria-selected='true'] { background: var(--baton-accent-tint); box-shadow: inset 3px 0 var(--baton-accent) }
  .list .shape { display: flex; justify-content: center; width: 20px }
  .list .shape .swatch { margin: 5px 0 0 }
  .list .when { color: var(--baton-ink-2) }
  .list .told, .list .whose { overflow-wrap: anywhere }
  .list .whose { padding-left: var(--baton-gap-l) }
  .swatch { display: inline-block; width: 9px; height: 9px; margin-right: 6px; border-radius: 2px; background: var(--slot) }
  .swatch.striped, .rail.striped { background: repeating-linear-gradient(135deg, var(--slot) 0 3.4px, var(--baton-sheet) 3.4px 5px) }
  .small-disc { width: 18px; height: 18px; flex: none }
  .state { width: 12px; height: 12px; margin: 3px 3px 0; flex: none }
  .narrow .list .option { grid-template-columns: 30px minmax(0, 1fr) }
  .narrow .list .when, .narrow .list .whose { grid-column: 2; padding: 0 }
  .narrow .list .shape { grid-row: 1 / span 3 }
  .swatch, .rail, b.n { forced-color-adjust: none }
  @media (prefers-reduced-motion: reduce) { *, .mark { transition: none !important } }
`;

/** The chart itself, upright and turned. Its text is in pixels, as the layout measured it so. */
export const chartStyles = css`
  ${unsafeCSS(slots)}
  .slot-none { --slot: var(--baton-department-none) }
  .broken, .late { --state: var(--baton-broken) }
  .at-risk { --state: var(--baton-at-risk) }
  .fine { --state: var(--baton-fine) }
  .unknown { --state: var(--baton-unknown) }

  .chart { position: relative }
  .chart:has(#list.unseen:focus-visible) { outline: 2px solid var(--baton-focus-ring); outline-offset: 2px; border-radius: var(--baton-radius-s) }
  .relay { width: 100%; overflow: visible; user-select: none; -webkit-user-select: none }
  .relay text { font-family: var(--baton-font); font-size: 12px; fill: var(--baton-ink) }
  .relay text.quiet { fill: var(--baton-ink-2) }
  .relay text.strong { font-weight: var(--baton-weight-semibold) }
  .relay text.end { text-anchor: end }
  .grid { stroke: var(--baton-chart-grid) }
  .hairline, .baseline { stroke: var(--baton-line) }
  .closed { fill: var(--baton-silence) }
  .relay text.sweeping { paint-order: stroke; stroke: var(--baton-sheet); stroke-width: 8px; stroke-linejoin: round }
  .count-bar.filled .face { fill: var(--baton-ink); stroke: none }
  .count-bar.open .face { fill: var(--baton-ink-2); stroke: none }
  .relay .most { font-size: 11px; fill: var(--baton-ink-2); paint-order: stroke; stroke: var(--baton-sheet); stroke-width: 3px }
  .overview { margin-top: 6px; overflow: visible; touch-action: pan-y; user-select: none; -webkit-user-select: none; cursor: pointer }
  .overview.held { cursor: grabbing }
  .overview text { font-family: var(--baton-font); font-size: 12px; fill: var(--baton-ink-2) }
  .overview .year-label { font-size: 11px }
  .overview .rule { stroke: var(--baton-line-strong) }
  .overview .year { stroke: var(--baton-chart-axis) }
  .overview .span { fill: var(--baton-chart-context) }
  .overview .span.broken { fill: var(--baton-broken) }
  .overview .window { fill: var(--baton-chart-band); stroke: var(--baton-accent); stroke-width: 1.5; cursor: grab }
  .overview.held .window { cursor: grabbing }
  .overview .grip { stroke: var(--baton-accent); stroke-width: 3; cursor: ew-resize }
  .now { stroke: var(--baton-ink); stroke-width: 1.5 }
  .mark { cursor: pointer; transition: opacity var(--baton-time-fast) var(--baton-ease) }
  .dims .mark:not(.lit) { opacity: 0.4 }
  .hit { fill: transparent }
  .paper { fill: var(--baton-sheet) }
  .silence { fill: var(--baton-silence) }
  .relay .silence-words { fill: var(--baton-silence-ink); text-anchor: middle }
  .bar { fill: var(--slot) }
  .stripes { fill: url(#stripes) }
  rect.wait { fill: var(--baton-wait) }
  rect.late { fill: var(--baton-wait-broken) }
  .hatch.wait { fill: url(#wait) }
  .hatch.late { fill: url(#late) }
  .outlined.wait { stroke: var(--baton-wait) }
  .outlined.late { stroke: var(--baton-broken) }
  .tick { fill: none; stroke: var(--baton-sheet); stroke-width: 1.5; pointer-events: none }
  .upright { stroke: var(--baton-ink); stroke-width: 1.3 }
  .pass .head { fill: var(--baton-ink) }
  .pass.broken .upright { stroke: var(--baton-broken); stroke-width: 2 }
  .pass.broken .head { fill: var(--baton-broken) }
  .pass.many.fine .upright { stroke-width: 1; opacity: 0.3 }
  .pass.unknown .upright { stroke-dasharray: 2.4 1.9 }
  .risk { fill: var(--baton-at-risk); stroke: var(--baton-sheet); stroke-width: 2; paint-order: stroke }
  .relay .late-words { font-weight: var(--baton-weight-semibold); fill: var(--baton-broken) }
  .diamond .face { fill: var(--baton-broken); stroke: var(--baton-sheet); stroke-width: 2; paint-order: stroke }
  .diamond .slit { stroke: var(--baton-sheet); stroke-width: 1.4 }
  .relay .number { font-size: 11px; font-weight: 700; text-anchor: middle; fill: var(--baton-on-broken) }
  .relay .beside { font-size: 11px; font-weight: 700; fill: var(--baton-broken); stroke: var(--baton-sheet); stroke-width: 3; paint-order: stroke }
  .filled .face { fill: var(--baton-ink); stroke: var(--baton-ink); stroke-width: 1.2 }
  .open .face { fill: var(--baton-sheet); stroke: var(--baton-ink-2); stroke-width: 1.2 }
  .glyph { fill: none; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; stroke: var(--baton-ink) }
  .filled .glyph { stroke: var(--baton-sheet) }
  .relay .count { font-size: 11px; font-weight: var(--baton-weight-semibold); text-anchor: middle }
  .relay .filled .count { fill: var(--baton-sheet) }
  .flag .pole, .flag .cloth { fill: var(--state); stroke: var(--state); stroke-width: 1.2 }
  .flag.broken .cloth { stroke: none }
  .flag.unknown .cloth { fill: var(--baton-sheet); stroke-dasharray: 2.4 1.9 }
  .relay .flags { font-size: 11px }
  .state { fill: var(--state) }
  .state.unknown { fill: none; stroke: var(--state); stroke-width: 1.6; stroke-dasharray: 2.4 1.9 }
  .ring { fill: none; stroke: var(--baton-focus-ring); stroke-width: 2; pointer-events: none }
  .compact .mark { cursor: default }

  .gap .quiet .state { margin: 2px 2px 0 0 }
  .turned { font-size: var(--baton-text-s); line-height: 18px }
  .row { display: grid; grid-template-columns: 88px 12px minmax(0, 1fr); gap: 0 12px; cursor: pointer }
  .row.active { outline: 2px solid var(--baton-focus-ring); outline-offset: 1px; border-radius: var(--baton-radius-s) }
  .left { padding: 2px 0; text-align: right; color: var(--baton-ink-2); font-size: var(--baton-text-xs); line-height: 16px }
  .left em { display: block; margin-top: 2px; padding: 3px 5px; font-style: normal; color: var(--baton-silence-ink); background: var(--baton-silence); border-radius: 2px; overflow-wrap: anywhere }
  .rail { border-radius: 2px; background: var(--slot) }
  .gap .rail { margin-inline: 3px; border-radius: 0; background: repeating-linear-gradient(135deg, var(--baton-wait) 0 2px, transparent 2px 6px) }
  .gap.broken .rail { background: repeating-linear-gradient(135deg, var(--baton-wait-broken) 0 2px, transparent 2px 6px) }
  .end .rail { justify-self: center; width: 12px; height: 2px; margin-top: 9px; border-radius: 0; background: var(--baton-ink) }
  .what { padding-bottom: 9px; overflow-wrap: anywhere }
  .gap .what { padding: 6px 0 12px }
  .gap .quiet { display: flex; gap: 3px; font-size: var(--baton-text-xs); line-height: 16px }
  .sentence-text { color: var(--baton-broken) }
  .what .sentence-text:has(.state) { display: flex }
  .what b.n { margin-right: 3px; vertical-align: -1px }
  .touchpoint { display: flex; gap: 6px; padding: 1px 0 }
  .sentence-text + .touchpoint { margin-top: 3px }
`;
