/** A 64-bit value as two unsigned 32-bit words: what JavaScript can hold exactly and compare fast. */
export interface Hash64 {
    readonly hi: number;
    readonly lo: number;
}
export {};
