import { css } from 'lit';

export const chartStyles = css`
  .picture {
    position: relative;
    height: var(--height);
  }
  .plot {
    position: absolute;
    inset: 0;
  }
  .plot svg {
    display: block;
    /* Apex paints a ground of its own. */
    background: transparent !important;
  }
  /* The band's token carries its own opacity, which Apex' options cannot. */
  .plot .apexcharts-rangearea-series path {
    fill: var(--baton-chart-band);
    fill-opacity: 1;
    stroke: none;
  }
  .over {
    position: absolute;
    left: var(--left);
    top: var(--top);
    width: var(--plot-width);
    height: var(--plot-height);
    border-bottom: 1px solid var(--baton-line-strong);
  }
  .trend .over {
    border-bottom: 0;
  }
  .mark {
    position: absolute;
    left: var(--x);
    width: var(--w);
    top: 0;
    bottom: 0;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    cursor: pointer;
  }
  .mark:hover {
    background: var(--baton-fill);
  }
  .mark:focus-visible {
    outline-offset: -1px;
    z-index: 1;
  }
  .flag {
    position: absolute;
    left: var(--x);
    top: 0;
    bottom: -5px;
    border-left: 1.5px solid var(--baton-ink);
    margin-left: -0.75px;
    pointer-events: none;
  }
  .trend .flag {
    bottom: 0;
    border-left: 1px dashed var(--baton-ink);
  }
  .flag p {
    position: absolute;
    left: 4px;
    top: calc(var(--row) * 16px);
    width: max-content;
    max-width: var(--room);
    margin: 0;
    font-size: var(--baton-text-xs);
    line-height: 16px;
    overflow-wrap: anywhere;
  }
  .flag.before p {
    left: auto;
    right: 6px;
    text-align: right;
  }
  .flag span {
    display: block;
  }
  .flag .beyond {
    color: var(--baton-broken);
  }
  .dot {
    position: absolute;
    left: var(--x);
    top: var(--y);
    width: 6px;
    height: 6px;
    margin: -3px;
    border-radius: 50%;
    background: var(--baton-chart-focus);
    pointer-events: none;
  }
  .end {
    position: absolute;
    right: calc(100% - var(--x) - 6px);
    top: calc(var(--y) + 7px);
    font-size: var(--baton-text-xs);
    line-height: 16px;
    font-weight: var(--baton-weight-semibold);
    white-space: nowrap;
    pointer-events: none;
  }
  .end.above {
    top: calc(var(--y) - 23px);
  }
  .axis {
    position: absolute;
    left: 0;
    right: 0;
    top: calc(100% + 3px);
    display: flex;
    gap: 12px;
    justify-content: space-between;
    color: var(--baton-chart-axis);
    font-size: var(--baton-text-2xs);
    line-height: 14px;
    pointer-events: none;
  }
  .edge {
    position: absolute;
    left: var(--x);
    top: calc(100% + 5px);
    transform: translateX(-50%);
    color: var(--baton-chart-axis);
    font-size: var(--baton-text-2xs);
    line-height: 14px;
    white-space: nowrap;
    pointer-events: none;
  }
  /* Half of it would lie outside the picture. */
  .edge.last {
    transform: translateX(-100%);
  }
  .toggle {
    display: block;
    margin: 4px 0 0 auto;
    padding: 0;
    border: 0;
    background: none;
    color: var(--baton-accent-ink);
    font-size: var(--baton-text-xs);
    line-height: 16px;
    cursor: pointer;
  }
  .toggle:hover {
    text-decoration: underline;
  }
  .rows {
    max-height: max(var(--height), 180px);
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    line-height: 18px;
  }
  th,
  td {
    padding: 3px 10px 3px 0;
    border-top: 1px solid var(--baton-line);
    font-weight: var(--baton-weight-regular);
    text-align: right;
    white-space: nowrap;
  }
  th:first-child {
    text-align: left;
    white-space: normal;
  }
  th:last-child,
  td:last-child {
    padding-right: 2px;
  }
  thead th {
    position: sticky;
    top: 0;
    border-top: 0;
    background: var(--baton-sheet);
    color: var(--baton-ink-2);
    font-size: var(--baton-text-xs);
    line-height: 16px;
    white-space: normal;
    vertical-align: bottom;
  }
  th button {
    padding: 0;
    border: 0;
    background: none;
    color: var(--baton-accent-ink);
    text-align: left;
    cursor: pointer;
  }
  th button:hover {
    text-decoration: underline;
  }
  @media (pointer: coarse) {
    .toggle,
    th button {
      min-height: 40px;
    }
  }
`;
