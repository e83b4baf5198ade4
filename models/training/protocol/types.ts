import type { ArmName } from '../arms.ts';
import type { Plateau } from '../schedule.ts';
import type { Group, Place } from './places.ts';

/**
 * The protocol as a pure plan: which trainings there are, which may run now, and what each is told. Its state is the
 * list of results so far, so any clone that has the list goes on from there.
 */
export interface Protocol {
  readonly data: ProtocolData;
  readonly training: {
    /** How many; with a plateau, how many at most. */
    readonly teacherSteps: number;
    readonly studentSteps: number;
    readonly plateau?: Plateau | undefined;
    readonly batch: number;
    readonly validateEvery: number;
    /** Where the search for the rate of an arm begins; a best one at the edge of what was tried makes it go on. */
    readonly learningRates: readonly number[];
    /** Of soft targets, fixed beforehand; methods with a temperature of their own keep that. */
    readonly temperature: number;
  };
  /** Rates are chosen on validation over so many seeds, in each regime. */
  readonly tuningSeeds: number;
  readonly primary: Group;
  /** Further amounts of labels. */
  readonly regimes: readonly Group[];
  /** Further arms, with the rate of `multi-sensor-teacher` at as many labels. */
  readonly exploratory: Group;
  /** Further networks beside the main question: what a deeper camera makes of it, what a camera sees of heat. */
  readonly beside?: readonly Group[] | undefined;
  /** The same question where substances show less in their looks, each value a protocol of its own (`dial.ts`). */
  readonly dial?: Dial | undefined;
  /** Rates that are given and not searched for. */
  readonly rates?: Readonly<Partial<Record<ArmName, number>>> | undefined;
}

/** A group that is trained at each value of `lookCoupling`. */
export interface Dial extends Group {
  readonly couplings: readonly number[];
}

export interface ProtocolData {
  readonly materials: readonly string[];
  readonly imagePx: 32 | 64;
  /** Seed of the items of the first world; each further world has the next. */
  readonly seed: number;
  /** Items per material that students may train on; a regime says how many of them have labels. */
  readonly poolPerMaterial: number;
  readonly validationPerMaterial: number;
  readonly calibrationPerMaterial: number;
  readonly testPerMaterial: number;
  /** How far substances show in their looks, 0..1; absent = 1. */
  readonly lookCoupling?: number;
}

/** One training: the unit of work. */
export interface Unit extends Place {
  /** `tune` sees validation only; `final` counts, and is tested when all of its world are trained. */
  readonly stage: 'tune' | 'final';
  readonly learningRate: number;
  readonly temperature: number;
  /** Learning rate of the teachers it listens to; null for teachers and for students on their own. */
  readonly teacherLearningRate: number | null;
}

/** What a result tells the plan. */
export interface UnitResult {
  readonly unit: Unit;
  readonly validationAccuracy: number;
}
