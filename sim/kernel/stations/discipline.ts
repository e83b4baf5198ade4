import { KeyedQueue } from './keyed-queue.ts';
import { LinkedQueue } from './linked-queue.ts';
import type { Queued } from './queued.ts';
import type { WaitQueue } from './wait-queue.ts';

/**
 * Who is served next: first come first served, last come first served, or the smallest key (first come among equals).
 * The key is read once, when the wait joins.
 */
export type Discipline<W> = 'fifo' | 'lifo' | { readonly by: (wait: W) => number };

/** Makes the queue of a discipline. */
export function queueOf<W extends Queued<unknown>>(discipline: Discipline<W>): WaitQueue<W> {
  if (typeof discipline === 'object') return new KeyedQueue(discipline.by);
  return new LinkedQueue(discipline === 'lifo');
}
