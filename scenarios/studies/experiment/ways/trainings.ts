import type { BackendName } from '../../../../models/engine/found.ts';
import type { JsonValue } from '../../../../sim/record/json.ts';
import type { RunKey } from '../../../../sim/run.ts';
import type { OwnFacts } from '../../../own/parts.ts';
import type { Scenario } from '../../../schema/day/scenario.ts';
import { withOwnNames } from '../../day/own-names.ts';
import { planRun, type RunPlan } from '../../day/plan.ts';

/** A point with its scenario. */
export interface Way {
  readonly name: string;
  readonly scenario: Scenario;
  readonly set: readonly string[];
  readonly levels?: Readonly<Record<string, JsonValue>>;
  /** The caller's functions that it is played with, by name. */
  readonly own?: OwnFacts | undefined;
  /** Seed of its training where it is played under several. */
  readonly training?: number;
}

/** A way with what its days do. */
export interface PlannedWay {
  readonly way: Way;
  readonly plan: RunPlan;
}

const planOf = ({ scenario, own }: Way, key: RunKey, backend: BackendName | undefined) =>
  planRun(withOwnNames(scenario, own), key, backend, own);

/**
 * A way under so many trainings: the seed of the scenario's training and those after it. Once where no network of it is
 * trained, such as where robots see the truth.
 */
export function underTrainings(
  way: Way,
  trainings: number,
  key: RunKey,
  backend: BackendName | undefined,
): PlannedWay[] {
  const plan = planOf(way, key, backend);
  if (trainings === 1 || !plan.trainings.some(({ kind }) => kind === 'train')) return [{ way, plan }];
  const { training } = way.scenario;
  return Array.from({ length: trainings }, (_, index) => {
    const seed = training.seed + index;
    const scenario = { ...way.scenario, training: { ...training, seed } };
    const trained = { ...way, scenario, training: seed };
    return { way: trained, plan: index === 0 ? plan : planOf(trained, key, backend) };
  });
}

/** What intervals over the days of these ways do not cover, in words. */
export function leftOut(planned: readonly PlannedWay[], ownItems = false): string[] {
  const pools = new Set(planned.map(({ plan }) => plan.world.feed.poolSize).filter((size) => size > 0));
  const once = planned.some(
    ({ way, plan }) => way.training === undefined && plan.trainings.some(({ kind }) => kind === 'train'),
  );
  return [
    ...(ownItems || pools.size === 0
      ? []
      : [
          `the drawing of items: all days draw from one pool of ${[...pools].join(' or ')} (compare.ownItems: true gives each day its own)`,
        ]),
    ...(once
      ? ['the training of the networks, which all days share (--trainings 3 trains them three times)']
      : []),
  ];
}
