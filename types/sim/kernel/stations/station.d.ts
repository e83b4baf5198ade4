import type { Target } from '../core/event.js';
import type { Scheduler } from '../core/scheduler.js';
import type { StationMonitor } from '../statistics/monitor.js';
import type { Queued } from './queued.js';
import type { WaitQueue } from './wait-queue.js';
/**
 * Something that processes queue at. When a waiting one may have become servable the station asks for a grant: an event of this
 * instant, after all releases and capacity changes and before ordinary events. One grant serves one wait, so that what the
 * served process does is seen before the next is served.
 */
export declare abstract class Station implements Target {
    readonly sim: Scheduler;
    readonly name: string;
    protected measured: StationMonitor | null;
    private grantPending;
    private readonly slot;
    private readonly queue;
    constructor(sim: Scheduler, name: string);
    /** How much is in use or in stock: what the monitor calls content. */
    protected abstract content(): number;
    /** How many stand in line. */
    protected abstract queueLength(): number;
    /** Serves the next wait if it can be served, after `askForGrant` if more may follow. */
    protected abstract serve(): void;
    /** Measures from now on; asking again gives the same monitor. */
    monitor(): StationMonitor;
    /** Kernel: a grant is due. */
    handle(): void;
    protected askForGrant(): void;
    /** Puts a wait in line. */
    protected enqueue<W extends Queued<unknown>>(queue: WaitQueue<W>, wait: W): void;
    /** Takes a wait out of line, served or not. */
    protected dequeue<W extends Queued<unknown>>(queue: WaitQueue<W>, wait: W): void;
    /** Notes that someone was served at once. */
    protected noteServedAtOnce(): void;
    /** Notes that someone was served who had waited. */
    protected noteServed(wait: Queued<unknown>): void;
}
export {};
