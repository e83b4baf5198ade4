import type { Plain } from '../../sim/record/json.js';
/**
 * The content-addressed cache: data sets, models, beliefs and runs, each under the hash of its recipe.
 * An entry is its digest (32 bytes) followed by its bytes, so that one that was damaged or exchanged is noticed, dropped
 * and made again.
 */
export declare class ContentStore {
    readonly folder: string;
    private readonly note;
    /** `note` hears of entries that were refused. */
    constructor(folder: string, note?: (text: string) => void);
    path(kind: string, address: string): string;
    has(kind: string, address: string): boolean;
    /** The bytes, or undefined if there are none or they are not the bytes that were written. */
    read(kind: string, address: string): Uint8Array | undefined;
    /** The bytes in memory of their own, as typed arrays need it; throws if they are gone or damaged (the next run makes them again). */
    need(kind: string, address: string, what: string): Uint8Array;
    write(kind: string, address: string, bytes: Uint8Array): void;
    /** What was written as JSON under this address: its digest says that nobody else wrote it. */
    readJson<T>(kind: string, address: string): T | undefined;
    writeJson<T>(kind: string, address: string, value: T & Plain<T>): void;
}
export {};
