import type { LaneSpec } from '../spec/chain.ts';
import { priceOn } from '../stock/buyer.ts';
import { foundPurity } from '../stock/purity.ts';
import type { Chain, Place } from '../stock/state.ts';
import { type Stock, sumOf } from '../stock/stock.ts';

/** Boundary of the chain's own emissions: what is burnt and bought, no avoided production. */
export const INVENTORY = 'inventory, cradle to gate';

/**
 * Sends a lot down a lane: it is in transit for whole days, the haulier is paid by the kilometre of each load, and a
 * buyer at the end pays by the purity that it finds (the true one, and the error of its test if it makes one) at the price of
 * the day on which the lot leaves. So a run that ends while lots
 * are on the road has settled them, and what a lot brings is known on the day on which its way is chosen.
 */
export function haul(
  chain: Chain,
  from: Stock,
  lane: LaneSpec,
  lot: Float64Array,
  sender: string,
  testError = 0,
): void {
  const destination = chain.places.get(lane.to)!;
  const kg = chain.stores.move(from, chain.transit, lot, 'leaves');
  if (kg === 0) return;
  const trips = Math.ceil(kg / chain.spec.transport.payloadKg);
  chain.traffic.add(sender, lane.to, kg, lane.km > 0 ? trips : 0);
  payHaulier(chain, sender, lane.km, kg, trips);
  if (destination.buyer !== null) settle(chain, destination, lot, sender, testError);
  const days = Math.ceil(lane.km / chain.spec.transport.kmPerDay);
  destination.underwayKg += kg;
  const arrive = (): void => {
    destination.underwayKg = Math.max(0, destination.underwayKg - kg);
    chain.stores.move(chain.transit, destination.inbound, lot, 'arrives');
  };
  if (days === 0) arrive();
  else chain.after(days, arrive);
}

/** EUR per kilogram of a full load over a lane. */
export function transportEurPerKg(chain: Chain, km: number): number {
  return (km * chain.spec.transport.eurPerKm) / chain.spec.transport.payloadKg;
}

function payHaulier(chain: Chain, sender: string, km: number, kg: number, trips: number): void {
  const { transport } = chain.spec;
  chain.post('EUR', sender, 'hauliers', 'transport', trips * km * transport.eurPerKm);
  chain.post(`kgCO2e:${INVENTORY}`, 'air', sender, 'transport', (kg / 1000) * km * transport.carbonKgPerTkm);
}

function settle(
  chain: Chain,
  destination: Place,
  lot: Float64Array,
  sender: string,
  testError: number,
): void {
  const buyer = destination.buyer!;
  const purity = foundPurity(lot, buyer.wanted, testError);
  const price = priceOn(buyer, purity, chain.day());
  const kg = sumOf(lot);
  chain.post('EUR', destination.spec.id, sender, price < 0 ? 'gate fee' : 'bale sold', price * kg);
  chain.emit('lot.sold', `place:${destination.spec.id}`, { from: sender, kg, purity, eurPerKg: price });
}
