import type { Ports, Sink } from './ports.ts';
import type { RunSummary } from './record/summary.ts';
import type { WorldSpec } from './world.ts';

/** Which of the many possible days is played: `replication` i of N does not depend on N. */
export interface RunKey {
  readonly seed: number;
  readonly replication: number;
}

/** A day in progress. */
export interface Run {
  /** Simulated time in microseconds. */
  readonly nowUs: number;
  readonly endUs: number;
  /** Plays up to `maxEvents` events; false when the day is over. */
  advance(maxEvents: number): boolean;
  /** What the day was worth; complete once `advance` has returned false. */
  summary(): RunSummary;
}

export type StartRun = (world: WorldSpec, key: RunKey, ports: Ports, sink: Sink) => Run;
