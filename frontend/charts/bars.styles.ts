import { css } from 'lit';

export const barsStyles = css`
  :host {
    container-type: inline-size;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  button {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 64px minmax(30px, max-content);
    gap: 8px;
    align-items: center;
    width: calc(100% + 12px);
    min-height: 26px;
    margin-inline: -6px;
    padding: 3px 6px;
    border: 0;
    border-radius: var(--baton-radius-s);
    background: none;
    text-align: left;
    cursor: pointer;
  }
  button:hover {
    background: var(--baton-fill);
  }
  button:focus-visible {
    outline-offset: -2px;
  }
  .label {
    overflow-wrap: anywhere;
    hyphens: manual;
  }
  .bar {
    display: block;
    height: 8px;
    border-radius: 1px;
    background: var(--baton-chart-context);
  }
  li:first-child .bar {
    background: var(--baton-broken);
  }
  .n {
    text-align: right;
  }
  /* In the button's name always; drawn where the pane has the room. */
  .share {
    display: none;
    color: var(--baton-ink-2);
    white-space: nowrap;
  }
  @container (min-width: 320px) {
    button:has(.share) {
      grid-template-columns: minmax(0, 1fr) 80px minmax(30px, max-content) 38px;
    }
    .share {
      display: block;
      text-align: right;
      font-size: var(--baton-text-xs);
    }
  }
  @media (pointer: coarse) {
    button {
      min-height: 40px;
    }
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
    }
  }
`;
