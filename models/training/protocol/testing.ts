import { sha256Hex } from '../../../sim/record/canonical.ts';
import { armsOf, groupsOf } from './groups.ts';
import { countTo, placeKey, placesOf } from './places.ts';
import { unitKey } from './protocol.ts';
import type { Protocol, Unit } from './types.ts';

/** A trained unit that is to be tested, on items that nobody could have looked at before. */
export interface Test {
  readonly unit: Unit;
  /** Seed of the test items of its world. */
  readonly seed: number;
}

/** What is known of a trained unit. */
export interface Trained {
  readonly unit: Unit;
  /** Identity of the weights. */
  readonly model: string;
  /** True once its test was opened. */
  readonly tested: boolean;
}

/**
 * Trainings that may be tested. The test items of a world in a regime follow from the weights of all networks that its first group
 * trained there, so that they do not exist before the last of them is done. Arms that are run beside take the same items: they
 * are compared with these networks, and called exploratory.
 */
export function pendingTests(protocol: Protocol, trained: readonly Trained[]): Test[] {
  const finals = new Map(
    trained.filter(({ unit }) => unit.stage === 'final').map((one) => [placeKey(one.unit), one]),
  );
  const seeds = new Map<string, number | null>();
  const tests = new Map<string, Test>();
  for (const group of groupsOf(protocol)) {
    const places = placesOf(group, armsOf(group));
    for (const world of countTo(group.worlds)) {
      const here = places.filter((place) => place.world === world);
      const own = here.flatMap((place) => finals.get(placeKey(place)) ?? []);
      const items = `${group.labelledPerMaterial}/${world}`;
      if (!seeds.has(items)) seeds.set(items, own.length === here.length ? seedOf(own) : null);
      const seed = seeds.get(items) ?? null;
      if (seed === null) continue;
      for (const { unit, tested } of own) if (!tested) tests.set(unitKey(unit), { unit, seed });
    }
  }
  return [...tests.values()];
}

/** A seed that follows from what was trained: nobody knows it before. */
function seedOf(trained: readonly Trained[]): number {
  const lines = trained.map(({ unit, model }) => `${unitKey(unit)} ${model}`).sort();
  return Number.parseInt(sha256Hex(lines.join('\n')).slice(0, 7), 16);
}
