import type { ProcessPolicy, ProcessView } from '../../sim/ports.ts';
import type { WorldSpec } from '../../sim/world.ts';
import type { InputProblem } from '../errors.ts';
import { Breaches, TRIALS } from './breach.ts';
import { checkOptions, checkPolicy, decided } from './choice.ts';
import { Draws } from './draws.ts';

/** One moment of the plant: any load, lots that are empty, full or anything between. */
function processViewOf({ outputs, machines }: WorldSpec, draws: Draws): ProcessView {
  return {
    timeUs: draws.whole(0, 36e9),
    tonnesPerHour: draws.between(0, 2),
    itemsPerM: draws.between(0, 40),
    speedFactor: draws.between(0.25, 2),
    machines: (machines ?? []).map(({ id }) => ({ id, threshold: draws.between(-2, 2) })),
    resortOpen: draws.chance(0.5),
    lots: outputs.map(({ id, tiers, capacityKg, emptyEur }) => ({
      ...{ id, capacityKg, emptyEur },
      lotKg: draws.between(0, 200),
      believedPurity: draws.between(0, 1),
      topMinPurity: tiers[0]?.minPurity ?? 0,
      topPriceEurPerKg: tiers[0]?.priceEurPerKg ?? 0,
      priceEurPerKg: tiers[draws.whole(0, tiers.length - 1)]?.priceEurPerKg ?? 0,
    })),
  };
}

/** What a processing policy breaks: it answers with a setting that the plant has, and leaves the view alone. */
export function processPolicyProblems(
  make: () => ProcessPolicy,
  world: WorldSpec,
  where: string,
): readonly InputProblem[] {
  const breaches = new Breaches(where);
  const policy = breaches.tried('the function that makes it', make);
  if (policy === undefined || !checkPolicy(breaches, policy)) return breaches.problems;
  const draws = new Draws('processing');
  for (let trial = 0; trial < TRIALS; trial++) {
    const view = processViewOf(world, draws);
    const choice = Object(decided(breaches, policy, view));
    const { speedFactor, thresholds, bale, options } = choice as Readonly<Record<string, unknown>>;
    const speed = Number(speedFactor);
    breaches.check(speed >= 0.25 && speed <= 2, 'speedFactor must be in 0.25 .. 2', speedFactor, 'Limit it');
    breaches.check(
      Array.isArray(thresholds) &&
        thresholds.length === view.machines.length &&
        thresholds.every(Number.isFinite),
      'thresholds must hold a finite number for each machine of the view',
      thresholds,
      'Give view.machines.map(({ threshold }) => threshold) to change nothing',
    );
    const ids = view.lots.map(({ id }) => id);
    breaches.check(
      Array.isArray(bale) && bale.every((id) => ids.includes(id)),
      'bale must be a list of ids of view.lots',
      bale,
      'Give [] to bale nothing now',
    );
    breaches.check(
      Array.isArray(options) && options.length > 0,
      'options must not be empty',
      options,
      'Name what was chosen',
    );
    checkOptions(breaches, options, []);
  }
  return breaches.problems;
}
