import type { NestedInterval } from '../../stats/nested.js';
import type { Comparison } from './document.js';
/** A named comparison in two runs of a protocol, each in worlds of its own. */
export interface AskedAgain extends Pick<Comparison, 'a' | 'b' | 'labelledPerMaterial'> {
    readonly first: NestedInterval;
    readonly second: NestedInterval;
    /** Worlds of the second run whose difference lies where the first run expected that of one more world. */
    readonly inside: number;
}
export {};
