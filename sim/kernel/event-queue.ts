import type { CauseLog } from './cause-log.ts';
import { EventHeap, grown } from './event-heap.ts';
import { NowRing } from './now-ring.ts';
import { GRANT_BASE, MAX_SEQUENCE, ORDINARY_BASE, orderBase, type Phase } from './phase.ts';

/** Something that events happen to. A plain function is called with the event's number `data`. */
export interface Target {
  readonly name: string;
  handle(action: number, data: number): void;
}
export type Callback = (data: number) => void;

/** Names one scheduled event for `cancel`; stale handles are recognised. */
export type EventHandle = number & { readonly __event: unique symbol };

/** Actions of owned slots; all others are >= 0. */
export const RESUME = -1;
export const SERVE = -2;

/** No slot. */
export const NOBODY = -1;

/** Longest chain of causes within one instant, and of resumptions without an event, before it counts as endless. */
export const CHAIN_LIMIT = 1_000_000;

const SLOT_UNIT = 0x4000000; // 2^26 slots in a handle; the generation above them wraps at 2^27
const GENERATION_MASK = 0x7ffffff;

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
  /** Slot of the event that is happening; its columns stay until it has happened. */
  executing = -1;
  /** Slot of the process whose code is running, or NOBODY. A number, because storing the process itself costs more. */
  running = NOBODY;
  /** Number of the next event to be scheduled. */
  sequence = 0;
  /** Rearranges ties: a permutation of 0 .. 2^40 - 1, or null for first come, first served. */
  permute: ((sequence: number) => number) | null = null;

  /** Remembers who scheduled what, or null. */
  causes: CauseLog | null = null;

  readonly heap = new EventHeap();
  readonly grants = new NowRing();
  readonly ordinary = new NowRing();

  targets: (Target | Callback | null)[] = [];
  actions = new Int32Array(256);
  data = new Float64Array(256);
  private chains = new Int32Array(256);
  private generations = new Int32Array(256);
  private freeSlots = new Int32Array(256);
  private freeCount = 0;
  /** Cancelled events whose place in heap or ring is not yet reclaimed. */
  private dead = 0;
  /** Those of them that wait for a later instant. */
  private deadLater = 0;

  /** Live events. */
  get size(): number {
    return this.heap.size + this.grants.size + this.ordinary.size - this.dead;
  }

  /** Schedules an ordinary event after `delay` >= 0 microseconds; returns its slot. The fast path. */
  push(delay: number, target: Target | Callback, action: number, data: number): number {
    if (delay === 0) return this.pushNow(ORDINARY_BASE, this.ordinary, target, action, data);
    const time = this.timeAfter(delay);
    const slot = this.take(target, action, data, 0);
    this.heap.push(time, ORDINARY_BASE + this.nextSequence(), slot);
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
    const chain = delay === 0 ? this.chain + 1 : 0;
    if (chain > CHAIN_LIMIT) this.endless();
    const order = orderBase(phase, priority) + this.nextSequence();
    const slot = this.take(target, action, data, chain);
    this.heap.push(time, order, slot);
    return slot;
  }

  /** Schedules a grant: this instant, before the ordinary events; returns its slot. */
  pushGrant(target: Target, action: number, data: number): number {
    return this.pushNow(GRANT_BASE, this.grants, target, action, data);
  }

  /**
   * Reserves a slot for something that has one event pending at most (a process its delay, a station its grant), so that
   * scheduling it fills no columns and clears none.
   */
  own(target: Target, action: typeof RESUME | typeof SERVE): number {
    return this.take(target, action, 0, 0);
  }

  /** Schedules the ordinary event of an owned slot. */
  pushOwned(delay: number, slot: number): void {
    if (delay === 0) {
      this.ringOwned(ORDINARY_BASE, this.ordinary, slot);
      return;
    }
    const time = this.timeAfter(delay);
    this.chains[slot] = 0;
    this.causes?.scheduled(slot);
    this.heap.push(time, ORDINARY_BASE + this.nextSequence(), slot);
  }

  /** Schedules the grant of an owned slot. */
  pushOwnedGrant(slot: number): void {
    this.ringOwned(GRANT_BASE, this.grants, slot);
  }

  private ringOwned(base: number, ring: NowRing, slot: number): void {
    const chain = this.chain + 1;
    if (chain > CHAIN_LIMIT) this.endless();
    this.chains[slot] = chain;
    this.causes?.scheduled(slot);
    // A permuted sequence does not rise, so ties that are to be shuffled take the heap.
    if (this.permute === null) ring.push(base + this.nextSequence(), slot);
    else this.heap.push(this.now, base + this.nextSequence(), slot);
  }

  private pushNow(
    base: number,
    ring: NowRing,
    target: Target | Callback,
    action: number,
    data: number,
  ): number {
    const slot = this.take(target, action, data, 0);
    this.ringOwned(base, ring, slot);
    return slot;
  }

  /**
   * Moves to the next live event before `limit` and returns its slot, or -1. Sets `now`, `order` and `chain`.
   * The caller handles the event and then calls `free`, unless the slot is owned.
   */
  next(limit: number): number {
    const { heap } = this;
    for (;;) {
      const ring = this.grants.size > 0 ? this.grants : this.ordinary;
      let time = this.now;
      let order: number;
      let slot: number;
      if (ring.size > 0 && !this.heapPrecedes(ring.headOrder())) {
        if (time >= limit) return -1;
        order = ring.headOrder();
        slot = ring.shift();
      } else {
        if (heap.size === 0 || heap.times[0]! >= limit) return -1;
        time = heap.times[0]!;
        order = heap.orders[0]!;
        slot = heap.pop();
      }
      if (this.targets[slot] === null) {
        this.reclaim(slot);
        continue; // a cancelled event moves no clock
      }
      this.causes?.happens(slot, this.targets[slot]!, time);
      this.now = time;
      this.order = order;
      this.chain = this.chains[slot]!;
      this.executing = slot;
      return slot;
    }
  }

  private heapPrecedes(order: number): boolean {
    const { heap } = this;
    return heap.size > 0 && heap.times[0] === this.now && heap.orders[0]! < order;
  }

  /** Time of the next live event, or Infinity. */
  peek(): number {
    const { heap } = this;
    if (this.grants.size + this.ordinary.size > 0 && this.liveInRings()) return this.now;
    while (heap.size > 0 && this.targets[heap.slots[0]!] === null) {
      this.reclaim(heap.pop());
    }
    return heap.size > 0 ? heap.times[0]! : Number.POSITIVE_INFINITY;
  }

  private liveInRings(): boolean {
    for (const ring of [this.grants, this.ordinary]) {
      for (let i = 0; i < ring.size; i++) if (this.targets[ring.slotAt(i)] !== null) return true;
    }
    return false;
  }

  /** Gives a slot back after its event was taken by `next`. */
  free(slot: number): void {
    this.targets[slot] = null;
    this.generations[slot] = (this.generations[slot]! + 1) & GENERATION_MASK;
    this.freeSlots[this.freeCount++] = slot;
  }

  /** Cancels the live event in a slot whose owner knows that it is pending. */
  cancelSlot(slot: number): void {
    this.targets[slot] = null;
    this.dead += 1;
    if (this.chains[slot] !== 0) return; // goes within this instant
    if (++this.deadLater > 64 && this.deadLater * 2 > this.heap.size) this.compact();
  }

  /** Cancels by handle; false if the event has happened or was cancelled. */
  cancel(handle: EventHandle): boolean {
    const slot = handle % SLOT_UNIT;
    if (
      this.generations[slot] !== (handle - slot) / SLOT_UNIT ||
      this.targets[slot] === null ||
      slot === this.executing
    )
      return false;
    this.cancelSlot(slot);
    return true;
  }

  /** The handle of the event now in a slot. */
  handleOf(slot: number): EventHandle {
    return (this.generations[slot]! * SLOT_UNIT + slot) as EventHandle;
  }

  /** Drops all dead events from the heap. */
  private compact(): void {
    this.heap.retain((slot) => {
      const live = this.targets[slot] !== null;
      if (!live) this.reclaim(slot);
      return live;
    });
  }

  private reclaim(slot: number): void {
    this.dead -= 1;
    if (this.chains[slot] === 0) this.deadLater -= 1;
    this.free(slot);
  }

  private take(target: Target | Callback, action: number, data: number, chain: number): number {
    const slot = this.freeCount > 0 ? this.freeSlots[--this.freeCount]! : this.newSlot();
    this.targets[slot] = target;
    this.actions[slot] = action;
    this.data[slot] = data;
    this.chains[slot] = chain;
    this.causes?.scheduled(slot);
    return slot;
  }

  private newSlot(): number {
    const slot = this.targets.length;
    if (slot === this.actions.length) this.grow(slot * 2);
    this.targets.push(null);
    return slot;
  }

  private grow(capacity: number): void {
    if (capacity > SLOT_UNIT) throw new RangeError(`event queue: at most ${SLOT_UNIT} pending events`);
    this.actions = grown(this.actions, new Int32Array(capacity));
    this.data = grown(this.data, new Float64Array(capacity));
    this.chains = grown(this.chains, new Int32Array(capacity));
    this.generations = grown(this.generations, new Int32Array(capacity));
    this.freeSlots = grown(this.freeSlots, new Int32Array(capacity));
  }

  private nextSequence(): number {
    const sequence = this.sequence++;
    if (sequence >= MAX_SEQUENCE) throw new RangeError(`event queue: more than ${MAX_SEQUENCE} events`);
    return this.permute === null ? sequence : this.permute(sequence);
  }

  private timeAfter(delay: number): number {
    const time = this.now + delay;
    if (!(delay >= 0) || Math.floor(delay) !== delay || time > Number.MAX_SAFE_INTEGER) {
      throw new RangeError(
        `delay must be an integer number of microseconds >= 0 that ends before 2^53, got ${delay}`,
      );
    }
    return time;
  }

  /** A process went on without an event; endless repetition is an error. */
  countImmediate(): void {
    if (++this.chain > CHAIN_LIMIT) this.endless();
  }

  private endless(): never {
    throw new Error(
      `${CHAIN_LIMIT} events or resumptions in a row, each causing the next, without time passing; let time pass between them`,
    );
  }
}
