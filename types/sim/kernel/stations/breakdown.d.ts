import type { ProcessBody } from '../processes/wait.js';
import type { Resource } from './resource.js';
export interface BreakdownOptions {
    /** Time from one repair to the next failure, integer microseconds. */
    readonly timeToFailureUs: () => number;
    readonly timeToRepairUs: () => number;
    /** Called when a unit goes down and when it is up again. */
    readonly onChange?: (up: boolean) => void;
}
/**
 * One unit of a resource that breaks and is repaired, for ever. On a `PreemptiveResource` a failure interrupts the job; on a
 * resource with `discipline: { by: (r) => r.priority }` it lets the job finish and goes before all who wait.
 * Start one for each unit with `sim.process`.
 */
export declare function breakdowns(resource: Resource, options: BreakdownOptions): ProcessBody;
export {};
