import { describe, expect, it } from 'vitest';
import { nearest, priceAware } from '../../../sim/decisions/routing.ts';
import type { RoutePolicy, Sink, SortPolicy } from '../../../sim/ports.ts';
import { regionOf } from '../../../sim/region/made-up-region.ts';
import { startChain } from '../../../sim/region/play.ts';
import { startRun } from '../../../sim/run.ts';
import { depot, portsOf } from './kit.ts';

/** Keeps what happens as text, and how far a run was when it was forked. */
class Log implements Sink {
  readonly lines: string[] = [];
  event(event: unknown): void {
    this.lines.push(JSON.stringify(event));
  }
}

interface Run {
  advance(maxEvents: number): boolean;
  readonly nowUs: number;
}

function playTo(run: Run, timeUs: number): void {
  while (run.nowUs < timeUs && run.advance(1));
}

function playOut(run: Run): void {
  while (run.advance(10_000));
}

const HALF_HOUR_US = 1800e6;
const DAY_60_US = 60 * 86_400e6;

/** A site or a chain is forked by living its past again: `start` makes it anew with policies that change at an instant. */
function expectFork(start: (log: Log, changesUs: number) => Run, atUs: number): void {
  const [original, twin, other] = [new Log(), new Log(), new Log()];
  const first = start(original, Infinity);
  playTo(first, atUs);
  const past = original.lines.length;
  const [second, third] = [start(twin, Infinity), start(other, first.nowUs)];
  playTo(second, first.nowUs);
  expect(twin.lines).toEqual(original.lines.slice(0, twin.lines.length));
  for (const run of [first, second, third]) playOut(run);
  expect(past).toBeGreaterThan(100);
  expect(twin.lines).toEqual(original.lines);
  const parted = other.lines.findIndex((line, i) => line !== original.lines[i]);
  expect(parted).toBeGreaterThanOrEqual(past - 1);
}

describe('fork by replay', () => {
  it('of a day at a site: the twin goes on bit for bit, another policy parts from it where it takes over', () => {
    const world = depot((w) => ({ feed: { ...w.feed, poolSize: 100 } }), 1);
    expectFork((log, changesUs) => {
      const { sorting } = portsOf();
      const handing: SortPolicy = {
        name: 'handing over',
        decide: (view) => {
          const choice = sorting.decide(view);
          return view.timeUs >= changesUs ? { ...choice, action: { kind: 'pass' } } : choice;
        },
      };
      return startRun(world, { seed: 1, replication: 0 }, portsOf({ sorting: handing }), log);
    }, HALF_HOUR_US);
  });

  it('of a chain: the same', () => {
    const region = regionOf({ name: 'fork', days: 120, places: 20, materials: 8, kgPerDay: 20_000 });
    expectFork((log, changesUs) => {
      const handing: RoutePolicy = {
        name: 'handing over',
        choose: (view) => (view.timeUs >= changesUs ? nearest : priceAware).choose(view),
      };
      return startChain(region, { seed: 1, replication: 0 }, { routing: handing }, log);
    }, DAY_60_US);
  });
});
