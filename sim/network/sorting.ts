import { CONDITIONS } from './chain.ts';
import { chooseLane } from './choice.ts';
import { haul } from './haul.ts';
import type { Chain, Place, Waiting } from './state.ts';
import { sumOf } from './store.ts';

/** One day of a sorting site: as much as it can take goes through the matrix of that load, then full loads leave. */
export function sortingDay(chain: Chain, place: Place): void {
  if (place.spec.kind !== 'sorting') return;
  const { capacityKgPerDay, hoursPerDay, eurPerKg, energyJPerKg, id } = place.spec;
  const waitingKg = sumOf(place.inbound.kg);
  const feedKg = Math.min(waitingKg, capacityKgPerDay);
  if (feedKg > 0) {
    sortFeed(chain, place, feedKg / waitingKg, feedKg / hoursPerDay);
    chain.post('EUR', id, 'operations', 'sorting', feedKg * eurPerKg);
    chain.post('J', 'grid', id, 'sorting', feedKg * energyJPerKg);
  }
  for (const waiting of place.waiting) sendLoads(chain, place, waiting);
}

function sortFeed(chain: Chain, place: Place, share: number, loadKgPerH: number): void {
  const matrix = chain.matrixOf(place, loadKgPerH);
  const materials = chain.materialIds.length;
  const feed = place.inbound.kg.map((kg) => kg * share);
  place.waiting.forEach((waiting) => {
    const row = matrix.outputs.indexOf(waiting.output);
    const lot = new Float64Array(feed.length);
    for (let cell = 0; cell < lot.length; cell++) {
      const material = Math.floor(cell / CONDITIONS.length);
      lot[cell] = feed[cell]! * matrix.share[row * materials + material]!;
    }
    waiting.inflowKg += chain.stores.move(place.inbound, waiting.store, lot, 'sorted');
  });
}

/** Full loads leave for where the policy sends them; residue and whatever has waited a month leaves part-loaded. */
export function sendLoads(chain: Chain, place: Place, waiting: Waiting): void {
  waiting.waitedDays += 1;
  const { payloadKg } = chain.spec.transport;
  const stock = sumOf(waiting.store.kg);
  const patienceDays = 30;
  if (stock < payloadKg && !(waiting.waitedDays >= patienceDays && stock > 0)) return;
  const loadKg = Math.min(stock, Math.floor(Math.max(stock, payloadKg) / payloadKg) * payloadKg);
  const lot = waiting.store.kg.map((kg) => (kg * loadKg) / stock);
  const lane = chooseLane(chain, place, waiting.output, lot, waiting.lanes, waiting.waitedDays);
  if (lane === null) return;
  haul(chain, waiting.store, lane, lot, place.spec.id);
  waiting.waitedDays = 0;
}
