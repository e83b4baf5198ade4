import { describe, expect, test } from 'vitest';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { assemble, Batch } from '../../../sim/kernel/stations/batch.ts';
import { Container } from '../../../sim/kernel/stations/container.ts';
import { FilterStore } from '../../../sim/kernel/stations/filter-store.ts';
import { PriorityShelf } from '../../../sim/kernel/stations/priority-shelf.ts';
import { ProcessorSharing } from '../../../sim/kernel/stations/processor-sharing.ts';
import { Store } from '../../../sim/kernel/stations/store.ts';
import { logged } from './log.ts';

describe('stores and vessels', () => {
  test('8 equal items leave a priority store in the order put', () => {
    const { sim } = logged();
    const store = new Store(
      sim,
      'store',
      {},
      new PriorityShelf(({ key }: { key: number; id: number }) => key),
    );
    for (let id = 0; id < 8; id++) store.offer({ key: 1, id });
    store.offer({ key: 0, id: 8 });
    const out: number[] = [];
    function* taker(): ProcessBody {
      for (let i = 0; i < 9; i++) out.push((yield* store.get()).id);
    }
    sim.process(taker(), 'taker');
    sim.run();
    expect(out).toEqual([8, 0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('a full store makes putters wait, in order', () => {
    const { sim, log, say } = logged();
    const store = new Store<number>(sim, 'store', { capacity: 2 });
    function* putter(): ProcessBody {
      for (let i = 0; i < 4; i++) {
        yield* store.put(i);
        say(`put ${i}`);
      }
    }
    function* taker(): ProcessBody {
      for (let i = 0; i < 4; i++) {
        yield 10;
        say(`got ${yield* store.get()}`);
      }
    }
    sim.process(putter(), 'putter');
    sim.process(taker(), 'taker');
    sim.run();
    expect(log).toEqual([
      '0 put 0',
      '0 put 1',
      '10 got 0',
      '10 put 2',
      '20 got 1',
      '20 put 3',
      '30 got 2',
      '40 got 3',
    ]);
    expect(store.offer(1) && store.offer(2) && !store.offer(3)).toBe(true);
  });

  test('a filter store gives the oldest fitting item, and nobody is held up by another', () => {
    const { sim, log, say } = logged();
    const store = new FilterStore<string>(sim, 'store');
    function* want(letter: string): ProcessBody {
      say(yield* store.get((item) => item.startsWith(letter)));
    }
    sim.process(want('x'), 'x');
    sim.process(want('b'), 'b1');
    sim.process(want('b'), 'b2');
    for (const [at, item] of ['a1', 'b1', 'b2', 'x1'].entries())
      sim.schedule(at + 1, () => store.offer(item));
    sim.run();
    expect(log).toEqual(['2 b1', '3 b2', '4 x1']);
    expect(store.items).toEqual(['a1']);
  });

  test('a container waits for content and for room', () => {
    const { sim, log, say } = logged();
    const tank = new Container(sim, 'tank', 10, 4);
    function* take(amount: number): ProcessBody {
      yield* tank.take(amount);
      say(`took ${amount}`);
    }
    function* fill(amount: number): ProcessBody {
      yield* tank.fill(amount);
      say(`filled ${amount}`);
    }
    sim.process(take(6), 'six');
    sim.process(take(1), 'one');
    sim.schedule(5, () => sim.process(fill(5), 'fill'));
    sim.schedule(6, () => sim.process(fill(9), 'fill more'));
    sim.schedule(7, () => sim.process(take(2), 'two'));
    sim.run();
    expect(log).toEqual(['5 filled 5', '5 took 6', '5 took 1', '7 took 2', '7 filled 9']);
    expect(() => tank.take(11)).toThrow(/amount must be > 0 and at most 10, got 11/);
  });

  test('a batch waits for its size; an assembly for one of each', () => {
    const { sim, log, say } = logged();
    const batch = new Batch<number>(sim, 'pallet', 3);
    const [frames, wheels] = [new Store<string>(sim, 'frames'), new Store<string>(sim, 'wheels')];
    function* load(): ProcessBody {
      say((yield* batch.get()).join());
    }
    function* build(): ProcessBody {
      say((yield* assemble(frames.get(), wheels.get(), wheels.get())).join());
    }
    sim.process(load(), 'load');
    sim.process(build(), 'build');
    for (let i = 0; i < 4; i++) sim.schedule(i + 1, () => batch.put(i));
    sim.schedule(1, () => wheels.offer('w1'));
    sim.schedule(2, () => frames.offer('f'));
    sim.schedule(9, () => wheels.offer('w2'));
    sim.run();
    expect(log).toEqual(['3 0,1,2', '9 f,w1,w2']);
    expect(batch.flush()).toEqual([3]);
  });

  test('processor sharing: two jobs run at half speed each', () => {
    const { sim, log, say } = logged();
    const cpu = new ProcessorSharing(sim, 'cpu');
    function* job(name: string, us: number): ProcessBody {
      yield* cpu.work(us);
      say(name);
    }
    sim.process(job('long', 100), 'long');
    sim.schedule(50, () => sim.process(job('short', 20), 'short'));
    sim.run();
    // 50 us alone, then 40 us shared for 20 of work, then the 30 left of the long one.
    expect(log).toEqual(['90 short', '120 long']);
  });
});
