import { CAPACITY } from '../core/phase.ts';
import { Delay } from '../processes/delay.ts';
import type { ProcessBody } from '../processes/wait.ts';
import type { Calendar } from './calendar.ts';
import type { Resource } from './resource.ts';

/** Gives a resource `open` units while the calendar is open and `closed` units (default 0) else. Start it with `sim.process`. */
export function* followCalendar(
  resource: Resource,
  calendar: Calendar,
  open: number,
  closed = 0,
): ProcessBody {
  const { sim } = resource;
  for (;;) {
    resource.setCapacity(calendar.isOpen(sim.now) ? open : closed);
    const next = calendar.nextChange(sim.now);
    if (next === Number.POSITIVE_INFINITY) return;
    yield new Delay(sim, next - sim.now, { phase: CAPACITY });
  }
}

/** One step of a plan: from this time of the plan on, so many units. */
export interface CapacityStep {
  readonly atUs: number;
  readonly capacity: number;
}

/** Sets the capacity by a plan, once; steps in order of time. Start it with `sim.process`. */
export function* followPlan(resource: Resource, steps: readonly CapacityStep[]): ProcessBody {
  const { sim } = resource;
  for (const { atUs, capacity } of steps) {
    if (atUs > sim.now) yield new Delay(sim, atUs - sim.now, { phase: CAPACITY });
    resource.setCapacity(capacity);
  }
}
