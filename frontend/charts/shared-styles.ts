import { css } from 'lit';

/** What every element here shares: the page's type, one focus ring, words for screen readers only. */
export const sharedStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    min-width: 0;
    color: var(--baton-ink);
    font: var(--baton-weight-regular) var(--baton-text-s) / 18px var(--baton-font);
    font-variant-numeric: tabular-nums lining-nums;
  }
  :host([hidden]) {
    display: none;
  }
  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--baton-focus-ring);
    outline-offset: 2px;
    border-radius: var(--baton-radius-s);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .empty {
    margin: 0;
    color: var(--baton-ink-2);
  }
  /* Eight colours by number rather than by style attribute: no server value ever reaches CSS. */
  [data-slot='1'] { --slot: var(--baton-department-1); }
  [data-slot='2'] { --slot: var(--baton-department-2); }
  [data-slot='3'] { --slot: var(--baton-department-3); }
  [data-slot='4'] { --slot: var(--baton-department-4); }
  [data-slot='5'] { --slot: var(--baton-department-5); }
  [data-slot='6'] { --slot: var(--baton-department-6); }
  [data-slot='7'] { --slot: var(--baton-department-7); }
  [data-slot='8'] { --slot: var(--baton-department-8); }
  .swatch {
    flex: none;
    width: 9px;
    height: 9px;
    border-radius: 2px;
    background: var(--slot, var(--baton-department-none));
  }
  .swatch.striped {
    background: repeating-linear-gradient(45deg, var(--slot, var(--baton-department-none)) 0 2px, var(--baton-sheet) 2px 3.5px);
  }
`;
