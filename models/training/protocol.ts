import { type Arm, type ArmName, armOf, teacherOf } from './arms.ts';

/**
 * The protocol as a pure plan: which trainings there are, which may run now, and what each is told. Its state is the
 * list of results so far, so any clone that has the list goes on from there.
 */
export interface Protocol {
  readonly data: ProtocolData;
  readonly training: {
    readonly teacherSteps: number;
    readonly studentSteps: number;
    readonly batch: number;
    readonly validateEvery: number;
    readonly learningRates: readonly number[];
    /** Learning rate at which temperatures other than the first are tried. */
    readonly middleLearningRate: number;
  };
  /** Choices of learning rate and temperature are made on validation over so many seeds. */
  readonly tuningSeeds: number;
  readonly primary: Group;
  /** Further amounts of labels, with the choices of the primary regime. */
  readonly regimes: readonly Group[];
  /** Further arms at the primary regime, with the choices of `multi-sensor-teacher`. */
  readonly exploratory: Group;
}

export interface ProtocolData {
  readonly materials: readonly string[];
  readonly imagePx: 32 | 64;
  readonly seed: number;
  /** Items per material that students may train on; a regime says how many of them have labels. */
  readonly poolPerMaterial: number;
  readonly validationPerMaterial: number;
  readonly calibrationPerMaterial: number;
  readonly testPerMaterial: number;
  /** How far substances show in their looks, 0..1; absent = 1. */
  readonly lookCoupling?: number;
  /** Counts looks at the test set; raised by hand for each further attempt after a look. */
  readonly testDraw: number;
}

export interface Group {
  readonly labelledPerMaterial: number;
  readonly seeds: number;
  readonly arms: readonly ArmName[];
}

/** One training: the unit of work. */
export interface Unit {
  /** `tune` sees validation only; `final` opens the test set. */
  readonly stage: 'tune' | 'final';
  readonly arm: ArmName;
  readonly labelledPerMaterial: number;
  readonly seed: number;
  readonly learningRate: number;
  readonly temperature: number;
  /** Learning rates of the teachers it listens to; null for teachers and for students on their own. */
  readonly teacherLearningRate: number | null;
}

/** What a result tells the plan. */
export interface UnitResult {
  readonly unit: Unit;
  readonly validationAccuracy: number;
}

/** Name of a unit, equal for equal units. */
export function unitKey(unit: Unit): string {
  const { stage, arm, labelledPerMaterial, seed, learningRate, temperature, teacherLearningRate } = unit;
  return [
    stage,
    `${labelledPerMaterial}`,
    arm,
    `s${seed}`,
    `lr${learningRate}`,
    `T${temperature}`,
    `t${teacherLearningRate}`,
  ].join('/');
}

/** What was chosen for an arm on validation. */
export interface Choice {
  readonly learningRate: number;
  readonly temperature: number;
}

/**
 * Units that are not done and whose choices are made, in the order in which they should run; empty = all done.
 * Group by group, the primary regime first, so that a stopped protocol has answered its main question; teachers come
 * before those who listen to them, so that no two workers train the same one.
 */
export function pendingUnits(protocol: Protocol, results: readonly UnitResult[]): Unit[] {
  const done = new Set(results.map(({ unit }) => unitKey(unit)));
  const open = (units: readonly Unit[]) => {
    const byKey = new Map(units.map((unit) => [unitKey(unit), unit]));
    return [...byKey].filter(([key]) => !done.has(key)).map(([, unit]) => unit);
  };
  const teacherTuning = open(teachersNeeded(protocol).flatMap((arm) => tuningUnits(protocol, arm, null)));
  if (teacherTuning.length > 0) return teacherTuning;
  const teacherRate = (arm: Arm) => {
    const name = teacherOf(arm);
    return name && choose(protocol, results, name).learningRate;
  };
  const students = protocol.primary.arms.filter((arm) => armOf(arm).kind === 'student');
  const tuning = () => students.flatMap((arm) => tuningUnits(protocol, arm, teacherRate(armOf(arm))));
  for (const group of groupsOf(protocol)) {
    for (const units of [
      () => teacherUnits(protocol, results, group),
      tuning,
      () => studentUnits(protocol, results, group, teacherRate),
    ]) {
      const pending = open(units());
      if (pending.length > 0) return pending;
    }
  }
  return [];
}

function groupsOf({ primary, regimes, exploratory }: Protocol): Group[] {
  return [primary, ...regimes, exploratory];
}

/** Final trainings of the teachers of a group, seed by seed. */
function teacherUnits(protocol: Protocol, results: readonly UnitResult[], group: Group): Unit[] {
  return seedsOf(group.seeds).flatMap((seed) =>
    teachersOf([group]).map((arm) => ({
      stage: 'final' as const,
      arm,
      labelledPerMaterial: group.labelledPerMaterial,
      seed,
      ...choose(protocol, results, arm),
      teacherLearningRate: null,
    })),
  );
}

