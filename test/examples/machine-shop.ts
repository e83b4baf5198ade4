/**
 * A machine shop: ten machines make parts, break down at random and are repaired by one repairman, who works on a less urgent job
 * in between and leaves it whenever a machine breaks (after SimPy's example of that name).
 * Shows: interrupts with a cause, preemption, a loop that resumes interrupted work.
 */
import { days, minutes } from '../../sim/kernel/core/clock.ts';
import { Interrupted } from '../../sim/kernel/core/errors.ts';
import type { Process } from '../../sim/kernel/processes/process.ts';
import type { ProcessBody } from '../../sim/kernel/processes/wait.ts';
import { exponential, normal } from '../../sim/kernel/random/distributions.ts';
import { Simulation } from '../../sim/kernel/simulation.ts';
import { PreemptiveResource } from '../../sim/kernel/stations/preemptive-resource.ts';

const REPAIR_US = minutes(30);

export function machineShop(print: (line: string) => void): void {
  const sim = new Simulation({ seed: 1 });
  const repairman = new PreemptiveResource(sim, 'repairman');
  const parts = new Array<number>(10).fill(0);
  let breakdowns = 0;
  let otherJobs = 0;

  /** Does `workUs` of work that may be interrupted; `onInterrupt` is waited for before it goes on. */
  function* steadily(workUs: number, onInterrupt: () => ProcessBody): ProcessBody {
    for (let leftUs = workUs; leftUs > 0; ) {
      const startUs = sim.now;
      try {
        yield leftUs;
        return;
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        leftUs -= sim.now - startUs;
        yield* onInterrupt();
      }
    }
  }

  function* machine(id: number): ProcessBody {
    const rng = sim.stream(`machine ${id}`, 'parts');
    for (;;) {
      const workUs = Math.max(1, Math.round(normal(rng, minutes(10), minutes(2))));
      yield* steadily(workUs, function* () {
        breakdowns += 1;
        const turn = yield* repairman.request({ priority: 1 });
        yield REPAIR_US;
        turn.release();
      });
      parts[id]! += 1;
    }
  }

  /** Breaks its machine at random times; a machine that is already down does not break again. */
  function* wear(id: number, victim: Process<void>): ProcessBody {
    const rng = sim.stream(`machine ${id}`, 'failures');
    for (;;) {
      yield Math.round(exponential(rng, minutes(300)));
      if (!victim.blocked && !busyWithRepair(victim)) victim.interrupt('breakdown');
    }
  }

  const busyWithRepair = (process: Process<void>): boolean => repairman.holders().includes(process);

  function* sideJob(): ProcessBody {
    for (;;) {
      for (let leftUs = minutes(30); leftUs > 0; ) {
        const turn = yield* repairman.request({ priority: 2 });
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
      otherJobs += 1;
    }
  }

  for (let id = 0; id < parts.length; id++)
    sim.process(wear(id, sim.process(machine(id), `machine ${id}`)), `wear ${id}`);
  sim.process(sideJob(), 'side job');
  sim.run(days(28));

  print('parts made in four weeks');
  parts.forEach((count, id) => {
    print(`  machine ${id}   ${count}`);
  });
  print(`breakdowns    ${breakdowns}`);
  print(`other jobs    ${otherJobs}`);
}
