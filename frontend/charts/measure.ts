import type { Measure } from './headings.ts';

/**
 * Measures text as an element draws it: so many px of its face, more where the reader's root size is larger;
 * `spacing` is the CSS letter-spacing in em.
 */
export function measureLike(element: Element, px: number, spacing = 0): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  if (!context) {
    return (text) => (text.length * px) / 2;
  }
  const size = (px * root) / 16;
  context.font = `${size}px ${getComputedStyle(element).fontFamily}`;
  return (text) => context.measureText(text).width + text.length * size * spacing;
}
