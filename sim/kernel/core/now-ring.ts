/**
 * Events of the present instant and of one phase in the order made: a ring of (order, slot). Zero delays are common (grants,
 * hand-overs, starts) and the worst case of a heap, where each would climb from bottom to top; here each costs O(1).
 */
export class NowRing {
  size = 0;
  private head = 0;
  private mask = 63;
  private orders = new Float64Array(64);
  private slots = new Int32Array(64);

  /** `base`: what the phase adds to a sequence number. */
  constructor(readonly base: number) {}

  push(sequence: number, slot: number): void {
    if (this.size > this.mask) this.grow();
    const at = (this.head + this.size++) & this.mask;
    this.orders[at] = this.base + sequence;
    this.slots[at] = slot;
  }

  /** Order of the oldest entry; the ring must not be empty. */
  headOrder(): number {
    return this.orders[this.head]!;
  }

  /** Slot of the i-th oldest entry. */
  slotAt(i: number): number {
    return this.slots[(this.head + i) & this.mask]!;
  }

  /** Order of the i-th oldest entry. */
  orderAt(i: number): number {
    return this.orders[(this.head + i) & this.mask]!;
  }

  /** Removes the oldest entry and returns its slot; the ring must not be empty. */
  shift(): number {
    const slot = this.slots[this.head]!;
    this.head = (this.head + 1) & this.mask;
    this.size -= 1;
    return slot;
  }

  /** Doubles the ring and turns it so that the oldest entry comes first. */
  private grow(): void {
    const { head } = this;
    const length = this.mask + 1;
    const orders = new Float64Array(length * 2);
    const slots = new Int32Array(length * 2);
    orders.set(this.orders.subarray(head));
    orders.set(this.orders.subarray(0, head), length - head);
    slots.set(this.slots.subarray(head));
    slots.set(this.slots.subarray(0, head), length - head);
    this.orders = orders;
    this.slots = slots;
    this.head = 0;
    this.mask = length * 2 - 1;
  }
}
