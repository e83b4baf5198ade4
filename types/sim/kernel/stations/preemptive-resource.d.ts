import type { Scheduler } from '../core/scheduler.js';
import type { Request, RequestOptions, Resource, ResourceOptions } from './resource.js';
/** Why a process lost a server: the cause of its `Interrupted`. */
export declare class Preempted {
    readonly resource: string;
    /** Who took it. */
    readonly by: string;
    /** Since when it had been held. */
    readonly sinceUs: number;
    constructor(resource: string, 
    /** Who took it. */
    by: string, 
    /** Since when it had been held. */
    sinceUs: number);
    toString(): string;
}
/** A request that can lose its server to a better one. */
declare class PreemptiveRequest extends Request {
    sinceUs: number;
}
/**
 * Servers that a request of better (lower) priority takes away from the worst and latest holder. The holder gets
 * `Interrupted` with a `Preempted` as its cause, holds nothing any more, and may request again for what is left to do.
 */
export declare class PreemptiveResource extends Resource {
    constructor(sim: Scheduler, name: string, { capacity }?: Pick<ResourceOptions, 'capacity'>);
    /** Requests are for one unit. */
    request({ priority }?: Pick<RequestOptions, 'priority'>): Request;
    admit(request: PreemptiveRequest): boolean;
    protected take(request: PreemptiveRequest): void;
    /** Largest priority number, the latest among equals; null if there is no user. O(units). */
    private worstUser;
    private evict;
}
export {};
