import { topPrice } from '../accounts/prices.ts';
import { isBuyer } from './chain.ts';
import { transportEurPerKg } from './haul.ts';
import { PriceIndex } from './market.ts';
import type { Chain } from './state.ts';

/**
 * What no routing policy can beat on a realised chain, EUR: every kilogram that left a sorter goes to the destination
 * with the best price of any purity on the best day, by the cheapest full load; capacities, waiting and purity are left
 * out, which only raises it. A kilogram that costs money everywhere may stay where it is for nothing.
 */
export function routingBound(chain: Chain): number {
  let bound = 0;
  for (const place of chain.places.values()) {
    if (place.spec.kind !== 'sorting') continue;
    for (const waiting of place.waiting) {
      const best = waiting.lanes.reduce((top, lane) => Math.max(top, bestNet(chain, lane.to, lane.km)), 0);
      bound += best * waiting.inflowKg;
    }
  }
  return bound;
}

function bestNet(chain: Chain, to: string, km: number): number {
  const place = chain.places.get(to)!.spec;
  if (!isBuyer(place)) return 0;
  const index = new PriceIndex(chain.seed, chain.replication, to, chain.spec.prices);
  const list = topPrice(place.tiers);
  const price = list > 0 ? list * index.highest(0, chain.spec.days) : list;
  return price - transportEurPerKg(chain, km);
}
