import type { AnyWait, Wait } from './wait.js';
/** What a wait gives. */
export type Outcome<W> = W extends Wait<infer T> ? T : never;
/** Which of several waits came first, with its value; narrows by `index`. */
export type First<Waits extends readonly AnyWait[]> = {
    [I in keyof Waits]: {
        readonly index: NumberOf<I>;
        readonly value: Outcome<Waits[I]>;
    };
}[number];
type NumberOf<I> = I extends `${infer N extends number}` ? N : number;
/**
 * A wait for the first of several; the others are given up (a customer who finds a till free leaves the other line).
 * `const first = yield* anyOf(till.request(), sim.delay(patienceUs)); if (first.index === 0) first.value.release();`
 */
export declare function anyOf<const Waits extends readonly [AnyWait, ...AnyWait[]]>(...waits: Waits): Wait<First<Waits>>;
export {};
