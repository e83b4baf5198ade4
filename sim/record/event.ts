import type { JsonObject } from './json.ts';

/** One thing that happened in the world, in the order (timeUs, phase, seq). */
export interface WorldEvent {
  readonly seq: number;
  /** Simulated time in integer microseconds since the start of the run. */
  readonly timeUs: number;
  readonly phase: number;
  /** Dotted name, `noun.verb`: `item.arrived`, `robot.state`, `bin.changed` ... */
  readonly type: string;
  /** Who it happened to: `item:17`, `robot:r1`, `bin:pet`. */
  readonly subject: string;
  readonly data: JsonObject;
}
