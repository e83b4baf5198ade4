import type { DatasetSpec } from '../../models/data/dataset.ts';
import type { BackendName } from '../../models/engine/found.ts';
import type { Evaluation } from '../../models/evaluation/evaluate.ts';
import type { TrainPoint } from '../../models/training/fit.ts';
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
  readonly backend: BackendName;
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
  /** What its networks are computed on. */
  readonly backend: BackendName;
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

/** How a network did on the test items, as plain data. */
export interface TestResult
  extends Pick<Evaluation, 'items' | 'accuracy' | 'macroF1' | 'ece' | 'stateMae' | 'qualityMae'> {
  /** Items whose material was named right, and which. */
  readonly right: number;
  readonly correct: readonly number[];
  /** [K, K] counts, true material by row; materials in the order of `labels`. */
  readonly confusion: readonly number[];
  readonly labels: readonly string[];
}

/** What a training leaves beside its weights. */
export interface TrainOutcome {
  readonly modelId: string;
  readonly curve: readonly TrainPoint[];
  readonly test: TestResult;
}

/** What each kind of step answers with. */
interface Outcomes {
  readonly dataset: null;
  readonly train: TrainOutcome;
  readonly day: DayOutcome;
  readonly lift: LiftOutcome;
  readonly bound: BoundOutcome;
  readonly region: RegionOutcome;
}

export type StepOutcome<S extends Step> = Outcomes[S['kind']];
