/** A mean with its standard error and what that stands on. */
export interface Spread {
    readonly mean: number;
    readonly se: number;
    readonly df: number;
}
/** The interval of a mean whose scatter was measured together with that of others. */
export interface PooledInterval extends Spread {
    readonly lo: number;
    readonly hi: number;
}
export {};
