import type { MaterialFlow } from './stock/tally.js';
/** What a chain did over its days. Money is the region's: payments between its places cancel. */
export interface ChainSummary {
    readonly name: string;
    readonly days: number;
    /**
     * What the sorting sites got for their bales less gate fees, transport and the cheapest way out of what is still there at
     * the end: what routing decides.
     */
    readonly routingEur: number;
    readonly regionEur: number;
    readonly co2eKg: Readonly<Record<string, number>>;
    readonly energyJ: number;
    readonly virginKg: number;
    readonly feedUsedKg: number;
    /** Share of what makers needed that came from recycled feed. */
    readonly recycledContent: number;
    readonly stockKg: Readonly<Record<string, number>>;
    /** What each outlet has taken in, its gate included. */
    readonly outletsKg: Readonly<Record<string, number>>;
    /** By material id: sim/score forms the circularity indicator from it. */
    readonly materials: Readonly<Record<string, MaterialFlow>>;
    readonly lots: number;
    readonly balance: {
        readonly mass: number;
        readonly money: number;
        readonly energy: number;
    };
}
export {};
