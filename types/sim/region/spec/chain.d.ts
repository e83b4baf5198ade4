import type { CarbonFactor } from '../../accounts/carbon.js';
import type { PriceTier } from '../../accounts/prices.js';
import type { DisruptionSpec } from './disruption.js';
import type { Cells } from './transfer-matrix.js';
export type Condition = "reuse" | "repair" | "recycle-high" | "recycle-low" | "feed";
/**
 * A circular supply chain: places that hold, change and pass on kilograms of material, and lanes between them.
 * Chain scale: one step a day; what a sorting site does inside a day comes from its transfer matrices.
 */
export interface ChainSpec {
    readonly name: string;
    readonly days: number;
    readonly materials: readonly ChainMaterialSpec[];
    readonly places: readonly PlaceSpec[];
    readonly lanes: readonly LaneSpec[];
    readonly transport: TransportSpec;
    readonly prices: PriceWalkSpec;
    readonly disruptions?: readonly DisruptionSpec[];
}
/** A material on its way through the chain. */
export interface ChainMaterialSpec {
    readonly materialId: string;
    /** Weibull life in use: mean (days) and shape. */
    readonly meanLifeDays: number;
    readonly lifeShape: number;
    readonly virginEurPerKg: number;
    /** Cradle to gate, inventory boundary. */
    readonly virginCarbon: CarbonFactor;
}
export type PlaceSpec = MakerSpec | UseSpec | CollectionSpec | SortingSpec | WorkshopSpec | ReprocessorSpec | OutletSpec;
interface PlaceBase {
    readonly id: string;
    /** Kilometres from the west and from the south of the map: for drawing alone, distances are those of the lanes. */
    readonly spotKm?: readonly [number, number];
}
/** Makes products from recycled feed as far as it has any, else from virgin material, and sells them to `use` places. */
export interface MakerSpec extends PlaceBase {
    readonly kind: 'maker';
    readonly makes: readonly {
        readonly materialId: string;
        readonly kgPerDay: number;
    }[];
    /** Most recycled feed that a product takes, 0..1. */
    readonly maxRecycledShare: number;
    /** Share of the demand that goes up and down with the year, 0..1. */
    readonly seasonality: number;
}
/** Where products live until they are given up. */
export interface UseSpec extends PlaceBase {
    readonly kind: 'use';
    /** Id of a place of sim/materials that says how items live (climate, handling), or null for the material's own. */
    readonly climate: string | null;
    /** Share of what is given up that reaches a collection point; the rest goes to the outlet of the residual lane. */
    readonly participation: number;
}
export interface CollectionSpec extends PlaceBase {
    readonly kind: 'collection';
    readonly capacityKg: number;
    /** A vehicle comes when so much is there, or after so many days. */
    readonly triggerKg: number;
    readonly maxWaitDays: number;
    readonly eurPerTrip: number;
}
export interface SortingSpec extends PlaceBase {
    readonly kind: 'sorting';
    readonly capacityKgPerDay: number;
    readonly hoursPerDay: number;
    /** What fits between the balers and the gate, bales and residue together; a full store stops the belts. */
    readonly storageKg: number;
    readonly eurPerKg: number;
    readonly energyJPerKg: number;
    /** Equal lines side by side, 1 if nothing is said: loads are those of one line. */
    readonly lines?: number;
    /** What each line costs a year whether it works or not: its capital with interest, and spares; absent = in `eurPerKg`. */
    readonly lineEurPerYear?: number;
    /** Measured at item scale, by load. */
    readonly matrices: readonly MatrixSpec[];
    /** Where the matrices come from; absent = they were typed in. */
    readonly measured?: MeasuredAt;
}
/** What a line of a sorting site does at one load. */
export interface MatrixSpec {
    readonly loadKgPerH: number;
    /** Inputs are material ids, or materials by condition (`pet-bottle-clear/reuse`); the rest of each column is residue. */
    readonly cells: Cells;
    /** Standard deviation of each share from one shift to the next (absent = none): each day is drawn within it. */
    readonly spread?: Cells;
    /** What an hour of a line costs, in place of the site's figures for a kilogram. */
    readonly perHour?: LineHour;
    /** By output: the purity that robots believed less the true one; absent = they were right. */
    readonly believedOver?: Readonly<Record<string, number>>;
}
/** An hour of one line. */
export interface LineHour {
    readonly eur: number;
    readonly energyJ: number;
    /** By boundary. */
    readonly co2eKg: Readonly<Record<string, number>>;
}
/** The measured shifts that a sorting site stands on. */
export interface MeasuredAt {
    readonly file: string;
    readonly scenario: string;
    readonly perception: string;
    /** Seed of the training of what it sees with. */
    readonly training: number;
    readonly shifts: number;
    /** Share of things named right at first sight. */
    readonly accuracy: number;
    /** Inputs that never came in any of the shifts, told by their material, of so many. */
    readonly unseen: number;
    readonly inputs: number;
    readonly scenarioHash: string;
    readonly codeHash: string;
    /** One of its shifts, and the command that plays it again. */
    readonly run: {
        readonly seed: number;
        readonly replication: number;
        readonly fingerprint: string;
    };
    readonly command: string;
}
/** How a buyer learns what is in a bale: by samples, with an error. Absent = it knows. */
export interface BaleTestSpec {
    /** Standard deviation of the purity that is found. */
    readonly sd: number;
}
/** Repairs or resells whole items: they go back into use. */
export interface WorkshopSpec extends PlaceBase {
    readonly kind: 'workshop';
    readonly accepts: readonly string[];
    readonly minCondition: Condition;
    /** Share of accepted kilograms of a good enough condition that goes back into use. */
    readonly yield: number;
    /** Life that is left to what goes back, as a share of a new item's. */
    readonly lifeShare: number;
    readonly capacityKgPerDay: number;
    readonly eurPerKg: number;
    readonly tiers: readonly PriceTier[];
    readonly test?: BaleTestSpec;
}
/** Turns bales into recycled feed. */
export interface ReprocessorSpec extends PlaceBase {
    readonly kind: 'reprocessor';
    readonly accepts: readonly string[];
    readonly minCondition: Condition;
    /** Share of accepted kilograms that becomes feed; what is not accepted is lost. */
    readonly yield: number;
    readonly capacityKgPerDay: number;
    readonly eurPerKg: number;
    readonly energyJPerKg: number;
    readonly carbon: CarbonFactor;
    readonly feedEurPerKg: number;
    readonly tiers: readonly PriceTier[];
    readonly test?: BaleTestSpec;
}
/** Where material leaves the chain: a market outside, energy recovery, a landfill. Its tiers may be negative (gate fees). */
export interface OutletSpec extends PlaceBase {
    readonly kind: 'market' | 'recovery' | 'landfill';
    /** Empty = takes everything. */
    readonly accepts: readonly string[];
    readonly minCondition: Condition;
    readonly capacityKgPerDay: number;
    readonly carbon: CarbonFactor;
    readonly tiers: readonly PriceTier[];
    readonly test?: BaleTestSpec;
}
/** A way from one place to another. `output` limits it to one output of a sorting site. */
export interface LaneSpec {
    readonly from: string;
    readonly to: string;
    readonly km: number;
    readonly output?: string;
}
/** Road transport by full or part loads. */
export interface TransportSpec {
    readonly payloadKg: number;
    /** Out and back: an empty way home is in the price. */
    readonly eurPerKm: number;
    readonly kmPerDay: number;
    readonly carbonKgPerTkm: number;
}
/** Monthly price index around 1: log index is AR(1) with this persistence and innovation sd. */
export interface PriceWalkSpec {
    readonly persistence: number;
    readonly sd: number;
    /** Days from which every price is multiplied by a factor: a collapse, a recovery. */
    readonly shocks: readonly {
        readonly day: number;
        readonly factor: number;
    }[];
}
export {};
