import type { PieceView } from './accounts/bench.js';
import type { ItemState } from './materials/item.js';
import type { Belief } from './record/belief.js';
import type { Option } from './record/decision.js';
import type { Cost, Frames, Sense } from './record/frames.js';
import type { SenseRegistry, Sensors } from './senses/registry.js';
/**
 * A trained network behind plain records. Synchronous; the answer for an item must not depend on the batch it came in
 * (bit-equal in batches of 1, 7 and 32). `cost` is inference alone on the device it runs on: looking costs are the sensors'.
 */
export interface Classifier {
    readonly modelId: string;
    /** Sorted material ids, the order of `Belief.material`. */
    readonly labels: readonly string[];
    readonly senses: readonly Sense[];
    readonly cost: Cost;
    classify(batch: readonly Frames[]): Belief[];
}
/** What one look costs, the sensors' share and the thinking apart (they are different robot states). */
export interface LookCost {
    readonly sense: Cost;
    readonly infer: Cost;
}
/**
 * How robots come to a belief. `request` says that an item will be looked at (so that answers can be worked out in batches);
 * `belief` must answer at once. The same item under the same sensors always gets the same belief.
 */
export interface Perception {
    readonly name: string;
    readonly labels: readonly string[];
    readonly senses: readonly Sense[];
    /** Board that runs the network; empty where none does. */
    readonly device: string;
    readonly cost: LookCost;
    request(item: ItemState, sensors: Sensors, timeUs: number): void;
    belief(item: ItemState, sensors: Sensors): Belief;
}
/** One output as a sorter sees it. Prices may be negative (a fraction that must be paid for). */
export interface OutputView {
    readonly id: string;
    /** [K] 1 where the output accepts that label, else 0. */
    readonly accepts: Uint8Array;
    /** Highest degradation state (0..9) that still meets the specification. */
    readonly maxState: number;
    /** [6] 1 where the output accepts that best next use, else 0; absent where it does not go by them. */
    readonly grades?: Uint8Array;
    /** What becomes of pieces that are worked on and sold one by one; absent where it is sold by weight. */
    readonly pieces?: PieceView;
    /** Price of accepted mass at the purity that the site believes the output to hold (from its own beliefs, not the truth). */
    readonly priceEurPerKg: number;
    /** The best price and the purity from which it is paid. */
    readonly topPriceEurPerKg: number;
    readonly topMinPurity: number;
    /** All price steps, and the present lot: its mass and the mass of it that the site believes to belong there. */
    readonly tiers: readonly {
        readonly minPurity: number;
        readonly priceEurPerKg: number;
    }[];
    readonly lotKg: number;
    readonly believedKg: number;
    /** What each kilogram of wrong material in it costs. */
    readonly contaminantEurPerKg: number;
}
/**
 * What the sun may still bring before the working day ends, a day ahead at most: the sky goes on from whether it is cloudy now, step by
 * step, as the site's clouds come and go.
 */
