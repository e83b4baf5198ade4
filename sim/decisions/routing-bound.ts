import type { RealisedFlow, RealisedRouting } from '../region/moves/realised.ts';
import type { LinearProgram, LpSolver } from './lp-builder.ts';
import { LpBuilder } from './lp-builder.ts';

/**
 * What no routing policy can beat on the days that were played, EUR: a linear program sells every lot of every sorting site
 * with all prices known, each at the price step that its purity reaches. A lot is sold after it was closed, at the best
 * price of its period; no place takes or keeps more than it has room for; what is left is charged. Lots may be cut and the
 * cheapest way out is open to all, which only raises it. Buyers that test pay for what they find, as each lot's tests turned out.
 * A closed place has no capacity on those days and a blocked road is no way out where it is blocked for the whole period; left
 * out is that a road is blocked, or a price paid, on some days of a period only: the best of its days counts. Throws when the solver fails.
 */
export function routingBound(realised: RealisedRouting, solver: LpSolver): number {
  const { status, objective } = solver.solve(routingBoundProgram(realised));
  if (status !== 'optimal')
    throw new Error(
      `routing bound: the solver ${solver.name} answered "${status}"; this program always has an answer`,
    );
  return objective + realised.openEur;
}

/**
 * Columns: kilograms of a flow sold to an option in a period, got rid of by the cheapest way out, kept for the next period,
 * or left at the end. Rows: each flow's stock, each destination's capacity and each site's store, by period.
 */
export function routingBoundProgram({ flows, capacityKg, storageKg }: RealisedRouting): LinearProgram {
  const program = new LpBuilder();
  const limits = (kg: Readonly<Record<string, readonly number[]>>) =>
    new Map(Object.entries(kg).map(([id, of]) => [id, of.map((limit) => program.row(-Infinity, limit))]));
  const capacity = limits(capacityKg);
  const store = limits(storageKg);
  for (const flow of flows) {
    const stock = flow.kg.map((kg) => program.row(kg, kg));
    stock.forEach((row, period) => {
      const ridEurPerKg = cheapestWayOut(flow, period);
      if (ridEurPerKg > -Infinity) program.column(ridEurPerKg, 0, Infinity, [[row, 1]]);
      for (const { to, netEurPerKg } of flow.options) {
        const gain = netEurPerKg[period]!;
        if (gain > ridEurPerKg)
          program.column(gain, 0, Infinity, [
            [row, 1],
            [capacity.get(to)![period]!, 1],
          ]);
      }
      const next = stock[period + 1];
      if (next === undefined) program.column(flow.closingEurPerKg, 0, Infinity, [[row, 1]]);
      else
        program.column(0, 0, Infinity, [
          [row, 1],
          [next, -1],
          [store.get(flow.from)![period]!, 1],
        ]);
    });
  }
  return program.build();
}

/** The best of the ways that cost something, EUR/kg (<= 0); -Infinity where there is none. */
function cheapestWayOut({ options }: RealisedFlow, period: number): number {
  const nets = options.map(({ netEurPerKg }) => netEurPerKg[period]!);
  return Math.max(-Infinity, ...nets.filter((net) => net <= 0));
}
