/**
 * Holds the customer search of the bar. The slash key focuses it from anywhere but a field; on a phone it is an icon
 * that unfolds the field over the bar. Its content comes from the server and stays in the light DOM.
 */
class BatonSearch extends HTMLElement {
  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    event.preventDefault();
    this.unfold();
  };

  private readonly onClick = (event: Event) => {
    const target = event.target as Element;
    if (target.closest('.search-open')) this.unfold();
    if (target.closest('.search-close')) this.fold();
  };

  private readonly onOwnKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.hasAttribute('open')) this.fold();
  };

  private readonly onChosen = () => this.removeAttribute('open');

  connectedCallback() {
    document.addEventListener('keydown', this.onKey);
    this.addEventListener('click', this.onClick);
    this.addEventListener('keydown', this.onOwnKey);
    this.addEventListener('search-chosen', this.onChosen);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.onKey);
    this.removeEventListener('click', this.onClick);
    this.removeEventListener('keydown', this.onOwnKey);
    this.removeEventListener('search-chosen', this.onChosen);
  }

  private unfold() {
    this.setAttribute('open', '');
    this.querySelector<HTMLElement>('.search-box input')?.focus();
  }

  private fold() {
    this.removeAttribute('open');
    this.querySelector<HTMLElement>('.search-open')?.focus();
  }
}

/** Whether the key was meant for a field, also one inside a shadow root. */
function isTyping(event: Event): boolean {
  const origin = event.composedPath()[0];
  return origin instanceof HTMLElement && (origin.isContentEditable || origin.matches('input, textarea, select'));
}

customElements.define('baton-search', BatonSearch);
