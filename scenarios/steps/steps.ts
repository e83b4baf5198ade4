import type { DatasetSpec } from '../../models/data/dataset.ts';
import type { BackendName } from '../../models/engine/found.ts';
import type { Evaluation } from '../../models/evaluation/evaluate.ts';
import type { TrainPoint } from '../../models/training/fit.ts';
import type { Sense } from '../../sim/record/frames.ts';
import type { RunSummary } from '../../sim/record/summary.ts';
import type { RunKey } from '../../sim/run.ts';
import type { Lift } from '../../sim/score/regret.ts';
import type { WorldSpec } from '../../sim/world.ts';
import type { Table } from '../record/table.ts';
import type { ArmName } from '../schema/day/networks.ts';
import type { RegionOutcome, RegionStep } from './region.ts';

/** What a network is, as plain data: with its name and its data set it decides every bit of the weights. */
export interface NetworkRecipe {
  readonly arm: ArmName;
  readonly senses: readonly Sense[];
  /** Root of its weights and batches. */
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
  /** Name of the network in the scenario and in what is told of it. */
  readonly name: string;
  readonly network: NetworkRecipe;
  readonly dataset: string;
  /** Address of the teacher that a distilled student listens to. */
  readonly teacher: string | null;
  /** What it is computed on: the same network is another one, in its last bits, on another backend. */
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

/** One look of a robot, as plain data. */
export interface Look {
  /** Name of the network that answers, `perfect` for the truth. */
  readonly network: string;
  /** Address of the trained network; null for the truth. */
  readonly model: string | null;
  /** Board of the robot that runs the network; empty for the truth. */
  readonly device: string;
  /** Senses that the answer rests on. */
  readonly senses: readonly Sense[];
  /** Senses that this look pays for: those that no earlier look of the robot has paid for. */
  readonly pays: readonly Sense[];
}

/** What one robot sees with: its first look, then the better ones in order. */
export interface RobotLooks {
  readonly robot: string;
  readonly looks: readonly Look[];
}

/** One way to run the day. */
export interface Variant {
  /** How robots see that have no network of their own. */
  readonly perception: string;
  /** In the order of the world's robots. */
  readonly robots: readonly RobotLooks[];
  /** What their networks are computed on. */
  readonly backend: BackendName;
  readonly sorting: string;
  readonly maintenance: string;
  readonly processing: string;
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
