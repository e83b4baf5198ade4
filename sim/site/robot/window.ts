import type { RobotSpec } from '../../world.ts';
import type { Day } from '../day.ts';
import { type Belt, type BeltItem, freshUs } from '../flow/belt.ts';

/** The stretch of belt in front of a robot: what has come into view and can still be reached, oldest first. */
export class PickWindow {
  missed = 0;
  readonly #day: Day;
  readonly #belt: Belt;
  readonly #endM: number;
  #queue: BeltItem[] = [];

  constructor(spec: RobotSpec, day: Day, belt: Belt) {
    this.#day = day;
    this.#belt = belt;
    this.#endM = spec.positionM + spec.reachM;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  push(item: BeltItem): void {
    this.#queue.push(item);
  }

  /** The oldest item that will still be in reach after the time that it needs; those that will not are missed. */
  next(needUs: (item: BeltItem) => number): BeltItem | null {
    for (let item = this.#queue.shift(); item !== undefined; item = this.#queue.shift()) {
      if (this.reachable(item, needUs(item))) return item;
      this.missed += 1;
    }
    return null;
  }

  reachable(item: BeltItem, inUs: number): boolean {
    if (item.place !== 'belt' || this.#day.sim.now + inUs - item.timeUs > freshUs) return false;
    const aheadM = (inUs / 1e6) * this.#belt.speedMPerS;
    return this.#belt.positionM(item) + aheadM <= this.#endM + 1e-9;
  }

  /** Nobody looks any more: all that waits is missed. */
  clear(): void {
    this.missed += this.#queue.length;
    this.#queue = [];
  }
}
