import type { Callback, Target } from './event.ts';
import type { EventQueue } from './event-queue.ts';

/** One event as observers see it, just before it happens. The same object every time: copy what must last. */
export interface ObservedEvent {
  timeUs: number;
  /** Phase, priority and sequence in one number; phase.ts takes it apart. */
  order: number;
  target: Target | Callback;
  action: number;
  data: number;
}

/** Sees every event: fingerprint, trace, tie counter. It may throw to stop the run. */
export interface Observer {
  observe(event: ObservedEvent): void;
}

/** The observers of one simulation. */
export class Observers {
  private readonly all: Observer[] = [];
  private readonly event: ObservedEvent = { timeUs: 0, order: 0, target: () => {}, action: 0, data: 0 };

  add(observer: Observer): void {
    this.all.push(observer);
  }

  /** Shows the event in this slot to all. */
  report(queue: EventQueue, slot: number): void {
    const { event } = this;
    event.timeUs = queue.now;
    event.order = queue.order;
    event.target = queue.slots.targets[slot]!;
    event.action = queue.slots.actions[slot]!;
    event.data = queue.slots.data[slot]!;
    for (const observer of this.all) observer.observe(event);
  }
}
