import { CONDITIONS, FEED, isOutlet } from '../spec/chain.ts';
import type { Chain, Place } from '../stock/state.ts';
import { sumOf } from '../stock/stock.ts';
import { haul } from './haul.ts';
import { receive, sendLots } from './sorting.ts';
import { enterUse } from './use.ts';

/** Kilograms by cell that a buyer works on today: a share of its inbound that fits its capacity. */
function todaysWork(chain: Chain, place: Place, capacityKgPerDay: number): Float64Array {
  const kg = sumOf(place.inbound.kg);
  const works = kg > 0 && !chain.disruptions.isClosed(place.spec.id, chain.day());
  const share = works ? Math.min(1, capacityKgPerDay / kg) : 0;
  return place.inbound.kg.map((value) => value * share);
}

/** What of the work meets the specification and survives the process. */
function kept(place: Place, work: Float64Array, yieldShare: number): Float64Array {
  return work.map((kg, cell) => (place.buyer!.wanted[cell] ? kg * yieldShare : 0));
}

/** One day of a repair shop or second-hand seller: good items go back into use, the rest is residue. */
export function workshopDay(chain: Chain, place: Place): void {
  if (place.spec.kind !== 'workshop') return;
  const work = todaysWork(chain, place, place.spec.capacityKgPerDay);
  const back = kept(place, work, place.spec.yield);
  const users = place.lanes.filter((lane) => chain.places.get(lane.to)!.spec.kind === 'use');
  for (const lane of users) {
    const lot = back.map((kg) => kg / users.length);
    enterUse(chain, place.inbound, chain.places.get(lane.to)!, lot, place.spec.lifeShare);
    chain.tally.addLot('reusedKg', lot);
  }
  chain.post('EUR', place.spec.id, 'operations', 'workshop', sumOf(work) * place.spec.eurPerKg);
  const residue = place.waiting[0]!;
  const rest = work.map((kg, cell) => kg - back[cell]!);
  receive(chain, place, residue, rest, 'cannot be reused');
  sendLots(chain, place, residue);
}

/** One day of a reprocessor: accepted kilograms become feed for makers, the rest is residue. */
export function reprocessorDay(chain: Chain, place: Place): void {
  if (place.spec.kind !== 'reprocessor') return;
  const { capacityKgPerDay, eurPerKg, energyJPerKg, carbon, id } = place.spec;
  const work = todaysWork(chain, place, capacityKgPerDay);
  const workKg = sumOf(work);
  const [feed, residue] = [place.waiting[0]!, place.waiting[1]!];
  const good = kept(place, work, place.spec.yield);
  feed.inflowKg += chain.stores.move(place.inbound, feed.store, good, 'reprocessed');
  chain.tally.addLot('reprocessedKg', work);
  chain.tally.addLot('feedKg', good);
  asFeed(chain, feed.store.kg, (from, to, kg) => chain.stores.regrade(feed.store, from, to, kg));
  const lost = work.map((kg, cell) => kg - good[cell]!);
  receive(chain, place, residue, lost, 'lost in reprocessing');
  chain.post('EUR', id, 'operations', 'reprocessing', workKg * eurPerKg);
  chain.post('J', 'grid', id, 'reprocessing', workKg * energyJPerKg);
  chain.post(`kgCO2e:${carbon.boundary}`, 'air', id, 'reprocessing', sumOf(good) * carbon.kgCo2ePerKg);
  sendFeed(chain, place);
  sendLots(chain, place, residue);
}

function asFeed(
  chain: Chain,
  kg: Float64Array,
  regrade: (from: number, to: number, kg: number) => void,
): void {
  for (let material = 0; material < chain.materialIds.length; material++)
    for (let condition = 0; condition < FEED; condition++) {
      const cell = material * CONDITIONS.length + condition;
      if (kg[cell]! > 0) regrade(cell, material * CONDITIONS.length + FEED, kg[cell]!);
    }
}

/** Feed goes to the makers in full loads, spread evenly; they pay its price on leaving. */
function sendFeed(chain: Chain, place: Place): void {
  const feed = place.waiting[0]!;
  const makers = feed.lanes.filter((lane) => chain.places.get(lane.to)!.spec.kind === 'maker');
  const stock = sumOf(feed.store.kg);
  if (place.spec.kind !== 'reprocessor' || makers.length === 0 || stock < chain.spec.transport.payloadKg)
    return;
  const lot = feed.store.kg.map((kg) => kg / makers.length);
  for (const lane of makers) {
    chain.post('EUR', lane.to, place.spec.id, 'recycled feed', sumOf(lot) * place.spec.feedEurPerKg);
    haul(chain, feed.store, lane, lot.slice(), place.spec.id);
  }
}

/** One day of an outlet: what it can take leaves the chain for good, with its emissions. */
export function outletDay(chain: Chain, place: Place): void {
  const { spec, gone } = place;
  if (!isOutlet(spec) || gone === null) return;
  const kg = chain.stores.move(
    place.inbound,
    gone,
    todaysWork(chain, place, spec.capacityKgPerDay),
    'leaves the chain',
  );
  if (kg === 0) return;
  const { boundary, kgCo2ePerKg } = spec.carbon;
  chain.post(`kgCO2e:${boundary}`, 'air', spec.id, spec.kind, kg * kgCo2ePerKg);
}
