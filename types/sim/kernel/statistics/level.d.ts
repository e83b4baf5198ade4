/** Whatever tells the time. */
export interface Clock {
    /** Integer microseconds. */
    readonly now: number;
}
/** A quantity that holds its value between changes: queue length, stock, number of busy servers. Averages weigh by time. */
export declare class Level {
    private readonly clock;
    private current;
    private area;
    private sinceUs;
    private startUs;
    private least;
    private greatest;
    constructor(clock: Clock, value?: number);
    get value(): number;
    set(value: number): void;
    add(change: number): void;
    /** Integral over time since the start or the last reset, in value x microseconds. */
    get integral(): number;
    /** Time average since the start or the last reset; NaN before any time has passed. */
    get mean(): number;
    get min(): number;
    get max(): number;
    /** Begins anew at the present value: the end of a warm-up. */
    reset(): void;
}
export {};
