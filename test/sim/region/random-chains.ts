import fc from 'fast-check';
import { expect } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { leastCost, nearest, priceAware } from '../../../sim/decisions/routing.ts';
import { routingBound } from '../../../sim/decisions/routing-bound.ts';
import { regionOf } from '../../../sim/region/made-up-region.ts';
import { startChain } from '../../../sim/region/play.ts';
import { chainProblems } from '../../../sim/region/problems.ts';
import { type ChainSpec, isBuyer, type PlaceSpec } from '../../../sim/region/spec/chain.ts';
import { CLOSABLE, type DisruptionSpec } from '../../../sim/region/spec/disruption.ts';
import type { Cells } from '../../../sim/region/spec/transfer-matrix.ts';

const solver = await openSolver();

const share = fc.double({ min: 0, max: 0.99, noNaN: true });

/** Regions of odd sizes with capacities from almost nothing to plenty, any participation and any yield. */
const chains = fc
  .record({
    days: fc.integer({ min: 1, max: 90 }),
    places: fc.integer({ min: 20, max: 32 }),
    materials: fc.integer({ min: 1, max: 20 }),
    kgPerDay: fc.double({ min: 1, max: 1e5, noNaN: true }),
    participation: share,
    yieldShare: share,
    spreadFactor: fc.double({ min: 0, max: 20, noNaN: true }),
    payloadKg: fc.constantFrom(500, 5000, 20_000),
    capacityFactor: fc.double({ min: 1e-3, max: 10, noNaN: true }),
    shock: fc.record({
      day: fc.integer({ min: 0, max: 90 }),
      factor: fc.double({ min: 0, max: 3, noNaN: true }),
    }),
    testSd: fc.constantFrom(0, 0.02, 0.3),
    trouble: fc.record({
      kind: fc.constantFrom('none', 'closure', 'road', 'price-floor'),
      at: fc.nat(1000),
      fromDay: fc.integer({ min: 0, max: 90 }),
      days: fc.integer({ min: 1, max: 90 }),
      eurPerKg: fc.double({ min: 0, max: 3, noNaN: true }),
    }),
    policy: fc.constantFrom(nearest, leastCost, priceAware),
    seed: fc.integer({ min: 0, max: 1e6 }),
  })
  .map((draw) => ({ ...draw, spec: bend(regionOf({ name: 'random', ...draw }), draw) }));

function bend(
  region: ChainSpec,
  draw: {
    participation: number;
    yieldShare: number;
    capacityFactor: number;
    spreadFactor: number;
    payloadKg: number;
    shock: { day: number; factor: number };
    testSd: number;
    trouble: Trouble;
  },
): ChainSpec {
  const places = region.places.map((place): PlaceSpec => {
    const scaled =
      'capacityKgPerDay' in place
        ? { ...place, capacityKgPerDay: place.capacityKgPerDay * draw.capacityFactor }
        : place;
    if (scaled.kind === 'sorting')
      return {
        ...scaled,
        storageKg: scaled.storageKg * Math.min(1, draw.capacityFactor),
        matrices: scaled.matrices.map((entry) => ({
          ...entry,
          spread: times(entry.spread!, draw.spreadFactor),
        })),
      };
    if (isBuyer(scaled) && draw.testSd > 0) {
      const tested = { ...scaled, test: { sd: draw.testSd } };
      return 'yield' in tested ? { ...tested, yield: draw.yieldShare } : tested;
    }
    if (scaled.kind === 'use') return { ...scaled, participation: draw.participation };
    if (scaled.kind === 'reprocessor' || scaled.kind === 'workshop')
      return { ...scaled, yield: draw.yieldShare };
    return scaled;
  });
  const transport = { ...region.transport, payloadKg: draw.payloadKg };
  return {
    ...{ ...region, places, transport, prices: { ...region.prices, shocks: [draw.shock] } },
    disruptions: disruptionsOf(region, draw.trouble),
  };
}

interface Trouble {
  readonly kind: 'none' | 'closure' | 'road' | 'price-floor';
  readonly at: number;
  readonly fromDay: number;
  readonly days: number;
  readonly eurPerKg: number;
}

/** One of the places is closed, one of the roads of a sorting site blocked, or one of the buyers pays a floor. */
function disruptionsOf({ places, lanes }: ChainSpec, trouble: Trouble): DisruptionSpec[] {
  const { kind, at, fromDay, days, eurPerKg } = trouble;
  const pick = <T>(list: readonly T[]): T => list[at % list.length]!;
  const span = { fromDay, days };
  if (kind === 'closure') {
    const closable = places.filter((place) => CLOSABLE.some((one) => one === place.kind));
    return [{ kind, place: pick(closable).id, ...span }];
  }
  if (kind === 'price-floor') return [{ kind, place: pick(places.filter(isBuyer)).id, eurPerKg, ...span }];
  if (kind === 'none') return [];
  const sites = new Set(places.filter((place) => place.kind === 'sorting').map(({ id }) => id));
  const { from, to } = pick(lanes.filter((lane) => sites.has(lane.from)));
  return [{ kind, from, to, ...span }];
}

/** Every cell of a table times a factor. */
function times(cells: Cells, factor: number): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([output, row]) => [
      output,
      Object.fromEntries(Object.entries(row).map(([input, cell]) => [input, Math.min(1, cell * factor)])),
    ]),
  );
}

/** What was seen over all chains: how far the worst balance was off, and the least that a policy left of its bound. */
export interface Seen {
  chains: number;
  lots: number;
  worstResidual: number;
  /** Smallest (bound - policy) / (|bound| + |policy|). */
  leastRegretShare: number;
}

/** Runs so many random chains: none may lose or invent a kilogram, a joule or a cent, or beat the bound. */
export function checkRandomChains(numRuns: number): Seen {
  const seen: Seen = { chains: 0, lots: 0, worstResidual: 0, leastRegretShare: Infinity };
  fc.assert(
    fc.property(chains, ({ spec, policy, seed }) => {
      expect(chainProblems(spec)).toEqual([]);
      const run = startChain(spec, { seed, replication: 0 }, { routing: policy }, { event() {} });
      while (run.advance(10_000));
      const summary = run.summary();
      const residual = Math.max(...Object.values(summary.balance));
      expect(residual).toBeLessThan(1e-9);
      expect(Math.min(...Object.values(summary.stockKg))).toBeGreaterThanOrEqual(0);
      const boundEur = routingBound(run.realised(), solver);
      const sizeEur = Math.abs(boundEur) + Math.abs(summary.routingEur);
      expect(summary.routingEur).toBeLessThanOrEqual(boundEur + 1e-6 * Math.max(1, sizeEur));
      seen.chains += 1;
      seen.lots += summary.lots;
      seen.worstResidual = Math.max(seen.worstResidual, residual);
      if (sizeEur > 0)
        seen.leastRegretShare = Math.min(seen.leastRegretShare, (boundEur - summary.routingEur) / sizeEur);
    }),
    { numRuns, seed: 1 },
  );
  return seen;
}
