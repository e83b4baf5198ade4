import { describe, expect, expectTypeOf, test } from 'vitest';
import { Cancelled, Interrupted } from '../../../sim/kernel/core/errors.ts';
import { allOf } from '../../../sim/kernel/processes/all-of.ts';
import { anyOf } from '../../../sim/kernel/processes/any-of.ts';
import { Signal } from '../../../sim/kernel/processes/signal.ts';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { TIMED_OUT, within } from '../../../sim/kernel/processes/within.ts';
import { Resource } from '../../../sim/kernel/stations/resource.ts';
import { Store } from '../../../sim/kernel/stations/store.ts';
import { Variable } from '../../../sim/kernel/stations/variable.ts';
import { logged } from './log.ts';

describe('processes', () => {
  test('the value of every wait is typed, without casts', () => {
    const { sim, log, say } = logged();
    const words = new Store<string>(sim, 'words');
    function* count(): ProcessBody<number> {
      yield 4;
      return 7;
    }
    function* main(): ProcessBody {
      const word = yield* words.get();
      expectTypeOf(word).toEqualTypeOf<string>();
      const sum = yield* count();
      expectTypeOf(sum).toEqualTypeOf<number>();
      const both = yield* allOf(words.get(), sim.process(count(), 'count').join());
      expectTypeOf(both).toEqualTypeOf<[string, number]>();
      const first = yield* anyOf(words.get(), sim.delay(3));
      if (first.index === 0) expectTypeOf(first.value).toEqualTypeOf<string>();
      else expectTypeOf(first.value).toEqualTypeOf<void>();
      const late = yield* within(5, words.get());
      expectTypeOf(late).toEqualTypeOf<string | typeof TIMED_OUT>();
      say(`${word} ${sum} ${both} ${first.index} ${late === TIMED_OUT}`);
    }
    words.offer('a');
    words.offer('b');
    sim.process(main(), 'main');
    sim.run();
    expect(log).toEqual(['16 a 7 b,7 1 true']);
  });

  test('cancel runs finally blocks, frees the line, and tells those who join', () => {
    const { sim, log, say } = logged();
    const desk = new Resource(sim, 'desk');
    function* holder(): ProcessBody {
      const turn = yield* desk.request();
      try {
        yield 100;
      } finally {
        turn.release();
        say('released');
      }
    }
    function* next(): ProcessBody {
      yield* desk.request();
      say('served');
    }
    const first = sim.process(holder(), 'holder');
    sim.process(next(), 'next');
    function* watcher(): ProcessBody {
      try {
        yield* first.join();
      } catch (error) {
        say(String(error instanceof Cancelled));
      }
    }
    sim.process(watcher(), 'watcher');
    sim.schedule(10, () => first.cancel());
    sim.run();
    expect(log).toEqual(['10 released', '10 served', '10 true']);
  });

  test('who has another process ended still runs: it cannot be ended or interrupted from there, and goes on afterwards', () => {
    const { sim, log, say } = logged();
    const tell = (act: () => void): void => {
      try {
        act();
      } catch (error) {
        say((error as Error).message);
      }
    };
    function* other(): ProcessBody {
      try {
        yield 100;
      } finally {
        say(`${sim.running?.name} tidies up`);
        tell(() => boss.cancel());
        tell(() => boss.interrupt('revenge'));
      }
    }
    function* broken(): ProcessBody {
      try {
        yield 100;
      } finally {
        sim.schedule(-1, () => {}); // throws
      }
    }
    const victims = [sim.process(other(), 'other'), sim.process(broken(), 'broken')];
    const boss = sim.process(
      (function* (): ProcessBody {
        yield 1;
        for (const victim of victims) tell(() => victim.cancel());
        for (const victim of victims) victim.cancel(); // nothing is left to end
        say(`${sim.running?.name} goes on, ${victims.filter((victim) => victim.ended).length} have ended`);
        yield 1;
        say('and waits as before');
      })(),
      'boss',
    );
    sim.run();
    expect(log).toEqual([
      '1 other tidies up',
      '1 cancel: process boss is running; let it return instead',
      '1 interrupt: process boss cannot interrupt itself',
      '1 delay must be an integer number of microseconds >= 0 that ends before 2^53, got -1',
      '1 boss goes on, 2 have ended',
      '2 and waits as before',
    ]);
  });

  test('an interrupt while waiting in line leaves the line; the cause arrives', () => {
    const { sim, log, say } = logged();
    const desk = new Resource(sim, 'desk');
    function* holder(): ProcessBody {
      yield* desk.request();
    }
    function* waiter(): ProcessBody {
      try {
        yield* desk.request();
      } catch (error) {
        if (error instanceof Interrupted) say(`left because of ${error.cause}, line ${desk.waiting}`);
      }
    }
    sim.process(holder(), 'holder');
    const process = sim.process(waiter(), 'waiter');
    sim.schedule(5, () => process.interrupt('rain'));
    sim.run();
    expect(log).toEqual(['5 left because of rain, line 0']);
  });

  test('an error in a child is thrown at the one who joins, else it stops the run', () => {
    const { sim, log, say } = logged();
    function* child(): ProcessBody {
      yield 1;
      throw new Error('broken');
    }
    function* parent(): ProcessBody {
      try {
        yield* sim.process(child(), 'child').join();
      } catch (error) {
        say((error as Error).message.split('\n')[0]!);
      }
    }
    sim.process(parent(), 'parent');
    sim.run();
    expect(log).toEqual(['1 broken']);
    sim.process(child(), 'orphan');
    expect(() => sim.run()).toThrow(/broken\n {2}who: orphan/);
  });

  test('a plain yield works too, and a wait that is over at once costs no event', () => {
    const { sim } = logged();
    const store = new Store<number>(sim, 'store');
    for (let i = 0; i < 10; i++) store.offer(i);
    const got: unknown[] = [];
    function* taker(): ProcessBody {
      for (let i = 0; i < 5; i++) got.push(yield store.get());
      for (let i = 0; i < 5; i++) got.push(yield* store.get());
    }
    sim.process(taker(), 'taker');
    sim.run();
    expect(got).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(sim.events).toBe(1);
  });
});

