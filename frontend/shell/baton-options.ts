/** A menu of buttons: the arrow keys walk through it, Home and End jump, a letter finds. The buttons come from the server. */
class BatonOptions extends HTMLElement {
  private readonly onKey = (event: KeyboardEvent) => {
    const items = this.items();
    const here = items.indexOf(document.activeElement as HTMLElement);
    const next = target(event.key, here, items);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };

  private host: Element | null = null;

  // The popover would put the focus on itself; the chosen option is the better place to start.
  private readonly onOpened = (event: Event) => {
    if (!(event as CustomEvent<{ value: boolean }>).detail.value) return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => (this.querySelector<HTMLElement>('[aria-checked=true]') ?? this.items()[0])?.focus()),
    );
  };

  connectedCallback() {
    this.addEventListener('keydown', this.onKey);
    this.host = this.closest('vaadin-popover');
    this.host?.addEventListener('opened-changed', this.onOpened);
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this.onKey);
    this.host?.removeEventListener('opened-changed', this.onOpened);
  }

  private items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  }
}

function target(key: string, here: number, items: HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(here + 1) % items.length];
    case 'ArrowUp':
      return items[(here - 1 + items.length) % items.length];
    case 'Home':
      return items[0];
    case 'End':
      return items[items.length - 1];
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const ordered = [...items.slice(here + 1), ...items.slice(0, here + 1)];
      return ordered.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
    }
  }
}

customElements.define('baton-options', BatonOptions);
