import { type Callback, type EventHandle, NOBODY, type Target } from './event.ts';

const SLOT_UNIT = 0x4000000; // 2^26 slots in a handle; the generation above them wraps at 2^27
const GENERATION_MASK = 0x7ffffff;

/** What pending events are made of: one row (slot) an event, in typed columns, reused as events happen. */
export class SlotTable {
  /** Null: free, or cancelled and not yet reclaimed. */
  readonly targets: (Target | Callback | null)[] = [];
  actions = new Int32Array(256);
  data = new Float64Array(256);
  /** Slot of the event that is happening: its row stays until it has happened, but it cannot be cancelled any more. */
  executing = NOBODY;
  private generations = new Int32Array(256);
  private freed = new Int32Array(256);
  private freedCount = 0;

  /** A slot with this content. */
  take(target: Target | Callback, action: number, data: number): number {
    const slot = this.freedCount > 0 ? this.freed[--this.freedCount]! : this.append();
    this.targets[slot] = target;
    this.actions[slot] = action;
    this.data[slot] = data;
    return slot;
  }

  /** Gives a slot back; handles to it are stale from now on. */
  free(slot: number): void {
    this.generations[slot] = (this.generations[slot]! + 1) & GENERATION_MASK;
    this.freeOwned(slot);
  }

  /** Gives a slot back to which no handle was ever given. */
  freeOwned(slot: number): void {
    this.targets[slot] = null;
    this.freed[this.freedCount++] = slot;
  }

  /** The handle of the event in a slot. */
  handleOf(slot: number): EventHandle {
    return (this.generations[slot]! * SLOT_UNIT + slot) as EventHandle;
  }

  /** The slot of a handle, or NOBODY if its event has happened or was cancelled. */
  slotOf(handle: EventHandle): number {
    const slot = handle % SLOT_UNIT;
    const current = this.generations[slot] === (handle - slot) / SLOT_UNIT && this.targets[slot] !== null;
    return current && slot !== this.executing ? slot : NOBODY;
  }

  private append(): number {
    const slot = this.targets.length;
    if (slot === this.actions.length) this.growRows(slot * 2);
    this.targets.push(null);
    return slot;
  }

  private growRows(capacity: number): void {
    if (capacity > SLOT_UNIT) throw new RangeError(`event queue: at most ${SLOT_UNIT} pending events`);
    this.actions = grown(this.actions, new Int32Array(capacity));
    this.data = grown(this.data, new Float64Array(capacity));
    this.generations = grown(this.generations, new Int32Array(capacity));
    this.freed = grown(this.freed, new Int32Array(capacity));
  }
}

/** Copies a typed column into a longer one and returns the longer one. */
export function grown<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
