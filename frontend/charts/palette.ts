/**
 * ApexCharts paints with plain colours, not with var() or light-dark(). These tokens are registered with
 * @property, so their computed value is the rgb() of the theme that is on.
 */
const TOKENS = {
  broken: '--baton-broken',
  focus: '--baton-chart-focus',
  context: '--baton-chart-context',
  grid: '--baton-chart-grid',
  axis: '--baton-chart-axis',
} as const;

export type Palette = Record<keyof typeof TOKENS, string>;

export function palette(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]);
  return Object.fromEntries(entries) as Palette;
}

export function samePalette(a: Palette | null, b: Palette): boolean {
  return !!a && Object.entries(b).every(([name, colour]) => a[name as keyof Palette] === colour);
}

/** Calls back when the colour scheme may have changed: by the system, or by a switch on <html>. Returns the way to stop. */
export function watchScheme(changed: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  query.addEventListener('change', changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style', 'class', 'data-theme'] });
  return () => {
    query.removeEventListener('change', changed);
    observer.disconnect();
  };
}
