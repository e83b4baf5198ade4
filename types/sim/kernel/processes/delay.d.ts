import type { Target } from '../core/event.js';
import type { Phase } from '../core/phase.js';
import type { Scheduler } from '../core/scheduler.js';
import type { Wait } from './wait.js';
/** Where in its instant the end of a delay falls. */
export interface DelayOptions {
    readonly phase?: Phase;
    /** Integer in -512 .. 511, lower goes first within the phase. */
    readonly priority?: number;
}
/** A delay as a wait: for conditions and for phases; where neither is needed, a process yields the bare number. */
export declare class Delay extends Wait<void> implements Target {
    private readonly delayUs;
    private readonly options;
    private slot;
    constructor(sim: Scheduler, delayUs: number, options: DelayOptions);
    get name(): string;
    handle(): void;
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
}
export {};
