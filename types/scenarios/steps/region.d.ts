import type { ChainSpec } from '../../sim/region/spec/chain.js';
import type { RunKey } from '../../sim/run.js';
export type RoutingName = "nearest" | "least-cost" | "price-aware" | "rolling-plan";
/** Plays one region under one routing policy. */
export interface RegionStep {
    readonly kind: 'region';
    readonly chain: ChainSpec;
    readonly key: RunKey;
    readonly routing: RoutingName;
}
/** What a region's play brought; `boundEur` = what no routing policy can exceed on these days. */
export type RegionOutcome = {
    readonly routing: "nearest" | "least-cost" | "price-aware" | "rolling-plan";
    readonly replication: number;
    readonly summary: import("../../sim/region/score.js").ChainSummary;
    readonly circularity: import("../../sim/score/region-circularity.js").RegionCircularity;
    readonly milestones: readonly import("../../sim/region/milestones.js").Milestone[];
    readonly months: readonly import("../../sim/region/months.js").Month[];
    readonly monthlyFeedKg: number[];
    readonly boundEur: number;
    readonly eventHash: string;
    readonly events: number;
    readonly decisions: number;
};
export {};
