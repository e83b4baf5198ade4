import { type DrawKey, uniformAt } from '../../kernel/random/random.ts';
import type { Day } from '../day.ts';
import type { Belt, BeltItem } from '../flow/belt.ts';
import type { Bin } from '../flow/bin.ts';

/** A move under way. `lifted` is false when the grip did not hold: then the item stays on the belt. */
export interface Grip {
  readonly item: BeltItem;
  readonly bin: Bin;
  /** Probability that the item belongs into the bin, as the robot sees it. */
  readonly belief: number;
  readonly lifted: boolean;
  readonly startUs: number;
}

/** The hand of one robot and its account in kg. Whether a grip holds is drawn by (robot, item, pass over the belt). */
export class Hand {
  grip: Grip | null = null;
  readonly #day: Day;
  readonly #belt: Belt;
  readonly #draws: DrawKey;
  readonly #liftFlow: number;
  readonly #binFlows: ReadonlyMap<Bin, number>;

  constructor(robotId: string, day: Day, belt: Belt, bins: readonly Bin[]) {
    const account = `hand:${robotId}`;
    this.#day = day;
    this.#belt = belt;
    this.#draws = day.drawKey(`robot:${robotId}`, 'pick');
    this.#liftFlow = day.ledger.flow('kg', 'belt', account, 'pick');
    this.#binFlows = new Map(
      bins.map((bin) => [bin, day.ledger.flow('kg', account, `bin:${bin.spec.id}`, 'sort')]),
    );
    day.conservation.watch('kg', account, () => (this.grip?.lifted ? this.grip.item.item.massKg : 0));
  }

  /** Reaches for an item; it leaves the belt if the grip holds, with probability `success`. */
  take(item: BeltItem, bin: Bin, belief: number, success: number): void {
    const lifted = uniformAt(this.#draws, item.index, item.passes) < success;
    this.grip = { item, bin, belief, lifted, startUs: this.#day.sim.now };
    if (!lifted) return;
    this.#belt.release(item, 'hand');
    this.#day.ledger.post(this.#liftFlow, item.item.massKg);
  }

  /** Opens over the bin and returns what it held. */
  open(): Grip {
    const grip = this.grip!;
    this.grip = null;
    if (grip.lifted) this.#day.ledger.post(this.#binFlows.get(grip.bin)!, grip.item.item.massKg);
    return grip;
  }

  /** Loses what it holds; the caller books where it falls. */
  lose(): Grip | null {
    const { grip } = this;
    this.grip = null;
    return grip;
  }
}
