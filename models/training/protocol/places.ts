import type { ArmName } from '../arms.ts';

/** Arms that are compared with so many labels: in `worlds` sets of items, `draws` choices of labels in each, `seeds` trainings of each. */
export interface Group {
  readonly labelledPerMaterial: number;
  readonly worlds: number;
  readonly draws: number;
  readonly seeds: number;
  readonly arms: readonly ArmName[];
  /** Students whose rate is searched for; absent = all, of an exploratory group none. */
  readonly tuned?: readonly ArmName[] | undefined;
  /** The arm whose rate the others take; absent = `multi-sensor-teacher`. */
  readonly rateOf?: ArmName | undefined;
}

/** Where a training stands in the design; of those that count there is one at each place. */
export interface Place {
  readonly arm: ArmName;
  readonly labelledPerMaterial: number;
  /** Set of items, from 1 on. */
  readonly world: number;
  /** Which items have labels, from 1 on. */
  readonly draw: number;
  readonly seed: number;
}

/** Name of a place, equal for equal places. */
export const placeKey = ({ labelledPerMaterial, arm, world, draw, seed }: Place) =>
  `${labelledPerMaterial}/${arm}/${world}/${draw}/${seed}`;

/** Every world, seed and draw of a group, arm by arm within each, so that a stopped protocol has complete pairs. */
export function placesOf(
  { labelledPerMaterial, worlds, draws, seeds }: Group,
  arms: readonly ArmName[],
): Place[] {
  return countTo(worlds).flatMap((world) =>
    countTo(seeds).flatMap((seed) =>
      countTo(draws).flatMap((draw) => arms.map((arm) => ({ arm, labelledPerMaterial, world, draw, seed }))),
    ),
  );
}

/** 1..count: equal numbers share start weights, batches and views across arms. */
export function countTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
