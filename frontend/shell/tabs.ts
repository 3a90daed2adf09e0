/**
 * Vaadin's tabs keep a scroll box between the list and its tabs that a script may focus. To a screen reader it is a thing
 * of its own within the list, where only tabs may stand; nothing focuses it, so that it need not be able to be.
 */
interface Scrolling extends HTMLElement {
  readonly $?: { readonly scroll?: HTMLElement };
}

void customElements.whenDefined('vaadin-tabs').then((tabs) => {
  const prototype = tabs.prototype as { ready(this: Scrolling): void };
  const ready = prototype.ready;
  prototype.ready = function (this: Scrolling): void {
    ready.call(this);
    this.$?.scroll?.removeAttribute('tabindex');
  };
  document
    .querySelectorAll<Scrolling>('vaadin-tabs')
    .forEach((present) => present.$?.scroll?.removeAttribute('tabindex'));
});

export {};
