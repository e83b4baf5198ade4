/** Seconds as integer microseconds, rounded to the nearest. */
export declare const seconds: (s: number) => number;
/** Minutes as integer microseconds, rounded to the nearest. */
export declare const minutes: (min: number) => number;
/** Hours as integer microseconds, rounded to the nearest. */
export declare const hours: (h: number) => number;
/** Days as integer microseconds, rounded to the nearest. */
export declare const days: (d: number) => number;
/** `3 d 04:05:06.000007`, without what is zero at the front and the end: for messages to people. */
export declare function formatTime(timeUs: number): string;
export {};
