export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const GAP = 6;
const MARGIN = 8;

/** Above the anchor and centred on it; below when there is no room; never off the window. */
export function place(
  anchor: Box,
  size: { width: number; height: number },
  window: { width: number; height: number },
): { left: number; top: number } {
  const above = anchor.top - size.height - GAP;
  const below = anchor.top + anchor.height + GAP;
  const fitsBelow = below + size.height <= window.height - MARGIN;
  const top = above >= MARGIN || !fitsBelow ? above : below;
  return {
    left: clamp(anchor.left + anchor.width / 2 - size.width / 2, MARGIN, window.width - size.width - MARGIN),
    top: clamp(top, MARGIN, window.height - size.height - MARGIN),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
