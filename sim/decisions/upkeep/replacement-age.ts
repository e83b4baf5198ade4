import { gammaWearFailure } from '../../site/upkeep/gamma-function.ts';
import { meanLifeH } from '../../site/upkeep/long-run.ts';
import type { AssetSpec, WorldSpec } from '../../world.ts';

/** When to renew an asset by its age. */
export interface Renewal {
  /** Running seconds; Infinity where waiting for the failure is best. */
  readonly ageS: number;
  /** What the asset then costs for each second that it runs. */
  readonly eurPerS: number;
}

/**
 * The age that minimises the cost rate of a gamma-wear asset (renewal reward): planned cost with the visit against failure cost with
 * the visit and the standstill's repair.
 */
export function bestRenewal(asset: AssetSpec, visitEur: number): Renewal {
  const meanH = meanLifeH(asset);
  if (!Number.isFinite(meanH)) return { ageS: Infinity, eurPerS: 0 };
  const planned = asset.plannedEur + visitEur;
  const failure = asset.failureEur + visitEur;
  const steps = 300;
  const stepH = (2.5 * meanH) / steps;
  let integral = 0;
  let before = 1;
  let best = { rate: Infinity, ageH: Infinity };
  let last = Infinity;
  for (let i = 1; i <= steps; i++) {
    const ageH = i * stepH;
    const survival = 1 - gammaWearFailure(asset.shapePerHour, 1 / asset.scale, asset.limit, ageH);
    integral += ((before + survival) / 2) * stepH;
    before = survival;
    last = (planned * survival + failure * (1 - survival)) / integral;
    if (last < best.rate) best = { rate: last, ageH };
  }
  return { ageS: best.rate < last ? best.ageH * 3600 : Infinity, eurPerS: best.rate / 3600 };
}

/** When to renew every asset of a world by its age. */
export function bestRenewals({ assets, maintenance }: WorldSpec): ReadonlyMap<string, Renewal> {
  return new Map(assets.map((a) => [a.id, bestRenewal(a, maintenance.visitEur)]));
}
