import type { DatasetSpec } from '../../models/data/dataset.ts';
import type { TestCondition } from '../../models/data/test-sensors.ts';
import type { BackendName } from '../../models/engine/found.ts';
import type { Calibrations } from '../../models/evaluation/calibration.ts';
import type { ConditionRow } from '../../models/evaluation/condition.ts';
import type { Evaluation } from '../../models/evaluation/evaluate.ts';
import type { TrainPoint } from '../../models/training/fit.ts';
import type { HintFit } from '../../models/training/hint.ts';
import type { Measured } from '../../models/training/measure.ts';
import type { Recipe } from '../../models/training/recipe.ts';
import type { ThermalFit } from '../../models/training/thermal-references.ts';
import type { InformationBound } from '../../sim/decisions/information-bound.ts';
import type { Sense } from '../../sim/record/frames.ts';
import type { RunSummary } from '../../sim/record/summary.ts';
import type { RunKey } from '../../sim/run.ts';
import type { Instead } from '../../sim/site/reference.ts';
import type { WorldSpec } from '../../sim/world.ts';
import type { Table } from '../record/table.ts';
import type { GivenModel } from '../schema/day/given.ts';
import type { RegionOutcome, RegionStep } from './region.ts';

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
  readonly recipe: Recipe;
  readonly dataset: DatasetStep;
  /** Teachers that a student listens to. */
  readonly teachers: readonly TrainStep[];
  /** What teachers look at where the student takes other pictures of the same items. */
  readonly lessons?: DatasetStep;
  /** What it is computed on: the same network is another one, in its last bits, on another backend. */
  readonly backend: BackendName;
}

/** Takes a network that was trained before, tests it on a stored data set and stores it under `address`. */
export interface GivenStep extends Pick<TrainStep, 'name' | 'address' | 'dataset' | 'backend'> {
  readonly kind: 'given';
  /** What it is. */
  readonly network: 'teacher' | 'student';
  readonly given: GivenModel;
}

/** How a scenario comes by a network: it is trained, or it is given. */
export type NetworkStep = TrainStep | GivenStep;

/** Tests a stored network on stored test items, under each condition that is asked for. */
export interface MeasureStep {
  readonly kind: 'measure';
  readonly network: TrainStep;
  /** By the condition of the sensors. */
  readonly tests: Readonly<Partial<Record<TestCondition, DatasetStep>>>;
}

/** Plays one day under one perception and one pair of policies. */
export interface DayStep {
  readonly kind: 'day';
  readonly world: WorldSpec;
  readonly key: RunKey;
  readonly variant: Variant;
  /** What is kept of the day, and in which file; null = nothing but its summary and its hash. */
  readonly recording: DayRecording | null;
}

/** The file of a day's recording, whole, or without what all days of a run share (the items that arrive). */
export interface DayRecording {
  readonly path: string;
  readonly keeps: 'everything' | 'own';
}

/** What no policy can exceed on this day. */
export interface BoundStep {
  readonly kind: 'bound';
  readonly world: WorldSpec;
  readonly key: RunKey;
  /** Policies that may have looked after the site before; none where one is a function of the caller: then grippers are new and nothing fails. */
  readonly maintenance: readonly string[];
}

/** A day of an experiment, whole: one thread plays its variants and solves its bound, and so makes the day's items once. */
export interface CellStep {
  readonly kind: 'cell';
  readonly days: readonly DayStep[];
  /** Null where its bound is known. */
  readonly bound: BoundStep | null;
}

/** What no policy can exceed on average that decides on what the eyes of a variant say. */
export interface InformationStep {
  readonly kind: 'information';
  readonly world: WorldSpec;
  readonly key: RunKey;
  readonly variant: Variant;
}

/** Plays one shift of a site and measures what went where: by material and condition, with what it cost. */
export interface ShiftStep {
  readonly kind: 'shift';
  readonly world: WorldSpec;
  readonly key: RunKey;
  readonly variant: Variant;
}

/** What an output of a shift was believed to hold and held, kg. */
export interface ShiftOutput {
  readonly id: string;
  readonly totalKg: number;
  readonly acceptedKg: number;
  readonly believedKg: number;
}

