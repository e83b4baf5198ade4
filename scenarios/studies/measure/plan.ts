import type { BackendName } from '../../../models/engine/found.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { loadScenario } from '../../schema/load.ts';
import type { Variant } from '../../steps/steps.ts';
import { onDay, planRun, type RunPlan } from '../day/plan.ts';
import type { RunOptions } from '../day/with-execution.ts';

/** What `looptwin measure` is asked for. */
export interface MeasureOptions extends Omit<RunOptions, 'force' | 'replication' | 'own' | 'out'> {
  /** Rates at which shifts are played, as factors of the scenario's own, rising. */
  readonly factors?: readonly number[];
  /** Shifts of each load, at least 2. */
  readonly shifts?: number;
  /** Default: the scenario's. */
  readonly perceptions?: readonly string[];
  /** How often the networks are trained anew, with seeds of their own. */
  readonly trainings?: number;
  /** Pieces that all shifts draw from, so that what a network believes of a piece is worked out once; 0 = every piece is new. */
  readonly specimens?: number;
}

/** Pieces of a pool unless something else is said: enough for tens of each of some dozen materials. */
export const SPECIMENS = 600;
export const SHIFTS = 20;
/** A factor of 1.4 apart from half the rate to twice: three would be a factor of two apart, too far where batteries run out. */
export const LOADS = 5;

/** So many factors, spread evenly on a scale of ratios from half the rate to twice. */
export function factorsOf(loads: number): number[] {
  if (loads === 1) return [1];
  return Array.from({ length: loads }, (_, index) => {
    const exponent = -1 + (2 * index) / (loads - 1);
    return Math.round(Math.exp(exponent * Math.LN2) * 1000) / 1000;
  });
}

/** One perception under one training at one load: so many shifts. */
export interface LoadPlan {
  readonly perception: string;
  readonly training: number;
  readonly factor: number;
  readonly variant: Variant;
  /** One for each shift. */
  readonly plans: readonly RunPlan[];
}

export interface MeasurePlan {
  /** As the user gave it. */
  readonly plain: Scenario;
  /** With its perceptions, before the load changes it. */
  readonly scenario: Scenario;
  readonly specimens: number;
  readonly loads: readonly LoadPlan[];
}

/** The shifts that are asked for. Throws InputError for input that cannot be used. */
export function planMeasure(
  nameOrPath: string,
  options: MeasureOptions,
  backend: BackendName = 'wasm',
): MeasurePlan {
  const { perceptions, shifts = SHIFTS, factors = factorsOf(LOADS), trainings = 1, set = [] } = options;
  const read = (more: readonly string[]) =>
    loadScenario(nameOrPath, [...set, ...more], options.cwd, options.cacheDir);
  const plain = read([]);
  const specimens = options.specimens ?? (plain.feed.poolSize > 0 ? plain.feed.poolSize : SPECIMENS);
  const seen = [...new Set(perceptions ?? plain.policies.perceptions)];
  const wanted = [
    `feed.poolSize=${specimens}`,
    ...(perceptions === undefined ? [] : [`policies.perceptions=${JSON.stringify(seen)}`]),
  ];
  const base = read(wanted);
  const scenario = { ...base, seed: options.seed ?? base.seed };
  const first = scenario.training.seed;
  const loads = Array.from({ length: trainings }, (_, t) => first + t).flatMap((training) =>
    factors.flatMap((factor) => loadPlans(scenario, { training, factor, shifts, seen, backend })),
  );
  return { plain, scenario, specimens, loads };
}

/** The truth is not trained: it is measured under the first training alone. */
const TRUTH = 'perfect';

function loadPlans(
  scenario: Scenario,
  asked: {
    readonly training: number;
    readonly factor: number;
    readonly shifts: number;
    readonly seen: readonly string[];
    readonly backend: BackendName;
  },
): LoadPlan[] {
  const { training, factor, shifts, seen, backend } = asked;
  const { feed, seed } = scenario;
  const loaded: Scenario = {
    ...scenario,
    feed: { ...feed, ratePerHour: feed.ratePerHour * factor },
    training: { ...scenario.training, seed: training },
  };
  const plan = planRun(loaded, { seed, replication: 0 }, backend);
  const { maintenance } = plan.main;
  return seen
    .filter((perception) => perception !== TRUTH || training === scenario.training.seed)
    .flatMap((perception) =>
      plan.variants
        .filter((variant) => variant.perception === perception && variant.maintenance === maintenance)
        .map((variant) => ({
          ...{ perception, training, factor, variant },
          plans: Array.from({ length: shifts }, (_, replication) => onDay(plan, { seed, replication })),
        })),
    );
}
