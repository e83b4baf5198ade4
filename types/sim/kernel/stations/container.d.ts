import type { Scheduler } from '../core/scheduler.js';
import type { Wait } from '../processes/wait.js';
import type { Queued } from './queued.js';
import type { Station } from './station.js';
/** A quantity in a vessel: litres, joules, coins. Processes take and fill, and wait for content or for room, first come first served. */
export declare class Container extends Station {
    readonly capacity: number;
    private readonly takers;
    private readonly fillers;
    private amount;
    constructor(sim: Scheduler, name: string, capacity?: number, initial?: number);
    get level(): number;
    /** A wait for this much content. */
    take(amount: number): Wait<void>;
    /** A wait for room for this much. */
    fill(amount: number): Wait<void>;
    private checked;
    /** Transfer: true if it was done at once. */
    admit(transfer: Transfer): boolean;
    dismiss(transfer: Transfer): void;
    /** Transfer: takes back what was done. */
    revert({ change }: Transfer): void;
    protected serve(): void;
    private lineOf;
    private fits;
    private apply;
    protected content(): number;
    protected queueLength(): number;
}
/** A wait for content (change < 0) or for room (change > 0). */
declare class Transfer extends Queued<void> {
    private readonly container;
    readonly change: number;
    constructor(container: Container, change: number);
    undo(): void;
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
}
export {};
