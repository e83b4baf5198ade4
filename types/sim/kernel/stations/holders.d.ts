import type { Queued } from './queued.js';
/** The requests that hold units of a resource: a list through the requests themselves, the latest first. */
export declare class Holders<R extends Queued<unknown>> {
    private latest;
    add(request: R): void;
    remove(request: R): void;
    /** All, the earliest first. */
    list(): readonly R[];
}
export {};
