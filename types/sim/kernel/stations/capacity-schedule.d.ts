import type { ProcessBody } from '../processes/wait.js';
import type { Calendar } from './calendar.js';
import type { Resource } from './resource.js';
/** Gives a resource `open` units while the calendar is open and `closed` units (default 0) else. Start it with `sim.process`. */
export declare function followCalendar(resource: Resource, calendar: Calendar, open: number, closed?: number): ProcessBody;
/** One step of a plan: from this time of the plan on, so many units. */
export interface CapacityStep {
    readonly atUs: number;
    readonly capacity: number;
}
/** Sets the capacity by a plan, once; steps in order of time. Start it with `sim.process`. */
export declare function followPlan(resource: Resource, steps: readonly CapacityStep[]): ProcessBody;
export {};
