import { type ArmName, armOf } from '../../../models/training/arms.ts';
import { groupsOf } from '../../../models/training/protocol/groups.ts';
import { countTo, type Group } from '../../../models/training/protocol/places.ts';
import type { Protocol } from '../../../models/training/protocol/types.ts';
import { must } from '../../../sim/record/must.ts';
import { type Interval, ratioInterval, tPValue } from '../../stats/interval.ts';
import { type Nested, type NestedInterval, nestedInterval } from '../../stats/nested.ts';
import type { Comparison } from './document.ts';
import { isFinal, type TrainingResult } from './results.ts';

/** What a protocol asks and what it found so far. */
export interface Study {
  readonly protocol: Protocol;
  readonly results: readonly TrainingResult[];
}

/**
 * Values by world, draw and training. Where not all of a design is there yet, the worlds that are whole; where none is, all values
 * as trainings of one draw, which says least.
 */
export function nestedOf(design: Group | undefined, values: ReadonlyMap<string, number>): Nested {
  const { worlds = 0, draws = 0, seeds = 0 } = design ?? {};
  const whole = countTo(worlds).flatMap((world) => {
    const own = countTo(draws).map((draw) =>
      countTo(seeds).flatMap((seed) => values.get(placeOf({ world, draw, seed })) ?? []),
    );
    return own.every((trainings) => trainings.length === seeds) ? [own] : [];
  });
  return whole.length > 0 ? whole : [[[...values.values()]]];
}

export const placeOf = ({ world, draw, seed }: Pick<TrainingResult['unit'], 'world' | 'draw' | 'seed'>) =>
  `${world}/${draw}/${seed}`;

/** The group that an arm of so many labels is of. */
export function designOf({ protocol }: Study, labels: number, arm: ArmName): Group | undefined {
  const own = groupsOf(protocol).filter((group) => group.labelledPerMaterial === labels);
  return own.find(({ arms }) => arms.includes(arm)) ?? own[0];
}

/** Over worlds where there are several: trainings of one world are no independent measurements. */
export function recoveredShare(
  group: readonly TrainingResult[],
  all: readonly TrainingResult[],
): Interval | null {
  const { unit, test } = must(group[0], 'training of an arm');
  if (armOf(unit.arm).kind !== 'student' || test?.clean?.material === null) return null;
  const byPlace = (name: ArmName) =>
    new Map(
      finals(all, unit.labelledPerMaterial, name).map((result) => [
        placeOf(result.unit),
        cleanAccuracy(result),
      ]),
    );
  const [lows, highs] = [byPlace('labels-only'), byPlace('oracle')];
  const own = group.flatMap((result) => {
    if (result.test === undefined) return [];
    const [low, high] = [lows.get(placeOf(result.unit)), highs.get(placeOf(result.unit))];
    if (low === undefined || high === undefined) return [];
    return [{ world: result.unit.world, gain: cleanAccuracy(result) - low, room: high - low }];
  });
  const worlds = [...new Set(own.map(({ world }) => world))];
  const sums =
    worlds.length > 1
      ? worlds.map((world) => own.filter((pair) => pair.world === world))
      : own.map((pair) => [pair]);
  const total = (pairs: typeof own, of: (pair: (typeof own)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0);
  if (own.length === 0 || total(own, ({ room }) => room) === 0) return null;
  return ratioInterval(
    sums.map((pairs) => total(pairs, ({ gain }) => gain)),
    sums.map((pairs) => total(pairs, ({ room }) => room)),
  );
}

/** Material accuracy on clean test items, of an arm that names materials. */
function cleanAccuracy({ test }: TrainingResult): number {
  return must(test?.clean?.material, 'material accuracy of a clean test');
}

function finals(results: readonly TrainingResult[], labelled: number, arm: ArmName): TrainingResult[] {
  return results.filter((result) => isFinal(result, labelled, arm) && result.test !== undefined);
}

/** What is compared of two arms on the clean test, and in which unit. */
const MEASURES = {
  material: 100,
  stateMae: 1,
  qualityMae: 1,
} as const;
export type Compared = keyof typeof MEASURES;

/** Paired by world, draw and seed on the clean test; null when there are fewer than two pairs. */
export function compare(
  study: Study,
  labelled: number,
  a: ArmName,
  b: ArmName,
  what: Compared = 'material',
): Omit<Comparison, 'adjustedP'> | null {
  const points = (result: TrainingResult) => MEASURES[what] * must(result.test?.clean?.[what], what);
  const named = (arm: ArmName) =>
    finals(study.results, labelled, arm).filter(({ test }) => (test?.clean?.[what] ?? null) !== null);
  const others = new Map(named(b).map((result) => [placeOf(result.unit), points(result)]));
  const differences = new Map(
    named(a).flatMap((result) => {
      const other = others.get(placeOf(result.unit));
      return other === undefined ? [] : [[placeOf(result.unit), points(result) - other] as const];
    }),
  );
  if (differences.size < 2) return null;
  const interval = nestedInterval(nestedOf(designOf(study, labelled, a), differences));
  if (interval.values < 2) return null;
  return {
    ...{ a, b, labelledPerMaterial: labelled, pairs: interval.values },
    points: interval,
    p: pValue(interval),
  };
}

/** Two-sided p-value of a mean over nested draws; 1 when all differences are 0. */
function pValue({ mean, se, df }: NestedInterval): number {
  if (se === 0) return mean === 0 ? 1 : 0;
  return tPValue(mean / se, df);
}
