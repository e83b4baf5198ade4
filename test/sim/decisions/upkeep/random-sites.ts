import { maintenancePolicies } from '../../../../sim/decisions/policies.ts';
import { leastUpkeep, silentDay } from '../../../../sim/decisions/upkeep/least-upkeep.ts';
import { stream } from '../../../../sim/kernel/random/random.ts';
import type { MaintenancePolicy } from '../../../../sim/ports.ts';
import type { RunKey } from '../../../../sim/run.ts';
import type { WorldSpec } from '../../../../sim/world.ts';
import { depot, play, portsOf } from '../../run/kit.ts';

/** What a policy pays for visits and parts. */
export function paidEur(world: WorldSpec, key: RunKey, maintenance: MaintenancePolicy): number {
  const { costEurByCause } = play(world, key, portsOf({ maintenance })).summary;
  return Object.entries(costEurByCause).reduce(
    (sum, [cause, eur]) => sum + (cause.startsWith('maintenance') ? eur : 0),
    0,
  );
}

/** Sends for the technician at random, and for one part alone if it is named. */
function whenever(n: number, chance: number, part?: string): MaintenancePolicy {
  const random = stream({ seed: n, replication: 0, path: 'test', purpose: 'whenever' });
  return {
    name: 'whenever',
    decide: ({ assetId }) => {
      const isMeant = part === undefined || part === assetId;
      return { action: isMeant && random.next() < chance ? 'visit' : 'wait', options: [] };
    },
  };
}

/** What a policy paid beyond the least on a site of some days with short lives, both drawn by a number, EUR. */
export function playRandomSite(n: number): { readonly aboveEur: number; readonly what: string } {
  const random = stream({ seed: n, replication: 0, path: 'test', purpose: 'random upkeep' });
  const between = (lo: number, hi: number) => lo + (hi - lo) * random.next();
  const one = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!;
  const world = depot((w) => ({
    site: {
      ...w.site,
      ...{ startHour: one([0, 7, 12.5]), openHour: one([6, 7.25]), closeHour: one([17, 18.5]) },
      durationS: one([10, 30, 100, 300]) * 3600,
      skyStepS: 3600,
    },
    feed: { ...w.feed, ratePerHour: 0, surges: [] },
    assets: w.assets
      .filter(() => random.next() < 0.8)
      .map((asset) => ({
        ...asset,
        ...{ limit: 10, scale: one([0.05, 0.5, 5]), readingSd: 0.05 },
        shapePerHour: between(0.02, 5),
        startWear: random.next() < 0.3 ? ('long-run' as const) : between(0, 0.99),
        ...{ plannedS: between(0, 7200), repairS: between(0, 7200) },
        ...{ plannedEur: between(0, one([1, 50, 1000])), failureEur: between(0, one([1, 50, 1000])) },
      })),
    maintenance: {
      ...{
        inspectEveryS: one([900, 3600]),
        travelS: between(0, 20_000),
        visitEur: between(0, one([5, 300])),
      },
      ...{ fromHour: one([0, 7, 9]), toHour: one([16, 24]), everyDays: one([0, 0, 2.5]) },
      ...{ spareParts: one([0, 1, 3]), spareLeadS: one([0, 3600, 86_400, 200_000]) },
    },
  }));
  const names = Object.keys(maintenancePolicies);
  const name = one([...names, 'seldom', 'often', 'early', 'one part']);
  const chances: Record<string, number> = { seldom: 0.01, often: 0.3, early: 0.1, 'one part': 0.5 };
  const chance = chances[name];
  const part = ['early', 'one part'].includes(name) ? one(world.assets)?.id : undefined;
  const policy = chance === undefined ? maintenancePolicies[name]!(world) : whenever(n, chance, part);
  const key = { seed: 3, replication: n };
  const { unvisited, visitedEur } = leastUpkeep(silentDay(world, key), policy);
  const eur = paidEur(world, key, policy);
  const leastEur = eur === 0 && unvisited ? 0 : visitedEur;
  return { aboveEur: eur - leastEur, what: `site ${n}: ${name} paid ${eur}, least ${leastEur}` };
}
