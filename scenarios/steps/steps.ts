import type { DatasetSpec } from '../../models/data/dataset.ts';
import type { JsonObject } from '../../sim/record/json.ts';
import type { RunSummary } from '../../sim/record/summary.ts';
import type { RunKey } from '../../sim/run.ts';
import type { Lift } from '../../sim/score/regret.ts';
import type { WorldSpec } from '../../sim/world.ts';
import type { Table } from '../record/table.ts';
import type { RegionOutcome, RegionStep } from './region.ts';

/** The three trained networks of a run. */
export type ArmName = 'labels-only' | 'distilled' | 'teacher';

/** What one training is told beside its data; plain data, part of its address. */
export interface ArmTraining {
  readonly seed: number;
  readonly steps: number;
}

/** Renders a data set and stores it under `address`. */
export interface DatasetStep {
  readonly kind: 'dataset';
  readonly address: string;
  readonly spec: DatasetSpec;
}

/** Trains one network on a stored data set and stores model and learning curve under `address`. */
export interface TrainStep {
  readonly kind: 'train';
  readonly address: string;
  readonly arm: ArmName;
  readonly dataset: string;
  /** Address of the teacher that a distilled student listens to. */
  readonly teacher: string | null;
  readonly training: ArmTraining;
}

/** Plays one day under one perception and one pair of policies. */
export interface DayStep {
  readonly kind: 'day';
  readonly world: WorldSpec;
  readonly key: RunKey;
  readonly variant: Variant;
  /** Folder to record into (events.mcap), or null. */
  readonly recordInto: string | null;
}

/** The day again with one limit after the other taken away: what regret is split by. */
export interface LiftStep {
  readonly kind: 'lift';
  readonly world: WorldSpec;
  readonly key: RunKey;
  readonly policies: Pick<Variant, 'sorting' | 'maintenance' | 'processing'>;
}

export interface LiftOutcome {
  /** EUR of each lifted day. */
  readonly liftedEur: Readonly<Record<Lift, number>>;
}

/** What no policy can exceed on this day. */
export interface BoundStep {
  readonly kind: 'bound';
  readonly world: WorldSpec;
  readonly key: RunKey;
}

export type Step = DatasetStep | TrainStep | DayStep | LiftStep | BoundStep | RegionStep;

/** One way to run the day. `model` is the address of the trained network, null for perfect perception. */
export interface Variant {
  readonly perception: string;
  readonly model: string | null;
  /** Device that runs the network; empty without one. */
  readonly device: string;
  readonly sorting: string;
  readonly maintenance: string;
  readonly processing: string;
  /** Address of the teacher that answers further looks (thermal, then near-infrared), and the device it runs on. */
  readonly escalation: { readonly model: string; readonly device: string } | null;
}

export interface DayOutcome {
  readonly variant: Variant;
  readonly summary: RunSummary;
  /** SHA-256 over all canonical events and decisions. */
  readonly eventHash: string;
  readonly events: number;
  readonly decisions: number;
  /** Tables of the recorded day, sorted by name; none unless it was recorded. */
  readonly tables: readonly Table[];
}

export interface BoundOutcome {
  readonly boundEur: number;
  readonly freeBoundEur: number;
}

/** What a training leaves beside its weights. */
export interface TrainOutcome {
  readonly modelId: string;
  readonly curve: readonly JsonObject[];
  readonly test: JsonObject;
}

export type StepOutcome<S extends Step> = S extends DayStep
  ? DayOutcome
  : S extends BoundStep
    ? BoundOutcome
    : S extends TrainStep
      ? TrainOutcome
      : S extends LiftStep
        ? LiftOutcome
        : S extends RegionStep
          ? RegionOutcome
          : null;
