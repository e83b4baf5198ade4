import type { OutputView, SortChoice, SortPolicy, SortView, SunOutlook } from '../../sim/ports.ts';
import { acceptsOf, fedMaterials, type WorldSpec } from '../../sim/world.ts';
import type { InputProblem } from '../errors.ts';
import { Breaches, TRIALS, textOf } from './breach.ts';
import { checkOptions, checkPolicy, decided } from './choice.ts';
import { Draws } from './draws.ts';

/** The outputs of a world as a robot sees them, with a lot that has just begun or is almost full. */
function outputsOf({ outputs }: WorldSpec, labels: readonly string[], draws: Draws): OutputView[] {
  return outputs.map(({ id, accepts, maxState, tiers, contaminantEurPerKg, capacityKg }) => {
    const [top] = tiers;
    const lotKg = draws.between(0, capacityKg > 0 ? capacityKg : 100);
    return {
      ...{ id, maxState, contaminantEurPerKg, tiers, lotKg },
      accepts: acceptsOf(accepts, labels),
      priceEurPerKg: tiers[draws.whole(0, tiers.length - 1)]?.priceEurPerKg ?? 0,
      topPriceEurPerKg: top?.priceEurPerKg ?? 0,
      topMinPurity: top?.minPurity ?? 0,
      believedKg: lotKg * draws.between(0.5, 1),
    };
  });
}

/** One situation of a day: any belief, any charge, at times with no output in reach. */
function sortViewOf(world: WorldSpec, labels: readonly string[], draws: Draws): SortView {
  const capacityJ = draws.between(1e4, 1e6);
  return {
    timeUs: draws.whole(0, 36e9),
    robotId: world.robots[draws.whole(0, world.robots.length - 1)]?.id ?? 'r1',
    belief: {
      modelId: 'made-up',
      material: draws.shares(labels.length),
      state: draws.shares(10),
      quality: { mean: draws.between(0, 1), sd: draws.between(0, 0.3) },
    },
    labels,
    massKg: draws.between(0.001, 1),
    outputs: draws.chance(0.1) ? [] : outputsOf(world, labels, draws),
    residueEurPerKg: world.residue.costEurPerKg,
    looks: 1,
    nextLook: draws.chance(0.3) ? { energyJ: 1, timeUs: 1000 } : null,
    pick: { energyJ: 150, timeUs: 6e6, success: draws.between(0, 1) },
    chargeJ: draws.between(0, capacityJ),
    capacityJ,
    stopJ: 0.05 * capacityJ,
    restartJ: 0.2 * capacityJ,
    forecastJ: draws.between(0, capacityJ),
    ...(draws.chance(0.5) ? { sun: sunOf(draws) } : {}),
    standbyJ: draws.between(0, capacityJ),
    dayLeftUs: draws.whole(0, 36e9),
    waiting: draws.whole(0, 20),
  };
}

/** A sun of up to a day. */
function sunOf(draws: Draws): SunOutlook {
  const clearJ = Float64Array.from({ length: draws.whole(0, 96) }, () => draws.between(0, 1e4));
  return {
    ...{ cloudy: draws.chance(0.5), stepUs: 900e6, clearJ, cloudyJ: clearJ.map((joules) => 0.3 * joules) },
    cloudyNext: { afterClear: draws.between(0, 1), afterCloudy: draws.between(0, 1) },
  };
}

/** What is wrong with one choice. */
function checkChoice(breaches: Breaches, view: SortView, choice: SortChoice | undefined): void {
  const action = Object(Object(choice).action) as { kind?: unknown; output?: unknown };
  const { kind, output } = action;
  const cure = 'Answer { action, options }';
  breaches.check(
    kind === 'pass' || kind === 'look' || kind === 'pick',
    "action.kind must be 'pass', 'look' or 'pick'",
    kind,
    cure,
  );
  const isOutput = Number.isInteger(output) && view.outputs[output as number] !== undefined;
  breaches.check(
    kind !== 'pick' || isOutput,
    'a pick must name the index of an output of view.outputs',
    output,
    view.outputs.length === 0 ? 'No output may be within reach; then pass' : 'Give the index, not the id',
  );
  breaches.check(
    kind !== 'look' || view.nextLook !== null,
    'looks again although view.nextLook is null',
    kind,
    'Ask for a further look only where there is one',
  );
  const first = ['pass', ...view.outputs.map(({ id }) => `pick:${id}`)];
  checkOptions(breaches, Object(choice).options, first);
}

/**
 * What a sorting policy breaks of the rules that every one must obey, whatever it aims at: it answers with an action that
 * exists, prices every option, leaves the view alone, and a new one remembers nothing of an older one.
 */
export function sortPolicyProblems(
  make: () => SortPolicy,
  world: WorldSpec,
  where: string,
): readonly InputProblem[] {
  const breaches = new Breaches(where);
  const policy = breaches.tried('the function that makes it', make);
  if (policy === undefined || !checkPolicy(breaches, policy)) return breaches.problems;
  const labels = fedMaterials(world);
  const draws = new Draws('sorting');
  const views = Array.from({ length: TRIALS }, () => sortViewOf(world, labels, draws));
  const answers = views.map((view) => {
    const choice = decided(breaches, policy, view);
    if (choice !== undefined || breaches.problems.length === 0) checkChoice(breaches, view, choice);
    return textOf(Object(choice));
  });
  if (breaches.problems.length > 0) return breaches.problems;
  const again = make();
  const repeats = views.every((view, i) => textOf(again.decide(view)) === answers[i]);
  breaches.check(
    repeats && again.name === policy.name,
    'a second policy, shown the same, must decide the same',
    repeats ? again.name : 'another choice',
    'Keep what it remembers inside of the policy, and draw no random numbers',
  );
  return breaches.problems;
}
