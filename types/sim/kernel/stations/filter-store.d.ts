import type { Scheduler } from '../core/scheduler.js';
import type { Wait } from '../processes/wait.js';
import type { Queued } from './queued.js';
import type { Station } from './station.js';
/**
 * A store in which each taker says which item will do. The oldest item that fits goes to the taker; takers are looked at in the
 * order in which they came, and one whom nothing fits holds up nobody. O(items) a look.
 */
export declare class FilterStore<T> extends Station {
    readonly capacity: number;
    private readonly stock;
    private readonly takers;
    constructor(sim: Scheduler, name: string, capacity?: number);
    get items(): readonly T[];
    /** Puts an item; false if there is no room. */
    offer(item: T): boolean;
    /** A wait for an item that fits. */
    get(fits: (item: T) => boolean): Wait<T>;
    /** FilterGet: position of the oldest item that fits, or -1. */
    find(get: FilterGet<T>): number;
    private remove;
    /** FilterGet: nobody had to wait. */
    takeAtOnce(at: number): T;
    /** FilterGet: others came first, and one of them may want the item. */
    get hasLine(): boolean;
    admit(get: FilterGet<T>): false;
    dismiss(get: FilterGet<T>): void;
    protected serve(): void;
    protected content(): number;
    protected queueLength(): number;
}
declare class FilterGet<T> extends Queued<T> {
    private readonly store;
    readonly fits: (item: T) => boolean;
    constructor(store: FilterStore<T>, fits: (item: T) => boolean);
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
}
export {};
