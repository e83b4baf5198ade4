import { formatTime } from './clock.ts';
import type { Callback, Target } from './event.ts';
import type { ObservedEvent, Observer } from './observer.ts';

/** Events remembered; a cause further back is only counted as "earlier". */
const REMEMBERED = 4096;
/** Links shown in an error. */
const SHOWN = 8;

/**
 * Which event scheduled which: for each pending event the number of its cause, for the last 4,096 events who they happened to.
 * An error can then say how it came about.
 */
export class CauseLog implements Observer {
  /** Number of the event that is happening; 0 while the model is being set up. */
  private serial = 0;
  /** By slot: the event during which it was scheduled. */
  private causes = new Float64Array(256);
  private readonly pastCauses = new Float64Array(REMEMBERED);
  private readonly pastTimes = new Float64Array(REMEMBERED);
  private readonly pastTargets: (Target | Callback | null)[] = new Array(REMEMBERED).fill(null);

  /** An event was put into this slot. */
  scheduled(slot: number): void {
    if (slot >= this.causes.length) {
      const longer = new Float64Array(2 * slot);
      longer.set(this.causes);
      this.causes = longer;
    }
    this.causes[slot] = this.serial;
  }

  /** The event in this slot happens. */
  observe({ slot, target, timeUs }: ObservedEvent): void {
    this.serial += 1;
    const at = this.serial % REMEMBERED;
    this.pastCauses[at] = this.causes[slot]!;
    this.pastTimes[at] = timeUs;
    this.pastTargets[at] = target;
  }

  /** The chain that led to the present event, the latest cause first: `arrivals at 12:00:00`. */
  chain(): readonly string[] {
    const links: string[] = [];
    let serial = this.serial === 0 ? 0 : this.pastCauses[this.serial % REMEMBERED]!;
    while (serial > 0 && links.length < SHOWN) {
      if (serial <= this.serial - REMEMBERED) return [...links, 'something earlier'];
      const at = serial % REMEMBERED;
      links.push(`${this.pastTargets[at]?.name || 'a callback'} at ${formatTime(this.pastTimes[at]!)}`);
      serial = this.pastCauses[at]!;
    }
    return serial > 0 ? [...links, '...'] : [...links, 'the set-up of the model'];
  }
}
