import { CONDITIONS, FEED } from '../spec/chain.ts';
import type { Chain, Place } from '../stock/state.ts';
import { enterUse } from './use.ts';

const DAYS_PER_YEAR = 365;

/** One day of a maker: products from recycled feed of the same class as far as it goes, else from virgin material. */
export function makerDay(chain: Chain, place: Place): void {
  if (place.spec.kind !== 'maker') return;
  const { makes, seasonality, maxRecycledShare } = place.spec;
  const season = 1 + seasonality * Math.sin((2 * Math.PI * chain.day()) / DAYS_PER_YEAR);
  const products = new Float64Array(chain.stores.cells);
  for (const { materialId, kgPerDay } of makes) {
    const material = chain.materialIds.indexOf(materialId);
    const wantedKg = kgPerDay * season;
    const recycledKg = useFeed(chain, place, material, wantedKg * maxRecycledShare);
    buyVirgin(chain, place, material, wantedKg - recycledKg);
    products[material * CONDITIONS.length]! += wantedKg;
    chain.tally.add('newKg', material, wantedKg);
    chain.tally.add('recycledKg', material, recycledKg);
  }
  const users = place.lanes.filter((lane) => chain.places.get(lane.to)!.spec.kind === 'use');
  for (const lane of users) {
    const lot = products.map((kg) => kg / users.length);
    enterUse(chain, place.inbound, chain.places.get(lane.to)!, lot, 1);
  }
}

/** Turns up to `limitKg` of feed of the material's class into product; returns the kilograms used. */
function useFeed(chain: Chain, place: Place, material: number, limitKg: number): number {
  const klass = chain.classes[material]!;
  const product = material * CONDITIONS.length;
  let left = limitKg;
  for (let other = 0; other < chain.materialIds.length && left > 0; other++) {
    if (chain.classes[other] !== klass) continue;
    const cell = other * CONDITIONS.length + FEED;
    const kg = Math.min(left, place.inbound.kg[cell]!);
    if (kg <= 0) continue;
    chain.stores.regrade(place.inbound, cell, product, kg);
    chain.post('kg', 'feed used', 'products', `recycled ${klass}`, kg);
    left -= kg;
  }
  return limitKg - left;
}

function buyVirgin(chain: Chain, place: Place, material: number, kg: number): void {
  const spec = chain.spec.materials[material]!;
  chain.stores.create('virgin', place.inbound, material * CONDITIONS.length, kg, 'virgin material');
  chain.post('EUR', place.spec.id, 'suppliers', 'virgin material', kg * spec.virginEurPerKg);
  const { boundary, kgCo2ePerKg } = spec.virginCarbon;
  chain.post(`kgCO2e:${boundary}`, 'air', place.spec.id, 'virgin material', kg * kgCo2ePerKg);
}
