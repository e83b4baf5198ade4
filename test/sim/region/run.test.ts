import { describe, expect, it } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { leastCost, nearest, priceAware } from '../../../sim/decisions/routing.ts';
import { routingBound } from '../../../sim/decisions/routing-bound.ts';
import { rollingPlan } from '../../../sim/decisions/routing-plan.ts';
import type { RoutePolicy, Sink } from '../../../sim/ports.ts';
import type { WorldEvent } from '../../../sim/record/event.ts';
import { type RegionSize, regionOf } from '../../../sim/region/made-up-region.ts';
import { startChain } from '../../../sim/region/play.ts';
import type { ChainSpec } from '../../../sim/region/spec/chain.ts';
import { ofType } from '../record/of-type.ts';

const solver = await openSolver();

const small: RegionSize = { name: 'test', days: 365, places: 20, materials: 12, kgPerDay: 20_000 };

function runChain(spec: ChainSpec, routing: RoutePolicy = priceAware, seed = 1) {
  const events: WorldEvent[] = [];
  const sink: Sink = {
    event: (event) => events.push(event),
  };
  const run = startChain(spec, { seed, replication: 0 }, { routing }, sink);
  while (run.advance(10_000));
  const decisions = ofType(events, 'lot.decided');
  return { summary: run.summary(), boundEur: routingBound(run.realised(), solver), events, decisions };
}

describe('a region over a year', () => {
  const { summary, boundEur, events, decisions } = runChain(regionOf(small));

  it('balances mass, money and energy within 1e-9', () => {
    expect(summary.balance.mass).toBeLessThan(1e-9);
    expect(summary.balance.money).toBeLessThan(1e-9);
    expect(summary.balance.energy).toBeLessThan(1e-9);
  });

  it('closes the loop: bales are sold and makers use recycled feed', () => {
    expect(summary.lots).toBeGreaterThan(100);
    expect(summary.feedUsedKg).toBeGreaterThan(0);
    expect(summary.recycledContent).toBeLessThan(0.5);
  });

  it('holds no negative stock', () => {
    for (const [name, kg] of Object.entries(summary.stockKg)) expect(kg, name).toBeGreaterThanOrEqual(0);
  });

  it('pays the sorting sites for every lot on the day on which it leaves', () => {
    const left = decisions.filter(
      ({ data: { by, chosen } }) => by.startsWith('place:sorting') && chosen !== 'wait',
    );
    const sold = ofType(events, 'lot.sold').filter(({ data }) => /^sorting/.test(data.from));
    expect(sold.map(({ timeUs }) => timeUs)).toEqual(left.map(({ timeUs }) => timeUs));
    expect(left.length).toBeGreaterThan(100);
  });

  it('brings no residue to homes or makers, which would take it for nothing', () => {
    const residue = decisions.filter(({ subject }) => subject.endsWith('/residue'));
    const ways = new Set(residue.flatMap(({ data }) => data.options.map(({ action }) => action)));
    expect([...ways].filter((id) => /^(town|maker)/.test(id))).toEqual([]);
    expect(residue.some(({ data }) => data.by.startsWith('place:workshop'))).toBe(true);
  });

  it('is never better than the bound', () => {
    for (const policy of [nearest, leastCost, priceAware, rollingPlan(solver)]) {
      const got = runChain(regionOf(small), policy);
      expect(got.summary.routingEur).toBeLessThanOrEqual(got.boundEur);
    }
    expect(boundEur).toBeGreaterThan(0);
  });

  it('repeats itself to the last event, and another seed gives other prices', () => {
    const again = runChain(regionOf(small));
    expect(again.summary).toEqual(summary);
    expect(runChain(regionOf(small), priceAware, 2).summary.routingEur).not.toBe(summary.routingEur);
  });

  it('looking at prices pays', () => {
    expect(summary.routingEur).toBeGreaterThan(runChain(regionOf(small), nearest).summary.routingEur);
  });
});

describe('limits', () => {
  const region = regionOf({ ...small, days: 120 });
  it('nothing made, nothing moves', () => {
    const places = region.places.map((place) => (place.kind === 'maker' ? { ...place, makes: [] } : place));
    const { summary } = runChain({ ...region, places });
    expect(summary.virginKg).toBe(0);
    expect(summary.lots).toBe(0);
  });

  it('nobody hands anything in: everything ends in the bins', () => {
    const places = region.places.map((place) =>
      place.kind === 'use' ? { ...place, participation: 0 } : place,
    );
    const { summary } = runChain({ ...region, places });
    expect(summary.feedUsedKg).toBe(0);
    expect(summary.outletsKg.landfill! + summary.outletsKg.recovery!).toBeGreaterThan(0);
  });

  it('a price collapse costs the sorting sites money', () => {
    const collapse = { ...region.prices, shocks: [{ day: 30, factor: 0.2 }] };
    expect(runChain({ ...region, prices: collapse }).summary.routingEur).toBeLessThan(
      runChain(region).summary.routingEur,
    );
  });
});
