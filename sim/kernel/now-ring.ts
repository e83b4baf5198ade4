/**
 * Events of the present instant in the order made: a ring of (order, slot). Zero delays are common (grants, hand-overs, starts)
 * and the worst case of a heap, where each would climb from bottom to top; here each costs O(1).
 */
export class NowRing {
  size = 0;
  private head = 0;
  private orders = new Float64Array(64);
  private slots = new Int32Array(64);

  push(order: number, slot: number): void {
    if (this.size === this.slots.length) this.grow();
    const at = (this.head + this.size) & (this.slots.length - 1);
    this.orders[at] = order;
    this.slots[at] = slot;
    this.size += 1;
  }

  /** Order of the oldest entry; the ring must not be empty. */
  headOrder(): number {
    return this.orders[this.head]!;
  }

  /** Slot of the i-th oldest entry. */
  slotAt(i: number): number {
    return this.slots[(this.head + i) & (this.slots.length - 1)]!;
  }

  /** Order of the i-th oldest entry. */
  orderAt(i: number): number {
    return this.orders[(this.head + i) & (this.slots.length - 1)]!;
  }

  /** Removes the oldest entry and returns its slot; the ring must not be empty. */
  shift(): number {
    const slot = this.slots[this.head]!;
    this.head = (this.head + 1) & (this.slots.length - 1);
    this.size -= 1;
    return slot;
  }

  /** Doubles the ring and turns it so that the oldest entry comes first. */
  private grow(): void {
    const { head } = this;
    const capacity = this.slots.length * 2;
    const orders = new Float64Array(capacity);
    const slots = new Int32Array(capacity);
    orders.set(this.orders.subarray(head));
    orders.set(this.orders.subarray(0, head), this.orders.length - head);
    slots.set(this.slots.subarray(head));
    slots.set(this.slots.subarray(0, head), this.slots.length - head);
    this.orders = orders;
    this.slots = slots;
    this.head = 0;
  }
}
