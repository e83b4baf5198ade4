import { describe, expect, test } from 'vitest';
import { days, formatTime, hours, minutes, seconds } from '../../../sim/kernel/core/clock.ts';
import { Interrupted } from '../../../sim/kernel/core/errors.ts';
import { ARRIVAL } from '../../../sim/kernel/core/phase.ts';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { breakdowns } from '../../../sim/kernel/stations/breakdown.ts';
import { Calendar, workingWeek } from '../../../sim/kernel/stations/calendar.ts';
import { followCalendar, followPlan } from '../../../sim/kernel/stations/capacity-schedule.ts';
import { Preempted, PreemptiveResource } from '../../../sim/kernel/stations/preemptive-resource.ts';
import { type Request, Resource, type ResourceOptions } from '../../../sim/kernel/stations/resource.ts';
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
