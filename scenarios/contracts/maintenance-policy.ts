import type { AssetView, MaintenancePolicy } from '../../sim/ports.ts';
import type { WorldSpec } from '../../sim/world.ts';
import type { InputProblem } from '../errors.ts';
import { Breaches, TRIALS, textOf } from './breach.ts';
import { checkOptions, checkPolicy, decided } from './choice.ts';
import { Draws } from './draws.ts';

/** Help in up to a day, a part of it with the site open; a technician sent for at the next inspection comes later, or with the same boat. */
function leads(draws: Draws): Pick<AssetView, 'leadTimeS' | 'leadRunS' | 'nextLeadRunS'> {
  const leadTimeS = draws.whole(0, 1e5);
  const leadRunS = draws.whole(0, leadTimeS);
  return { leadTimeS, leadRunS, nextLeadRunS: leadRunS + (draws.chance(0.5) ? 900 : 0) };
}

/** One inspection of one of the world's assets: any age, any condition, a series of up to twenty readings. */
function assetViewOf({ assets }: WorldSpec, draws: Draws): AssetView {
  const asset = assets[draws.whole(0, assets.length - 1)];
  const readings = draws.whole(0, 20);
  const series = (low: number, high: number) =>
    Array.from({ length: readings }, () => draws.between(low, high));
  return {
    timeUs: draws.whole(0, 36e9),
    assetId: asset?.id ?? 'asset',
    kind: asset?.kind ?? 'belt',
    ageS: draws.whole(0, 1e6),
    condition: draws.between(-0.2, 1.5),
    series: {
      timeS: Array.from({ length: readings }, (_, i) => 900 * (i + 1)),
      currentA: series(1, 4),
      vibrationMmPerS: series(0.5, 8),
      hotSpotK: series(0, 40),
    },
    plannedCostEur: draws.between(0, 100),
    failureCostEur: draws.between(0, 1000),
    ...leads(draws),
    inspectionEveryS: 900,
    visitPlanned: draws.chance(0.3),
    runLeftS: draws.whole(0, 36_000),
  };
}

/** What a maintenance policy breaks: it answers wait or visit, prices both, and leaves the view alone. */
export function maintenancePolicyProblems(
  make: (world: WorldSpec) => MaintenancePolicy,
  world: WorldSpec,
  where: string,
): readonly InputProblem[] {
  const breaches = new Breaches(where);
  const policy = breaches.tried('the function that makes it', () => make(world));
  if (policy === undefined || !checkPolicy(breaches, policy)) return breaches.problems;
  const draws = new Draws('maintenance');
  const views = Array.from({ length: TRIALS }, () => assetViewOf(world, draws));
  const answers = views.map((view) => {
    const choice = decided(breaches, policy, view);
    const { action, options } = Object(choice) as { action?: unknown; options?: unknown };
    const isAction = action === 'wait' || action === 'visit';
    breaches.check(isAction, "action must be 'wait' or 'visit'", action, 'Answer { action, options }');
    checkOptions(breaches, options, ['wait', 'visit']);
    return textOf(Object(choice));
  });
  if (breaches.problems.length > 0) return breaches.problems;
  const again = make(world);
  breaches.check(
    again.name === policy.name && views.every((view, i) => textOf(again.decide(view)) === answers[i]),
    'a second policy, shown the same, must decide the same',
    undefined,
    'Keep what it remembers inside of the policy, and draw no random numbers',
  );
  return breaches.problems;
}
