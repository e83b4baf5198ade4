/** Something that events happen to. A plain function is called with the event's number `data`. */
export interface Target {
    readonly name: string;
    handle(action: number, data: number): void;
}
/** A state machine on the event queue: what happens is an action number >= 0, so that pending events are plain data. */
export type Entity = Target;
export type Callback = (data: number) => void;
/** What owns a slot of the queue: its events carry neither an action nor a number. */
export interface SlotOwner {
    readonly name: string;
    handle(): void;
}
/** Names one scheduled event for `cancel`; stale handles are recognised. */
export type EventHandle = number & {
    readonly __event: unique symbol;
};
/** Actions of owned slots; all others are >= 0. */
export declare const RESUME = -1;
export declare const SERVE = -2;
export {};
