import { leastTails } from './smoothing-inequality.ts';

/** Where `leastTails` is worked out: above its least z nothing, and ratios from the least on, each larger by a share. */
const grid = { leastZ: -6, mostZ: 3, stepZ: 0.05, leastRatio: 0.02, mostRatio: 3, stepRatio: 1.04 };

/** By how much integrals and straight lines between places of the grid are out at most, with a margin; measured by the test beside this. */
const outBy = 5e-4;

/** How probably a sum of independent things at least exceeds its mean by some standard deviations (`leastTails`): a table, made where it is asked for. */
export class TailTable {
  /** By ratio of the grid: [z] the least tails. */
  readonly #rows = new Map<number, Float64Array>();

  /** By more than z of them, where single things weigh so much. */
  tail(z: number, ratio: number): number {
    if (z >= grid.mostZ || ratio >= grid.mostRatio) return 0;
    const r = Math.log(Math.max(1, ratio / grid.leastRatio)) / Math.log(grid.stepRatio);
    const n = Math.floor(r);
    const at = Math.max(0, (z - grid.leastZ) / grid.stepZ);
    const [less, more] = [between(this.#row(n), at), between(this.#row(n + 1), at)];
    return Math.max(0, less + (r - n) * (more - less));
  }

  #row(n: number): Float64Array {
    const row = this.#rows.get(n) ?? madeRow(n);
    this.#rows.set(n, row);
    return row;
  }
}

/** [z] the least tails of a ratio of the grid; none is below that of a larger z, since whatever exceeds more exceeds less too. */
function madeRow(n: number): Float64Array {
  const ratio = grid.leastRatio * Math.exp(n * Math.log(grid.stepRatio));
  const count = Math.round((grid.mostZ - grid.leastZ) / grid.stepZ) + 1;
  const tails = leastTails(ratio);
  const row = Float64Array.from({ length: count }, (_, at) => tails(grid.leastZ + at * grid.stepZ) - outBy);
  for (let at = count - 2; at >= 0; at--) row[at] = Math.max(row[at]!, row[at + 1]!);
  return row;
}

function between(row: Float64Array, at: number): number {
  const n = Math.min(Math.floor(at), row.length - 2);
  return row[n]! + (at - n) * (row[n + 1]! - row[n]!);
}
