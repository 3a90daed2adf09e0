/** Width in pixels of a text of 12 px, or of another size. */
export type Measure = (text: string, bold?: boolean, size?: number) => number;

/** A guess from the number of characters, for where there is no canvas. */
export const guessWidth: Measure = (text, bold = false, size = 12) => text.length * size * (bold ? 0.56 : 0.53);

/** Measures in a font family on a canvas; each text once. */
export function canvasMeasure(family: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return guessWidth;
  const widths = new Map<string, number>();
  return (text, bold = false, size = 12) => {
    const key = `${bold ? 'b' : 'r'}${size} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = `${bold ? 600 : 400} ${size}px ${family}`;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}

/** Breaks a text in lines that fit; a word that is too long by itself is broken too, as nothing may be cut off. */
export function wrap(text: string, width: number, measure: Measure, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer, bold) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const letter of word) {
      if (line && measure(line + letter, bold) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  if (line) lines.push(line);
  return lines;
}
