import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';
import { collect } from '../collect.ts';

/** Bytes of heap (objects and typed arrays) for each of a million pending things. */
export function bytesPerPending(fill: (sim: Simulation, index: number) => void): number {
  const used = (): number => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const count = 1_000_000;
  const before = used();
  const sim = new Simulation();
  for (let i = 0; i < count; i++) fill(sim, i);
  sim.run(1);
  const bytes = (used() - before) / count;
  if (sim.pending !== count) throw new Error(`expected ${count} pending, got ${sim.pending}`);
  return bytes;
}

export function fillCallbacks(sim: Simulation, index: number): void {
  sim.schedule(1000 + index, nothing, index);
}

const entity = { name: 'entity', handle: nothing };
export function fillStateMachines(sim: Simulation, index: number): void {
  sim.scheduleEntity(1000 + index, entity, 1, index);
}

export function fillProcesses(sim: Simulation, index: number): void {
  sim.process(sleeper(1000 + index), 'sleeper');
}

function* sleeper(delayUs: number): ProcessBody {
  yield delayUs;
}

function nothing(): void {}
