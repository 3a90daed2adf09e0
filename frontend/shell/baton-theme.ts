/** Switches between light and dark at once, and tells the server which it is, so that the next page starts with it. */
class BatonTheme extends HTMLElement {
  private readonly onClick = () => {
    const root = document.documentElement;
    const scheme = getComputedStyle(root).colorScheme;
    const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    const chosen = dark ? 'light' : 'dark';
    root.setAttribute('theme', chosen);
    this.dispatchEvent(new CustomEvent('theme-chosen', { detail: chosen }));
    // For charts, which read colours by script and cannot follow by themselves.
    window.dispatchEvent(new CustomEvent('baton-theme-changed', { detail: chosen }));
  };

  connectedCallback() {
    this.addEventListener('click', this.onClick);
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.onClick);
  }
}

customElements.define('baton-theme', BatonTheme);
