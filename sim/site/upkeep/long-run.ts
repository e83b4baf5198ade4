import { drawKey, uniformAt } from '../../kernel/random/random.ts';
import type { AssetView, MaintenancePolicy } from '../../ports.ts';
import type { AssetSpec } from '../../world.ts';
import type { Day } from '../day.ts';
import { Asset } from './asset.ts';

/** Lives longer than so many mean lives are taken as often as if they had that length: with wear of many steps there are none. */
const longestLives = 2;

/** Mean running hours from new to the limit of a gamma wear process; infinite where nothing wears. */
export function meanLifeH({ limit, scale, shapePerHour }: AssetSpec): number {
  return (limit / scale + 0.5) / shapePerHour;
}

/** A life as it would have gone under a policy, from new to its renewal: wear before each inspection. */
function lifeUnder(policy: MaintenancePolicy, spec: AssetSpec, day: Day, life: number): number[] {
  const { maintenance, site } = day.world;
  const { inspectEveryS, travelS, visitEur } = maintenance;
  const past = new Asset({ ...spec, id: `${spec.id} past ${life}`, startWear: 0 }, day, inspectEveryS);
  const view = (): AssetView => ({
    ...{ timeUs: 0, assetId: spec.id, kind: spec.kind, ageS: past.ageS, ...past.inspect() },
    ...{ plannedCostEur: spec.plannedEur + visitEur, failureCostEur: spec.failureEur + visitEur },
    ...{ leadTimeS: travelS, leadRunS: travelS, nextLeadRunS: travelS + inspectEveryS },
    ...{ inspectionEveryS: inspectEveryS, visitPlanned: false, runLeftS: site.durationS },
  });
  const wear = [0];
  while (!past.run(inspectEveryS) && !(policy.renews?.(view()) ?? false)) wear.push(past.wear);
  return wear;
}

/**
 * Ages an asset as it is found on a day like any other: a point of a life under the policy, where a life is met as often as it
 * is long (renewal theory: the density of the age is the survival function over the mean life). The draws are those of the day.
 */
export function settle(asset: Asset, policy: MaintenancePolicy, day: Day): void {
  const { spec } = asset;
  const { inspectEveryS } = day.world.maintenance;
  const meanH = meanLifeH(spec);
  if (!Number.isFinite(meanH)) return;
  const most = (longestLives * meanH * 3600) / inspectEveryS;
  const draws = drawKey(day.seed, day.replication, `asset:${spec.id}`, 'long-run');
  for (let life = 0; ; life++) {
    const wear = lifeUnder(policy, spec, day, life);
    if (uniformAt(draws, life, 0) * most > wear.length) continue;
    const at = Math.floor(uniformAt(draws, life, 1) * wear.length);
    asset.startAt(wear[at]!, at * inspectEveryS);
    return;
  }
}

/** The assets of a site as they are when a day begins. */
export function assetsOf(day: Day, policy: MaintenancePolicy): Asset[] {
  return day.world.assets.map((spec) => {
    const asset = new Asset(spec, day);
    if (spec.startWear === 'long-run') settle(asset, policy, day);
    return asset;
  });
}
