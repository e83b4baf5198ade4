import { openSolver } from '../../scenarios/steps/solver.ts';
import { priceAware } from '../../sim/decisions/routing.ts';
import { rollingPlan } from '../../sim/decisions/routing-plan.ts';
import type { RoutePolicy } from '../../sim/ports.ts';
import { regionOf } from '../../sim/region/made-up-region.ts';
import { startChain } from '../../sim/region/play.ts';
import {
  type ChainSpec,
  CONDITIONS,
  FEED,
  type MatrixSpec,
  type MeasuredAt,
  type PlaceSpec,
} from '../../sim/region/spec/chain.ts';
import { type Cells, gradedInput } from '../../sim/region/spec/transfer-matrix.ts';
import type { BenchCase } from './bench.ts';

/** Conditions in which things are handed in. */
const GRADES = CONDITIONS.slice(0, FEED);
/** Loads that a site is measured at, as shares of its largest. */
const LOADS = [0.25, 0.4, 0.6, 0.8, 1];

/** Stands for the shifts that a measured site rests on. */
const measured: MeasuredAt = {
  ...{ file: 'bench', scenario: 'bench', perception: 'bench', training: 1, shifts: 40, accuracy: 0.9 },
  ...{ unseen: 0, inputs: 200 },
  ...{ scenarioHash: '', codeHash: '', run: { seed: 1, replication: 0, fingerprint: '' }, command: '' },
};

/** Each input of a table four times, a little less of it the worse its condition. */
function byGrade(cells: Cells, factor: number): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([output, row]) => [
      output,
      Object.fromEntries(
        Object.entries(row).flatMap(([material, share]) =>
          GRADES.map((grade, g) => [gradedInput(material, grade), share * factor * (1 - 0.05 * g)]),
        ),
      ),
    ]),
  );
}

/** A sorting site with tables by condition at five loads, with their spread, costs of an hour and what is believed of outputs. */
function graded(place: PlaceSpec): PlaceSpec {
  if (place.kind !== 'sorting') return place;
  const { cells, loadKgPerH } = place.matrices.at(-1)!;
  const matrices = LOADS.map((load): MatrixSpec => {
    const table = byGrade(cells, 1.1 - 0.1 * load);
    return {
      ...{ loadKgPerH: load * loadKgPerH, cells: table, spread: byGrade(cells, 0.03) },
      perHour: { eur: 20 + 10 * load, energyJ: 1e6 * load, co2eKg: {} },
      believedOver: Object.fromEntries(Object.keys(cells).map((output) => [output, 0.05 * load])),
    };
  });
  return { ...place, matrices, measured };
}

/** 50 places, 50 materials in four conditions each, ten years by day. */
function tenYears(): ChainSpec {
  const region = regionOf({ name: 'bench', days: 3650, places: 50, materials: 50, kgPerDay: 100_000 });
  return { ...region, places: region.places.map(graded) };
}

/** Processor seconds that ten years of the region take under a routing policy, on one thread. */
function secondsOf(routing: RoutePolicy): number {
  const start = process.cpuUsage();
  const run = startChain(tenYears(), { seed: 1, replication: 0 }, { routing }, { event() {} });
  while (run.advance(100_000));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

export const chainCases: BenchCase[] = [
  { name: 'chain-10-years-rules', unit: 'cpu s', run: () => secondsOf(priceAware) },
  {
    name: 'chain-10-years-lp',
    unit: 'cpu s',
    run: async () => secondsOf(rollingPlan(await openSolver())),
  },
];
