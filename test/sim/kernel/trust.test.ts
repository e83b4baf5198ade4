import { describe, expect, test } from 'vitest';
import type { Observer } from '../../../sim/kernel/core/observer.ts';
import { tiePermutation } from '../../../sim/kernel/core/tie-permutation.ts';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { findCircle, waitGraph } from '../../../sim/kernel/processes/wait-graph.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';
import { Resource } from '../../../sim/kernel/stations/resource.ts';
import { Store } from '../../../sim/kernel/stations/store.ts';
import { EventFingerprint } from '../../../sim/kernel/trust/event-fingerprint.ts';
import { Fingerprint } from '../../../sim/kernel/trust/fingerprint.ts';
import { movedByShuffling, TieCounter } from '../../../sim/kernel/trust/ties.ts';
import { TraceRecorder, TraceVerifier } from '../../../sim/kernel/trust/trace.ts';
import { logged } from './log.ts';

/** A small shop; `serviceUs` is what a user might change. */
function shop(observer: Observer, serviceUs = 7, seed = 1): void {
  const sim = new Simulation({ seed });
  sim.observe(observer);
  const desk = new Resource(sim, 'desk');
  const rng = sim.stream('shop', 'arrivals');
  function* visit(): ProcessBody {
    const turn = yield* desk.request();
    yield serviceUs;
    turn.release();
  }
  function* source(): ProcessBody {
    for (let i = 0; i < 50; i++) {
      yield Math.floor(rng.next() * 20);
      sim.process(visit(), 'visit');
    }
  }
  sim.process(source(), 'source');
  sim.run();
}

describe('fingerprint', () => {
  const fingerprint = (
    serviceUs?: number,
    seed?: number,
    ...ingredients: ConstructorParameters<typeof EventFingerprint>
  ): string => {
    const observer = new EventFingerprint(...ingredients);
    shop(observer, serviceUs, seed);
    return observer.hex();
  };

  test('the same run has the same fingerprint, a changed one another', () => {
    expect(fingerprint()).toBe(fingerprint());
    expect(fingerprint(7)).not.toBe(fingerprint(8));
    expect(fingerprint(7, 1)).not.toBe(fingerprint(7, 2));
  });

  test('ingredients select what counts', () => {
    expect(fingerprint(7, 1, ['time'])).not.toBe(fingerprint(7, 1, ['name']));
    const { sim } = logged();
    const names = new EventFingerprint(['name']);
    sim.observe(names);
    const before = names.hex();
    sim.schedule(5, function ring() {});
    sim.run();
    expect(names.hex()).not.toBe(before);
  });

  test("an event's number counts, unless the fingerprint leaves data out", () => {
    const of = (data: number, ingredients?: ConstructorParameters<typeof EventFingerprint>[0]): string => {
      const { sim } = logged();
      const observer = new EventFingerprint(ingredients);
      sim.observe(observer);
      sim.schedule(5, () => {}, data);
      sim.run();
      return observer.hex();
    };
    expect(of(1)).not.toBe(of(2));
    expect(of(1)).not.toBe(of(0));
    expect(of(1, ['time', 'rank'])).toBe(of(2, ['time', 'rank']));
  });

  test('saved and continued elsewhere it goes on as if nothing had been between', () => {
    const whole = new Fingerprint();
    for (const value of [1.5, -2, 3e9]) whole.add(value);
    const saved = JSON.parse(JSON.stringify(whole.state()));
    const twin = new Fingerprint();
    twin.restore(saved);
    expect(twin.hex()).toBe(whole.hex());
    for (const one of [whole, twin]) one.addText('later');
    expect(twin.hex()).toBe(whole.hex());
  });
});

describe('trace', () => {
  test('a run that leaves its trace stops there, with both sides shown', () => {
    const recorder = new TraceRecorder();
    shop(recorder);
    const verifier = new TraceVerifier(JSON.parse(JSON.stringify(recorder.lines)));
    shop(verifier);
    verifier.finish();
    expect(() => shop(new TraceVerifier(recorder.lines), 8)).toThrow(
      /the run leaves its trace at event \d+\n {2}recorded: .*visit.*\n {2}this run: .*visit/s,
    );
    expect(() => shop(new TraceVerifier(recorder.lines.slice(0, 10)))).toThrow(
      /event 10\n {2}recorded: nothing more/,
    );
  });

  test('a run that ends too early is told by finish', () => {
    const recorder = new TraceRecorder();
    shop(recorder);
    const verifier = new TraceVerifier([...recorder.lines, recorder.lines[0]!]);
    shop(verifier);
    expect(() => verifier.finish()).toThrow(/this run: nothing more/);
  });
});

