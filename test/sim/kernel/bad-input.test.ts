import { describe, expect, test } from 'vitest';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { Resource } from '../../../sim/kernel/stations/resource.ts';
import { Store } from '../../../sim/kernel/stations/store.ts';
import { logged } from './log.ts';

describe('bad input says what, who and when', () => {
  function failing(body: (sim: ReturnType<typeof logged>['sim']) => ProcessBody): string {
    const { sim } = logged({ seed: 9 });
    sim.process(body(sim), 'culprit');
    try {
      sim.run();
    } catch (error) {
      return String(error);
    }
    return 'no error';
  }
  const scene = /who: culprit\n {2}when: 00:00:00.000003 \(3 us\), seed 9/;

  test.each([
    ['a negative delay', -1, /delay must be an integer number of microseconds >= 0 .* got -1/],
    ['a fraction', 1.5, /got 1.5/],
    ['NaN', Number.NaN, /got NaN/],
    [
      'a yield of something that is no wait',
      'x' as unknown as number,
      /may yield a number .* or a wait, got x/,
    ],
    ['a yield of nothing', undefined as unknown as number, /got undefined/],
  ])('%s', (_name, wanted, what) => {
    const message = failing(function* () {
      yield 3;
      yield wanted;
    });
    expect(message).toMatch(what);
    expect(message).toMatch(scene);
  });

  test('release of what is not held, twice', () => {
    const message = failing(function* (sim) {
      yield 3;
      const turn = yield* new Resource(sim, 'desk').request();
      turn.release();
      turn.release();
    });
    expect(message).toMatch(/resource desk: release of what is not held/);
    expect(message).toMatch(scene);
  });

  test('a million resumptions of one process without time passing', () => {
    const message = failing(function* (sim) {
      yield 3;
      const desk = new Resource(sim, 'desk');
      for (;;) (yield* desk.request()).release();
    });
    expect(message).toMatch(/1000000 events or resumptions in a row/);
    expect(message).toMatch(scene);
  });

  test('a chain of a million events at one instant, across two processes', () => {
    const message = failing(function* (sim) {
      yield 3;
      const [ping, pong] = [new Store<number>(sim, 'ping'), new Store<number>(sim, 'pong')];
      function* other(): ProcessBody {
        for (;;) pong.offer(yield* ping.get());
      }
      sim.process(other(), 'other');
      for (;;) {
        ping.offer(1);
        yield* pong.get();
      }
    });
    expect(message).toMatch(/1000000 events or resumptions in a row/);
    expect(message).toMatch(/who: (culprit|other)\n {2}when: 00:00:00.000003/);
  });

  test('a million tied events that do not cause each other are fine', () => {
    const { sim } = logged();
    let happened = 0;
    for (let i = 0; i < 1_000_001; i++) {
      sim.schedule(1, () => {
        happened += 1;
      });
    }
    sim.run();
    expect(happened).toBe(1_000_001);
  });

  test('an endless process is found and named among a million tied events', () => {
    const message = failing(function* (sim) {
      for (let i = 0; i < 1_000_001; i++) sim.schedule(3, () => {});
      yield 3;
      for (;;) yield 0;
    });
    expect(message).toMatch(/1000000 events or resumptions in a row/);
    expect(message).toMatch(scene);
  });

  test('capacity <= 0, a finished simulation, run inside run, a wait used twice', () => {
    const { sim } = logged();
    expect(() => new Resource(sim, 'desk', { capacity: 0 })).toThrow(/desk: capacity must be > 0, got 0/);
    expect(() => new Store(sim, 'box', { capacity: -1 })).toThrow(/box: capacity must be > 0, got -1/);
    sim.finish();
    expect(() => sim.schedule(1, () => {})).toThrow(/was finished and cannot be used/);
    expect(() => sim.run()).toThrow(/was finished/);
    expect(
      failing(function* (inner) {
        yield 3;
        inner.run();
      }),
    ).toMatch(/already running/);
    expect(
      failing(function* (inner) {
        yield 3;
        const wait = inner.delay(1);
        yield* wait;
        yield inner.delay(1);
        wait.begin(inner.running!);
      }),
    ).toMatch(/a wait can be used once/);
  });

  test.each([20.5, Number.NaN, 5, -1, Number.NEGATIVE_INFINITY, 2 ** 53])(
    'a run until %s, when it is 20: refused, and the simulation goes on',
    (limit) => {
      const { sim } = logged();
      sim.run(20);
      expect(() => sim.run(limit)).toThrow(`>= now (20), got ${limit}`);
      expect(sim.run(20).reason).toBe('limit');
      sim.run(21);
      expect(sim.now).toBe(21);
    },
  );

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '7' as unknown as number])(
    'seed or replication %s',
    (value) => {
      expect(() => logged({ seed: value })).toThrow(`seed must be an integer >= 0, got ${value}`);
      expect(() => logged({ replication: value })).toThrow(
        `replication must be an integer >= 0, got ${value}`,
      );
    },
  );

  test('a generator function that was not called, where it is handed over', () => {
    const { sim } = logged();
    function* customer(): ProcessBody {
      yield 1;
    }
    const body = customer as unknown as ProcessBody;
    expect(() => sim.process(body, 'customer')).toThrow(
      /customer must be a generator, got a function; call the generator function: sim\.process\(customer\(\)/,
    );
    expect(() => sim.process(undefined as unknown as ProcessBody)).toThrow(/got undefined/);
  });
});
