import type { TestCondition } from '../../../models/data/test-sensors.js';
import type { ArmName } from '../../../models/training/arms.js';
import type { Measured } from '../../../models/training/measure.js';
import type { ThermalFit } from '../../../models/training/thermal-references.js';
import type { Interval } from '../../stats/interval.js';
import type { NestedInterval } from '../../stats/nested.js';
import type { PooledInterval } from '../../stats/pooled.js';
/** What a protocol found, as its report, its golden file and its finding read it. */
/** One arm in one regime under one kind of sensors: means over worlds, draws of labels and trainings, with 95 % intervals. */
export interface ArmRow {
    readonly arm: ArmName;
    readonly labelledPerMaterial: number;
    readonly condition: TestCondition;
    readonly trainings: number;
    /** Null where the network names no material. */
    readonly material: NestedInterval | null;
    readonly metrics: Readonly<Partial<Record<keyof Measured, number>>>;
    /**
     * Students on clean items: (arm - labels-only) / (oracle - labels-only) over the arm's own seeds; null without both in the
     * regime, and for networks that are no student.
     */
    readonly recovered: Interval | null;
}
/** A paired comparison of two arms on clean test items, in points of material accuracy. */
export interface Comparison {
    readonly a: ArmName;
    readonly b: ArmName;
    readonly labelledPerMaterial: number;
    readonly pairs: number;
    readonly points: NestedInterval;
    readonly p: number;
    /** Holm-adjusted over the four named comparisons; null for exploratory ones. */
    readonly adjustedP: number | null;
}
/** The same of the heads of condition: mean absolute errors, of which less is better. */
export interface ConditionComparison extends Omit<Comparison, 'adjustedP' | 'points'> {
    readonly error: 'stateMae' | 'qualityMae';
    readonly difference: NestedInterval;
}
/** A part of the gap between a student and the teacher: what a deeper camera closes of it, what no camera saw. */
export interface CapacityRow {
    readonly says: string;
    readonly comparison: Omit<Comparison, 'adjustedP'>;
}
/** A task of its own network against the network of all tasks, taught alike. */
export interface TaskRow {
    readonly task: 'material' | 'stateMae' | 'qualityMae';
    /** Network of one task minus network of all: points of accuracy, or of error, of which less is better. */
    readonly comparison: Omit<Comparison, 'adjustedP'>;
}
/** What teaching brings where substances show so far in their looks; null where it is open. */
export interface DialRow {
    readonly coupling: number;
    /** Trainings and tests that are missing. */
    readonly open: number;
    readonly labelsOnly: number | null;
    readonly distilled: number | null;
    /** distilled - labels-only, and true - permuted-within teacher, in points. */
    readonly gain: DialFigure | null;
    readonly pairing: DialFigure | null;
    readonly recovered: PooledInterval | null;
}
/** A figure of one point of the dial, whose scatter was measured together with that of the others; and the mean of each world. */
export interface DialFigure extends PooledInterval {
    readonly byWorld: readonly number[];
}
/** How well a network that learned nothing else guesses thermal pictures from colour, beside what is known without one. */
export interface ThermalRow extends Omit<ThermalFit, 'items'> {
    /** Pairs of pictures of each material that it learned from. */
    readonly pairsPerMaterial: number;
    readonly trainings: number;
}
export interface ProtocolDocument {
    readonly title: string;
    /** True for the short form: barely trained networks. */
    readonly quick: boolean;
    readonly fingerprint: string;
    readonly complete: boolean;
    readonly trainings: {
        readonly done: number;
        readonly planned: number;
    };
    /** Networks that were tested, each once. */
    readonly tested: number;
    /** Test items of each world, drawn when all of its networks were trained. */
    readonly testItems: number;
    /** Finished trainings that stopped to improve, and those that took all the steps they were given. */
    readonly plateaus: {
        readonly reached: number;
        readonly not: number;
    } | null;
    readonly coreHours: number;
    readonly steps: {
        readonly teacher: number;
        readonly student: number;
    };
    readonly choices: readonly {
        readonly arm: ArmName;
        readonly labelledPerMaterial: number;
        readonly learningRate: number;
    }[];
    readonly arms: readonly ArmRow[];
    readonly named: readonly Comparison[];
    readonly exploratory: readonly Comparison[];
    /** Best accuracy that groups of visually identical materials leave to any camera: at `lookCoupling` 0; above it nothing bounds, 1. */
    readonly visualCeiling: number;
    /** Accuracy of the arm `visual-ceiling`, a lower bound of the same; null where it was not trained. */
    readonly visualReached: {
        readonly accuracy: number;
        readonly items: number;
    } | null;
    readonly open: readonly {
        readonly part: string;
        readonly trainings: number;
        readonly tests: number;
    }[];
    readonly condition: readonly ConditionComparison[];
    readonly capacity: readonly CapacityRow[];
    readonly tasks: readonly TaskRow[];
    readonly dial: readonly DialRow[];
    readonly thermal: readonly ThermalRow[];
    readonly hint: {
        readonly r2: number;
        readonly baselineR2: number;
        readonly rmseK: number;
    } | null;
    /** The answer in words, for a reader in a hurry. */
    readonly finding: string;
}
export {};
