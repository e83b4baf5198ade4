import { pairedInterval } from '../../../scenarios/stats/interval.ts';
import { maintenancePolicies } from '../../../sim/decisions/policies.ts';
import { remainingLifeModels } from '../../../sim/decisions/upkeep/life-examples.ts';
import { predictedLife } from '../../../sim/decisions/upkeep/maintenance.ts';
import { bestRenewals } from '../../../sim/decisions/upkeep/replacement-age.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { depot, play, portsOf } from '../run/kit.ts';

/**
 * A remote island: little comes, a boat brings a technician twice a week, a stopped belt waits for it. Bearings live about
 * three weeks of running hours.
 */
const island = (days: number): WorldSpec =>
  depot((w) => ({
    name: 'remote island',
    site: { ...w.site, durationS: days * 86_400, startHour: 7, skyStepS: 900 },
    feed: { ...w.feed, ratePerHour: 12, surges: [], poolSize: 400 },
    robots: w.robots.slice(0, 1),
    assets: [
      {
        ...w.assets[0]!,
        shapePerHour: 0.12,
        limit: 25,
        startWear: 0,
        plannedEur: 40,
        failureEur: 300,
        repairS: 7200,
        plannedS: 3600,
      },
    ],
    maintenance: {
      ...w.maintenance,
      inspectEveryS: 4 * 3600,
      travelS: 6 * 3600,
      visitEur: 120,
      everyDays: 3.5,
    },
  }));

export interface PolicyResult {
  readonly policy: string;
  readonly meanCostEur: number;
  readonly failures: number;
  readonly visits: number;
  readonly falseAlarms: number;
  readonly leadTimeH: number;
  readonly availability: number;
}

const mean = (xs: readonly number[]): number => xs.reduce((s, x) => s + x, 0) / xs.length;

/** Plays every policy on the same `replications` of the island; the cost is minus the value of the quarter. */
export function compareOnIsland(names: readonly string[], replications: number, days = 90) {
  const world = island(days);
  // A fit remembers nothing of a run, and is the same for every run of a world.
  const fitted = predictedLife(remainingLifeModels(world), bestRenewals(world));
  const make = (policy: string) =>
    policy === 'predicted-life' ? fitted : maintenancePolicies[policy]!(world);
  const values = new Map<string, number[]>();
  const table = names.map((policy): PolicyResult => {
    const runs = Array.from({ length: replications }, (_, replication) => {
      const maintenance = make(policy);
      return play(world, { seed: 11, replication }, portsOf({ maintenance })).summary;
    });
    values.set(
      policy,
      runs.map((r) => r.valueEur),
    );
    const asset = (of: (a: (typeof runs)[number]['assets'][number]) => number) =>
      mean(runs.map((r) => of(r.assets[0]!)));
    return {
      policy,
      meanCostEur: -mean(runs.map((r) => r.valueEur)),
      failures: asset((a) => a.failures),
      visits: asset((a) => a.visits),
      falseAlarms: asset((a) => a.falseAlarms),
      leadTimeH: asset((a) => a.leadTimeS / 3600),
      availability: asset((a) => a.availability),
    };
  });
  const predicted = values.get('predicted-life')!;
  const aged = values.get('age-based')!;
  return { table, predictedMinusAgeEur: pairedInterval(predicted, aged, 0.95) };
}
