import type { LaneSpec } from '../spec/chain.ts';
import { priceOf } from '../stock/market.ts';
import { purityOf } from '../stock/purity.ts';
import type { Chain } from '../stock/state.ts';
import { sumOf } from '../stock/stock.ts';
import { transportEurPerKg } from './haul.ts';

/** What getting rid of a lot by the cheapest of its lanes would cost on a day, EUR (<= 0): hoarding is no gain. */
export function closingEur(chain: Chain, lanes: readonly LaneSpec[], lot: Float64Array, day: number): number {
  const nets = lanes.flatMap((lane) => {
    const { buyer } = chain.places.get(lane.to)!;
    if (buyer === null) return [];
    const price = priceOf(buyer.spec, purityOf(lot, buyer.wanted), buyer.index.at(day));
    return [price - transportEurPerKg(chain, lane.km)];
  });
  return nets.length === 0 ? 0 : sumOf(lot) * Math.min(0, Math.max(...nets));
}
