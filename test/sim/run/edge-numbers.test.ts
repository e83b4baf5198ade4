import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { boundOf } from '../../../sim/decisions/bound.ts';
import { problemsOf } from '../../../sim/problems.ts';
import type { FeedSpec, RobotSpec, SiteSpec, WorldSpec } from '../../../sim/world.ts';
import { depot, play } from './kit.ts';

const solver = await openSolver();

type Change = (world: WorldSpec) => Partial<WorldSpec>;

/** Few items, so that a case takes milliseconds. */
const quiet: Change = (w) => ({ feed: { ...w.feed, ratePerHour: 30 } });
const site =
  (changes: Partial<SiteSpec>): Change =>
  (w) => ({ ...quiet(w), site: { ...w.site, ...changes } });
const feed =
  (changes: Partial<FeedSpec>): Change =>
  (w) => ({ feed: { ...w.feed, ...changes } });
const robots =
  (changes: Partial<RobotSpec>): Change =>
  (w) => ({ ...quiet(w), robots: w.robots.map((r) => ({ ...r, ...changes })) });
const priced =
  (priceEurPerKg: number): Change =>
  (w) => ({
    ...quiet(w),
    outputs: w.outputs.map((o) => ({ ...o, tiers: [{ minPurity: 0, priceEurPerKg }] })),
  });
const thousandOutputs: Change = (w) => ({
  ...quiet(w),
  outputs: Array.from({ length: 1000 }, (_, i) => ({ ...w.outputs[i % 6]!, id: `o${i}` })),
  robots: w.robots.map((r) => ({ ...r, outputs: ['o0', 'o1', 'o999'] })),
});
/** Each is played: it balances and does not beat its bound. */
const played: readonly [string, Change, number?][] = [
  ['the north pole', site({ latitudeDeg: 90 })],
  ['the south pole', site({ latitudeDeg: -90 })],
  ['polar night', site({ latitudeDeg: 75, dayOfYear: 355 })],
  ['day 366, round the clock', site({ dayOfYear: 366, durationS: 86_400, openHour: 0, closeHour: 24 })],
  ['no items', feed({ ratePerHour: 0 })],
  ['next to no items', feed({ ratePerHour: 1e-300 })],
  ['one item', feed({ ratePerHour: 1e9, minGapS: 7199 })],
  ['a flood that the smallest gap holds back', feed({ ratePerHour: 1e300, minGapS: 5 })],
  ['a gap of 31 years', feed({ minGapS: 1e9 })],
  ['no robots', (w) => ({ ...quiet(w), robots: [], assets: [] })],
  ['a battery of nothing', robots({ batteryWh: 1e-300 })],
  ['an empty battery', robots({ startSoc: 0, stopSoc: 0, restartSoc: 0 })],
  ['an endless battery', robots({ batteryWh: 1e9 })],
  ['an endless panel', robots({ panelW: 1e9 })],
  ['a pick that costs a gigajoule', robots({ moveJ: 1e9 })],
  ['1,000 outputs', thousandOutputs],
  ['a price of a billion', priced(1e9)],
  ['a gate fee of a billion', priced(-1e9)],
  ['a second', site({ durationS: 1 })],
  ['a microsecond', site({ durationS: 1e-6 })],
  ['one look at the sky', site({ skyStepS: 1e9 })],
  ['seed 0', quiet, 0],
  ['seed 2^53 - 1', quiet, Number.MAX_SAFE_INTEGER],
];

describe('numbers at their limits', () => {
  test.each(played)('%s: the run balances and does not beat its bound', (_, change, seed = 1) => {
    const world = depot(change);
    expect(problemsOf(world)).toEqual([]);
    const { summary } = play(world, { seed });
    for (const residual of Object.values(summary.balance)) expect(residual).toBeLessThan(1e-9);
    const { boundEur, freeBoundEur } = boundOf(world, { seed, replication: 0 }, solver);
    const slack = 1e-7 * (1 + Math.abs(boundEur));
    expect(Number.isFinite(boundEur)).toBe(true);
    expect(summary.valueEur).toBeLessThanOrEqual(boundEur + slack);
    expect(boundEur).toBeLessThanOrEqual(freeBoundEur + slack);
  });

  test.each<[string, RegExp]>([
    ['site.latitudeDeg=90.1', /must be <= 90, got 90\.1/],
    ['site.dayOfYear=367', /must be <= 366, got 367/],
    ['site.durationS=0', /must be > 0, got 0/],
    ['site.durationS=315576000', /must be <= 31622400, got 315576000/],
    ['site.windMPerS=1e12', /must be <= 1000000000, got 1000000000000/],
    ['site.skyStepS=1e-9', /site\.skyStepS: would come 3600000000000 times in a run; the limit is 5000000/],
    ['processEveryS=1e-6', /processEveryS: would come 3600000000 times/],
    ['site.altitudeM=1e300', /must be <= 9000/],
    ['robots[0].batteryWh=0', /must be > 0, got 0/],
    ['robots[0].panelW=1e300', /must be <= 1000000000/],
    ['seed=9007199254740991', /must be <= 4294967295, got 9007199254740991/],
    ['seed=-1', /must be >= 0, got -1/],
    [
      'feed={ratePerHour: 1e9, minGapS: 0}',
      /feed\.ratePerHour: up to 1\.8e\+9 items would arrive; the limit is 1000000/,
    ],
    ['outputs=[]', /outputs: needs at least 1/],
  ])('--set %s is refused in words', (set, says) => {
    expect(() => loadScenario('smoke', [set])).toThrow(says);
  });
});
