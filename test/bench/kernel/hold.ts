import FlatQueue from 'flatqueue';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { exponential } from '../../../sim/kernel/random/distributions.ts';
import { stream } from '../../../sim/kernel/random/random.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';
import { perCpuSecond } from '../bench.ts';
import { BareHeap } from './bare-heap.ts';

/** The hold model: n pending events; each, when it happens, schedules itself again. Values are events per second. */

/** Increments drawn beforehand, so that the queue is measured and not the logarithm; integers of mean 1000 us. */
const increments = Float64Array.from({ length: 65_536 }, makeIncrement());

function makeIncrement(): () => number {
  const rng = stream({ seed: 1, replication: 0, path: 'bench', purpose: 'increments' });
  return () => Math.ceil(exponential(rng, 1_000_000));
}

/** Bare generators on a bare heap. */
export function bareHold(pending: number, events: number): number {
  const heap = new BareHeap(pending + 1);
  let now = 0;
  let at = 0;
  function* holder(id: number): Generator<number, void, void> {
    for (;;) {
      heap.push(now + increments[at++ & 65_535]!, id);
      yield 0;
    }
  }
  const holders = Array.from({ length: pending }, (_, id) => holder(id));
  for (const one of holders) one.next();
  return perCpuSecond(events, () => {
    for (let i = 0; i < events; i++) {
      now = heap.times[0]!;
      holders[heap.pop()]!.next();
    }
  });
}

/** The kernel's processes. `draw` gives the k-th delay. */
export function kernelHold(
  pending: number,
  events: number,
  draw = (k: number): number => increments[k & 65_535]!,
): number {
  const sim = new Simulation();
  let at = 0;
  let left = events;
  function* holder(): ProcessBody {
    for (;;) {
      yield draw(at++);
      if (--left === 0) sim.pause();
    }
  }
  for (let i = 0; i < pending; i++) sim.process(holder(), 'holder');
  sim.run(1); // starts are not what is measured
  left = events;
  return perCpuSecond(events, () => sim.run());
}

/** Pop and push on the bare heap and on flatqueue, nothing else: is the yardstick's queue honest? */
export function bareHeapHold(pending: number, events: number): number {
  const heap = new BareHeap(pending + 1);
  for (let i = 0; i < pending; i++) heap.push(increments[i]!, i);
  return perCpuSecond(events, () => {
    for (let i = 0; i < events; i++) {
      const now = heap.times[0]!;
      heap.push(now + increments[i & 65_535]!, heap.pop());
    }
  });
}

export function flatqueueHold(pending: number, events: number): number {
  const queue = new FlatQueue<number>();
  for (let i = 0; i < pending; i++) queue.push(i, increments[i]!);
  return perCpuSecond(events, () => {
    for (let i = 0; i < events; i++) {
      const now = queue.peekValue()!;
      queue.push(queue.pop()!, now + increments[i & 65_535]!);
    }
  });
}

const HOUR = 3_600_000_000;

/** Delays that tie: everything at one instant after another, shifts (multiples of 8 h), nine of ten without delay. */
export const tiePatterns: Readonly<Record<string, (k: number) => number>> = {
  'all-at-once': () => HOUR,
  shifts: (k) => ((increments[k & 65_535]! % 3) + 1) * 8 * HOUR,
  'zero-delays': (k) => (k % 10 === 0 ? increments[k & 65_535]! : 0),
};
