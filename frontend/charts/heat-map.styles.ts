import { css } from 'lit';

export const heatMapStyles = css`
  .scroll {
    /* Holds the hidden words for screen readers, which would else widen the page. */
    position: relative;
  }
  .scroll.scrolls {
    overflow-x: auto;
    /* Room for the badges and rings that stand out of the outermost cells. */
    padding: 8px 4px 4px;
    margin: -8px -4px -4px;
  }
  table {
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: var(--gap);
    margin-inline: calc(var(--gap) * -1);
    font-size: var(--baton-text-s);
    line-height: 18px;
  }
  th,
  td {
    padding: 0;
    font-weight: var(--baton-weight-regular);
  }
  thead th {
    vertical-align: bottom;
    text-align: center;
    font-size: var(--baton-text-2xs);
    line-height: 13px;
  }
  thead .corner {
    height: 34px;
    padding-bottom: 9px;
    text-align: left;
    color: var(--baton-ink-2);
    font-size: var(--baton-text-xs);
  }
  thead .sum {
    padding-bottom: 9px;
    color: var(--baton-ink-2);
  }
  thead .unit::after {
    content: '';
    display: block;
    height: 3px;
    margin-block: 3px;
    border-radius: 1px;
    background: var(--slot, var(--baton-department-none));
  }
  thead .unit.striped::after {
    background: repeating-linear-gradient(45deg, var(--slot, var(--baton-department-none)) 0 3px, var(--baton-sheet) 3px 5px);
  }
  thead .name {
    letter-spacing: -0.02em;
  }
  .name {
    overflow-wrap: anywhere;
    hyphens: manual;
  }
  .upright thead .name {
    display: block;
    inline-size: var(--length);
    block-size: var(--cell);
    writing-mode: vertical-rl;
    transform: rotate(180deg);
    line-height: 12px;
    text-align: left;
    /* Centres one line or several over the cell: the block axis runs across it. */
    align-content: center;
  }
  tbody th {
    position: relative;
    padding-right: 4px;
    text-align: left;
    font-size: var(--baton-text-xs);
    line-height: 14px;
  }
  .row-name {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  /* Not bold: that would be wider than the room it was measured for. */
  .chosen-line .name {
    background: var(--baton-accent-tint);
    box-shadow: 0 0 0 3px var(--baton-accent-tint);
    border-radius: 1px;
  }
  thead .chosen-line .name {
    display: block;
  }
  tfoot th {
    text-align: left;
    font-size: var(--baton-text-xs);
    line-height: 14px;
    color: var(--baton-ink-2);
  }
  td {
    position: relative;
    height: 40px;
    text-align: center;
    line-height: 14px;
  }
  /* Fills its cell even where a long name makes the row taller. */
  td button {
    position: absolute;
    inset: 0;
    width: 100%;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: var(--fill);
    color: var(--on);
    cursor: pointer;
    font-size: var(--baton-text-s);
    font-weight: var(--baton-weight-semibold);
    line-height: 15px;
    white-space: nowrap;
  }
  small {
    display: block;
    font-size: var(--baton-text-2xs);
    line-height: 12px;
    font-weight: var(--baton-weight-regular);
  }
  [data-step='0'] { --fill: var(--baton-heat-0); --on: var(--baton-heat-ink-0); }
  [data-step='1'] { --fill: var(--baton-heat-1); --on: var(--baton-heat-ink-1); }
  [data-step='2'] { --fill: var(--baton-heat-2); --on: var(--baton-heat-ink-2); }
  [data-step='3'] { --fill: var(--baton-heat-3); --on: var(--baton-heat-ink-3); }
  [data-step='4'] { --fill: var(--baton-heat-4); --on: var(--baton-heat-ink-4); }
  [data-step='5'] { --fill: var(--baton-heat-5); --on: var(--baton-heat-ink-5); }
  button.few {
    background: none;
    border: 1px dashed var(--baton-line-strong);
    color: var(--baton-ink-2);
    font-size: var(--baton-text-2xs);
    font-weight: var(--baton-weight-regular);
  }
  td button:hover {
    box-shadow: 0 0 0 1px var(--baton-ink-2);
    z-index: 1;
  }
  button.worst,
  button.worst:hover {
    box-shadow: inset 0 0 0 1px var(--baton-ink), 0 0 0 1px var(--baton-ink);
    z-index: 1;
  }
  .badge {
    position: absolute;
    z-index: 3;
    pointer-events: none;
    left: -6px;
    top: -7px;
    width: 15px;
    border-radius: 8px;
    background: var(--baton-ink);
    color: var(--baton-sheet);
    /* As in the ranked list: a mark, not a text; its meaning is in the button's name too. */
    font-size: 10px;
    font-weight: var(--baton-weight-semibold);
    line-height: 15px;
  }
  /* A gap of paper, then the accent: reads as chosen on the darkest red and beside the ink border. */
  button[aria-pressed='true'],
  button[aria-pressed='true']:hover {
    box-shadow: 0 0 0 2px var(--baton-sheet), 0 0 0 5px var(--baton-accent);
    z-index: 2;
  }
  button.worst[aria-pressed='true'] {
    box-shadow: inset 0 0 0 2px var(--baton-ink), 0 0 0 1px var(--baton-sheet), 0 0 0 4px var(--baton-accent);
  }
  td button:focus-visible {
    outline-offset: 1px;
    z-index: 2;
  }
  /* The ring of a chosen cell is as blue as the focus ring: then the focus lies inside, in the cell's own ink. */
  button[aria-pressed='true']:focus-visible {
    outline-color: var(--on, var(--baton-ink));
    outline-offset: -5px;
  }
  .self {
    background: linear-gradient(to top right, transparent 48.5%, var(--baton-line-strong) 49% 51%, transparent 51.5%);
  }
  td.sum {
    font-weight: var(--baton-weight-semibold);
    white-space: nowrap;
  }
  td.sum small {
    color: var(--baton-ink-2);
  }

  .dense td {
    height: 28px;
  }
  .dense td button {
    font-size: var(--baton-text-xs);
  }
  .dense tbody th,
  .dense tfoot th {
    line-height: 13px;
  }
  .dense tbody td.sum small {
    display: inline;
    margin-left: 6px;
  }
  .dense tfoot td {
    height: 34px;
    font-size: var(--baton-text-2xs);
  }
  .dense .badge {
    left: -7px;
    top: -8px;
  }
  .dense .self {
    background: linear-gradient(to top right, transparent 47.5%, var(--baton-line-strong) 48.5% 51.5%, transparent 52.5%);
  }

  .phone td {
    height: 34px;
  }
  .phone thead th,
  .phone tbody th {
    font-size: var(--baton-text-2xs);
    line-height: 12px;
  }
  .phone .row-name {
    gap: 5px;
    letter-spacing: -0.02em;
  }
  .phone .row-name .swatch {
    width: 7px;
    height: 7px;
  }
  .phone td button {
    font-size: var(--baton-text-xs);
  }

  .scrolls tbody th,
  .scrolls tfoot th,
  .scrolls .corner {
    position: sticky;
    left: 0;
    z-index: 4;
    background: var(--baton-sheet);
    /* Also over the strip that the rings of the first cells need. */
    box-shadow: -6px 0 0 var(--baton-sheet);
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    align-items: flex-start;
    margin-top: 6px;
    font-size: var(--baton-text-xs);
    line-height: 16px;
    color: var(--baton-ink-2);
  }
  .key ol {
    display: flex;
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
  }
  .key li {
    min-width: 36px;
    padding-inline: 3px;
    text-align: center;
    font-size: var(--baton-text-2xs);
    line-height: 14px;
    white-space: nowrap;
  }
  .key li::before {
    content: '';
    display: block;
    height: 8px;
    margin: 0 -3px 2px;
    background: var(--fill);
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      outline: 3px solid Highlight;
    }
    td button {
      border: 1px solid;
    }
    thead .unit::after,
    .key li::before,
    .swatch {
      forced-color-adjust: none;
    }
  }
`;
