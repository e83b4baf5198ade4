import type { Quantities } from './quantities.js';
/** One point on one day: what is played at once, by whoever plays it. */
export interface Cell {
    /** Place of the point in the study. */
    readonly point: number;
    readonly replication: number;
}
/** What became of a cell, as plain data: equal wherever and whenever it was played. */
export type CellRow = DoneCell | FailedCell;
export interface DoneCell extends Cell {
    readonly status: 'done';
    /** In the order of the point's variants. */
    readonly days: readonly DayRow[];
    readonly boundEur: number;
}
/** One variant's day. */
export interface DayRow {
    /** SHA-256 over all canonical events and decisions. */
    readonly eventHash: string;
    readonly quantities: Quantities;
    /** What was sold, EUR. */
    readonly revenueEur: number;
    /** Mass that was put to use again. */
    readonly shelfKg: number;
    /** Mass that came, and what of it was put into bins. */
    readonly massKg: number;
    readonly sortedKg: number;
    /** Share of the day in which each robot looks, thinks or moves, in the order of the robots. */
    readonly busyShares: readonly number[];
}
export interface FailedCell extends Cell {
    readonly status: 'failed';
    readonly seed: number;
    readonly error: string;
    /** One command that plays this day again. */
    readonly command: string;
}
export {};
