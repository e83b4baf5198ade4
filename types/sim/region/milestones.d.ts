import type { ChainSummary } from './score.js';
import type { PlaceSpec } from './spec/chain.js';
/** Running totals of a chain since its first day, and what lies where, at the end of a period. */
export interface Milestone extends Pick<ChainSummary, 'routingEur' | 'regionEur' | 'co2eKg' | 'energyJ' | 'virginKg' | 'feedUsedKg' | 'outletsKg' | 'lots'> {
    /** Whole days since the start. */
    readonly day: number;
    readonly reusedKg: number;
    readonly givenUpKg: number;
    /** Kilograms inside the places of each kind, on the road under `transit`. */
    readonly stockKg: Readonly<Record<StockKind, number>>;
}
type StockKind = Exclude<PlaceSpec['kind'], 'market' | 'recovery' | 'landfill'> | 'transit';
export {};
