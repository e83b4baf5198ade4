/** An open stretch of time [fromUs, toUs) within the period of a calendar. */
export interface Shift {
    readonly fromUs: number;
    readonly toUs: number;
}
/** A repeating pattern of open and closed time: shifts, working hours, weekends. Time 0 is the start of a period (Monday 00:00 in a week). */
export declare class Calendar {
    readonly periodUs: number;
    private readonly shifts;
    private readonly openPerPeriodUs;
    /** Shifts in order, without overlap, inside [0, periodUs]. */
    constructor(shifts: readonly Shift[], periodUs?: number);
    isOpen(timeUs: number): boolean;
    /** The next instant after `timeUs` at which it opens or closes. Shifts that touch do not close between them. */
    nextChange(timeUs: number): number;
    /** Open time between two instants. */
    openBetween(fromUs: number, toUs: number): number;
    /** When `workUs` of open time will have passed since `fromUs`: the end of a job that rests while closed. */
    afterWork(fromUs: number, workUs: number): number;
    /** Open time from 0 to `toUs`. */
    private openUs;
}
/** Working hours on the first `workdays` days of a week, `fromH` to `toH` o'clock (hours may be fractions). */
export declare function workingWeek(fromH: number, toH: number, workdays?: number): Calendar;
export {};
