import type { Scheduler } from '../core/scheduler.js';
import type { Waiter } from '../processes/wait.js';
import type { Discipline } from './discipline.js';
import type { Holders } from './holders.js';
import type { Queued } from './queued.js';
import type { Station } from './station.js';
export interface ResourceOptions {
    /** Units; an integer > 0, default 1. */
    readonly capacity?: number;
    /** Who is served next, default 'fifo'. */
    readonly discipline?: Discipline<Request>;
}
export interface RequestOptions {
    /** For disciplines that look at it; lower is served first. Default 0. */
    readonly priority?: number;
    /** Units wanted at once; default 1. */
    readonly amount?: number;
}
/** A wait for units of a resource; its value is itself, to be handed back with `release`. */
export declare class Request extends Queued<Request> {
    readonly resource: Resource;
    readonly priority: number;
    readonly amount: number;
    held: boolean;
    constructor(resource: Resource, priority?: number, amount?: number);
    /** Gives the units back. */
    release(): void;
    undo(): void;
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
    blockers(): readonly Waiter[];
}
/** A number of equal servers, and a queue before them. */
export declare class Resource extends Station {
    private units;
    private used;
    private readonly line;
    /** Those who hold units. */
    protected readonly users: Holders<Request>;
    constructor(sim: Scheduler, name: string, { capacity, discipline }?: ResourceOptions);
    get capacity(): number;
    get inUse(): number;
    /** Requests in line. */
    get waiting(): number;
    /** A wait for units: `const till = yield* tills.request()`, later `till.release()`. */
    request(options?: RequestOptions): Request;
    /** Gives the units of a request back; throws if they are not held. */
    release(request: Request): void;
    private refuseRelease;
    /** Changes the number of units, 0 included; units in use stay in use until they are released. */
    setCapacity(capacity: number): void;
    /** Request: true if it is served at once; else it stands in line. */
    admit(request: Request): boolean;
    /** Request: it leaves the line; those behind a big one may now fit. */
    dismiss(request: Request): void;
    /** Those who hold units, the earliest first. */
    holders(): readonly Waiter[];
    protected serve(): void;
    protected take(request: Request): void;
    protected content(): number;
    protected queueLength(): number;
}
export {};
