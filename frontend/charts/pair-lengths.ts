export interface PairItem {
  key: string;
  label: string;
  first: number;
  second: number;
  /** Each amount as it is written. */
  words: readonly string[];
  tip?: readonly string[];
}

/** How long a bar is, in percents of the longest; what is less than nothing has none. */
export function barLengths(items: readonly PairItem[]): [number, number][] {
  const most = Math.max(0, ...items.flatMap(({ first, second }) => [first, second]));
  const length = (amount: number) => (most ? (100 * Math.max(0, amount)) / most : 0);
  return items.map(({ first, second }) => [length(first), length(second)]);
}
