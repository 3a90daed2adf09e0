/** A bundle loaded twice (hot reload, two entry points) must not stop at the second definition. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) {
    customElements.define(name, element);
  }
}
