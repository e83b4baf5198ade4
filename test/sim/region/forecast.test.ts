import { describe, expect, it } from 'vitest';
import { priceAware } from '../../../sim/decisions/routing.ts';
import { materialById } from '../../../sim/materials/catalogue.ts';
import { regionOf } from '../../../sim/region/made-up-region.ts';
import { receive } from '../../../sim/region/moves/sorting.ts';
import { forecastOf } from '../../../sim/region/play.ts';
import { CONDITIONS } from '../../../sim/region/spec/chain.ts';
import { openChain } from '../../../sim/region/stock/state.ts';

const spec = regionOf({ name: 'test', days: 60, places: 20, materials: 12, kgPerDay: 20_000 });
const clock = { timeUs: () => 0, day: () => 0, after: () => {}, emit: () => {} };

/** A region on its first day, with the waiting stock of one bale of its first sorting site. */
function opened() {
  const chain = openChain(spec, { seed: 1, replication: 0 }, { routing: priceAware }, clock);
  const place = chain.places.get('sorting-01')!;
  const waiting = place.waiting.find(({ output }) => output === 'PET')!;
  const pet = chain.materialIds.findIndex((id) => materialById(id).class === 'PET');
  const come = (kg: number, condition = 0): void => {
    const lot = new Float64Array(chain.stores.cells);
    lot[pet * CONDITIONS.length + condition] = kg;
    chain.stores.create('virgin', place.inbound, pet * CONDITIONS.length + condition, kg, 'test');
    receive(chain, place, waiting, lot, 'sorted');
  };
  const prices = () => {
    const flow = forecastOf(chain).flows.find(
      ({ from, output }) => from === 'sorting-01' && output === 'PET',
    )!;
    return Object.fromEntries(flow.options.map(({ to, priceEurPerKg }) => [to, priceEurPerKg]));
  };
  const send = (): void => void chain.stores.moveShare(waiting.store, chain.transit, 1, 'leaves');
  return { come, prices, send };
}

describe('what a planner expects to be paid', () => {
  it('is the price of the last full lot, however much of it still waits', () => {
    const { come, prices, send } = opened();
    come(spec.transport.payloadKg);
    const full = prices();
    expect(full['reprocessor-pet']).toBeGreaterThan(0);
    send();
    expect(prices()).toEqual(full);
  });

  it('goes by what is open before the first lot, and is not moved by the first kilograms of the next', () => {
    const { come, prices, send } = opened();
    come(100);
    const open = prices();
    expect(open['reprocessor-pet']).toBeGreaterThan(0);
    come(spec.transport.payloadKg - 100);
    send();
    come(1, CONDITIONS.length - 1);
    expect(prices()).toEqual(open);
  });
});
