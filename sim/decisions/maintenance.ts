import type { AssetView, MaintenanceChoice, MaintenancePolicy } from '../ports.ts';
import type { RemainingLife, RemainingLifeModel } from './remaining-life.ts';

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
export function ageBased(agesS: ReadonlyMap<string, number>): MaintenancePolicy {
  return {
    name: 'age-based',
    renews: ({ assetId, ageS }) => ageS >= (agesS.get(assetId) ?? Infinity),
    decide(view) {
      const ageS = agesS.get(view.assetId) ?? Infinity;
      return choice(view, view.ageS + view.leadTimeS >= ageS, view.ageS / ageS);
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
 * Visits when the probability of failing before one could come at the next occasion passes planned / failure cost. The
 * remaining life comes with its uncertainty from a model that was fitted on other assets.
 */
export function predictedLife(models: ReadonlyMap<string, RemainingLifeModel>): MaintenancePolicy {
  const decide = (view: AssetView): MaintenanceChoice => {
    const horizonS = view.leadTimeS + view.inspectionEveryS;
    const life = models.get(view.assetId);
    if (life === undefined) throw new Error(`predicted-life: no model for asset ${view.assetId}; fit one`);
    const p = probabilityBelow(life.predict(view.series, view.ageS), horizonS);
    return choice(view, p > view.plannedCostEur / view.failureCostEur, p);
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
