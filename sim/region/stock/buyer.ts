import type { BuyerSpec, ChainSpec } from '../spec/chain.ts';
import { PriceIndex } from './market.ts';
import { wantedCells } from './purity.ts';

/** A buyer as the chain keeps it. */
export interface Buyer {
  readonly spec: BuyerSpec;
  /** [cells] 1 = wanted. */
  readonly wanted: Uint8Array;
  readonly index: PriceIndex;
}

/** Opens a buyer's book: what it wants of the cells, and the index of its prices in this run. */
export function openBuyer(
  place: BuyerSpec,
  materialIds: readonly string[],
  { prices }: ChainSpec,
  { seed, replication }: { readonly seed: number; readonly replication: number },
): Buyer {
  return {
    spec: place,
    wanted: wantedCells(place, materialIds),
    index: new PriceIndex(seed, replication, place.id, prices),
  };
}
