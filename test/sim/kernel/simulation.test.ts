import { describe, expect, test } from 'vitest';
import { Interrupted, SimulationError } from '../../../sim/kernel/core/errors.ts';
import {
  ARRIVAL,
  CAPACITY,
  GRANT,
  GRANT_BASE,
  ORDINARY,
  ORDINARY_BASE,
  orderBase,
  RELEASE,
} from '../../../sim/kernel/core/phase.ts';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';

describe('simulation', () => {
  test('12 events at one instant run in the order made', () => {
    const sim = new Simulation();
    const seen: number[] = [];
    for (let i = 0; i < 12; i++) sim.schedule(1, (data) => seen.push(data), i);
    sim.run();
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(sim.now).toBe(1);
  });

  test('phases, then priorities, then sequence order one instant', () => {
    const sim = new Simulation();
    const seen: string[] = [];
    const say = (text: string) => () => seen.push(text);
    sim.schedule(5, say('arrival'), 0, ARRIVAL);
    sim.schedule(5, say('ordinary'), 0, ORDINARY);
    sim.schedule(5, say('urgent'), 0, ORDINARY, -1);
    sim.schedule(5, say('lazy'), 0, ORDINARY, 1);
    sim.schedule(5, say('grant'), 0, GRANT);
    sim.schedule(5, say('capacity'), 0, CAPACITY);
    sim.schedule(5, say('release'), 0, RELEASE);
    sim.run();
    expect(seen).toEqual(['release', 'capacity', 'grant', 'urgent', 'ordinary', 'lazy', 'arrival']);
  });

  test('the orders that are written out are those of their phases', () => {
    expect(GRANT_BASE).toBe(orderBase(GRANT, 0));
    expect(ORDINARY_BASE).toBe(orderBase(ORDINARY, 0));
  });

  test('events counts what has happened: neither what waits nor what was cancelled', () => {
    const sim = new Simulation();
    const count: number[] = [];
    const note = () => count.push(sim.events);
    const handles = [0, 0, 1, 1, 2].map((delayUs) => sim.schedule(delayUs, note));
    sim.cancel(handles[1]!);
    sim.cancel(handles[3]!);
    expect([sim.events, sim.pending]).toEqual([0, 3]);
    sim.run(2);
    expect(count).toEqual([1, 2]); // the event that is happening is counted
    expect([sim.events, sim.pending]).toEqual([2, 1]);
    sim.run();
    expect([sim.events, sim.pending]).toEqual([3, 0]);
  });

  test('thousands cancelled within the instant and later: what is left happens in order', () => {
    const sim = new Simulation();
    const seen: number[] = [];
    const say = (data: number) => seen.push(data);
    sim.schedule(5, () => {
      const now = Array.from({ length: 3000 }, (_, i) => sim.schedule(0, say, i));
      const later = Array.from({ length: 3000 }, (_, i) => sim.schedule(1 + (i % 7), say, 10_000 + i));
      for (let i = 0; i < 3000; i++) {
        if (i % 100 !== 0) sim.cancel(now[i]!);
        if (i % 100 !== 1) sim.cancel(later[i]!);
      }
    });
    sim.run(6);
    expect(seen).toEqual(Array.from({ length: 30 }, (_, i) => 100 * i));
    sim.run();
    const left = Array.from({ length: 30 }, (_, i) => 100 * i + 1).sort((a, b) => (a % 7) - (b % 7) || a - b);
    expect(seen.slice(30)).toEqual(left.map((i) => 10_000 + i));
    expect([sim.events, sim.pending]).toEqual([61, 0]);
  });

  test('events pending by the thousand, again and again, each happen once', () => {
    const sim = new Simulation();
    const seen: number[] = [];
    for (const round of [0, 1, 2]) {
      for (let i = 0; i < 1000; i++) sim.schedule(1, (data) => seen.push(data), 1000 * round + i);
      sim.run();
    }
    expect(seen).toEqual(Array.from({ length: 3000 }, (_, i) => i));
  });

  test('a process delays, joins another and gets its value, typed', () => {
    const sim = new Simulation();
    const log: unknown[] = [];
    function* child(): ProcessBody<number> {
      yield 10;
      return 42;
    }
    function* parent(): ProcessBody {
      const answer: number = yield* sim.process(child(), 'child').join();
      log.push([sim.now, answer]);
      yield 5;
      log.push(sim.now);
    }
    sim.process(parent(), 'parent');
    sim.run();
    expect(log).toEqual([[10, 42], 15]);
    expect(sim.processes).toEqual([]);
  });

  test('an interrupt carries its cause and leaves the delay', () => {
    const sim = new Simulation();
    const log: unknown[] = [];
    function* sleeper(): ProcessBody {
      try {
        yield 100;
      } catch (error) {
        log.push([sim.now, error instanceof Interrupted && error.cause]);
      }
    }
    const process = sim.process(sleeper(), 'sleeper');
    sim.schedule(30, () => process.interrupt('fire'));
    sim.run();
    expect(log).toEqual([[30, 'fire']]);
    expect(sim.now).toBe(30);
  });

  test('an error says what, who, when and the seed', () => {
    const sim = new Simulation({ seed: 7 });
    function* broken(): ProcessBody {
      yield 3;
      yield -1;
    }
    sim.process(broken(), 'broken');
    expect(() => sim.run()).toThrow(SimulationError);
    expect(() => sim.run()).toThrow(/stopped with an error/);
  });

  test('run leaves events at its limit to the next slice', () => {
    const sim = new Simulation();
    const seen: number[] = [];
    for (const at of [1, 2, 3]) sim.schedule(at, () => seen.push(at));
    sim.run(2);
    expect([seen, sim.now, sim.peek(), sim.pending]).toEqual([[1], 2, 2, 2]);
    expect(sim.step()).toBe(true);
    sim.run();
    expect(seen).toEqual([1, 2, 3]);
    expect(sim.step()).toBe(false);
  });
});
