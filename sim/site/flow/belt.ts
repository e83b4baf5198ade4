import type { Entity, EventHandle } from '../../kernel/core/event.ts';
import { ORDINARY } from '../../kernel/core/phase.ts';
import type { Belief } from '../../record/belief.ts';
import type { BeltSpec } from '../../world.ts';
import type { Day } from '../day.ts';
import type { Arrival } from './feed.ts';

/**
 * Nobody picks an item that has lain on the belt for longer: a block of the bound (15 min), less a minute for the pick, so
 * that every pick falls into the block of the item's arrival or the next.
 */
export const freshUs = 840e6;

/** An item inside the site, and where it is: exactly one place at any time. */
export interface BeltItem extends Omit<Arrival, 'colour'> {
  place: 'feed' | 'belt' | 'hand' | 'loop' | 'bin';
  /** Reading of the belt's own clock when it was put down. */
  enteredUs: number;
  /** How often it has come back to the start of the belt. */
  passes: number;
  /** True once a robot has formed a belief about it. */
  seen: boolean;
  /** What robots along the belt tell each other of it: the belief of the most looks so far; null before the first. */
  told: Told | null;
}

/** What looks at an item have told. */
export interface Told {
  /** Names of the eyes that looked, first look first. */
  readonly eyes: string;
  readonly looks: number;
  readonly belief: Belief;
}

/** A new arrival that has not been put on the belt. (Field by field: a spread costs 2 us, a fifth of an item's time.) */
export function beltItem({ index, timeUs, item, state, grade, laneM }: Arrival): BeltItem {
  return {
    index,
    timeUs,
    item,
    state,
    grade,
    laneM,
    place: 'feed',
    enteredUs: 0,
    passes: 0,
    seen: false,
    told: null,
  };
}

interface Station {
  readonly offsetUs: number;
  readonly reach: (item: BeltItem) => void;
  /** Absolute number of the next item that comes here. */
  next: number;
  pending: EventHandle | null;
}

/**
 * A pure delay: items leave a point at D/v after they entered, in order. The belt has its own clock that slows down and stands
 * with it; stations along it are told when an item reaches them. One pending event a station, however many items ride.
 */
export class Belt implements Entity {
  readonly name = 'belt';
  readonly spec: BeltSpec;
  /** Mass of what rides, kept up to date. */
  massKg = 0;
  readonly #day: Day;
  readonly #stations: Station[] = [];
  #items: BeltItem[] = [];
  /** Absolute number of #items[0]. */
  #base = 0;
  /** The clock of the belt: #clockBase at #sinceUs, running at #factor; 0 = it stands. */
  #clockBase = 0;
  #sinceUs = 0;
  #factor = 1;
  #wanted = 1;
  #stopped = false;

  constructor(day: Day) {
    this.#day = day;
    this.spec = day.world.belt;
    day.conservation.watch('kg', 'belt', () => this.massKg);
    day.conservation.watchNowAndThen('kg', 'belt', () => this.countedKg());
  }

  /** Adds a station; call in order of position, the belt end last. */
  addStation(positionM: number, reach: (item: BeltItem) => void): void {
    this.#stations.push({ offsetUs: this.travelUs(positionM), reach, next: 0, pending: null });
  }

  travelUs(distanceM: number): number {
    return Math.round((distanceM / this.spec.speedMPerS) * 1e6);
  }

  get running(): boolean {
    return this.#factor > 0;
  }

  /** Speed now, 0 while it stands. */
  get speedMPerS(): number {
    return this.#factor * this.spec.speedMPerS;
  }

  clockUs(): number {
    return this.#clockBase + (this.#day.sim.now - this.#sinceUs) * this.#factor;
  }

  positionM(item: BeltItem): number {
    return ((this.clockUs() - item.enteredUs) / 1e6) * this.spec.speedMPerS;
  }

  enter(item: BeltItem): void {
    item.enteredUs = this.clockUs();
    item.place = 'belt';
    this.massKg += item.item.massKg;
    const number = this.#base + this.#items.push(item) - 1;
    for (let s = 0; s < this.#stations.length; s++) {
      if (this.#stations[s]!.pending === null && this.#stations[s]!.next === number) this.#expect(s);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#run(0);
  }

  start(): void {
    this.#stopped = false;
    this.#run(this.#wanted);
  }

  /** Runs at a multiple of its nominal speed from now on (or from the next start). */
  setSpeedFactor(factor: number): void {
    this.#wanted = factor;
    if (!this.#stopped) this.#run(factor);
  }

  #run(factor: number): void {
    if (factor === this.#factor) return;
    this.#clockBase = this.clockUs();
    this.#sinceUs = this.#day.sim.now;
    this.#factor = factor;
    for (const [s, station] of this.#stations.entries()) {
      if (station.pending !== null) this.#day.sim.cancel(station.pending);
      station.pending = null;
      this.#expect(s);
    }
    this.#day.emit('belt.state', 'belt', { running: this.running, speedMPerS: this.speedMPerS });
  }

  /** Items within `halfM` of a place on the belt, in no order that matters. */
  near(placeM: number, halfM: number): BeltItem[] {
    return this.#onIt().filter(
      (item) => item.place === 'belt' && Math.abs(this.positionM(item) - placeM) <= halfM,
    );
  }

  /** Items that ride now, oldest first. */
  riding(): BeltItem[] {
    return this.#onIt().filter((item) => item.place === 'belt');
  }

  /** Takes an item off the belt to another place. */
  release(item: BeltItem, place: 'hand' | 'loop' | 'bin'): void {
    item.place = place;
    this.massKg -= item.item.massKg;
  }

  /** Mass of what rides, counted item by item. */
  countedKg(): number {
    let sum = 0;
    for (const item of this.#onIt()) if (item.place === 'belt') sum += item.item.massKg;
    return sum;
  }

  handle(stationIndex: number): void {
    const station = this.#stations[stationIndex]!;
    station.pending = null;
    const item = this.#items[station.next - this.#base]!;
    station.next += 1;
    if (item.place === 'belt') station.reach(item);
    if (stationIndex === this.#stations.length - 1) this.#forget();
    this.#expect(stationIndex);
  }

  /** Schedules the next arrival at a station, skipping what has been picked. */
  #expect(stationIndex: number): void {
    if (this.#factor === 0) return;
    const station = this.#stations[stationIndex]!;
    if (station.pending !== null) return;
    const last = this.#base + this.#items.length;
    while (station.next < last && this.#items[station.next - this.#base]!.place !== 'belt') station.next += 1;
    if (station.next === last) return;
    const item = this.#items[station.next - this.#base]!;
    const dueUs = Math.max(0, Math.ceil((item.enteredUs + station.offsetUs - this.clockUs()) / this.#factor));
    station.pending = this.#day.sim.scheduleEntity(dueUs, this, stationIndex, 0, ORDINARY);
  }

  /** What has not passed the last station (an item that was sent round stands further back a second time). */
  #onIt(): BeltItem[] {
    const end = this.#stations.at(-1);
    return end === undefined ? this.#items : this.#items.slice(end.next - this.#base);
  }

  /** Drops what the last station has passed; in blocks, so that the cost per item is constant. */
  #forget(): void {
    const done = this.#stations.reduce((least, s) => Math.min(least, s.next), Infinity) - this.#base;
    if (done < 64 || done * 2 < this.#items.length) return;
    this.#items = this.#items.slice(done);
    this.#base += done;
  }
}
