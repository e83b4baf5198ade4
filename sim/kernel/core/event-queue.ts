import { ChainLog } from './chain-log.ts';
import {
  type Callback,
  CHAIN_LIMIT,
  type EventHandle,
  NOBODY,
  RESUME,
  type SERVE,
  type SlotOwner,
  type Target,
} from './event.ts';
import { EventHeap } from './event-heap.ts';
import { NowRing } from './now-ring.ts';
import { GRANT_BASE, MAX_SEQUENCE, ORDINARY_BASE, orderBase, type Phase } from './phase.ts';

/** So many dead events may stay in the heap, however small it is. */
const FEW = 64;

/** One pending event as `list` shows it; action and data are in the columns of the slot. */
export interface PendingEvent {
  readonly timeUs: number;
  readonly order: number;
  readonly slot: number;
  readonly target: Target | Callback;
}

/**
 * The pending set: a heap for the future and two rings for the present instant (grants, ordinary events). An event is a slot
 * in typed columns (target, action, data) and not a closure, so the set can be saved as data. Columns, heap and queue are three
 * layers of one object, because a pointer between them would be followed several times an event.
 *
 * Cancel marks the slot dead in O(1); the heap drops it when it surfaces, or all at once when half of the heap is dead, which
 * makes it O(log n) amortised without the bookkeeping of heap positions that every other operation would pay for.
 */
export class EventQueue extends EventHeap {
  /** The present, integer microseconds. */
  now = 0;
  /** Where `next` stops; later than the present. */
  limit = Number.POSITIVE_INFINITY;
  /** Somebody looks at every event. */
  observed = false;
  /** Order (phase, priority, sequence) of the event that `next` found; kept up only while observed. */
  order = 0;
  /** Slot of the process whose code is running, or NOBODY. A number, because storing the process itself costs more. */
  running = NOBODY;
  /** Number of the next event to be scheduled. */
  sequence = 0;
  /** Rearranges ties: a permutation of 0 .. 2^40 - 1, or null for first come, first served. */
  permute: ((sequence: number) => number) | null = null;
  /** Is told which slot an event was put into, and gives the chain of causes of the present event; or null. */
  causes: { scheduled(slot: number): void; chain(): readonly string[] } | null = null;

  private readonly grants = new NowRing(GRANT_BASE);
  private readonly ordinary = new NowRing(ORDINARY_BASE);
  /** Events, and resumptions without one, since time passed. */
  private instant = 0;
  /** Counts chains of causes, once an instant has become suspiciously long. */
  private chains: ChainLog | null = null;
  /** Cancelled events whose place in heap or ring is not yet reclaimed. */
  private dead = 0;
  /** How many of them are in a ring, as far as known. */
  private deadNow = 0;
  /** Numbers of events that did not happen here: cancelled, or before a snapshot. */
  private skipped = 0;

  /** Live events. */
  get size(): number {
    return this.later + this.grants.size + this.ordinary.size - this.dead;
  }

  /** Events that have happened: each one scheduled took a number. */
  get happened(): number {
    return this.sequence - this.size - this.skipped;
  }

  /** Schedules an ordinary event after `delay` >= 0 microseconds; returns its slot. */
  push(delay: number, target: Target | Callback, action: number, data: number): number {
    const slot = this.take(target, action, data);
    this.pushOwned(delay, slot);
    return slot;
  }

  /** Schedules a grant: this instant, before the ordinary events; returns its slot. */
  pushGrant(target: Target, action: number, data: number): number {
    const slot = this.take(target, action, data);
    this.pushOwnedGrant(slot);
    return slot;
  }

  /** Schedules an event of any phase and priority; returns its slot. */
  pushAt(
    delay: number,
    target: Target | Callback,
    action: number,
    data: number,
    phase: Phase,
    priority: number,
  ): number {
    const time = this.now + delay;
    if (!(delay >= 0 && Number.isInteger(delay) && time <= Number.MAX_SAFE_INTEGER)) refuseDelay(delay);
    const base = orderBase(phase, priority);
    const slot = this.take(target, action, data);
    if (delay === 0 && this.chains !== null) this.lengthen(this.chains.scheduled(slot));
    this.insertAt(time, base + this.nextSequence(), slot);
    return slot;
  }

  /**
   * Reserves a slot for something that has one event pending at most (a process its delay, a station its grant), so that
   * scheduling it fills no columns and clears none.
   */
  own(target: SlotOwner, action: typeof RESUME | typeof SERVE): number {
    return this.take(target, action, 0);
  }

  /** Owns a slot for a process and schedules its first event: this instant, after the running event. */
  start(process: SlotOwner): number {
    const slot = this.take(process, RESUME, 0);
    this.pushNow(this.ordinary, slot);
    return slot;
  }

  /** Schedules the ordinary event of an owned slot. The fast path of every delay. */
  pushOwned(delay: number, slot: number): void {
    if (delay === 0) {
      this.pushNow(this.ordinary, slot);
      return;
    }
    const time = this.now + delay;
    if (!(delay > 0 && Number.isInteger(delay) && time <= Number.MAX_SAFE_INTEGER)) refuseDelay(delay);
    this.insertAt(time, ORDINARY_BASE + this.nextSequence(), slot);
  }

  /** Schedules the grant of an owned slot. */
  pushOwnedGrant(slot: number): void {
    this.pushNow(this.grants, slot);
  }

  /** Puts an event back that `list` gave, at its old place in the order. */
  insert(timeUs: number, order: number, target: Target, action: number, data: number): void {
    this.insertAt(timeUs, order, this.take(target, action, data));
  }

