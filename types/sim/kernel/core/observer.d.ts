import type { Callback, Target } from './event.js';
import type { EventQueue } from './event-queue.js';
/** The event that is about to happen, as observers see it: a view, the same object every time; copy what must last. */
export declare class ObservedEvent {
    readonly queue: EventQueue;
    /** Kernel: where to look. */
    slot: number;
    /** `queue`: for observers in a hurry, who read its columns at `slot`. */
    constructor(queue: EventQueue);
    get timeUs(): number;
    /** Phase, priority and sequence in one number; phase.ts takes it apart. */
    get order(): number;
    get target(): Target | Callback;
    get name(): string;
    get action(): number;
    get data(): number;
}
/** Sees every event: fingerprint, trace, tie counter. It may throw to stop the run. */
export interface Observer {
    observe(event: ObservedEvent): void;
}
export {};