export interface SunOutlook {
    readonly cloudy: boolean;
    readonly stepUs: number;
    /** Joules into the battery in each step, the first of which begins now: under a clear sky, and under clouds. */
    readonly clearJ: Float64Array;
    readonly cloudyJ: Float64Array;
    /** How probably the next step is cloudy: after a clear one, and after a cloudy one. */
    readonly cloudyNext: {
        readonly afterClear: number;
        readonly afterCloudy: number;
    };
}
/** What a robot knows at the instant it decides on one item. The true material is not in here. */
export interface SortView {
    readonly timeUs: number;
    readonly robotId: string;
    readonly belief: Belief;
    readonly labels: readonly string[];
    /** [K x 6] probability of each best next use if the thing is of a label; absent where no output goes by them. */
    readonly grades?: Float64Array;
    /** Weight from the belt scale. */
    readonly massKg: number;
    readonly outputs: readonly OutputView[];
    /** What passing the item on costs per kilogram (it ends in the residue unless somebody else picks it). */
    readonly residueEurPerKg: number;
    /** How many looks tell the belief, 1 after the first; `told` where they were another robot's. */
    readonly looks: number;
    readonly told?: boolean;
    /** The next, better look, or null when there is none. */
    readonly nextLook: Cost | null;
    readonly pick: {
        readonly energyJ: number;
        readonly timeUs: number;
        readonly success: number;
    };
    readonly chargeJ: number;
    readonly capacityJ: number;
    /** Charge below which the robot browns out, and at which it starts again. */
    readonly stopJ: number;
    readonly restartJ?: number;
    /** Joules that the forecast still promises before the working day ends: the sun under the skies that may follow the present one. */
    readonly forecastJ: number;
    /** The same sun step by step; absent where nothing is known of it but the sum. */
    readonly sun?: SunOutlook;
    /** Joules that waiting will take from the battery until then, if it takes as much as so far. */
    readonly standbyJ: number;
    /** Working time left, in microseconds. */
    readonly dayLeftUs: number;
    /** Items waiting behind this one in the robot's window. */
    readonly waiting: number;
}
/** `pick` names the index of an output in `SortView.outputs`. */
export type SortAction = {
    readonly kind: 'pass';
} | {
    readonly kind: 'look';
} | {
    readonly kind: 'pick';
    readonly output: number;
};
/** The choice and what was expected of each option (kept in the decision record). */
export interface SortChoice {
    readonly action: SortAction;
    readonly options: readonly Option[];
}
export interface SortPolicy {
    readonly name: string;
    decide(view: SortView): SortChoice;
}
/** A series that an asset's instruments gave over the last inspections, oldest first. */
export interface AssetSeries {
    readonly timeS: readonly number[];
    readonly currentA: readonly number[];
    readonly vibrationMmPerS: readonly number[];
    /** Hot spot above ambient, read from the rendered thermal picture. */
    readonly hotSpotK: readonly number[];
}
/** What is known of one asset at an inspection. True wear is not in here. */
export interface AssetView {
    readonly timeUs: number;
    readonly assetId: string;
    readonly kind: string;
    /** Running time since the last renewal, in seconds. */
    readonly ageS: number;
    /** Condition index from the instruments, about 0 when new and 1 at failure, with measurement noise. */
    readonly condition: number;
    readonly series: AssetSeries;
    readonly plannedCostEur: number;
    readonly failureCostEur: number;
    /** Time until a technician sent for now would start work (travel, calendar, spare part). */
    readonly leadTimeS: number;
    /** Of these, seconds in which the site is open, so that the asset runs; and as many for one who is sent for at the next inspection, from now on. */
    readonly leadRunS: number;
    readonly nextLeadRunS: number;
    readonly inspectionEveryS: number;
    /** True when a visit to another asset of this site is already under way. */
    readonly visitPlanned: boolean;
    /** Seconds of the run that are left. */
    readonly runLeftS: number;
}
export interface MaintenanceChoice {
    readonly action: 'wait' | 'visit';
    readonly options: readonly Option[];
}
export interface MaintenancePolicy {
    readonly name: string;
    decide(view: AssetView): MaintenanceChoice;
    /** Whether it would have renewed such an asset, from which long-run ages are drawn: without memory. Absent = it waits for failures. */
    renews?(view: AssetView): boolean;
}
/** One output as the site's operator sees it: purities are believed, not known. */
export interface LotView {
    readonly id: string;
    readonly lotKg: number;
    readonly believedPurity: number;
    readonly capacityKg: number;
    readonly topMinPurity: number;
    readonly topPriceEurPerKg: number;
    readonly priceEurPerKg: number;
    readonly emptyEur: number;
}
/** What is known of the plant when it is set anew. */
export interface ProcessView {
    readonly timeUs: number;
    /** Feed over the last minute. */
    readonly tonnesPerHour: number;
    readonly itemsPerM: number;
    readonly speedFactor: number;
    readonly machines: readonly {
        readonly id: string;
        readonly threshold: number;
    }[];
    readonly resortOpen: boolean;
    readonly lots: readonly LotView[];
}
/** How the plant is to run until it is asked again. */
export interface ProcessChoice {
    /** 0.25..2 times the nominal belt speed. */
    readonly speedFactor: number;
    /** Threshold shift of each machine in standard deviations of its score, in the order of the view. */
    readonly thresholds: readonly number[];
    readonly resortOpen: boolean;
    /** Lots to bale and sell now. */
    readonly bale: readonly string[];
    readonly options: readonly Option[];
}
export interface ProcessPolicy {
    readonly name: string;
    decide(view: ProcessView): ProcessChoice;
}
/** What one robot perceives with: its first look and the better ones in order (second look, third look ...), at its own cost. */
export interface Eyes {
    readonly perception: Perception;
    readonly escalation: readonly Perception[];
}
/** Everything a run needs from outside. */
export interface Ports {
    /** What the way of seeing is called in the record. */
    readonly seeing: string;
    /** Senses that the sensors of the robots go by; absent = those that looptwin has. */
    readonly senses?: SenseRegistry;
    /** The eyes of a robot; the same whenever it is asked. */
    eyes(robotId: string): Eyes;
    readonly sorting: SortPolicy;
    readonly maintenance: MaintenancePolicy;
    /** Absent = nominal speed, nominal thresholds, bale when full. */
    readonly processing?: ProcessPolicy;
}
export {};
