import { gammaWearFailure } from '../site/upkeep/gamma-function.ts';
import type { AssetSpec, WorldSpec } from '../world.ts';

/**
 * Replacement age in running seconds that minimises the cost rate of a gamma-wear asset (renewal reward): planned cost with
 * the visit against failure cost with the visit and the standstill's repair. Infinity where waiting for the failure is best.
 */
export function optimalAge(asset: AssetSpec, visitEur: number): number {
  const meanH = (asset.limit / asset.scale + 0.5) / asset.shapePerHour;
  if (!Number.isFinite(meanH)) return Infinity;
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
  return best.rate < last ? best.ageH * 3600 : Infinity;
}

/** The best replacement age of every asset of a world. */
export function optimalAges(world: WorldSpec): ReadonlyMap<string, number> {
  return new Map(world.assets.map((a) => [a.id, optimalAge(a, world.maintenance.visitEur)]));
}
