import { grown } from './slot-table.ts';

/**
 * How long the chain of causes within one instant is that led to each pending event. Begun when an instant has become
 * suspiciously long, so that ordinary ones pay nothing for it.
 */
export class ChainLog {
  /** By slot; 0 for what was pending before. */
  private lengths = new Int32Array(256);
  /** Of the event that is happening. */
  private present = 0;

  /** An event of this instant was put into this slot by the present one; returns the length of its chain. */
  scheduled(slot: number): number {
    if (slot >= this.lengths.length) this.lengths = grown(this.lengths, new Int32Array(2 * slot));
    const length = this.present + 1;
    this.lengths[slot] = length;
    return length;
  }

  /** The event in this slot happens. */
  happens(slot: number): void {
    this.present = this.lengths[slot] ?? 0;
  }

  /** A process goes on without an event; returns the length of the chain. */
  goesOn(): number {
    this.present += 1;
    return this.present;
  }
}
