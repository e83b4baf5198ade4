import type { AssetView, MaintenanceChoice, MaintenancePolicy } from '../../ports.ts';
import type { RemainingLife, RemainingLifeModel } from './remaining-life.ts';
import type { Renewal } from './replacement-age.ts';

/** Both options with what they are expected to cost; `failureProbability` is the chance of failing before the next occasion. */
function choice(view: AssetView, visit: boolean, failureProbability: number): MaintenanceChoice {
  return {
    action: visit ? 'visit' : 'wait',
    options: [
      { action: 'wait', expectedEur: -Math.min(1, Math.max(0, failureProbability)) * view.failureCostEur },
      { action: 'visit', expectedEur: -view.plannedCostEur },
    ],
  };
}

/** Waits for every failure. */
export function runToFailure(): MaintenancePolicy {
  return { name: 'run-to-failure', decide: (view) => choice(view, false, view.condition) };
}

/** Visits at fixed times of the calendar, every `everyS` seconds, whatever the age. */
export function periodic(everyS: number): MaintenancePolicy {
  const visited = new Map<string, number>();
  return {
    name: `periodic-${Math.round(everyS / 360) / 10}h`,
    renews: ({ ageS }) => ageS >= everyS,
    decide(view) {
      const period = Math.floor(view.timeUs / 1e6 / everyS);
      const due = period > (visited.get(view.assetId) ?? 0);
      if (due) visited.set(view.assetId, period);
      return choice(view, due, view.condition);
    },
  };
}

/** Visits when an asset has run for its replacement age since its last renewal; Infinity = never. */
export function ageBased(renewals: ReadonlyMap<string, Pick<Renewal, 'ageS'>>): MaintenancePolicy {
  const due = (assetId: string) => renewals.get(assetId)?.ageS ?? Infinity;
  return {
    name: 'age-based',
    renews: ({ assetId, ageS }) => ageS >= due(assetId),
    decide(view) {
      const ageS = due(view.assetId);
      return choice(view, view.ageS + view.leadRunS >= ageS, view.ageS / ageS);
    },
  };
}

/** Visits when the condition reading (0 new, 1 failed) passes `limit`. */
export function conditionThreshold(limit = 0.75): MaintenancePolicy {
  return {
    name: `condition-${limit}`,
    renews: ({ condition }) => condition >= limit,
    decide: (view) => choice(view, view.condition >= limit, view.condition),
  };
}

/**
 * Visits when waiting no longer pays (the control limit of Bergman 1978 for a part under observation): sending at the next inspection
 * instead of now gains the life until that visit, at what a second of life costs when parts are renewed by age; it risks a failure
 * between the two visits, which costs more than a renewal in time. The remaining life comes with its uncertainty from a model that was
 * fitted on other assets.
 */
export function predictedLife(
  models: ReadonlyMap<string, RemainingLifeModel>,
  renewals: ReadonlyMap<string, Pick<Renewal, 'eurPerS'>>,
): MaintenancePolicy {
  const decide = (view: AssetView): MaintenanceChoice => {
    const life = models.get(view.assetId);
    if (life === undefined) throw new Error(`predicted-life: no model for asset ${view.assetId}; fit one`);
    const left = life.predict(view.series, view.ageS);
    const alive = 1 - probabilityBelow(left, view.leadRunS);
    const aliveNext = 1 - probabilityBelow(left, view.nextLeadRunS);
    // One who is overdue beyond any probability fails before the next visit.
    const fails = alive > 0 ? 1 - aliveNext / alive : 1;
    const gainedS = view.nextLeadRunS - view.leadRunS;
    const riskEur = fails * (view.failureCostEur - view.plannedCostEur);
    const visits = gainedS > 0 && riskEur > gainedS * (renewals.get(view.assetId)?.eurPerS ?? 0);
    return choice(view, visits, 1 - aliveNext);
  };
  return { name: 'predicted-life', decide, renews: (view) => decide(view).action === 'visit' };
}

/**
 * Lets another policy decide, but joins a visit that comes anyway once the condition has passed `joinAt`: travel is paid
 * once.
 */
export function opportunistic(base: MaintenancePolicy, joinAt = 0.5): MaintenancePolicy {
  return {
    name: `opportunistic-${base.name}`,
    ...(base.renews === undefined ? {} : { renews: (view: AssetView) => base.renews?.(view) ?? false }),
    decide(view) {
      const decided = base.decide(view);
      const joins = view.visitPlanned && view.condition >= joinAt;
      return joins ? { ...decided, action: 'visit' } : decided;
    },
  };
}

/** P(remaining life < t) under a normal error, from a logistic approximation of the normal (error below 0.01). */
export function probabilityBelow({ meanS, sdS }: RemainingLife, t: number): number {
  if (sdS === 0) return t > meanS ? 1 : 0;
  const z = (t - meanS) / sdS;
  return 1 / (1 + Math.exp(-1.702 * z));
}
