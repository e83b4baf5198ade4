import type { Shelf } from './store.js';
/**
 * The shelf of a priority store: the smallest key goes out first, equal keys in the order put (what a heap ordered by key alone
 * gets wrong). `new Store(sim, name, {}, new PriorityShelf((job) => job.dueUs))`.
 */
export declare class PriorityShelf<T> implements Shelf<T> {
    private readonly queue;
    constructor(keyOf: (item: T) => number);
    get size(): number;
    push(item: T): void;
    shift(): T;
    list(): readonly T[];
}
export {};
