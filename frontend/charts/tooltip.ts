import { css, html, type LitElement, type ReactiveController } from 'lit';
import { place } from './tooltip-place.ts';

/** Goes into the host's template once. It has no bindings, so Lit leaves what the controller writes in it alone. */
export const tooltipTemplate = html`<div class="tip" id="tip" role="tooltip" popover="manual"></div>`;

export const tooltipStyles = css`
  .tip {
    position: fixed;
    inset: auto;
    margin: 0;
    box-sizing: border-box;
    max-width: min(360px, calc(100vw - 16px));
    padding: 7px 10px 8px;
    /* An edge of its own too: the shadow's token is Aura's, and on dark ground a shadow alone is hardly seen. */
    border: 1px solid var(--baton-line-strong);
    border-radius: var(--baton-radius-m);
    background: var(--baton-raised);
    color: var(--baton-ink);
    box-shadow: var(--baton-shadow-popover);
    font: var(--baton-weight-regular) var(--baton-text-xs) / 16px var(--baton-font);
    font-variant-numeric: tabular-nums lining-nums;
    text-align: left;
    overflow-wrap: anywhere;
  }
  .tip p {
    margin: 0;
  }
  .tip.titled p:first-child:not(:only-child) {
    font-weight: var(--baton-weight-semibold);
  }
  .tip.titled p + p {
    color: var(--baton-ink-2);
  }
`;

// Long enough for the pointer to cross from the mark to the tooltip, which may hold words to select.
const LEAVE_MS = 120;

/**
 * One tooltip for all marks of an element: any node with `data-tip` shows the lines `read` gives for it, on
 * hover and on keyboard focus. In the top layer, so that no scrolling parent cuts it off.
 */
export class Tooltip implements ReactiveController {
  #anchor: HTMLElement | null = null;
  #byFocus = false;
  #leaving = 0;
  readonly #host: LitElement;
  readonly #read: (mark: HTMLElement) => readonly string[];
  readonly #titled: boolean;

  /** With `titled` the first line names the mark, and the others are about it. */
  constructor(host: LitElement, read: (mark: HTMLElement) => readonly string[], titled = false) {
    this.#host = host;
    this.#read = read;
    this.#titled = titled;
    host.addController(this);
  }

  hostConnected(): void {
    const root = this.#host.renderRoot;
    root.addEventListener('pointerover', this.#enter);
    root.addEventListener('pointerout', this.#leave);
    root.addEventListener('focusin', this.#focus);
    root.addEventListener('focusout', this.#blur);
    root.addEventListener('keydown', this.#key);
  }

  hostDisconnected(): void {
    const root = this.#host.renderRoot;
    root.removeEventListener('pointerover', this.#enter);
    root.removeEventListener('pointerout', this.#leave);
    root.removeEventListener('focusin', this.#focus);
    root.removeEventListener('focusout', this.#blur);
    root.removeEventListener('keydown', this.#key);
    this.hide();
  }

  hostUpdated(): void {
    // New figures under an open tooltip: follow the mark, or go with it.
    if (this.#anchor?.isConnected) {
      this.#show(this.#anchor);
    } else if (this.#anchor) {
      this.hide();
    }
  }

  hide = (): void => {
    clearTimeout(this.#leaving);
    this.#anchor?.removeAttribute('aria-describedby');
    this.#anchor = null;
    this.#byFocus = false;
    window.removeEventListener('scroll', this.#scroll, true);
    window.removeEventListener('resize', this.hide);
    window.removeEventListener('keydown', this.#key, true);
    const tip = this.#tip;
    if (tip?.matches(':popover-open')) {
      tip.hidePopover();
    }
  };

  get #tip(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>('.tip') ?? null;
  }

  #show(mark: HTMLElement): void {
    const tip = this.#tip;
    const lines = this.#read(mark).filter((line) => line);
    if (!tip || !lines.length) {
      this.hide();
      return;
    }
    clearTimeout(this.#leaving);
    if (this.#anchor !== mark) {
      this.#anchor?.removeAttribute('aria-describedby');
      this.#anchor = mark;
    }
    mark.setAttribute('aria-describedby', tip.id);
    tip.classList.toggle('titled', this.#titled);
    tip.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        return paragraph;
      }),
    );
    if (!tip.matches(':popover-open')) {
      tip.showPopover();
      window.addEventListener('scroll', this.#scroll, true);
      window.addEventListener('resize', this.hide);
      // Escape must work too while the focus is elsewhere and only the pointer rests on a mark.
      window.addEventListener('keydown', this.#key, true);
    }
    const { left, top } = place(mark.getBoundingClientRect(), tip.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    });
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  }

  #enter = (event: Event): void => {
    const target = event.target as Element;
    const mark = target.closest<HTMLElement>('[data-tip]');
    if (target.closest('.tip')) {
      clearTimeout(this.#leaving);
    } else if (mark && mark !== this.#anchor) {
      this.#byFocus = false;
      this.#show(mark);
    } else if (mark) {
      clearTimeout(this.#leaving);
    }
  };

  #leave = (): void => {
    clearTimeout(this.#leaving);
    if (!this.#byFocus) {
      this.#leaving = window.setTimeout(this.hide, LEAVE_MS);
    }
  };

  #focus = (event: Event): void => {
    const mark = (event.target as Element).closest<HTMLElement>('[data-tip]');
    if (mark?.matches(':focus-visible')) {
      this.#show(mark);
      this.#byFocus = true;
    }
  };

  #blur = (): void => {
    if (this.#byFocus) {
      this.hide();
    }
  };

  // Focusing a mark may scroll it into view; the tooltip then follows, while a reader's own scroll ends it.
  #scroll = (event: Event): void => {
    if (this.#byFocus && this.#anchor) {
      this.#show(this.#anchor);
    } else if (!(event.target instanceof Node && this.#tip?.contains(event.target))) {
      this.hide();
    }
  };

  #key = (event: Event): void => {
    if ((event as KeyboardEvent).key === 'Escape' && this.#anchor) {
      // Only the tooltip closes, not the dialog around it.
      event.stopPropagation();
      this.hide();
    }
  };
}
