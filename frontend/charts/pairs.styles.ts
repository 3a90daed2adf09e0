import { css } from 'lit';

export const pairsStyles = css`
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    margin: 0 0 6px;
    color: var(--baton-ink-2);
    font-size: var(--baton-text-xs);
  }
  .key span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .key i {
    width: 14px;
    height: 8px;
    border-radius: 1px;
    background: var(--baton-chart-context);
  }
  .key span:last-child i {
    background: var(--baton-chart-focus);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(64px, 22%) minmax(0, 1fr) max-content;
    gap: 1px 10px;
    align-items: center;
    width: calc(100% + 12px);
    margin-inline: -6px;
    padding: 4px 6px;
    border: 0;
    border-radius: var(--baton-radius-s);
    background: none;
    text-align: left;
  }
  button.row {
    cursor: pointer;
  }
  .row:hover {
    background: var(--baton-fill);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .label {
    grid-row: 1 / span 2;
    overflow-wrap: anywhere;
  }
  .track {
    display: block;
  }
  .bar {
    display: block;
    height: 9px;
    border-radius: 1px;
    background: var(--baton-chart-context);
  }
  .bar.second {
    background: var(--baton-chart-focus);
  }
  .amount {
    color: var(--baton-ink-2);
    font-size: var(--baton-text-xs);
    line-height: 14px;
    text-align: right;
    white-space: nowrap;
  }
  .amount.second {
    color: var(--baton-ink);
  }
  @media (pointer: coarse) {
    .row {
      min-height: 40px;
    }
  }
  @media (forced-colors: active) {
    .bar,
    .key i {
      forced-color-adjust: none;
    }
  }
`;
