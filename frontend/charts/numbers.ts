/** Numbers as people in one language read them. Formatters are kept: making one costs far more than using it. */

const NO_BREAK_SPACE = '\u00a0';
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) {
    try {
      found = new Intl.NumberFormat(lang || 'en', options);
    } catch {
      // A language tag the browser does not know must not cost the reader the figure.
      found = new Intl.NumberFormat('en', options);
    }
    formatters.set(key, found);
  }
  return found;
}

/** 1204 → "1,204" or "1.204". */
export function count(n: number, lang: string): string {
  return formatter(lang, { maximumFractionDigits: 0 }).format(n);
}

/** A count in a narrow place: whole if it fits, else 12.3K, else 12K. */
export function shortCount(n: number, lang: string, fits: (text: string) => boolean): string {
  const compact = (digits: number) =>
    formatter(lang, { notation: 'compact', maximumSignificantDigits: digits })
      .format(n)
      // Dutch writes "1,2 mln."; in a cell of 30 px the dot and the space are too much.
      .replace(/\s+|\.$/g, '');
  const forms = [count(n, lang), compact(3)];
  return forms.find(fits) ?? compact(2);
}

/** A number with the language's own decimal sign, such as a bin's edge. */
export function decimal(value: number, lang: string): string {
  return formatter(lang, { maximumFractionDigits: 2 }).format(value);
}

/** 0.3106 → "31": whole percents without the sign, for cells whose heading names the unit. */
export function wholePercents(share: number, lang: string): string {
  return count(share * 100, lang);
}

/** 0.3106 → "31 %" with a space that does not break. */
export function percentage(share: number, lang: string): string {
  return wholePercents(share, lang) + NO_BREAK_SPACE + '%';
}

/** Round steps (1, 2, 5 × 10ⁿ) from 0 up to a bound, at most so many intervals. */
export function ticks(max: number, intervals = 5): number[] {
  if (!(max > 0) || !Number.isFinite(max)) {
    return [0];
  }
  const step = roundStep(max / intervals);
  const result: number[] = [];
  for (let i = 0; i * step <= max * (1 + 1e-9); i++) {
    result.push(tidy(i * step));
  }
  return result;
}

/** The axis for a chart from zero: the round maximum at or above `max`, and its ticks. */
export function axis(max: number, intervals: number): { max: number; ticks: number[] } {
  const step = roundStep((max > 0 ? max : 1) / intervals);
  const top = tidy(Math.ceil((max > 0 ? max : 1) / step - 1e-9) * step);
  return { max: top, ticks: ticks(top, Math.round(top / step)) };
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

// 3 × 0.1 is 0.30000000000000004, and would be written so.
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
