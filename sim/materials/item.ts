import { drawKey, normalAt, uniformAt } from '../kernel/random/random.ts';
import type { ItemState } from '../record/item-state.ts';
import { FULL_COUPLING } from './appearance.ts';
import { drawBody } from './body.ts';
import { materialById } from './catalogue.ts';
import { STATE_COUNT } from './damage.ts';
import { drawLife, type Life } from './history.ts';
import { damageOf, dosesAfter, gather, lawsOf, type PerDrive, perDrive, ratesOf } from './kinetics.ts';
import { type Stay, YEAR_S } from './stay.ts';
import { wearOut } from './wear-out.ts';

export type { ItemState } from '../record/item-state.ts';

/** How to make an item. */
export interface ItemRequest {
  readonly seed: number;
  /** Integer in 0 .. 2^32 - 1. */
  readonly itemId: number;
  readonly materialId: string;
  /** The stays it lived through; absent = a life is drawn. */
  readonly history?: readonly Stay[];
  /** Aim at this degradation state by the length of use. */
  readonly state?: number;
  /** How far the substance shows in the look, 0..1; absent = 1, as in reality. */
  readonly lookCoupling?: number;
}

/** Spread of the ageing rate between pieces of one kind, sigma of its logarithm (estimate). */
const SENSITIVITY_LN = 0.25;

/**
 * Makes the item that (seed, itemId, materialId) names: the same whatever was made before. Without a history, a life
 * is drawn and its length set so that the damage the eye can see is uniform over the whole scale: the mix of states
 * says nothing about the material.
 */
export function makeItem(request: ItemRequest): ItemState {
  const { seed, itemId } = request;
  const material = materialById(request.materialId);
  checkState(request.state);
  const key = drawKey(seed, 0, 'materials/item', 'sensitivity');
  const sensitivities = perDrive((_, i) => Math.exp(SENSITIVITY_LN * normalAt(key, itemId, i)));
  const life = request.history ? fixedLife(request.history) : drawLife(seed, itemId, material.look);
  const useYears = request.history ? 0 : solveUse(request, life, sensitivities);
  const stays = life.stays.map((stay, i) =>
    life.useShare[i]! > 0 ? { ...stay, durationS: useYears * life.useShare[i]! * YEAR_S } : stay,
  );
  const lived = stays.filter((stay) => stay.durationS > 0);
  const doses = dosesAfter(material, lived, sensitivities);
  const body = drawBody(seed, itemId, material, request.lookCoupling ?? FULL_COUPLING);
  return wearOut(body, material, doses, sensitivities, lived, seed);
}

function checkState(state: number | undefined): void {
  if (state === undefined) return;
  if (!Number.isInteger(state) || state < 0 || state >= STATE_COUNT) {
    throw new Error(
      `state must be an integer in 0..${STATE_COUNT - 1}, got ${state} in makeItem; ask for one of the ten states`,
    );
  }
}

function fixedLife(stays: readonly Stay[]): Life {
  return { stays, useShare: stays.map(() => 0) };
}

/** Longest use that is tried, years: a glass bottle wears out in about a century of kitchens. */
const LONGEST_USE_YEARS = 3000;

/** Years of use after which the damage meets its target; bisection on the logarithm, to 2e-4 of the length. */
function solveUse(request: ItemRequest, life: Life, sensitivities: PerDrive): number {
  const { seed, itemId } = request;
  const laws = lawsOf(materialById(request.materialId));
  const u = uniformAt(drawKey(seed, 0, 'materials/item', 'damage'), itemId);
  const visibleOnly = request.state === undefined;
  const target = visibleOnly ? 0.99 * u : (request.state! + 0.05 + 0.9 * u) / STATE_COUNT;
  const rates = life.stays.map((stay) => ratesOf(laws, stay, sensitivities));
  const doses = new Float64Array(laws.length);
  const damageAfter = (years: number) => {
    doses.fill(0);
    for (let i = 0; i < rates.length; i++) {
      const share = life.useShare[i]!;
      gather(laws, doses, rates[i]!, share > 0 ? years * share : life.stays[i]!.durationS / YEAR_S);
    }
    return damageOf(laws, doses, visibleOnly);
  };
  if (damageAfter(0) >= target) return 0;
  let low = Math.log(1e-4);
  let high = Math.log(LONGEST_USE_YEARS);
  for (let step = 0; step < 17; step++) {
    const middle = (low + high) / 2;
    if (damageAfter(Math.exp(middle)) < target) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** The item after more stays: the same laws, the same piece, older. */
export function ageItem(item: ItemState, stays: readonly Stay[]): ItemState {
  const material = materialById(item.materialId);
  const sensitivities = perDrive((drive) => item[`${drive}Sensitivity`]);
  const start = Float64Array.from(lawsOf(material), ({ drives }) => item[`${drives}Dose`]);
  const doses = dosesAfter(material, stays, sensitivities, start);
  return wearOut(item, material, doses, sensitivities, stays, null);
}
