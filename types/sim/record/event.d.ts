import type { eventFields } from './events.js';
import type { RecordOf } from './field.js';
export type EventType = "item.decided" | "site.decided" | "asset.decided" | "lot.decided" | "run.started" | "run.ended" | "accounts.state" | "item.arrived" | "item.seen" | "item.picked" | "item.binned" | "item.tested" | "robot.state" | "bin.changed" | "belt.state" | "asset.reading" | "asset.state" | "maintenance.visit" | "maintenance.start" | "maintenance.end" | "collection.overflow" | "lot.sold";
export type EventData<T extends EventType> = RecordOf<(typeof eventFields)[T]>;
/** Where an event stands in the order of its run: (timeUs, phase, seq). */
export type Stamp = {
    /** 0, 1, 2 ... */
    readonly seq: number;
    /** Simulated time in integer microseconds since the start of the run. */
    readonly timeUs: number;
    readonly phase: number;
};
/** One event of some types; a subject is who it happened to: `item:17`, `robot:r1`, `bin:pet`. */
export type EventOf<T extends EventType> = {
    [K in T]: Stamp & {
        readonly type: K;
        readonly subject: string;
        readonly data: EventData<K>;
    };
}[T];
/** One thing that happened in the world. */
export type WorldEvent = EventOf<EventType>;
export {};