/** What was measured in a shift. */
export interface ShiftOutcome {
  /** Material and condition; the columns of `kg`. */
  readonly inputs: readonly string[];
  /** The rows of `kg`; the residue is the last. */
  readonly outputs: readonly string[];
  /** [outputs, inputs] kg, row-major. */
  readonly kg: readonly number[];
  readonly bins: readonly ShiftOutput[];
  readonly revenueEur: number;
  readonly costEurByCause: Readonly<Record<string, number>>;
  /** kgCO2e by boundary, then by cause. */
  readonly co2eKg: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly robotJ: number;
  readonly mainsJ: number;
  readonly downtimeS: number;
  /** Share of the items whose material was named right at first sight. */
  readonly accuracy: number;
  /** SHA-256 over all events and decisions. */
  readonly fingerprint: string;
}

export type Step =
  | DatasetStep
  | NetworkStep
  | MeasureStep
  | DayStep
  | CellStep
  | BoundStep
  | InformationStep
  | ShiftStep
  | RegionStep;

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

/** What may be known of a thing without looking: its material, its condition. */
export type Known = 'material' | 'condition';

/** What one robot sees with: its first look, then the better ones in order. */
export interface RobotLooks {
  readonly robot: string;
  readonly looks: readonly Look[];
}

/** What looks may be spared. */
export type LooksTake = 'no-time' | 'nothing';

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
  /** What the robots know whatever their eyes say. */
  readonly knows?: readonly Known[];
  /** What looks take: no time, or neither time nor joules; absent = what they take. */
  readonly looksTake?: LooksTake;
  /** Who works in place of the robots; absent = they do. */
  readonly instead?: Instead;
}

export interface DayOutcome {
  readonly variant: Variant;
  readonly summary: RunSummary;
  /** SHA-256 over all canonical events and decisions. */
  readonly eventHash: string;
  readonly events: number;
  readonly decisions: number;
  /** Seconds that its thread took. */
  readonly costS: number;
  /** Tables of the recorded day, sorted by name; none unless it was recorded. */
  readonly tables: readonly Table[];
}

export interface BoundOutcome {
  readonly boundEur: number;
  readonly freeBoundEur: number;
  /** What of the bound visits and parts take at least. */
  readonly upkeepEur: number;
}

/** What a cell answers with. */
export interface PlayedCell {
  /** In the order of the step's days. */
  readonly days: readonly DayOutcome[];
  readonly bound: BoundOutcome | null;
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
  /** How well condition is known: of all items, by material, by state. */
  readonly condition: readonly ConditionRow[];
}

/** What a training leaves beside its weights. */
export interface TrainOutcome {
  readonly modelId: string;
  readonly curve: readonly TrainPoint[];
  /** The step whose weights were kept; 0 for a network that was given. */
  readonly bestStep: number;
  /** Steps after which it no longer improved; null where that was not waited for. */
  readonly plateauStep: number | null;
  /** Null where the data set has no test items. */
  readonly test: TestResult | null;
  /** How far its answers are to be believed, by the senses that are used; none where it was not measured. */
  readonly calibrations: Calibrations;
}

/** What the tests of a network found, and what figures are drawn from: of the clean test. */
export interface MeasureOutcome {
  readonly test: Readonly<Partial<Record<TestCondition, Measured>>>;
  readonly hint?: HintFit;
  readonly thermal?: ThermalFit;
  readonly families?: readonly string[];
  readonly familyConfusion?: readonly number[];
  readonly reliability?: readonly (readonly [number, number, number])[];
}

/** What each kind of step answers with. */
interface Outcomes {
  /** Hash of streams and labels. */
  readonly dataset: string;
  readonly train: TrainOutcome;
  readonly given: TrainOutcome;
  readonly measure: MeasureOutcome;
  readonly day: DayOutcome;
  readonly cell: PlayedCell;
  readonly bound: BoundOutcome;
  readonly information: InformationBound;
  readonly region: RegionOutcome;
  readonly shift: ShiftOutcome;
}

export type StepOutcome<S extends Step> = Outcomes[S['kind']];
