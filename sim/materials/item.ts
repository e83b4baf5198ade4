import { drawKey, normalAt, uniformAt } from '../kernel/random/random.ts';
import type { ItemState } from '../record/item-state.ts';
import { FULL_COUPLING } from './appearance.ts';
import { drawBody } from './body.ts';
import { materialById } from './catalogue.ts';
import { STATE_COUNT } from './damage.ts';
import { drawLife, type Life } from './history.ts';
import { damageOf, dosesAfter, gather, lawsOf, type PerDrive, perDrive, ratesOf } from './kinetics.ts';
import { drawUseYears } from './lives.ts';
import type { Material } from './material.ts';
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
  /**
   * True: instead of the lives that such goods have, a use that spreads the damage the eye can see evenly over the whole scale. Sets
   * to train on are made so: near-new packaging alone teaches nothing of wear, and the mix of states must not tell materials apart.
   */
  readonly evenDamage?: boolean;
  /** How far the substance shows in the look, 0..1; absent = 1, as in reality. */
  readonly lookCoupling?: number;
}

/** Spread of the ageing rate between pieces of one kind, sigma of its logarithm (estimate). */
const SENSITIVITY_LN = 0.25;

/**
 * Makes the item that (seed, itemId, materialId) names: the same whatever was made before. Without a history a life is drawn: as long
 * as such goods are used (packaging weeks, durable goods years), or as long as the asked state or even damage takes.
 */
export function makeItem(request: ItemRequest): ItemState {
  const { seed, itemId } = request;
  const material = materialById(request.materialId);
  checkState(request.state);
  const key = drawKey(seed, 0, 'materials/item', 'sensitivity');
  const sensitivities = perDrive((_, i) => Math.exp(SENSITIVITY_LN * normalAt(key, itemId, i)));
  const life = request.history ? fixedLife(request.history) : drawLife(seed, itemId, material.look);
  const { useYears, kept } = request.history ? AS_GIVEN : lengthOf(request, material, life, sensitivities);
  const stays = life.stays.map((stay, i) => {
    const share = life.useShare[i]!;
    return { ...stay, durationS: share > 0 ? useYears * share * YEAR_S : kept * stay.durationS };
  });
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

/** How long a life lasts: years of use, and the share of its other stays (shelf, bin, lorry) that it goes through. */
interface Length {
  readonly useYears: number;
  readonly kept: number;
}

const AS_GIVEN: Length = { useYears: 0, kept: 1 };

function lengthOf(request: ItemRequest, material: Material, life: Life, sensitivities: PerDrive): Length {
  const { seed, itemId, state } = request;
  if (state === undefined && !request.evenDamage)
    return { useYears: drawUseYears(seed, itemId, material.look), kept: 1 };
  const u = uniformAt(drawKey(seed, 0, 'materials/item', 'damage'), itemId);
  const visibleOnly = state === undefined;
  const target = visibleOnly ? 0.99 * u : (state + 0.05 + 0.9 * u) / STATE_COUNT;
  return solveLength(target, damageAfter(material, life, sensitivities, visibleOnly));
}

/** Damage of a life as a function of its length. */
function damageAfter(material: Material, life: Life, sensitivities: PerDrive, visibleOnly: boolean) {
  const laws = lawsOf(material);
  const rates = life.stays.map((stay) => ratesOf(laws, stay, sensitivities));
  const doses = new Float64Array(laws.length);
  return ({ useYears, kept }: Length): number => {
    doses.fill(0);
    for (let i = 0; i < rates.length; i++) {
      const share = life.useShare[i]!;
      const years = share > 0 ? useYears * share : (kept * life.stays[i]!.durationS) / YEAR_S;
      gather(laws, doses, rates[i]!, years);
    }
    return damageOf(laws, doses, visibleOnly);
  };
}

/** The length at which the damage meets its target, by bisection to 2e-4 of it: of the use, or of the other stays where they alone do more. */
function solveLength(target: number, damage: (length: Length) => number): Length {
  if (damage({ useYears: 0, kept: 1 }) >= target) {
    const kept = bisect(0, 1, (share) => damage({ useYears: 0, kept: share }) < target);
    return { useYears: 0, kept };
  }
  const useYears = Math.exp(
    bisect(
      Math.log(1e-4),
      Math.log(LONGEST_USE_YEARS),
      (ln) => damage({ useYears: Math.exp(ln), kept: 1 }) < target,
    ),
  );
  return { useYears, kept: 1 };
}

/** Where `below` stops to hold between two ends, after 17 halvings. */
function bisect(from: number, to: number, below: (at: number) => boolean): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 17; step++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The item after more stays: the same laws, the same piece, older. */
export function ageItem(item: ItemState, stays: readonly Stay[]): ItemState {
  const material = materialById(item.materialId);
  const sensitivities = perDrive((drive) => item[`${drive}Sensitivity`]);
  const start = Float64Array.from(lawsOf(material), ({ drives }) => item[`${drives}Dose`]);
  const doses = dosesAfter(material, stays, sensitivities, start);
  return wearOut(item, material, doses, sensitivities, stays, null);
}
