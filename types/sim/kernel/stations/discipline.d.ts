/**
 * Who is served next: first come first served, last come first served, or the smallest key (first come among equals).
 * The key is read once, when the wait joins.
 */
export type Discipline<W> = 'fifo' | 'lifo' | {
    readonly by: (wait: W) => number;
};
export {};
