import { Day } from '../../site/day.ts';
import { Asset } from '../../site/upkeep/asset.ts';
import type { WorldSpec } from '../../world.ts';
import { fitRemainingLife, type LifeExample, type RemainingLifeModel } from './remaining-life.ts';

/** Seeds of training assets start here: far from those that scenarios use, so that no asset is met again. */
const trainingSeed = 900_000_000;

/**
 * Runs `count` other assets of a kind to their end and keeps what the instruments said at every inspection with the life
 * that was left.
 */
export function lifeExamples(world: WorldSpec, assetId: string, count: number): LifeExample[] {
  const spec = world.assets.find((a) => a.id === assetId);
  if (spec === undefined) {
    const known = world.assets.map((a) => a.id).join(', ');
    throw new Error(`remaining life: no asset ${assetId} in world "${world.name}"; use one of ${known}`);
  }
  const examples: LifeExample[] = [];
  for (let n = 0; n < count; n++) {
    const day = new Day(world, { seed: trainingSeed + n, replication: 0 }, silent);
    const { inspectEveryS } = world.maintenance;
    examples.push(...lifeOf(new Asset({ ...spec, startWear: 0 }, day, inspectEveryS), inspectEveryS));
  }
  return examples;
}

/** A life that is not over after so many inspections teaches nothing and is left out. */
const longestInspections = 2000;

const silent = { event: () => {}, decision: () => {} };

function lifeOf(asset: Asset, inspectEveryS: number): LifeExample[] {
  const seen: { ageS: number; series: LifeExample['series'] }[] = [];
  let failed = false;
  for (let n = 0; n < longestInspections && !failed; n++) {
    failed = asset.run(inspectEveryS);
    if (failed) break;
    const { series } = asset.inspect();
    seen.push({ ageS: asset.ageS, series: series.asOfNow() });
  }
  if (!failed) return [];
  return seen.map(({ ageS, series }) => ({ ageS, series, leftS: asset.ageS - ageS }));
}

/** Prediction for an asset of which no other was ever seen to fail (or too few were): it has for ever. */
const unending: RemainingLifeModel = { predict: () => ({ meanS: Number.MAX_SAFE_INTEGER, sdS: 0 }) };
const fewestExamples = 30;

/** A model for every asset of a world, fitted on assets that the world does not hold. */
export function remainingLifeModels(world: WorldSpec, count = 40): ReadonlyMap<string, RemainingLifeModel> {
  return new Map(
    world.assets.map((a) => {
      const examples = a.shapePerHour === 0 ? [] : lifeExamples(world, a.id, count);
      return [a.id, examples.length < fewestExamples ? unending : fitRemainingLife(examples)];
    }),
  );
}
