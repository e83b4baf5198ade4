import type { JsonValue } from '../../../sim/record/json.js';
import type { DesignName } from '../../schema/plan/schema.js';
/** The design of a plan as plain data: what effects are worked out from. */
export interface Design {
    readonly kind: DesignName;
    readonly factors: readonly DesignFactor[];
    /** By point, the value of each factor. */
    readonly values: readonly (readonly JsonValue[])[];
    readonly fraction: FractionFacts | null;
}
export interface DesignFactor {
    readonly name: string;
    readonly paths: readonly string[];
    /** Lowest and highest for a range that is filled, else every level. */
    readonly levels: readonly JsonValue[];
}
/** What a reader of a fractional design must know. */
export interface FractionFacts {
    /** Points of the full factorial that it is a part of. */
    readonly ofPoints: number;
    /** Null: no factor is generated, nothing is mixed up. */
    readonly resolution: number | null;
    /** `panel = battery x price` */
    readonly generators: readonly string[];
    /** Effects that the points cannot tell apart, by the places of their factors; the first stands for its class. */
    readonly classes: readonly (readonly (readonly number[])[])[];
}
export {};