describe('state machines', () => {
  test('wait on stations like processes do, told by one of their actions', () => {
    const { sim, log, say } = logged();
    const desk = new Resource(sim, 'desk');
    function* holder(): ProcessBody {
      const turn = yield* desk.request();
      yield 10;
      turn.release();
    }
    sim.process(holder(), 'holder');
    const turn = desk.request();
    const machine = {
      name: 'machine',
      handle(action: number): void {
        if (action === 0) say(`over at once: ${sim.notify(turn, machine, 1)}`);
        else say(`served: ${turn.held}`);
      },
    };
    sim.scheduleEntity(5, machine, 0);
    sim.run();
    expect(log).toEqual(['5 over at once: false', '10 served: true']);
    expect(desk.holders()[0]!.name).toBe('machine');
  });
});

describe('conditions', () => {
  test('anyOf gives the losers up', () => {
    const { sim, log, say } = logged();
    const [a, b] = [new Resource(sim, 'a'), new Resource(sim, 'b')];
    function* hold(desk: Resource, us: number): ProcessBody {
      const turn = yield* desk.request();
      yield us;
      turn.release();
    }
    sim.process(hold(a, 10), 'ha');
    sim.process(hold(b, 20), 'hb');
    function* chooser(): ProcessBody {
      const first = yield* anyOf(a.request(), b.request());
      say(`got ${first.value.resource.name}, waiting at b ${b.waiting}`);
    }
    sim.process(chooser(), 'chooser');
    sim.run();
    expect(log).toEqual(['10 got a, waiting at b 0']);
  });

  test('allOf given up hands back what it had', () => {
    const { sim } = logged();
    const [a, b] = [new Resource(sim, 'a'), new Resource(sim, 'b')];
    function* hold(): ProcessBody {
      yield* b.request();
    }
    function* both(): ProcessBody {
      yield* within(5, allOf(a.request(), b.request()));
    }
    sim.process(hold(), 'hold');
    sim.process(both(), 'both');
    sim.run();
    expect([a.inUse, b.inUse, b.waiting]).toEqual([0, 1, 0]);
  });

  test('a grant at the instant of the time-out is in time', () => {
    const { sim, log, say } = logged();
    const desk = new Resource(sim, 'desk');
    function* holder(): ProcessBody {
      const turn = yield* desk.request();
      yield 5;
      turn.release();
    }
    function* patient(): ProcessBody {
      say(`${(yield* within(5, desk.request())) === TIMED_OUT}`);
    }
    sim.process(holder(), 'holder');
    sim.process(patient(), 'patient');
    sim.run();
    expect(log).toEqual(['5 false']);
  });

  test('a variable wakes those whose condition holds; a signal wakes all', () => {
    const { sim, log, say } = logged();
    const level = new Variable(sim, 'level', 0);
    const bell = new Signal<string>(sim, 'bell');
    function* until(limit: number): ProcessBody {
      say(`level ${yield* level.until((value) => value >= limit)} >= ${limit}`);
    }
    function* listen(id: number): ProcessBody {
      say(`${id} heard ${yield* bell.wait()}`);
    }
    sim.process(until(3), 'three');
    sim.process(until(1), 'one');
    sim.process(listen(1), 'l1');
    sim.process(listen(2), 'l2');
    sim.schedule(1, () => level.set(2));
    sim.schedule(2, () => bell.fire('noon'));
    sim.schedule(3, () => level.set(5));
    sim.run();
    expect(log).toEqual(['1 level 2 >= 1', '2 1 heard noon', '2 2 heard noon', '3 level 5 >= 3']);
  });
});