/** Final trainings of the students of a group, seed by seed, so that a stopped protocol has complete pairs. */
function studentUnits(
  protocol: Protocol,
  results: readonly UnitResult[],
  group: Group,
  teacherRate: (arm: Arm) => number | null,
): Unit[] {
  const students = group.arms.filter((arm) => armOf(arm).kind !== 'teacher');
  return seedsOf(group.seeds).flatMap((seed) =>
    students.map((arm) => ({
      stage: 'final' as const,
      arm,
      labelledPerMaterial: group.labelledPerMaterial,
      seed,
      ...choiceFor(protocol, results, arm),
      teacherLearningRate: teacherRate(armOf(arm)),
    })),
  );
}

/**
 * Learning rate and temperature of an arm: its own choice. Arms run once take those of `multi-sensor-teacher`, so that they differ
 * from it by one thing; a method with a temperature of its own keeps that.
 */
function choiceFor(protocol: Protocol, results: readonly UnitResult[], arm: ArmName): Choice {
  const recipe = armOf(arm);
  if (recipe.kind === 'teacher' || protocol.primary.arms.includes(arm)) {
    return choose(protocol, results, arm);
  }
  const reference = choose(protocol, results, 'multi-sensor-teacher');
  if (recipe.kind === 'ceiling') return { ...reference, temperature: 1 };
  const shared = recipe.temperatures.includes(reference.temperature);
  return shared ? reference : { ...reference, temperature: recipe.temperatures[0]! };
}

/** The candidate with the best mean validation accuracy over the tuning seeds (the first of equals). */
export function choose(protocol: Protocol, results: readonly UnitResult[], arm: ArmName): Choice {
  let best: Choice & { accuracy: number } = {
    learningRate: 0,
    temperature: 1,
    accuracy: Number.NEGATIVE_INFINITY,
  };
  for (const { learningRate, temperature } of candidates(protocol, arm)) {
    const own = results.filter(
      ({ unit }) =>
        unit.stage === 'tune' &&
        unit.arm === arm &&
        unit.learningRate === learningRate &&
        unit.temperature === temperature,
    );
    if (own.length < protocol.tuningSeeds) continue;
    const accuracy = own.reduce((sum, result) => sum + result.validationAccuracy, 0) / own.length;
    if (accuracy > best.accuracy) best = { learningRate, temperature, accuracy };
  }
  if (best.accuracy === Number.NEGATIVE_INFINITY) {
    throw new Error(`protocol: arm "${arm}" has not been tuned. Cure: list it under primary.arms.`);
  }
  return { learningRate: best.learningRate, temperature: best.temperature };
}

/** Every learning rate at the first temperature, further temperatures at the middle rate. */
export function candidates({ training }: Protocol, arm: ArmName): Choice[] {
  const recipe = armOf(arm);
  const [first = 1, ...further] = recipe.kind === 'student' ? recipe.temperatures : [1];
  return [
    ...training.learningRates.map((learningRate) => ({ learningRate, temperature: first })),
    ...further.map((temperature) => ({ learningRate: training.middleLearningRate, temperature })),
  ];
}

function tuningUnits(protocol: Protocol, arm: ArmName, teacherLearningRate: number | null): Unit[] {
  const { labelledPerMaterial } = protocol.primary;
  return seedsOf(protocol.tuningSeeds).flatMap((seed) =>
    candidates(protocol, arm).map((choice) => ({
      stage: 'tune' as const,
      arm,
      labelledPerMaterial,
      seed,
      ...choice,
      teacherLearningRate,
    })),
  );
}

/** Teachers that some student of the protocol listens to, and those that are arms themselves. */
export function teachersNeeded(protocol: Protocol): ('teacher' | 'teacher-visual')[] {
  return teachersOf(groupsOf(protocol));
}

function teachersOf(groups: readonly Group[]): ('teacher' | 'teacher-visual')[] {
  const needed = new Set<'teacher' | 'teacher-visual'>();
  for (const name of groups.flatMap(({ arms }) => arms)) {
    const taughtBy = teacherOf(armOf(name));
    if (taughtBy) needed.add(taughtBy);
    if (name === 'teacher' || name === 'teacher-visual') needed.add(name);
  }
  return [...needed].sort();
}

/** Numbers of trainings by kind, for the estimate that is printed first. */
export function unitCount(protocol: Protocol): { teachers: number; students: number } {
  const { tuningSeeds, primary } = protocol;
  const students = (arms: readonly ArmName[]) => arms.filter((arm) => armOf(arm).kind !== 'teacher');
  const tuned = (arms: readonly ArmName[]) =>
    arms.reduce((sum, arm) => sum + candidates(protocol, arm).length * tuningSeeds, 0);
  const finals = new Set(
    groupsOf(protocol).flatMap((group) =>
      seedsOf(group.seeds).flatMap((seed) =>
        teachersOf([group]).map((arm) => `${group.labelledPerMaterial}/${arm}/${seed}`),
      ),
    ),
  );
  return {
    teachers: tuned(teachersNeeded(protocol)) + finals.size,
    students: groupsOf(protocol).reduce(
      (sum, group) => sum + students(group.arms).length * group.seeds,
      tuned(students(primary.arms)),
    ),
  };
}

/** Seeds 1..count: equal numbers share start weights, batches and views across arms. */
export function seedsOf(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