  /** Goes on with the numbers of a saved run, whose past events are not counted. */
  continueFrom(sequence: number): void {
    this.sequence = sequence;
    this.skipped = sequence - this.size;
  }

  private insertAt(time: number, order: number, slot: number): void {
    this.pushLater(time, order, slot);
    if (this.causes !== null) this.causes.scheduled(slot);
  }

  private pushNow(ring: NowRing, slot: number): void {
    if (this.chains !== null) this.lengthen(this.chains.scheduled(slot));
    if (this.causes !== null) this.causes.scheduled(slot);
    if (this.permute === null) ring.push(this.sequence++, slot);
    else this.pushShuffled(ring, slot);
  }

  /** A permuted sequence does not rise, so ties that are to be shuffled take the heap. */
  private pushShuffled(ring: NowRing, slot: number): void {
    this.pushLater(this.now, ring.base + this.nextSequence(), slot);
  }

  /**
   * Moves to the next live event before `limit` and returns its slot, or NOBODY. The caller handles the event and then frees
   * the slot, unless it is owned.
   */
  next(): number {
    for (;;) {
      const ring = this.grants.size > 0 ? this.grants : this.ordinary;
      const time = this.times[0]!;
      let slot: number;
      if (ring.size > 0 && (time !== this.now || this.orders[0]! > ring.headOrder())) {
        if (this.observed) this.order = ring.headOrder();
        slot = ring.shift();
        if (this.targets[slot] !== null) {
          if (++this.instant > CHAIN_LIMIT) this.watchChain(slot);
          return slot;
        }
        if (this.deadNow > 0) this.deadNow -= 1;
      } else {
        if (time >= this.limit) return NOBODY;
        if (this.observed) this.order = this.orders[0]!;
        slot = this.popLater();
        if (this.targets[slot] !== null) {
          if (time > this.now) {
            this.now = time;
            this.instant = 0;
            if (this.chains !== null) this.chains = null;
          } else if (++this.instant > CHAIN_LIMIT) this.watchChain(slot);
          return slot;
        }
      }
      this.reclaim(slot); // a cancelled event moves no clock
    }
  }

  /** Time of the next live event, or Infinity. */
  peek(): number {
    const { targets } = this;
    for (const ring of [this.grants, this.ordinary]) {
      for (let i = 0; i < ring.size; i++) if (targets[ring.slotAt(i)] !== null) return this.now;
    }
    while (this.later > 0 && targets[this.slots[0]!] === null) this.reclaim(this.popLater());
    return this.times[0]!;
  }

  /** Cancels the live event in a slot whose owner knows that it is pending. */
  cancelSlot(slot: number): void {
    this.targets[slot] = null;
    this.dead += 1;
    this.skipped += 1;
    const deadLater = this.dead - this.deadNow; // or fewer
    if (deadLater > FEW && deadLater * 2 > this.later) this.compact();
  }

  /** Cancels by handle; false if the event has happened or was cancelled. */
  cancel(handle: EventHandle): boolean {
    const slot = this.slotOf(handle);
    if (slot !== NOBODY) this.cancelSlot(slot);
    return slot !== NOBODY;
  }

  /** The live events, in the order in which they will happen. */
  list(): readonly PendingEvent[] {
    const all: PendingEvent[] = [];
    const show = (timeUs: number, order: number, slot: number): void => {
      const target = this.targets[slot]!;
      if (target !== null) all.push({ timeUs, order, slot, target });
    };
    for (let i = 0; i < this.later; i++) show(this.times[i]!, this.orders[i]!, this.slots[i]!);
    for (const ring of [this.grants, this.ordinary]) {
      for (let i = 0; i < ring.size; i++) show(this.now, ring.orderAt(i), ring.slotAt(i));
    }
    return all.sort((a, b) => a.timeUs - b.timeUs || a.order - b.order);
  }

  /** A process went on without an event; endless repetition is an error. */
  countImmediate(): void {
    if (++this.instant <= CHAIN_LIMIT) return;
    this.chains ??= new ChainLog();
    this.lengthen(this.chains.goesOn());
  }

  /** In an instant of so many events: is it one chain, each causing the next? */
  private watchChain(slot: number): void {
    this.chains ??= new ChainLog();
    this.chains.happens(slot);
  }

  private lengthen(chain: number): void {
    if (chain > CHAIN_LIMIT) throw new Error(ENDLESS);
  }

  /** Drops all dead events from the heap; those that remain are in a ring. */
  private compact(): void {
    this.retain((slot) => {
      const live = this.targets[slot] !== null;
      if (!live) this.reclaim(slot);
      return live;
    });
    this.deadNow = this.dead;
  }

  /** Gives the slot of a cancelled event back, once heap or ring have let go of it. */
  private reclaim(slot: number): void {
    this.dead -= 1;
    this.free(slot);
  }

  private nextSequence(): number {
    const sequence = this.sequence++;
    return this.permute === null ? sequence : this.permute(sequence);
  }

  /** Stops a simulation that has used up its sequence numbers; asked now and then, not at each event. */
  requireSequence(): void {
    if (this.sequence >= MAX_SEQUENCE) throw new RangeError(`event queue: more than ${MAX_SEQUENCE} events`);
  }
}

const ENDLESS = `${CHAIN_LIMIT} events or resumptions in a row, each causing the next, without time passing; let time pass between them`;

// Out of the way of the fast paths: the compiler inlines small functions only.
function refuseDelay(delay: number): never {
  throw new RangeError(
    `delay must be an integer number of microseconds >= 0 that ends before 2^53, got ${delay}`,
  );
}
