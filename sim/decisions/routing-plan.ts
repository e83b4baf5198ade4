import type { RouteForecast, RoutePolicy } from '../ports.ts';
import type { LinearProgram, LpSolver } from './lp-builder.ts';
import { LpBuilder } from './lp-builder.ts';
import { netEurPerKg, priceAware, valued } from './routing.ts';

/** Months that a plan looks ahead; prices are expected to stay as they are. */
const HORIZON_MONTHS = 2;
/** Keeping a kilogram for a month costs this much (space, capital), EUR/kg: from memory, an order of magnitude. */
const HOLDING_EUR_PER_KG = 0.005;

/**
 * Rolling plan: once a month a linear program spreads every stock and its expected inflow over destinations and months,
 * within their capacities; each lot then goes where it earns most among the destinations that the plan still has room for.
 */
export function rollingPlan(solver: LpSolver): RoutePolicy {
  let quota = new Map<string, number[]>();
  return {
    name: 'rolling-plan',
    replan(forecast) {
      quota = planOf(forecast, solver);
    },
    choose(view) {
      const planned = quota.get(keyOf(view.from, view.output));
      if (planned === undefined) return priceAware.choose(view);
      let best: number | null = null;
      view.options.forEach((option, index) => {
        if (option.roomKg < view.lotKg || planned[index]! <= 0) return;
        if (best === null || netEurPerKg(option) > netEurPerKg(view.options[best]!)) best = index;
      });
      if (best !== null) planned[best]! -= view.lotKg;
      return { to: best, options: valued(view, netEurPerKg) };
    },
  };
}

/** Kilograms that each flow should send to each of its options in the coming month. */
function planOf(forecast: RouteForecast, solver: LpSolver): Map<string, number[]> {
  const solution = solver.solve(routingProgram(forecast));
  const quota = new Map<string, number[]>();
  if (solution.status !== 'optimal') return quota;
  let column = 0;
  for (const flow of forecast.flows) {
    quota.set(
      keyOf(flow.from, flow.output),
      Array.from(solution.x.subarray(column, column + flow.options.length)),
    );
    column += flow.options.length * HORIZON_MONTHS;
  }
  return quota;
}

/**
 * Columns: flow x month x option, kilograms sent. Rows: for each flow and month, what is sent so far is at most stock
 * plus inflow so far; for each destination and month, what arrives is at most its capacity.
 * Sending later loses the holding cost, so that nothing waits without reason.
 */
export function routingProgram({ flows, capacityKgPerDay, daysPerMonth }: RouteForecast): LinearProgram {
  const program = new LpBuilder();
  const months = Array.from({ length: HORIZON_MONTHS }, (_, month) => month);
  const sent = flows.map((flow) =>
    months.map((month) =>
      program.row(-Infinity, flow.stockKg + flow.inflowKgPerDay * daysPerMonth * (month + 1)),
    ),
  );
  const arrived = new Map(
    Object.keys(capacityKgPerDay)
      .sort()
      .map((id) => [id, months.map(() => program.row(-Infinity, capacityKgPerDay[id]! * daysPerMonth))]),
  );
  flows.forEach((flow, f) => {
    for (const month of months)
      for (const option of flow.options) {
        const gain = netEurPerKg(option) - HOLDING_EUR_PER_KG * month + KEEP_MOVING_EUR_PER_KG;
        const rows = [...sent[f]!.slice(month), arrived.get(option.to)![month]!];
        program.column(
          gain,
          0,
          Infinity,
          rows.map((row) => [row, 1] as const),
        );
      }
  });
  return program.build();
}

/** A site may not fill up: getting rid of a kilogram is worth more than any gate fee, EUR/kg. */
const KEEP_MOVING_EUR_PER_KG = 1;

const keyOf = (from: string, output: string): string => `${from}|${output}`;
