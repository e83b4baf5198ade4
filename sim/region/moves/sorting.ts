import type { TransferMatrix } from '../spec/transfer-matrix.ts';
import { inputOfCell, lineHourAt } from '../stock/matrices.ts';
import type { Chain, Place, Waiting } from '../stock/state.ts';
import { sumOf } from '../stock/stock.ts';
import { chooseLane } from './choice.ts';
import { haul } from './haul.ts';

const DAYS_PER_YEAR = 365;

/** One day of a sorting site: as much as it can take and store goes through the matrix of that load, then lots leave. */
export function sortingDay(chain: Chain, place: Place): void {
  if (place.spec.kind !== 'sorting') return;
  const { capacityKgPerDay, hoursPerDay, storageKg, eurPerKg, energyJPerKg, id, lines } = place.spec;
  const { lineEurPerYear = 0 } = place.spec;
  if (lineEurPerYear > 0)
    chain.post('EUR', id, 'operations', 'lines', ((lines ?? 1) * lineEurPerYear) / DAYS_PER_YEAR);
  const waitingKg = sumOf(place.inbound.kg);
  const storedKg = place.waiting.reduce((sum, { store }) => sum + sumOf(store.kg), 0);
  const closed = chain.disruptions.isClosed(id, chain.day());
  const roomKg = closed ? 0 : Math.max(0, storageKg - storedKg);
  const feedKg = Math.min(waitingKg, capacityKgPerDay, roomKg);
  if (feedKg > 0) {
    place.loadKgPerH = feedKg / hoursPerDay / (lines ?? 1);
    const matrix = chain.matrices.at(place.spec, chain.day(), place.loadKgPerH);
    sortFeed(chain, place, feedKg / waitingKg, matrix);
    const line = lineHourAt(place.spec, place.loadKgPerH);
    const hours = hoursPerDay * (lines ?? 1);
    chain.post('EUR', id, 'operations', 'sorting', line === null ? feedKg * eurPerKg : hours * line.eur);
    chain.post('J', 'grid', id, 'sorting', line === null ? feedKg * energyJPerKg : hours * line.energyJ);
    for (const [boundary, kg] of Object.entries(line?.co2eKg ?? {}))
      chain.post(`kgCO2e:${boundary}`, 'air', id, 'sorting', hours * kg);
  }
  for (const waiting of place.waiting) sendLots(chain, place, waiting);
}

function sortFeed(chain: Chain, place: Place, share: number, matrix: TransferMatrix): void {
  const materials = chain.materialIds.length;
  const feed = place.inbound.kg.map((kg) => kg * share);
  place.waiting.forEach((waiting) => {
    const row = matrix.outputs.indexOf(waiting.output);
    const lot = new Float64Array(feed.length);
    for (let cell = 0; cell < lot.length; cell++) {
      const input = inputOfCell(matrix, materials, cell);
      lot[cell] = feed[cell]! * matrix.share[row * matrix.inputs.length + input]!;
    }
    receive(chain, place, waiting, lot, 'sorted');
  });
}

/** Every lot that waits leaves for where the policy sends it, the oldest first. */
export function sendLots(chain: Chain, place: Place, waiting: Waiting): void {
  const { lots, store, output, lanes } = waiting;
  const day = chain.day();
  lots.age(day);
  const kept = lots.waiting.filter(({ kg, closedDay, errors }) => {
    // Lots and their store add the same kilograms in another order: take what is there.
    const lot = kg.map((value, cell) => Math.min(value, store.kg[cell]!));
    const lane = chooseLane(chain, place, output, { kg: lot, errors }, lanes, day - closedDay);
    if (lane !== null) haul(chain, store, lane, lot, place.spec.id, errors[lanes.indexOf(lane)]);
    return lane === null;
  });
  lots.waiting.splice(0, lots.waiting.length, ...kept);
}

/** Books what came into a waiting stock and adds it to its lots. */
export function receive(
  chain: Chain,
  place: Place,
  waiting: Waiting,
  lot: Float64Array,
  cause: string,
): void {
  waiting.inflowKg += chain.stores.move(place.inbound, waiting.store, lot, cause);
  waiting.lots.add(chain.day(), lot, chain.spec.transport.payloadKg);
}
