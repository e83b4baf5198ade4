import type { Scheduler } from '../core/scheduler.js';
import type { All } from '../processes/all-of.js';
import type { AnyWait, Wait } from '../processes/wait.js';
import type { Queued } from './queued.js';
import type { Station } from './station.js';
/** Gathers single items into batches: a taker waits until `size` items are there and gets them together, in the order put. */
export declare class Batch<T> extends Station {
    readonly size: number;
    private readonly items;
    private readonly takers;
    constructor(sim: Scheduler, name: string, size: number);
    put(item: T): void;
    /** A wait for the next full batch. */
    get(): Wait<readonly T[]>;
    /** Takes what is there, at once, full or not: the last train of the day. */
    flush(): readonly T[];
    /** BatchGet: is there a full batch that nobody else waits for? */
    get ready(): boolean;
    /** BatchGet: a full batch that nobody had to wait for. */
    takeAtOnce(): readonly T[];
    private collect;
    admit(get: BatchGet<T>): false;
    dismiss(get: BatchGet<T>): void;
    protected serve(): void;
    protected content(): number;
    protected queueLength(): number;
}
declare class BatchGet<T> extends Queued<readonly T[]> {
    private readonly batch;
    constructor(batch: Batch<T>);
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
}
/** Assembly: a wait for one of each, `yield* assemble(frames.get(), wheels.get(), wheels.get())`. Parts taken early are kept aside. */
export declare function assemble<const Parts extends readonly [AnyWait, ...AnyWait[]]>(...parts: Parts): Wait<All<Parts>>;
export {};
