import { define } from './define.ts';
import { axisTicks, HEIGHT, position, WIDTH } from './interval-scale.ts';
import { wholePercents } from './numbers.ts';

// Hundreds of these scroll through a virtual grid: no Lit, one shared sheet, one SVG that is made once.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: inline-block; vertical-align: middle; width: ${WIDTH}px; height: ${HEIGHT}px; color: var(--baton-chart-interval) }
  :host([hidden]) { display: none }
  svg { display: block; overflow: visible }
  .broken { color: var(--baton-broken) }
  .mean { stroke: var(--baton-line-strong) }
  .range { stroke: currentColor; stroke-width: 2 }
  .dot { fill: currentColor }
  text { font: var(--baton-weight-regular) var(--baton-text-2xs) var(--baton-font); fill: var(--baton-chart-axis);
    text-anchor: middle; font-variant-numeric: tabular-nums }
`);

const SVG = 'http://www.w3.org/2000/svg';

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, String(value));
  }
  return element;
}

/** Draws once per turn, however many properties change, and hears those set before its class arrived. */
abstract class Drawn extends HTMLElement {
  protected readonly values: Record<string, unknown> = {};
  #waiting = false;

  connectedCallback(): void {
    const own = this as unknown as Record<string, unknown>;
    for (const name of (this.constructor as typeof Drawn).names) {
      if (Object.hasOwn(own, name)) {
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    }
    this.invalidate();
  }

  static readonly names: readonly string[] = [];

  invalidate(): void {
    if (!this.#waiting) {
      this.#waiting = true;
      queueMicrotask(() => {
        this.#waiting = false;
        if (this.isConnected) {
          this.draw();
        }
      });
    }
  }

  protected root(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    return root;
  }

  protected abstract draw(): void;

  static react(): void {
    for (const name of this.names) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: Drawn) {
          return this.values[name] ?? null;
        },
        set(this: Drawn, value: unknown) {
          if (this.values[name] !== value) {
            this.values[name] = value;
            this.invalidate();
          }
        },
      });
    }
  }
}

/** A share as a dot on its interval, against the upright line of the mean. Shares run from 0 to 1. */
export class BatonInterval extends Drawn {
  static override readonly names = ['share', 'low', 'high', 'mean', 'max', 'broken', 'label'];
  declare share: number | null;
  declare low: number | null;
  declare high: number | null;
  declare mean: number | null;
  /** The share at the axis' end: at least the highest `high` of the list, as what lies beyond stays at the edge. */
  declare max: number | null;
  /** The interval lies wholly above the mean. */
  declare broken: boolean;
  /** The same in words, for those who do not see it. */
  declare label: string;

  #svg: SVGElement | null = null;
  #mean: SVGElement | null = null;
  #range: SVGElement | null = null;
  #dot: SVGElement | null = null;

  protected override draw(): void {
    const { share, low, high, mean, broken, label } = this;
    const max = this.max ?? 1;
    const middle = HEIGHT / 2;
    if (!this.#svg) {
      this.#svg = shape('svg', { width: WIDTH, height: HEIGHT, role: 'img' });
      // Far out of the box, so that the lines of the rows join into one; the grid's cell cuts them off.
      this.#mean = shape('path', { class: 'mean' });
      this.#range = shape('path', { class: 'range' });
      this.#dot = shape('circle', { class: 'dot', cy: middle, r: 3.5 });
      this.#svg.append(this.#mean, this.#range, this.#dot);
      this.root().replaceChildren(this.#svg);
    }
    // No share: too few. Then the words in the other columns speak, and an empty picture is no picture.
    const shown = isNumber(share);
    this.#svg.setAttribute('class', broken ? 'broken' : '');
    if (label) {
      this.#svg.setAttribute('aria-label', label);
      this.#svg.removeAttribute('aria-hidden');
    } else {
      this.#svg.removeAttribute('aria-label');
      this.#svg.setAttribute('aria-hidden', 'true');
    }
    this.#mean?.setAttribute('d', isNumber(mean) ? `M${position(mean, max)} -40V60` : '');
    this.#range?.setAttribute('d', shown && isNumber(low) && isNumber(high) ? `M${position(low, max)} ${middle}H${position(high, max)}` : '');
    this.#dot?.setAttribute('visibility', shown ? 'visible' : 'hidden');
    this.#dot?.setAttribute('cx', String(position(share ?? 0, max)));
  }
}

/** The percents above a column of intervals; the column's heading names the unit. */
export class BatonIntervalAxis extends Drawn {
  static override readonly names = ['max'];
  declare max: number | null;

  protected override draw(): void {
    const max = this.max ?? 1;
    const picture = shape('svg', { width: WIDTH, height: 14, 'aria-hidden': 'true' });
    for (const tick of axisTicks(max)) {
      const text = shape('text', { x: position(tick, max), y: 12 });
      text.textContent = wholePercents(tick, this.lang ?? '');
      picture.append(text);
    }
    this.root().replaceChildren(picture);
  }
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

BatonInterval.react();
BatonIntervalAxis.react();
define('baton-interval', BatonInterval);
define('baton-interval-axis', BatonIntervalAxis);

declare global {
  interface HTMLElementTagNameMap {
    'baton-interval': BatonInterval;
    'baton-interval-axis': BatonIntervalAxis;
  }
}
