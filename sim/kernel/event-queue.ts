import type { CauseLog } from './cause-log.ts';
import {
  type Callback,
  CHAIN_LIMIT,
  type EventHandle,
  NOBODY,
  RESUME,
  type SERVE,
  type Target,
} from './event.ts';
import { EventHeap } from './event-heap.ts';
import { NowRing } from './now-ring.ts';
import { GRANT_BASE, MAX_SEQUENCE, ORDINARY_BASE, orderBase, type Phase } from './phase.ts';
import { SlotTable } from './slot-table.ts';

/** What surfaced had been cancelled. */
const DEAD = -2;

/** One pending event as `list` shows it; action and data are in the columns of the slot. */
export interface PendingEvent {
  readonly timeUs: number;
  readonly order: number;
  readonly slot: number;
  readonly target: Target | Callback;
}

/**
 * The pending set: a heap for the future and two rings for the present instant (grants, ordinary events). An event is a slot
 * in typed columns (target, action, data) and not a closure, so the set can be saved as data.
 *
 * Cancel marks the slot dead in O(1); the heap drops it when it surfaces, or all at once when half of the heap is dead, which
 * makes it O(log n) amortised without the bookkeeping of heap positions that every other operation would pay for.
 */
export class EventQueue {
  /** The present, integer microseconds. */
  now = 0;
  /** Order (phase, priority, sequence) of the event that `next` found. */
  order = 0;
  /** How many events of this instant led to the present one, each causing the next. */
  chain = 0;
  /** Slot of the process whose code is running, or NOBODY. A number, because storing the process itself costs more. */
  running = NOBODY;
  /** Number of the next event to be scheduled. */
  sequence = 0;
  /** Rearranges ties: a permutation of 0 .. 2^40 - 1, or null for first come, first served. */
  permute: ((sequence: number) => number) | null = null;
  /** Remembers who scheduled what, or null. */
  causes: CauseLog | null = null;

  readonly slots = new SlotTable();
  private readonly heap = new EventHeap();
  private readonly grants = new NowRing(GRANT_BASE);
  private readonly ordinary = new NowRing(ORDINARY_BASE);
  /** Cancelled events whose place in heap or ring is not yet reclaimed. */
  private dead = 0;
  /** Those of them that wait for a later instant. */
  private deadLater = 0;

  /** Live events. */
  get size(): number {
    return this.heap.size + this.grants.size + this.ordinary.size - this.dead;
  }

  /** Schedules an ordinary event after `delay` >= 0 microseconds; returns its slot. */
  push(delay: number, target: Target | Callback, action: number, data: number): number {
    const slot = this.slots.take(target, action, data);
    this.pushOwned(delay, slot);
    return slot;
  }

  /** Schedules a grant: this instant, before the ordinary events; returns its slot. */
  pushGrant(target: Target, action: number, data: number): number {
    const slot = this.slots.take(target, action, data);
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
    const time = this.timeAfter(delay);
    const base = orderBase(phase, priority);
    const slot = this.slots.take(target, action, data);
    this.note(slot, delay === 0 ? this.chain + 1 : 0);
    this.heap.push(time, base + this.nextSequence(), slot);
    return slot;
  }

  /**
   * Reserves a slot for something that has one event pending at most (a process its delay, a station its grant), so that
   * scheduling it fills no columns and clears none.
   */
  own(target: Target, action: typeof RESUME | typeof SERVE): number {
    return this.slots.take(target, action, 0);
  }

  /** Owns a slot for a process and schedules its first event: this instant, after the running event. */
  start(process: Target): number {
    const slot = this.slots.take(process, RESUME, 0);
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
    if (!(delay > 0 && time <= Number.MAX_SAFE_INTEGER) || Math.floor(delay) !== delay) refuseDelay(delay);
    const { heap } = this;
    const at = heap.reserve();
    heap.times[at] = time;
    heap.orders[at] = ORDINARY_BASE + this.nextSequence();
    heap.slots[at] = slot;
    heap.settle(at);
    this.slots.chains[slot] = 0;
    if (this.causes !== null) this.causes.scheduled(slot);
  }

  /** Schedules the grant of an owned slot. */
  pushOwnedGrant(slot: number): void {
    this.pushNow(this.grants, slot);
  }

  /** Puts an event back that `list` gave, at its old place in the order. */
  insert(timeUs: number, order: number, target: Target, action: number, data: number): void {
    const slot = this.slots.take(target, action, data);
    this.note(slot, 0);
    this.heap.push(timeUs, order, slot);
  }

  private pushNow(ring: NowRing, slot: number): void {
    const chain = this.chain + 1;
    if (chain > CHAIN_LIMIT) this.endless();
    this.slots.chains[slot] = chain;
    if (this.causes !== null) this.causes.scheduled(slot);
    if (this.permute === null) ring.push(this.sequence++, slot);
    else this.pushShuffled(ring, slot);
  }

  /** A permuted sequence does not rise, so ties that are to be shuffled take the heap. */
  private pushShuffled(ring: NowRing, slot: number): void {
    this.heap.push(this.now, ring.base + this.nextSequence(), slot);
  }

