import { describe, test } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { leastCost, priceAware } from '../../../sim/decisions/routing.ts';
import { routingBound } from '../../../sim/decisions/routing-bound.ts';
import { isDecision, type WorldEvent } from '../../../sim/record/event.ts';
import { regionOf } from '../../../sim/region/made-up-region.ts';
import { startChain } from '../../../sim/region/play.ts';
import { expectGolden } from '../to-the-bit.ts';

const solver = await openSolver();

describe('to the bit', () => {
  test.each([
    ['least cost', leastCost],
    ['price aware', priceAware],
  ])('a year of a region: %s', (name, routing) => {
    const spec = regionOf({ name: 'golden', days: 365, places: 20, materials: 10, kgPerDay: 8000 });
    const decisions: unknown[] = [];
    const sink = { event: (event: WorldEvent) => void (isDecision(event) && decisions.push(event)) };
    const run = startChain(spec, { seed: 1, replication: 0 }, { routing }, sink);
    while (run.advance(10_000));
    const boundEur = routingBound(run.realised(), solver).toPrecision(9);
    expectGolden(`region, ${name}`, [run.summary(), decisions, boundEur]);
  });
});
