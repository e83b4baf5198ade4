import { describe, expect, it } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { priceAware } from '../../../sim/decisions/routing.ts';
import { routingBound } from '../../../sim/decisions/routing-bound.ts';
import type { WorldEvent } from '../../../sim/record/event.ts';
import { regionOf } from '../../../sim/region/made-up-region.ts';
import { startChain } from '../../../sim/region/play.ts';
import { type ChainSpec, isBuyer, type PlaceSpec } from '../../../sim/region/spec/chain.ts';

const solver = await openSolver();
const region = regionOf({ name: 'r', days: 240, places: 20, materials: 8, kgPerDay: 20_000 });

type Sold = Extract<WorldEvent, { readonly type: 'lot.sold' }>;

function play(change: Partial<ChainSpec>) {
  const sold: Sold[] = [];
  const sink = { event: (event: WorldEvent) => void (event.type === 'lot.sold' && sold.push(event)) };
  const run = startChain(
    { ...region, ...change },
    { seed: 1, replication: 0 },
    { routing: priceAware },
    sink,
  );
  while (run.advance(10_000));
  const day = ({ timeUs }: Sold) => Math.floor(timeUs / 86_400e6);
  const to = (place: string, from = 0, days = 1e6) =>
    sold.filter((e) => e.subject === `place:${place}` && day(e) >= from && day(e) < from + days);
  const summary = run.summary();
  const boundEur = routingBound(run.realised(), solver);
  expect(summary.routingEur).toBeLessThanOrEqual(boundEur);
  return { summary, boundEur, sold, to };
}

const usual = play({});
/** The reprocessor that takes most lots, and the site that sends it most. */
const busiest = region.places
  .filter(({ kind }) => kind === 'reprocessor')
  .map(({ id }) => id)
  .sort((a, b) => usual.to(b).length - usual.to(a).length)[0]!;
const sender = usual.to(busiest).at(-1)!.data.from;

describe('a disruption of a region', () => {
  const span = { fromDay: 90, days: 60 };

  it('a closed reprocessor takes nothing for those days, and the bound knows', () => {
    expect(usual.to(busiest, 90, 60).length).toBeGreaterThan(0);
    const closed = play({ disruptions: [{ kind: 'closure', place: busiest, ...span }] });
    expect(closed.to(busiest, 90, 60)).toEqual([]);
    expect(closed.to(busiest, 150).length).toBeGreaterThan(0);
    expect(closed.boundEur).toBeLessThan(usual.boundEur);
    const forever = play({ disruptions: [{ kind: 'closure', place: busiest, fromDay: 0, days: 240 }] });
    expect(forever.to(busiest)).toEqual([]);
    expect(forever.boundEur).toBeLessThan(closed.boundEur);
  });

  it('no lot leaves by a blocked road, others do', () => {
    const road = { kind: 'road', from: sender, to: busiest, fromDay: 0, days: 240 } as const;
    const blocked = play({ disruptions: [road] });
    expect(blocked.to(busiest).filter(({ data }) => data.from === sender)).toEqual([]);
    expect(blocked.to(busiest).length).toBeGreaterThan(0);
    expect(blocked.boundEur).toBeLessThan(usual.boundEur);
  });

  it('a price floor is paid for what is paid for at all, and never lowers a price', () => {
    const floor = play({ disruptions: [{ kind: 'price-floor', place: busiest, eurPerKg: 2, ...span }] });
    for (const { data } of floor.to(busiest, 90, 60))
      expect(data.eurPerKg < 0 || data.eurPerKg >= 2).toBe(true);
    expect(floor.to(busiest, 90, 60).some(({ data }) => data.eurPerKg === 2)).toBe(true);
    expect(floor.boundEur).toBeGreaterThan(usual.boundEur);
  });
});

describe('buyers that test bales', () => {
  const tested = (sd: number): readonly PlaceSpec[] =>
    region.places.map((place) => (isBuyer(place) ? { ...place, test: { sd } } : place));

  it('pay for what they find', () => {
    const { sold } = play({ places: tested(0.05) });
    const found = (lots: readonly Sold[]) => lots.map(({ data }) => data.purity);
    expect(found(sold)).not.toEqual(found(usual.sold));
    expect(Math.max(...found(sold))).toBeLessThanOrEqual(1);
    expect(play({ places: tested(0) }).summary).toEqual(usual.summary);
  });

  it('a wrong belief about purity costs the sender, and only through where it sends its bales', () => {
    // Whoever believes a bale purer than it is sends it to those who punish that; whoever believes it worse sells too cheap.
    const purities = usual.sold
      .filter(({ subject }) => subject.startsWith('place:reprocessor'))
      .map(({ data }) => data.purity)
      .sort((a, b) => a - b);
    const demanding = (fee: number, priceEurPerKg: number) => [
      { minPurity: 0, priceEurPerKg: -fee },
      { minPurity: purities[Math.floor(purities.length / 2)]!, priceEurPerKg },
    ];
    const undemanding = { capacityKgPerDay: 1e6, tiers: [{ minPurity: 0, priceEurPerKg: 0.5 }] };
    const believing = (over: number, fee: number, price: number): readonly PlaceSpec[] =>
      tested(0.01).map((place) => {
        if (place.kind === 'market') return { ...place, ...undemanding };
        if (place.kind === 'reprocessor') return { ...place, tiers: demanding(fee, price) };
        if (place.kind !== 'sorting') return place;
        const outputs = Object.keys(place.matrices[0]!.cells);
        const believedOver = Object.fromEntries(outputs.map((output) => [output, over]));
        return { ...place, matrices: place.matrices.map((matrix) => ({ ...matrix, believedOver })) };
      });
    for (const [over, fee, price] of [
      [0.5, 3, 1],
      [-0.5, 1, 3],
    ] as const) {
      const right = play({ places: believing(0, fee, price) });
      const wrong = play({ places: believing(over, fee, price) });
      expect(wrong.summary.routingEur, String(over)).toBeLessThan(right.summary.routingEur);
      expect(wrong.boundEur).toBeCloseTo(right.boundEur, 3);
    }
  });
});
