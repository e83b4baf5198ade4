import type { RunKey } from '../../../sim/run.js';
import type { WorldSpec } from '../../../sim/world.js';
import type { BoundStep, DatasetStep, LiftStep, NetworkStep, Variant } from '../../steps/steps.js';
/** Everything that one run of a scenario does, before anything is done. */
export interface RunPlan {
    readonly world: WorldSpec;
    readonly key: RunKey;
    readonly dataset: DatasetStep;
    /** Networks to train or to take, each once; a teacher stands before the student that needs it. */
    readonly trainings: readonly NetworkStep[];
    /** Each perception under the first maintenance policy, then the main perception under the others. */
    readonly variants: readonly Variant[];
    /** The variant that is recorded and compared by maintenance policy. */
    readonly main: Variant;
    readonly bound: BoundStep;
    /** Splits the regret of the first maintenance policy. */
    readonly lift: LiftStep;
}
export {};
