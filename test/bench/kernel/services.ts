import type { EventHandle } from '../../../sim/kernel/core/event.ts';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';
import { Replayable } from '../../../sim/kernel/trust/replay.ts';
import { restoreSimulation, type SavableEntity, saveSimulation } from '../../../sim/kernel/trust/snapshot.ts';
import { perCpuSecond } from '../bench.ts';

/** Cancels `pending` events in an order that has nothing to do with their times; cancels per second. */
export function cancelAll(pending: number): number {
  const sim = new Simulation();
  const handles: EventHandle[] = [];
  for (let i = 0; i < pending; i++) handles.push(sim.schedule(1 + ((i * 7919) % pending), () => {}));
  return perCpuSecond(pending, () => {
    for (let i = 0; i < pending; i++) sim.cancel(handles[(i * 104_729) % pending]!);
    if (sim.pending !== 0) throw new Error(`${sim.pending} events left`);
  });
}

class Clock implements SavableEntity {
  ticks = 0;
  constructor(readonly name: string) {}

  handle(): void {
    this.ticks += 1;
  }

  save(): number {
    return this.ticks;
  }

  load(state: unknown): void {
    this.ticks = state as number;
  }
}

/** Saves and restores a thousand state machines with a hundred pending events each; pending events per second. */
export function saveAndRestore(): number {
  const sim = new Simulation();
  const names = Array.from({ length: 1000 }, (_, i) => `clock ${i}`);
  const clocks = names.map((name) => new Clock(name));
  for (const clock of clocks) for (let i = 1; i <= 100; i++) sim.scheduleEntity(i, clock, 0);
  return perCpuSecond(sim.pending, () => {
    const snapshot = saveSimulation(sim, clocks);
    restoreSimulation(snapshot, () => names.map((name) => new Clock(name)));
  });
}

/** Forks a model of generators by replay; past events per second. */
export function replay(events: number): number {
  const build = (sim: Simulation) => {
    function* ticker(): ProcessBody {
      for (;;) yield 1000;
    }
    for (let i = 0; i < 100; i++) sim.process(ticker(), 'ticker');
    return { accept: () => {} };
  };
  const original = new Replayable<never>(build);
  original.sim.run((events / 100) * 1000);
  return perCpuSecond(original.sim.events, () => {
    original.fork();
  });
}
