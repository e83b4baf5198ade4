import type { Entity } from '../../kernel/core/event.ts';
import { ARRIVAL } from '../../kernel/core/phase.ts';
import type { Day } from '../day.ts';
import type { Belt, BeltItem } from './belt.ts';

/** A conveyor that takes what nobody picked back to the start of the belt, a limited number of times. A pure delay. */
export class ResortLoop implements Entity {
  readonly name = 'resort-loop';
  /** A processing policy may shut it. */
  open = true;
  sentRound = 0;
  readonly #day: Day;
  readonly #belt: Belt;
  readonly #back: (item: BeltItem) => void;
  readonly #riding: BeltItem[] = [];
  readonly #outFlow: number;

  /** `back` is told when an item is at the start of the belt again (its mass is on account `loop` until then). */
  constructor(day: Day, belt: Belt, back: (item: BeltItem) => void) {
    this.#day = day;
    this.#belt = belt;
    this.#back = back;
    this.#outFlow = day.ledger.flow('kg', 'belt', 'loop', 'sent round');
    day.conservation.watch('kg', 'loop', () => this.#riding.reduce((sum, i) => sum + i.item.massKg, 0));
  }

  /** Takes an item from the belt end if it may go round once more. */
  takes(item: BeltItem): boolean {
    const { resortPasses = 0, resortS = 0 } = this.#belt.spec;
    if (!this.open || item.passes >= resortPasses) return false;
    item.passes += 1;
    // Things change places on the way round, so that nobody knows any more what was told of which.
    item.told = null;
    this.sentRound += 1;
    this.#belt.release(item, 'loop');
    this.#day.ledger.post(this.#outFlow, item.item.massKg);
    this.#riding.push(item);
    this.#day.sim.scheduleEntity(Math.round(resortS * 1e6), this, 0, 0, ARRIVAL);
    return true;
  }

  handle(): void {
    this.#back(this.#riding.shift()!);
  }

  /** End of the day: hands over what still rides. */
  clear(): BeltItem[] {
    return this.#riding.splice(0);
  }
}
