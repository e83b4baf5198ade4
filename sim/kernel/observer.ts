import type { Callback, Target } from './event-queue.ts';

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
