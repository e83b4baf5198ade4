import { expect, test } from 'vitest';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { FilterStore } from '../../../sim/kernel/stations/filter-store.ts';
import { logged } from './log.ts';

test('whoever nothing fits holds up nobody: a later taker gets what lies there already', () => {
  const { sim, log, say } = logged();
  const store = new FilterStore<string>(sim, 'store');
  store.offer('y');
  function* taker(wanted: string, fromUs: number): ProcessBody {
    yield fromUs;
    say(`got ${yield* store.get((item) => item === wanted)}`);
  }
  function* putter(): ProcessBody {
    yield 30;
    store.offer('x');
  }
  sim.process(taker('x', 10), 'first');
  sim.process(taker('y', 20), 'second');
  sim.process(putter(), 'putter');
  sim.run();
  expect(log).toEqual(['20 got y', '30 got x']);
});

test('a taker gets one item, and what else lies there stays in its order', () => {
  const { sim, log, say } = logged();
  const store = new FilterStore<string>(sim, 'store');
  for (const item of ['a', 'b', 'c', 'd']) store.offer(item);
  function* taker(): ProcessBody {
    say(`got ${yield* store.get((item) => item > 'a')}`);
  }
  sim.process(taker(), 'taker');
  sim.run();
  expect(log).toEqual(['0 got b']);
  expect(store.items).toEqual(['a', 'c', 'd']);
});

test('an offer for which nobody waits lets nothing happen', () => {
  const { sim } = logged();
  new FilterStore<string>(sim, 'store').offer('x');
  expect(sim.pending).toBe(0);
});
