/** Masses between which it is interpolated what a further look is worth. */
export const masses = 20;

/** Entries of a table by joules of a pick, the fewest and the most of the day, and by mass. */
export const corners = 2 * masses;

/** Masses from the lightest to the heaviest thing, each as many times the one before, kg. */
export function massGrid(massKg: Float64Array): Float64Array {
  let [least, most] = [Infinity, 0];
  for (const m of massKg) [least, most] = [Math.min(least, m), Math.max(most, m)];
  const step = Math.log(most / least) / (masses - 1);
  const grid = Float64Array.from({ length: masses }, (_, g) => least * Math.exp(step * g));
  grid[masses - 1] = most;
  return grid;
}

/** Where things lie in a table of corners. */
export class Places {
  /** [items] the mass before, and how far from it to the next, and from the fewest joules to the most. */
  readonly mass: Int32Array;
  readonly massShare: Float64Array;
  readonly joulesShare: Float64Array;

  constructor(grid: Float64Array, massKg: Float64Array, pickJ: Float64Array) {
    const [least, most] = rangeOf(pickJ);
    this.mass = Int32Array.from(massKg, (m) => {
      let at = 0;
      while (at < grid.length - 2 && m > grid[at + 1]!) at += 1;
      return at;
    });
    this.massShare = massKg.map((m, i) => {
      const [from, to] = [grid[this.mass[i]!]!, grid[this.mass[i]! + 1]!];
      return to > from ? (m - from) / (to - from) : 0;
    });
    this.joulesShare = pickJ.map((joules) => (most > least ? (joules - least) / (most - least) : 0));
  }

  /** The value of a table at an item, whose corners begin at an entry. */
  between(table: Float64Array, from: number, i: number): number {
    const [at, share, joules] = [from + this.mass[i]!, this.massShare[i]!, this.joulesShare[i]!];
    const least = table[at]! + share * (table[at + 1]! - table[at]!);
    if (joules === 0) return least;
    const most = table[at + masses]! + share * (table[at + masses + 1]! - table[at + masses]!);
    return least + joules * (most - least);
  }
}

/** The least and the largest. */
export function rangeOf(values: Float64Array): [number, number] {
  return values.reduce<[number, number]>(
    ([a, b], x) => [Math.min(a, x), Math.max(b, x)],
    [Infinity, -Infinity],
  );
}
