import type { Uniform } from '../../../sim/kernel/random/random.ts';
import { at } from '../../../sim/record/must.ts';

/** A Latin hypercube: by point, a share in [0, 1) of each factor's range; every factor has one value in each of `points` equal strips. */
export function latinHypercube(points: number, factors: number, random: Uniform): number[][] {
  const columns = Array.from({ length: factors }, () =>
    shuffled(points, random).map((strip) => (strip + random.next()) / points),
  );
  return Array.from({ length: points }, (_, point) => columns.map((column) => at(column, point)));
}

/** The numbers 0 to count - 1 in random order (Fisher and Yates). */
function shuffled(count: number, random: Uniform): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1));
    [order[last], order[other]] = [at(order, other), at(order, last)];
  }
  return order;
}
