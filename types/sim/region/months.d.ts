import type { Milestone } from './milestones.js';
import type { RouteTotal } from './stock/traffic.js';
/** A region at the end of a month: totals since its first day, and what lies, moves and is paid where. Lists follow `chartOf`. */
export interface Month extends Milestone {
    /** [places][groups] kg that lie there; what has gone into an outlet so far. */
    readonly lyingKg: readonly (readonly number[])[];
    readonly transitKg: number;
    /** [routes] since the first day. */
    readonly routes: readonly RouteTotal[];
    /** [buyers] EUR/kg for a lot of the best purity, on the last day. */
    readonly priceEurPerKg: readonly number[];
}
export {};
