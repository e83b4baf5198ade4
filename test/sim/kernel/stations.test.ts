import { describe, expect, test } from 'vitest';
import { assemble, Batch } from '../../../sim/kernel/batch.ts';
import { breakdowns } from '../../../sim/kernel/breakdown.ts';
import { Calendar, workingWeek } from '../../../sim/kernel/calendar.ts';
import { followCalendar, followPlan } from '../../../sim/kernel/capacity-schedule.ts';
import { days, formatTime, hours, minutes, seconds } from '../../../sim/kernel/clock.ts';
import { Container } from '../../../sim/kernel/container.ts';
import { Interrupted } from '../../../sim/kernel/errors.ts';
import { FilterStore } from '../../../sim/kernel/filter-store.ts';
import { ARRIVAL } from '../../../sim/kernel/phase.ts';
import { Preempted, PreemptiveResource } from '../../../sim/kernel/preemptive-resource.ts';
import { PriorityShelf } from '../../../sim/kernel/priority-shelf.ts';
import { ProcessorSharing } from '../../../sim/kernel/processor-sharing.ts';
import { type Request, Resource, type ResourceOptions } from '../../../sim/kernel/resource.ts';
import { Store } from '../../../sim/kernel/store.ts';
import type { ProcessBody } from '../../../sim/kernel/wait.ts';
import { logged } from './log.ts';

/** Four customers with priorities 2, 1, 3, 1 come at once to a desk that is taken; returns the order of service. */
function orderOfService(discipline: ResourceOptions['discipline']): string {
  const { sim } = logged();
  const desk = new Resource(sim, 'desk', { discipline });
  const served: number[] = [];
  function* customer(id: number, priority: number): ProcessBody {
    const turn = yield* desk.request({ priority });
    served.push(id);
    yield 10;
    turn.release();
  }
  [0, 2, 1, 3, 1].forEach((priority, id) => {
    sim.process(customer(id, priority), `customer ${id}`);
  });
  sim.run();
  return served.join(' ');
}

describe('resource', () => {
  test('the discipline is a parameter', () => {
    expect(orderOfService('fifo')).toBe('0 1 2 3 4');
    expect(orderOfService('lifo')).toBe('0 4 3 2 1');
    expect(orderOfService({ by: (request: Request) => request.priority })).toBe('0 2 4 1 3');
  });

  test('one freed at noon serves the one who comes at noon', () => {
    const { sim, log, say } = logged();
    const desk = new Resource(sim, 'desk');
    function* visit(name: string): ProcessBody {
      if (desk.inUse > 0) say(`${name} finds it taken`);
      const turn = yield* desk.request();
      yield 10;
      turn.release();
    }
    // The arrival is scheduled first, so that only its phase puts it behind the release.
    sim.schedule(10, () => sim.process(visit('second'), 'second'), 0, ARRIVAL);
    sim.process(visit('first'), 'first');
    sim.run();
    expect(log).toEqual([]);
    expect(sim.now).toBe(20);
  });

  test('amounts: a big request at the head holds the line, and lets it go when it leaves', () => {
    const { sim, log, say } = logged();
    const pool = new Resource(sim, 'pool', { capacity: 3 });
    function* use(name: string, amount: number, us: number): ProcessBody {
      const turn = yield* pool.request({ amount });
      say(name);
      yield us;
      turn.release();
    }
    sim.process(use('a', 2, 10), 'a');
    const big = sim.process(use('big', 3, 10), 'big');
    sim.process(use('small', 1, 1), 'small');
    sim.schedule(4, () => big.cancel());
    sim.run();
    expect(log).toEqual(['0 a', '4 small']);
  });

  test('the monitor measures lines, use and waits', () => {
    const { sim } = logged();
    const desk = new Resource(sim, 'desk');
    const monitor = desk.monitor();
    function* visit(): ProcessBody {
      const turn = yield* desk.request();
      yield 10;
      turn.release();
    }
    sim.process(visit(), 'a');
    sim.process(visit(), 'b');
    sim.run(40);
    expect([monitor.queue.mean, monitor.content.mean, monitor.waitUs.mean]).toEqual([0.25, 0.5, 5]);
    sim.resetStatistics();
    sim.run(50);
    expect([monitor.queue.mean, monitor.content.mean, monitor.waitUs.count]).toEqual([0, 0, 0]);
  });

  test('preemption says who took it and since when it was held', () => {
    const { sim, log, say } = logged();
    const desk = new PreemptiveResource(sim, 'desk');
    function* job(): ProcessBody {
      yield 2;
      const turn = yield* desk.request({ priority: 5 });
      try {
        yield 100;
        turn.release();
      } catch (error) {
        if (error instanceof Interrupted && error.cause instanceof Preempted) {
          say(`lost to ${error.cause.by}, held since ${error.cause.sinceUs}`);
        }
      }
    }
    function* boss(): ProcessBody {
      yield 7;
      const turn = yield* desk.request({ priority: 0 });
      say('boss has it');
      yield 1;
      turn.release();
    }
    sim.process(job(), 'job');
    sim.process(boss(), 'boss');
    sim.run();
    expect(log).toEqual(['7 boss has it', '7 lost to boss, held since 2']);
    expect(desk.inUse).toBe(0);
  });
});

