import type { SimulationOptions } from '../../../sim/kernel/processes/run-options.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';

/** A simulation with a log of (time, text) lines: a golden trace inside the test. */
export function logged(options?: SimulationOptions): {
  sim: Simulation;
  log: string[];
  say: (text: string) => void;
} {
  const sim = new Simulation(options);
  const log: string[] = [];
  return { sim, log, say: (text) => log.push(`${sim.now} ${text}`) };
}