describe('ties', () => {
  test('are counted', () => {
    const { sim } = logged();
    const counter = new TieCounter();
    sim.observe(counter);
    for (const at of [1, 1, 1, 2, 3, 3]) sim.schedule(at, () => {});
    sim.schedule(3, () => {}, 0, 4);
    sim.run();
    expect([counter.ties, counter.groups]).toEqual([3, 2]);
  });

  /** Two buyers come at once for one ticket: who gets it is an accident of order. */
  const tickets = (shuffleTies?: number): Record<string, number> => {
    const sim = new Simulation(shuffleTies === undefined ? {} : { shuffleTies });
    const got = { anna: 0, ben: 0, total: 0 };
    let left = 1;
    for (const name of ['anna', 'ben'] as const) {
      sim.schedule(10, () => {
        if (left === 0) return;
        left -= 1;
        got[name] += 1;
        got.total += 1;
      });
    }
    sim.run();
    return got;
  };

  test('shuffling exposes a hidden dependence on their order, and repeats for a seed', () => {
    const moved = movedByShuffling(tickets, [1, 2, 3, 4, 5]);
    expect(new Set(moved.map(({ key }) => key))).toEqual(new Set(['anna', 'ben']));
    expect(tickets(3)).toEqual(tickets(3));
  });

  test('shuffling keeps time, phase and priority, and processes still work', () => {
    const { sim, log, say } = logged({ shuffleTies: 5 });
    const store = new Store<number>(sim, 'store');
    function* taker(): ProcessBody {
      for (let i = 0; i < 3; i++) say(`got ${yield* store.get()}`);
    }
    sim.process(taker(), 'taker');
    sim.schedule(2, () => store.offer(2), 0, 3, 1);
    sim.schedule(2, () => store.offer(1));
    sim.schedule(1, () => store.offer(0));
    sim.run();
    expect(log).toEqual(['1 got 0', '2 got 1', '2 got 2']);
  });

  test('the permutation is one', () => {
    const permute = tiePermutation(7);
    const seen = new Set(Array.from({ length: 10_000 }, (_, i) => permute(i)));
    expect(seen.size).toBe(10_000);
    expect(Math.max(...seen)).toBeLessThan(2 ** 40);
  });
});

describe('who waits for whom', () => {
  function philosophers(expectDone: boolean) {
    const { sim } = logged();
    const [left, right] = [new Resource(sim, 'left fork'), new Resource(sim, 'right fork')];
    function* eat(first: Resource, second: Resource): ProcessBody {
      yield* first.request();
      yield 1;
      yield* second.request();
    }
    sim.process(eat(left, right), 'kant');
    sim.process(eat(right, left), 'hume');
    return { sim, end: sim.run(Number.POSITIVE_INFINITY, { expectDone }) };
  }

  test('as a graph at any time, with the circle of a deadlock', () => {
    const { sim, end } = philosophers(false);
    const graph = waitGraph(sim.processes);
    expect(graph).toEqual([
      { process: 'kant#0', waitsFor: 'resource right fork', blockedBy: ['hume#1'] },
      { process: 'hume#1', waitsFor: 'resource left fork', blockedBy: ['kant#0'] },
    ]);
    expect(end).toEqual({ reason: 'dry', waiting: graph });
    expect(findCircle(graph)).toEqual(['kant#0', 'hume#1']);
  });

  test('is an error under expectDone', () => {
    expect(() => philosophers(true)).toThrow(
      /2 processes wait:\n {2}kant#0 waits for resource right fork \(held by hume#1\)\n.*\n {2}in a circle: kant#0 -> hume#1 -> kant#0/,
    );
  });
});

test('an error carries the chain of causes when asked to', () => {
  const { sim } = logged({ causes: true });
  const store = new Store<number>(sim, 'box');
  function* server(): ProcessBody {
    yield* store.get();
    throw new Error('jam');
  }
  function* source(): ProcessBody {
    yield 5;
    store.offer(1);
  }
  sim.process(server(), 'server');
  sim.process(source(), 'source');
  expect(() => sim.run()).toThrow(
    /jam\n {2}who: server\n.*\n {2}caused by: source at 00:00:00.000005 <- source at 00:00:00 <- the set-up of the model/,
  );
});

describe('control', () => {
  test('run until an event, until a condition, with pause and progress', () => {
    const { sim } = logged();
    const reports: number[] = [];
    function* ticker(): ProcessBody<string> {
      for (let i = 0; i < 10; i++) yield 10;
      return 'done';
    }
    const process = sim.process(ticker(), 'ticker');
    expect(sim.run(() => sim.now >= 30)).toEqual({ reason: 'limit', waiting: [] });
    expect(sim.now).toBe(30);
    sim.schedule(15, () => sim.pause());
    expect(sim.run().reason).toBe('paused');
    expect(sim.now).toBe(45);
    const end = process.join();
    expect(
      sim.run(end, { progress: { everyEvents: 2, report: ({ events }) => reports.push(events) } }).reason,
    ).toBe('limit');
    expect([end.outcome, sim.now]).toEqual(['done', 100]);
    expect(reports.length).toBeGreaterThan(1);
    expect(sim.run().reason).toBe('dry');
  });

  test('progress comes at multiples of what was asked for, wherever the run before ended', () => {
    const sim = new Simulation();
    for (let i = 1; i <= 10; i++) sim.schedule(i, () => {});
    sim.run(4);
    const reports: number[] = [];
    sim.run(undefined, { progress: { everyEvents: 4, report: ({ events }) => reports.push(events) } });
    expect([sim.events, reports]).toEqual([10, [4, 8]]);
    for (const everyEvents of [0, 1.5, 2e9, Number.POSITIVE_INFINITY])
      expect(() => new Simulation().run(1, { progress: { everyEvents, report: () => {} } })).toThrow(
        /progress.everyEvents must be an integer in 1 .. 1000000000/,
      );
  });
});