  private note(slot: number, chain: number): void {
    if (chain > CHAIN_LIMIT) this.endless();
    this.slots.chains[slot] = chain;
    if (this.causes !== null) this.causes.scheduled(slot);
  }

  /**
   * Moves to the next live event before `limit` and returns its slot, or NOBODY. Sets `now`, `order` and `chain`.
   * The caller handles the event and then frees the slot, unless it is owned.
   */
  next(limit: number): number {
    const { slots, heap } = this;
    for (;;) {
      const ring = this.grants.size > 0 ? this.grants : this.ordinary;
      let slot: number;
      if (ring.size > 0 && this.ringPrecedes(ring)) {
        if (this.now >= limit) return NOBODY;
        this.order = ring.headOrder();
        slot = ring.shift();
        if (slots.targets[slot] === null) {
          this.reclaim(slot);
          continue;
        }
      } else {
        if (heap.size === 0) return NOBODY;
        const time = heap.times[0]!;
        if (time >= limit) return NOBODY;
        const order = heap.orders[0]!;
        slot = heap.pop();
        if (slots.targets[slot] === null) {
          this.reclaim(slot);
          continue;
        }
        // Only now: a cancelled event moves no clock.
        this.now = time;
        this.order = order;
      }
      this.chain = slots.chains[slot]!;
      slots.executing = slot;
      return slot;
    }
  }

  private ringPrecedes(ring: NowRing): boolean {
    const { heap } = this;
    return heap.size === 0 || heap.times[0] !== this.now || heap.orders[0]! > ring.headOrder();
  }

  /** Time of the next live event, or Infinity. */
  peek(): number {
    const { heap, slots } = this;
    for (const ring of [this.grants, this.ordinary]) {
      for (let i = 0; i < ring.size; i++) if (slots.targets[ring.slotAt(i)] !== null) return this.now;
    }
    while (heap.size > 0 && slots.targets[heap.slots[0]!] === null) this.reclaim(heap.pop());
    return heap.size > 0 ? heap.times[0]! : Number.POSITIVE_INFINITY;
  }

  /** Cancels the live event in a slot whose owner knows that it is pending. */
  cancelSlot(slot: number): void {
    this.slots.targets[slot] = null;
    this.dead += 1;
    if (this.slots.chains[slot] !== 0) return; // goes within this instant
    if (++this.deadLater > 64 && this.deadLater * 2 > this.heap.size) this.compact();
  }

  /** Cancels by handle; false if the event has happened or was cancelled. */
  cancel(handle: EventHandle): boolean {
    const slot = this.slots.slotOf(handle);
    if (slot !== NOBODY) this.cancelSlot(slot);
    return slot !== NOBODY;
  }

  /** The live events, in the order in which they will happen. */
  list(): readonly PendingEvent[] {
    const { heap } = this;
    const all: PendingEvent[] = [];
    const show = (timeUs: number, order: number, slot: number): void => {
      const target = this.slots.targets[slot]!;
      if (target !== null) all.push({ timeUs, order, slot, target });
    };
    for (let i = 0; i < heap.size; i++) show(heap.times[i]!, heap.orders[i]!, heap.slots[i]!);
    for (const ring of [this.grants, this.ordinary]) {
      for (let i = 0; i < ring.size; i++) show(this.now, ring.orderAt(i), ring.slotAt(i));
    }
    return all.sort((a, b) => a.timeUs - b.timeUs || a.order - b.order);
  }

  /** A process went on without an event; endless repetition is an error. */
  countImmediate(): void {
    if (++this.chain > CHAIN_LIMIT) this.endless();
  }

  /** Drops all dead events from the heap. */
  private compact(): void {
    this.heap.retain((slot) => {
      const live = this.slots.targets[slot] !== null;
      if (!live) this.reclaim(slot);
      return live;
    });
  }

  /** Gives the slot of a cancelled event back, once heap or ring have let go of it. */
  private reclaim(slot: number): typeof DEAD {
    this.dead -= 1;
    if (this.slots.chains[slot] === 0) this.deadLater -= 1;
    this.slots.free(slot);
    return DEAD;
  }

  private nextSequence(): number {
    const sequence = this.sequence++;
    return this.permute === null ? sequence : this.permute(sequence);
  }

  private timeAfter(delay: number): number {
    const time = this.now + delay;
    if (!(delay >= 0 && time <= Number.MAX_SAFE_INTEGER) || Math.floor(delay) !== delay) refuseDelay(delay);
    return time;
  }

  /** Stops a simulation that has used up its sequence numbers; asked now and then, not at each event. */
  requireSequence(): void {
    if (this.sequence >= MAX_SEQUENCE) throw new RangeError(`event queue: more than ${MAX_SEQUENCE} events`);
  }

  private endless(): never {
    throw new Error(
      `${CHAIN_LIMIT} events or resumptions in a row, each causing the next, without time passing; let time pass between them`,
    );
  }
}

// Out of the way of the fast paths: the compiler inlines small functions only.
function refuseDelay(delay: number): never {
  throw new RangeError(
    `delay must be an integer number of microseconds >= 0 that ends before 2^53, got ${delay}`,
  );
}
