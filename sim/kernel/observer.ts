import type { Callback, Target } from './event.ts';
import type { EventQueue } from './event-queue.ts';

/** The event that is about to happen, as observers see it: a view, the same object every time; copy what must last. */
export class ObservedEvent {
  /** Kernel: where to look. */
  slot = 0;

  constructor(private readonly queue: EventQueue) {}

  get timeUs(): number {
    return this.queue.now;
  }

  /** Phase, priority and sequence in one number; phase.ts takes it apart. */
  get order(): number {
    return this.queue.order;
  }

  get target(): Target | Callback {
    return this.queue.slots.targets[this.slot]!;
  }

  get name(): string {
    return this.target.name;
  }

  get action(): number {
    return this.queue.slots.actions[this.slot]!;
  }

  get data(): number {
    return this.queue.slots.data[this.slot]!;
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
  }

  /** Shows the event in this slot to all. */
  report(slot: number): void {
    this.event.slot = slot;
    for (let i = 0; i < this.all.length; i++) this.all[i]!.observe(this.event);
  }
}
