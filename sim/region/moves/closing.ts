import type { LaneSpec } from '../spec/chain.ts';
import { priceOn } from '../stock/buyer.ts';
import { foundPurity } from '../stock/purity.ts';
import type { Chain } from '../stock/state.ts';
import { sumOf } from '../stock/stock.ts';
import { transportEurPerKg } from './haul.ts';

/**
 * What getting rid of a lot by the cheapest of its lanes would cost on a day, EUR (<= 0): hoarding is no gain. `errors` = of the
 * tests at the end of each lane, none for what is not a lot yet.
 */
export function closingEur(
  chain: Chain,
  lanes: readonly LaneSpec[],
  lot: Float64Array,
  day: number,
  errors: readonly number[] = [],
): number {
  const nets = lanes.flatMap((lane, index) => {
    const { buyer } = chain.places.get(lane.to)!;
    if (buyer === null) return [];
    const price = priceOn(buyer, foundPurity(lot, buyer.wanted, errors[index]), day);
    return [price - transportEurPerKg(chain, lane.km)];
  });
  return nets.length === 0 ? 0 : sumOf(lot) * Math.min(0, Math.max(...nets));
}
