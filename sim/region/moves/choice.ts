import { drawKey, normalAt } from '../../kernel/random/random.ts';
import type { RouteOption } from '../../ports.ts';
import type { LaneSpec } from '../spec/chain.ts';
import { priceOn } from '../stock/buyer.ts';
import type { Lot } from '../stock/lots.ts';
import { believedOverAt } from '../stock/matrices.ts';
import { foundPurity, purityOf } from '../stock/purity.ts';
import type { Chain, Place } from '../stock/state.ts';
import { sumOf } from '../stock/stock.ts';
import { transportEurPerKg } from './haul.ts';

/** Standard deviation of a purity as sampled from a bale before it leaves (a few samples a lot): from memory. */
const PURITY_SAMPLE_SD = 0.01;
/** A buyer keeps at most so many days of its capacity waiting at the gate, what is on its way included. */
export const GATE_DAYS = 7;

/**
 * Asks the routing policy where a lot goes and records the decision; null = it waits, because the policy says so or because
 * the place that it chose has no room.
 */
export function chooseLane(
  chain: Chain,
  place: Place,
  output: string,
  { kg: lot, errors }: Pick<Lot, 'kg' | 'errors'>,
  lanes: readonly LaneSpec[],
  waitedDays: number,
): LaneSpec | null {
  const options = lanes.map((lane) => optionOf(chain, place, output, lot, lane));
  const lotKg = sumOf(lot);
  const view = { timeUs: chain.timeUs(), from: place.spec.id, output, lotKg, waitedDays, options };
  const choice = chain.routing.choose(view);
  const full = choice.to !== null && options[choice.to]!.roomKg < lotKg;
  const lane = choice.to === null || full ? null : lanes[choice.to]!;
  const best = bestOf(chain, lot, errors, lanes);
  chain.emit('lot.decided', `${place.spec.id}/${output}`, {
    by: `place:${place.spec.id}`,
    seen: { kg: lotKg, waitedDays },
    options: choice.options,
    chosen: lane?.to ?? 'wait',
    best,
  });
  return lane;
}

/** What the sender knows of one destination today. */
export function optionOf(
  chain: Chain,
  place: Place,
  output: string,
  lot: Float64Array,
  lane: LaneSpec,
): RouteOption {
  const destination = chain.places.get(lane.to)!;
  const { buyer } = destination;
  const priceEurPerKg =
    buyer === null ? 0 : priceOn(buyer, sampledPurity(chain, place, output, lot, lane), chain.day());
  return {
    to: lane.to,
    km: lane.km,
    transportEurPerKg: transportEurPerKg(chain, lane.km),
    priceEurPerKg,
    roomKg: isShut(chain, lane) ? 0 : roomOf(destination),
  };
}

/** True where no lot can go today: the road is blocked, or the place at its end closed. */
function isShut({ disruptions, day }: Chain, { from, to }: LaneSpec): boolean {
  return disruptions.isBlocked(from, to, day()) || disruptions.isClosed(to, day());
}

/** Kilograms that a place still takes. */
export function roomOf({ spec, inbound, underwayKg }: Place): number {
  if (!('capacityKgPerDay' in spec)) return Infinity;
  return Math.max(0, GATE_DAYS * spec.capacityKgPerDay - sumOf(inbound.kg) - underwayKg);
}

/** What the sender takes a lot for: a few samples, and on top what its robots are wrong by. */
function sampledPurity(
  chain: Chain,
  place: Place,
  output: string,
  lot: Float64Array,
  lane: LaneSpec,
): number {
  const buyer = chain.places.get(lane.to)!.buyer!;
  const path = `${place.spec.id}/${output}>${lane.to}`;
  const key = drawKey(chain.seed, chain.replication, path, 'purity-sample');
  const noise = PURITY_SAMPLE_SD * normalAt(key, chain.day());
  const over = place.spec.kind === 'sorting' ? believedOverAt(place.spec, output, place.loadKgPerH) : 0;
  return Math.min(1, Math.max(0, purityOf(lot, buyer.wanted) + noise + over));
}

/** The best destination for the true lot today, room or not. */
function bestOf(
  chain: Chain,
  lot: Float64Array,
  errors: readonly number[],
  lanes: readonly LaneSpec[],
): { action: string; valueEur: number } {
  let best = { action: 'wait', valueEur: 0 };
  lanes.forEach((lane, index) => {
    const { buyer } = chain.places.get(lane.to)!;
    const price =
      buyer === null ? 0 : priceOn(buyer, foundPurity(lot, buyer.wanted, errors[index]), chain.day());
    const valueEur = (price - transportEurPerKg(chain, lane.km)) * sumOf(lot);
    if (index === 0 || valueEur > best.valueEur) best = { action: lane.to, valueEur };
  });
  return best;
}
