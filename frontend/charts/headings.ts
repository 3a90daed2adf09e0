/**
 * Names above narrow columns. A department's name is never cut: it wraps at syllables, and where two lines
 * do not hold it all headings turn upright. Own soft hyphens, as browsers lack a dictionary for Dutch more
 * often than not.
 */

export type Measure = (text: string) => number;

const SOFT_HYPHEN = '\u00ad';
const ZERO_WIDTH_SPACE = '\u200b';
const VOWEL = /[aeiouyàáâãäåèéêëìíîïòóôõöùúûüýÿ]/i;
// Sounds that start a syllable together, in Dutch and in English.
const ONSET = /^(ch|th|ph|sh|[bcdfgkptvw]r|[bcfgkpsv]l|kn|[kdtz]w|st|qu)$/i;
const LEAST_PART = 3;

export const LINE = 12;
const UPRIGHT_STEP = 6;
const UPRIGHT_LEAST = 48;
const UPRIGHT_LONG = 120;
const UPRIGHT_MOST = 360;

/** The name with invisible places to break: soft hyphens at syllables, and spaces of no width after / _ and dots. */
export function breakable(name: string): string {
  return name.replace(/\p{L}+/gu, syllables).replace(/([/_.@&+])(?=\S)/g, '$1' + ZERO_WIDTH_SPACE);
}

function syllables(word: string): string {
  const letters = Array.from(word);
  const breaks = new Set<number>();
  for (let i = LEAST_PART; i < letters.length - 1; i++) {
    if (VOWEL.test(letters[i]) || !VOWEL.test(letters[i + 1])) {
      continue;
    }
    const at = ONSET.test(letters[i - 1] + letters[i]) ? i - 1 : i;
    if (at >= LEAST_PART && letters.length - at >= LEAST_PART && letters.slice(0, at).some((letter) => VOWEL.test(letter))) {
      breaks.add(at);
    }
  }
  return letters.map((letter, i) => (breaks.has(i) ? SOFT_HYPHEN : '') + letter).join('');
}

/** How many lines a breakable text takes in a width, and whether a piece had to be broken without a hyphen. */
export function wrap(text: string, width: number, measure: Measure): { lines: number; torn: boolean } {
  let lines = 1;
  let line = '';
  let torn = false;
  // Each piece keeps the space or soft hyphen it ends with, as that decides what is drawn there.
  for (const piece of text.match(/[^\s\u00ad\u200b]+[\s\u00ad\u200b]*/g) ?? []) {
    if (line && measure(drawn(line + piece)) > width) {
      lines++;
      line = '';
    }
    line += piece;
    const long = measure(drawn(line));
    if (long > width) {
      torn = true;
      lines += Math.ceil(long / width) - 1;
      line = '';
    }
  }
  return { lines, torn };
}

// Only a soft hyphen at the end of a line shows.
function drawn(line: string): string {
  const hyphen = line.endsWith(SOFT_HYPHEN) ? '-' : '';
  return line.replace(/[\u00ad\u200b]/g, '').trimEnd() + hyphen;
}

export interface HeadingLayout {
  upright: boolean;
  /** Length of an upright heading in px; 0 when they lie flat. */
  length: number;
}

/** Flat when every name fits on two lines; else upright, as short as their lines allow. */
export function layoutHeadings(names: readonly string[], width: number, measure: Measure, mustStand = false): HeadingLayout {
  const texts = names.map(breakable);
  const flat = texts.every((text) => {
    const { lines, torn } = wrap(text, width, measure);
    return lines <= 2 && !torn;
  });
  if (flat && !mustStand) {
    return { upright: false, length: 0 };
  }
  const lines = Math.max(1, Math.floor(width / LINE));
  // Three lines beside each other are hard to tell from the neighbours': only where two would be very long.
  const pair = uprightLength(texts, Math.min(2, lines), measure);
  return { upright: true, length: pair <= UPRIGHT_LONG ? pair : uprightLength(texts, lines, measure) };
}

function uprightLength(texts: readonly string[], lines: number, measure: Measure): number {
  let length = UPRIGHT_LEAST;
  while (length < UPRIGHT_MOST && !texts.every((text) => wrap(text, length, measure).lines <= lines)) {
    length += UPRIGHT_STEP;
  }
  return length;
}
