import { tierPrice } from '../../accounts/prices.ts';
import type { BuyerSpec, ChainSpec } from '../spec/chain.ts';
import type { Disruptions } from './disruptions.ts';
import { PriceIndex, paid } from './market.ts';
import { wantedCells } from './purity.ts';

/** A buyer as the chain keeps it. */
export interface Buyer {
  readonly spec: BuyerSpec;
  /** [cells] 1 = wanted. */
  readonly wanted: Uint8Array;
  readonly index: PriceIndex;
  readonly disruptions: Disruptions;
}

/** What a buyer pays on a day for what is worth so much on its list, EUR/kg: as the index moves it, never below a floor; fees stay. */
export function paidOn({ spec, index, disruptions }: Buyer, listEurPerKg: number, day: number): number {
  const eur = paid(listEurPerKg, index.at(day));
  return listEurPerKg > 0 ? Math.max(eur, disruptions.floorEurPerKg(spec.id, day)) : eur;
}

/** The most that it pays on one of the days `from` .. `to`: for bounds. */
export function mostPaid(
  { spec, index, disruptions }: Buyer,
  listEurPerKg: number,
  from: number,
  to: number,
): number {
  const eur = paid(listEurPerKg, index.highest(from, to));
  return listEurPerKg > 0 ? Math.max(eur, disruptions.highestFloorEurPerKg(spec.id, from, to)) : eur;
}

/** What a buyer pays on a day for a kilogram of a lot that it finds so pure. */
export function priceOn(buyer: Buyer, purity: number, day: number): number {
  return paidOn(buyer, tierPrice(buyer.spec.tiers, purity), day);
}

/** Opens a buyer's book: what it wants of the cells, and the index of its prices in this run. */
export function openBuyer(
  place: BuyerSpec,
  materialIds: readonly string[],
  { prices }: ChainSpec,
  { seed, replication }: { readonly seed: number; readonly replication: number },
  disruptions: Disruptions,
): Buyer {
  return {
    spec: place,
    wanted: wantedCells(place, materialIds),
    index: new PriceIndex(seed, replication, place.id, prices),
    disruptions,
  };
}