describe('capacity, breakdown and calendars', () => {
  test('a plan changes the capacity before the grants of the same instant', () => {
    const { sim, log, say } = logged();
    const desk = new Resource(sim, 'desk', { capacity: 1 });
    function* visit(id: number): ProcessBody {
      const turn = yield* desk.request();
      say(`${id}`);
      yield 10;
      turn.release();
    }
    for (let id = 0; id < 4; id++) sim.process(visit(id), `visit ${id}`);
    sim.process(
      followPlan(desk, [
        { atUs: 10, capacity: 0 },
        { atUs: 50, capacity: 3 },
      ]),
      'plan',
    );
    sim.run();
    expect(log).toEqual(['0 0', '50 1', '50 2', '50 3']);
  });

  test('breakdowns preempt the job, which goes on where it was', () => {
    const { sim, log, say } = logged();
    const machine = new PreemptiveResource(sim, 'machine');
    function* job(): ProcessBody {
      let leftUs = 100;
      while (leftUs > 0) {
        const turn = yield* machine.request();
        const startUs = sim.now;
        try {
          yield leftUs;
          leftUs = 0;
          turn.release();
        } catch (error) {
          if (!(error instanceof Interrupted)) throw error;
          leftUs -= sim.now - startUs;
        }
      }
      say('done');
    }
    sim.process(job(), 'job');
    sim.process(breakdowns(machine, { timeToFailureUs: () => 30, timeToRepairUs: () => 5 }), 'breakdowns');
    sim.run(1000);
    expect(log).toEqual(['115 done']);
  });

  test('a working week opens, closes, and stretches work over nights and weekends', () => {
    const week = workingWeek(8, 16);
    expect(week.isOpen(hours(8))).toBe(true);
    expect(week.isOpen(hours(16))).toBe(false);
    expect(week.nextChange(hours(9))).toBe(hours(16));
    expect(week.nextChange(days(4) + hours(16))).toBe(days(7) + hours(8));
    expect(week.openBetween(0, days(14))).toBe(hours(80));
    expect(week.afterWork(hours(15), hours(2))).toBe(days(1) + hours(9));
    expect(week.afterWork(days(4) + hours(15), hours(1))).toBe(days(4) + hours(16));
    expect(() => new Calendar([{ fromUs: 5, toUs: 5 }])).toThrow(/shifts\[0\]/);
  });

  test('a resource follows its calendar', () => {
    const { sim } = logged();
    const desk = new Resource(sim, 'desk');
    sim.process(followCalendar(desk, workingWeek(8, 16), 2), 'calendar');
    sim.run(hours(9));
    expect(desk.capacity).toBe(2);
    sim.run(hours(17));
    expect(desk.capacity).toBe(0);
  });

  test('time helpers give integer microseconds and readable text', () => {
    expect([seconds(1.5), minutes(1), hours(1), days(1)]).toEqual([1.5e6, 6e7, 3.6e9, 8.64e10]);
    expect(formatTime(days(3) + hours(4) + 5)).toBe('3 d 04:00:00.000005');
  });
});

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
