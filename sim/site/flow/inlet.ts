import type { Entity } from '../../kernel/core/event.ts';
import { ARRIVAL } from '../../kernel/core/phase.ts';
import { materialById } from '../../materials/catalogue.ts';
import type { Day } from '../day.ts';
import { type BeltItem, beltItem } from './belt.ts';
import type { Arrival, Arrivals } from './feed.ts';

/** How many arrivals are known ahead, so that beliefs can be worked out in batches. */
const lookAheadItems = 64;

/** Where items come into the site, one after the other. */
export class Inlet implements Entity {
  readonly name = 'inlet';
  readonly #day: Day;
  readonly #feed: Arrivals;
  readonly #foresee: (arrival: Arrival) => void;
  readonly #arrive: (item: BeltItem) => void;
  readonly #ahead: Arrival[] = [];

  /** `foresee` is told of arrivals to come (to prepare beliefs, not to decide), `arrive` when one is there. */
  constructor(
    day: Day,
    feed: Arrivals,
    foresee: (arrival: Arrival) => void,
    arrive: (item: BeltItem) => void,
  ) {
    this.#day = day;
    this.#feed = feed;
    this.#foresee = foresee;
    this.#arrive = arrive;
  }

  begin(): void {
    this.#fill();
    this.#expect();
  }

  handle(): void {
    const arrival = this.#ahead.shift()!;
    this.#fill();
    const item = beltItem(arrival);
    this.#day.flowedIn('kg', item.item.massKg);
    this.#announce(item, arrival.colour);
    this.#day.sink.item?.(this.#day.sim.now, item.index, item.item);
    this.#arrive(item);
    this.#expect();
  }

  #fill(): void {
    while (this.#ahead.length < lookAheadItems) {
      const arrival = this.#feed.next();
      if (arrival === null) return;
      this.#ahead.push(arrival);
      this.#foresee(arrival);
    }
  }

  #expect(): void {
    const next = this.#ahead[0];
    if (next === undefined) return;
    this.#day.sim.scheduleEntity(next.timeUs - this.#day.sim.now, this, 0, 0, ARRIVAL);
  }

  #announce({ item, index, grade, laneM }: BeltItem, colour: string): void {
    this.#day.emit(
      'item.arrived',
      `item:${index}`,
      {
        itemId: index,
        specimen: item.itemId,
        material: item.materialId,
        class: materialById(item.materialId).class,
        grade,
        shape: item.shape,
        lengthM: item.lengthM,
        widthM: item.widthM,
        thicknessM: item.thicknessM,
        colour,
        massKg: item.massKg,
        laneM,
        angleRad: item.yawRad,
      },
      ARRIVAL,
    );
  }
}
