import { must } from '../../../sim/record/must.ts';
import { type Arm, loadArms } from '../../schema/arms.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { loadScenario } from '../../schema/load.ts';
import { shortName } from '../../schema/reading/source.ts';
import { planRun, type RunPlan } from '../day/plan.ts';
import type { RunOptions } from '../day/with-execution.ts';

export interface ExperimentOptions extends Omit<RunOptions, 'out' | 'replication'> {
  /** Number of days, each with draws of its own; default 10. */
  readonly replications?: number;
}

/** One way to play the days, as plain data. */
export interface Point {
  readonly name: string;
  /** `path=value` texts that make it from the scenario of the study. */
  readonly set: readonly string[];
  /** Ways of seeing and maintaining that each of its days is played under. */
  readonly variants: readonly { readonly perception: string; readonly maintenance: string }[];
  /** The variant that is told of where one stands for the point. */
  readonly main: number;
}

/** What a study compares, as plain data: together with the rows of its cells it makes the document, wherever they were played. */
export interface StudyHead {
  /** Whether the ways of seeing one scenario are compared, or the arms of one. */
  readonly kind: 'perceptions' | 'arms';
  /** Its short name. */
  readonly scenario: string;
  /** Name or path that a day of it is played by: `looptwin run SOURCE`. */
  readonly source: string;
  readonly title: string;
  readonly question: string;
  readonly expected: string;
  readonly seed: number;
  /** What the answer is about. */
  readonly quantity: QuantityName;
  readonly replications: number;
  readonly points: readonly Point[];
}

/** A study that can be played: points x replications. */
export interface Study {
  readonly head: StudyHead;
  /** What the day of a cell does. */
  planOf(point: number, replication: number): RunPlan;
}

function pointOf({ name, scenario, set }: Arm, ownSets: readonly string[]): Point {
  const { variants, main } = planRun(scenario, { seed: 0, replication: 0 });
  return {
    name,
    set: [...ownSets, ...set],
    variants: variants.map(({ perception, maintenance }) => ({ perception, maintenance })),
    main: variants.findIndex(
      ({ perception, maintenance }) => perception === main.perception && maintenance === main.maintenance,
    ),
  };
}

/**
 * The study that a scenario asks for: its arms where it has some, else its ways of seeing. Throws InputError for input that
 * cannot be used.
 */
export function studyOf(nameOrPath: string, options: ExperimentOptions = {}): Study {
  const { set = [], cwd } = options;
  const scenario = loadScenario(nameOrPath, set, cwd);
  const { title, question, expected, compare } = scenario;
  const arms = compare.arms.length > 0 ? loadArms(nameOrPath, set, cwd) : undefined;
  const ways: readonly Arm[] = arms ?? [{ name: shortName(nameOrPath), scenario, set: [] }];
  const seed = options.seed ?? scenario.seed;
  const scenarioOf = (point: number): Scenario => must(ways[point], 'point').scenario;
  return {
    head: {
      kind: arms ? 'arms' : 'perceptions',
      ...{ scenario: shortName(nameOrPath), source: nameOrPath, title, question, expected, seed },
      quantity: compare.quantity,
      replications: options.replications ?? 10,
      points: ways.map((way) => pointOf(way, set)),
    },
    planOf: (point, replication) => planRun(scenarioOf(point), { seed, replication }),
  };
}
