import { type Callback, NOBODY, type Target } from './event.ts';
import type { EventQueue } from './event-queue.ts';

/** The event that is about to happen, as observers see it: a view, the same object every time; copy what must last. */
export class ObservedEvent {
  /** Kernel: where to look. */
  slot = 0;

  /** `queue`: for observers in a hurry, who read its columns at `slot`. */
  constructor(readonly queue: EventQueue) {}

  get timeUs(): number {
    return this.queue.now;
  }

  /** Phase, priority and sequence in one number; phase.ts takes it apart. */
  get order(): number {
    return this.queue.order;
  }

  get target(): Target | Callback {
    return this.queue.targets[this.slot]!;
  }

  get name(): string {
    return this.target.name;
  }

  get action(): number {
    return this.queue.actions[this.slot]!;
  }

  get data(): number {
    return this.queue.data[this.slot]!;
  }
}

/** Sees every event: fingerprint, trace, tie counter. It may throw to stop the run. */
export interface Observer {
  observe(event: ObservedEvent): void;
}

/** The observers of one simulation. */
export class Observers {
  private readonly all: Observer[] = [];
  private readonly event: ObservedEvent;

  constructor(queue: EventQueue) {
    this.event = new ObservedEvent(queue);
  }

  add(observer: Observer): void {
    this.all.push(observer);
    this.event.queue.observed = true;
  }

  /** Shows the event in this slot to all. */
  report(slot: number): void {
    const { all, event } = this;
    event.slot = slot;
    event.queue.executing = slot; // for the error of an observer that stops the run
    for (let i = 0; i < all.length; i++) all[i]!.observe(event);
    event.queue.executing = NOBODY;
  }
}
