import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  meanInterval,
  narrowedBy,
  pairedInterval,
  ratioInterval,
} from '../../../scenarios/stats/interval.ts';
import { exponential } from '../../../sim/kernel/random/distributions.ts';
import { stream } from '../../../sim/kernel/random/random.ts';
import { playShort, worldWith } from './days.ts';
import { welchInterval } from './procedures/welch.ts';

/** A nominal 95 % interval must cover the true value for 93 to 97 % of the seeds: with 2,000 of them chance moves it by half a point. */
const SEEDS = 2000;
const DAYS = 10;

function store(name: string, result: object): void {
  writeFileSync(new URL(`results/${name}.json`, import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
}

interface Covering {
  readonly lo: number;
  readonly hi: number;
}

function coverage(name: string, intervals: readonly Covering[], truth: number): number {
  const covered = intervals.filter(({ lo, hi }) => lo <= truth && truth <= hi).length;
  store(name, { nominal: 0.95, seeds: intervals.length, replications: DAYS, truth, covered });
  return covered / intervals.length;
}

function expectNominal(share: number): void {
  expect(share).toBeGreaterThanOrEqual(0.93);
  expect(share).toBeLessThanOrEqual(0.97);
}

/** Mean waiting time of customers of an M/M/1 queue that begins in its steady state (Lindley's recursion), in units of a service. */
function meanWait(seed: number, replication: number, load: number, customers: number): number {
  const draw = (purpose: string) => stream({ seed, replication, path: 'mm1', purpose });
  const [arrivals, services, start] = [draw('arrivals'), draw('services'), draw('start')];
  // Steady state: nobody waits with probability 1 - load, else an exponential time (any text on queues).
  let wait = start.next() < load ? exponential(start, 1 / (1 - load)) : 0;
  let sum = 0;
  for (let customer = 0; customer < customers; customer++) {
    sum += wait;
    wait = Math.max(0, wait + exponential(services, 1) - exponential(arrivals, 1 / load));
  }
  return sum / customers;
}

it('M/M/1 waiting time', () => {
  const load = 0.5;
  const intervals = Array.from({ length: SEEDS }, (_, seed) =>
    meanInterval(Array.from({ length: DAYS }, (__, r) => meanWait(seed + 1, r, load, 1000))),
  );
  expectNominal(coverage('coverage-mm1', intervals, load / (1 - load)));
});

it('a purity, and a paired difference of EUR, of ten minutes at a depot whose eyes err', () => {
  const set = ['site.durationS=600', 'feed.ratePerHour=600'];
  const worlds = [
    worldWith('smoke', ...set, 'robots[0].batteryWh=0.5', 'robots[1].batteryWh=0.5'),
    worldWith('smoke', ...set),
  ] as const;
  const runs = Array.from({ length: SEEDS }, (_, seed) =>
    Array.from({ length: DAYS }, (__, replication) =>
      worlds.map((world) => playShort(world, { seed: seed + 1, replication })),
    ),
  );
  const all = runs.flat();
  const sum = (of: (day: (typeof all)[number]) => number) => all.reduce((total, day) => total + of(day), 0);
  // The truth is what all 20,000 days say: its own error is a fortieth of the half of an interval.
  const purity = sum(([, day]) => day!.acceptedKg) / sum(([, day]) => day!.binnedKg);
  const ratios = runs.map((days) =>
    ratioInterval(
      days.map(([, day]) => day!.acceptedKg),
      days.map(([, day]) => day!.binnedKg),
    ),
  );
  expectNominal(coverage('coverage-purity', ratios, purity));
  const gain = sum(([a, b]) => b!.valueEur - a!.valueEur) / all.length;
  const gains = runs.map((days) =>
    pairedInterval(
      days.map(([, b]) => b!.valueEur),
      days.map(([a]) => a!.valueEur),
    ),
  );
  expectNominal(coverage('coverage-paired-eur', gains, gain));
});

it('common random numbers narrow the interval of a difference on the depot at least threefold', () => {
  const days = 20;
  const values = (from: number, ...set: string[]) => {
    const world = worldWith('quickstart', 'feed.poolSize=1500', ...set);
    return Array.from(
      { length: days },
      (_, i) => playShort(world, { seed: 1, replication: from + i }).valueEur,
    );
  };
  const larger = ['robots[0].batteryWh=60', 'robots[1].batteryWh=60'];
  const [base, better, elsewhere] = [values(0), values(0, ...larger), values(days, ...larger)];
  const paired = pairedInterval(better, base);
  const apart = welchInterval(elsewhere, base);
  const factor = apart.halfWidth / paired.halfWidth;
  const told = narrowedBy([1, -1], [better, base]);
  console.log(
    `common random numbers: half of the interval ${paired.halfWidth.toFixed(2)} EUR instead of ${apart.halfWidth.toFixed(2)}, ${factor.toFixed(1)} times as narrow (${told!.toFixed(1)} as told)`,
  );
  store('common-random-numbers', {
    days,
    pairedHalfWidthEur: paired.halfWidth,
    apartHalfWidthEur: apart.halfWidth,
    factor,
    told,
  });
  expect(factor).toBeGreaterThanOrEqual(3);
  expect(told).toBeGreaterThanOrEqual(3);
});
