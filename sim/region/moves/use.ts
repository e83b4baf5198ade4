import { CONDITIONS } from '../spec/chain.ts';
import type { Chain, Place } from '../stock/state.ts';
import type { Stock } from '../stock/stock.ts';
import { haul } from './haul.ts';

/** Brings a lot into use: it will be given up after the lives of its materials, shortened to `lifeShare` of a new one's. */
export function enterUse(
  chain: Chain,
  from: Stock,
  place: Place,
  lot: Float64Array,
  lifeShare: number,
): void {
  const enteredKg = chain.stores.move(from, place.inbound, lot, 'enters use');
  chain.traffic.add(from.name, place.spec.id, enteredKg, 0);
  for (let material = 0; material < chain.materialIds.length; material++) {
    let kg = 0;
    for (let condition = 0; condition < CONDITIONS.length; condition++) {
      const cell = material * CONDITIONS.length + condition;
      kg += lot[cell]!;
      if (condition > 0 && lot[cell]! > 0)
        chain.stores.regrade(place.inbound, cell, material * CONDITIONS.length, lot[cell]!);
    }
    if (kg > 0) place.use!.retirements.add(chain.day(), material, kg, chain.lives[material]!, lifeShare);
  }
}

/** One day of use: what is given up gets its condition; a share is handed in, the rest is thrown away. */
export function useDay(chain: Chain, place: Place): void {
  if (place.spec.kind !== 'use') return;
  const givenUp = new Float64Array(chain.materialIds.length);
  place.use!.retirements.take(chain.day(), givenUp);
  const lot = new Float64Array(chain.stores.cells);
  givenUp.forEach((kg, material) => {
    if (kg === 0) return;
    const fresh = material * CONDITIONS.length;
    // The calendar and the store add the same kilograms in another order: take what is there.
    const held = Math.min(kg, place.inbound.kg[fresh]!);
    chain.tally.add('givenUpKg', material, held);
    place.use!.conditions[material]!.forEach((share, condition) => {
      lot[fresh + condition] = held * share;
      if (condition > 0) chain.stores.regrade(place.inbound, fresh, fresh + condition, held * share);
    });
  });
  handIn(chain, place, lot, place.spec.participation);
}

function handIn(chain: Chain, place: Place, lot: Float64Array, participation: number): void {
  const points = place.lanes.filter((lane) => chain.places.get(lane.to)!.spec.kind === 'collection');
  const bins = place.lanes.filter((lane) => chain.places.get(lane.to)!.spec.kind !== 'collection');
  for (const [lanes, share] of [
    [points, points.length > 0 ? participation : 0],
    [bins, points.length > 0 ? 1 - participation : 1],
  ] as const)
    for (const lane of lanes)
      haul(
        chain,
        place.inbound,
        lane,
        lot.map((kg) => (kg * share) / lanes.length),
        place.spec.id,
      );
}
