import { leastTail } from './smoothing-inequality.ts';

/** Where `leastTail` is worked out: above its least z nothing, and ratios from the least on, each larger by a share. */
const grid = { leastZ: -6, mostZ: 3, stepZ: 0.05, leastRatio: 0.02, mostRatio: 3, stepRatio: 1.04 };

/** By how much integrals and straight lines between places of the grid are out at most, with a margin; measured by the test beside this. */
const outBy = 5e-4;

const rows = new Map<number, Float64Array>();

/** [z] the least tails of a ratio of the grid; none is below that of a larger z, since whatever exceeds more exceeds less too. */
function rowOf(n: number): Float64Array {
  const row = rows.get(n) ?? madeRow(n);
  rows.set(n, row);
  return row;
}

function madeRow(n: number): Float64Array {
  const ratio = grid.leastRatio * Math.exp(n * Math.log(grid.stepRatio));
  const count = Math.round((grid.mostZ - grid.leastZ) / grid.stepZ) + 1;
  const row = Float64Array.from(
    { length: count },
    (_, at) => leastTail(grid.leastZ + at * grid.stepZ, ratio) - outBy,
  );
  for (let at = count - 2; at >= 0; at--) row[at] = Math.max(row[at]!, row[at + 1]!);
  return row;
}

/** How probably a sum of independent things at least exceeds its mean by more than z standard deviations (`leastTail`), by a table that is made as it is used. */
export function tailOf(z: number, ratio: number): number {
  if (z >= grid.mostZ || ratio >= grid.mostRatio) return 0;
  const r = Math.log(Math.max(1, ratio / grid.leastRatio)) / Math.log(grid.stepRatio);
  const n = Math.floor(r);
  const [less, more] = [rowOf(n), rowOf(n + 1)];
  const at = Math.max(0, (z - grid.leastZ) / grid.stepZ);
  return Math.max(0, between(less, at) + (r - n) * (between(more, at) - between(less, at)));
}

function between(row: Float64Array, at: number): number {
  const n = Math.min(Math.floor(at), row.length - 2);
  return row[n]! + (at - n) * (row[n + 1]! - row[n]!);
}
