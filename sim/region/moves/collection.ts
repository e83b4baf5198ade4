import type { Chain, Place } from '../stock/state.ts';
import { sumOf } from '../stock/stock.ts';
import { chooseLane } from './choice.ts';
import { haul } from './haul.ts';

/** Days that each collection point has waited since its last vehicle. */
export class CollectionRounds {
  readonly #waited = new Map<string, number>();

  /** One day of a collection point: what does not fit overflows, and a vehicle comes when it pays or must. */
  day(chain: Chain, place: Place): void {
    if (place.spec.kind !== 'collection') return;
    this.#overflow(chain, place, place.spec.capacityKg);
    const kg = sumOf(place.inbound.kg);
    const waited = (this.#waited.get(place.spec.id) ?? 0) + 1;
    this.#waited.set(place.spec.id, waited);
    const due = kg >= place.spec.triggerKg || waited >= place.spec.maxWaitDays;
    if (kg === 0 || !due) return;
    const lanes = place.lanes.filter((lane) => chain.places.get(lane.to)!.spec.kind === 'sorting');
    const lane = chooseLane(chain, place, 'collected', { kg: place.inbound.kg, errors: [] }, lanes, waited);
    if (lane === null) return;
    chain.post('EUR', place.spec.id, 'hauliers', 'collection round', place.spec.eurPerTrip);
    haul(chain, place.inbound, lane, place.inbound.kg.slice(), place.spec.id);
    this.#waited.set(place.spec.id, 0);
  }

  #overflow(chain: Chain, place: Place, capacityKg: number): void {
    const kg = sumOf(place.inbound.kg);
    const bin = place.lanes.find((lane) => chain.places.get(lane.to)!.spec.kind !== 'sorting');
    if (kg <= capacityKg || bin === undefined) return;
    const share = (kg - capacityKg) / kg;
    chain.emit('collection.overflow', `place:${place.spec.id}`, { kg: kg - capacityKg });
    haul(
      chain,
      place.inbound,
      bin,
      place.inbound.kg.map((value) => value * share),
      place.spec.id,
    );
  }
}
