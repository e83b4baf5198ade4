import type { Scheduler } from '../core/scheduler.js';
import type { Discipline } from './discipline.js';
import type { Queued } from './queued.js';
import type { Station } from './station.js';
/** How a store keeps its items: which one goes out next. */
export interface Shelf<T> {
    readonly size: number;
    push(item: T): void;
    shift(): T;
    list(): readonly T[];
}
export interface StoreOptions<T> {
    /** Items that fit; default unlimited. */
    readonly capacity?: number;
    /** Which of those who wait for an item gets it; default 'fifo'. */
    readonly discipline?: Discipline<Get<T>>;
}
/** A wait for an item. */
export declare class Get<T> extends Queued<T> {
    private readonly store;
    constructor(store: Store<T>);
    /** The item goes back, behind the others. */
    undo(): void;
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
}
/** A wait for room for an item. */
export declare class Put<T> extends Queued<void> {
    private readonly store;
    readonly item: T;
    constructor(store: Store<T>, item: T);
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
}
/** Items in stock: processes put and get, and wait for room or for an item. */
export declare class Store<T> extends Station {
    private readonly shelf;
    readonly capacity: number;
    private readonly getters;
    private readonly putters;
    constructor(sim: Scheduler, name: string, { capacity, discipline }?: StoreOptions<T>, shelf?: Shelf<T>);
    get size(): number;
    /** The items, in the order in which they would go out. */
    get items(): readonly T[];
    /** A wait for the next item. */
    get(): Get<T>;
    /** A wait for room for this item. */
    put(item: T): Put<T>;
    /** Puts an item without waiting; false if there is no room, or others wait for it. */
    offer(item: T): boolean;
    /** Shelves an item. */
    keep(item: T): void;
    /** Get: is there an item that nobody else waits for? */
    canGive(): boolean;
    /** Get: the next item, at once. */
    give(): T;
    admitGet(get: Get<T>): false;
    admitPut(put: Put<T>): false;
    dismissGet(get: Get<T>): void;
    dismissPut(put: Put<T>): void;
    protected serve(): void;
    private serveGet;
    private servePut;
    protected content(): number;
    protected queueLength(): number;
}
export {};
