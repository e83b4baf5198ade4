import { type ArmName, armOf, teacherOf } from './arms.ts';
import { countTo, type Group, type Place, placeKey, placesOf } from './places.ts';
import type { Plateau } from './schedule.ts';
import { best, type Rated, rates } from './tuning.ts';

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

/** Name of a unit, equal for equal units. */
export function unitKey(unit: Unit): string {
  const { stage, arm, labelledPerMaterial, world, draw, seed } = unit;
  const { learningRate, temperature, teacherLearningRate } = unit;
  return [
    ...[stage, `${labelledPerMaterial}`, arm, `w${world}`, `d${draw}`, `s${seed}`],
    ...[`lr${learningRate}`, `T${temperature}`, `t${teacherLearningRate}`],
  ].join('/');
}

/**
 * Units that are not done and whose rates are chosen, in the order in which they should run; empty = all trained.
 * Group by group, the primary regime first, so that a stopped protocol has answered its main question; teachers come
 * before those who listen to them, so that no two workers train the same one.
 */
export function pendingUnits(protocol: Protocol, results: readonly UnitResult[]): Unit[] {
  const done = new Set(results.map(({ unit }) => unitKey(unit)));
  const open = (units: readonly Unit[]) => {
    const byKey = new Map(units.map((unit) => [unitKey(unit), unit]));
    return [...byKey].filter(([key]) => !done.has(key)).map(([, unit]) => unit);
  };
  for (const group of groupsOf(protocol)) {
    for (const units of unitsInOrder(protocol, results, group)) {
      const pending = open(units());
      if (pending.length > 0) return pending;
    }
  }
  return [];
}

/** What a group trains, in parts of which each needs the results of those before. */
function unitsInOrder(protocol: Protocol, results: readonly UnitResult[], group: Group): (() => Unit[])[] {
  const { labelledPerMaterial: labels } = group;
  const teachers = teachersOf([group]);
  const teacherRate = (arm: ArmName) => {
    const name = teacherOf(armOf(arm));
    return name && choose(protocol, results, name, labels);
  };
  return [
    () => teachers.flatMap((arm) => tuningUnits(protocol, results, { arm, labels, teacherRate: null })),
    () => finalUnits(protocol, results, group, teachers, () => null),
    () =>
      tunedStudents(protocol, group).flatMap((arm) =>
        tuningUnits(protocol, results, { arm, labels, teacherRate: teacherRate(arm) }),
      ),
    () => finalUnits(protocol, results, group, studentsOf(group), teacherRate),
  ];
}

/** All groups, the main question first. */
export function groupsOf({ primary, regimes, exploratory }: Protocol): Group[] {
  return [primary, ...regimes, exploratory].filter(({ arms }) => arms.length > 0);
}

const studentsOf = ({ arms }: Group) => arms.filter((arm) => armOf(arm).kind !== 'teacher');

/** Arms that have a rate of their own in a group: all but those that are run beside the others. */
function tunedStudents({ exploratory }: Protocol, group: Group): ArmName[] {
  if (group === exploratory) return [];
  return group.arms.filter((arm) => armOf(arm).kind === 'student');
}

/** What a group trains: its students, and the teachers that they listen to. */
export const armsOf = (group: Group): ArmName[] => [...teachersOf([group]), ...studentsOf(group)];

function finalUnits(
  protocol: Protocol,
  results: readonly UnitResult[],
  group: Group,
  arms: readonly ArmName[],
  teacherRate: (arm: ArmName) => number | null,
): Unit[] {
  return placesOf(group, arms).map((place) => ({
    ...place,
    stage: 'final',
    learningRate: rateFor(protocol, results, place.arm, place.labelledPerMaterial),
    temperature: temperatureOf(protocol, place.arm),
    teacherLearningRate: teacherRate(place.arm),
  }));
}

/** The temperature of an arm: its method's own, or the protocol's; 1 where nothing is softened. */
function temperatureOf({ training }: Protocol, name: ArmName): number {
  const arm = armOf(name);
  return arm.kind === 'student' ? (arm.temperature ?? training.temperature) : 1;
}

/** The rate of an arm: its own where it was tuned with as many labels, else that of `multi-sensor-teacher`. */
function rateFor(protocol: Protocol, results: readonly UnitResult[], arm: ArmName, labels: number): number {
  if (armOf(arm).kind === 'teacher' || isTuned(protocol, arm, labels))
    return choose(protocol, results, arm, labels);
  const known = isTuned(protocol, 'multi-sensor-teacher', labels);
  const at = known ? labels : protocol.primary.labelledPerMaterial;
  return choose(protocol, results, 'multi-sensor-teacher', at);
}

function isTuned(protocol: Protocol, arm: ArmName, labels: number): boolean {
  return groupsOf(protocol).some(
    (group) => group.labelledPerMaterial === labels && tunedStudents(protocol, group).includes(arm),
  );
}

/** Seeds that a search in a regime takes: no more than its final trainings have. */
function tuningSeedsAt(protocol: Protocol, labels: number): number {
  const own = groupsOf(protocol).find(({ labelledPerMaterial }) => labelledPerMaterial === labels);
  return Math.min(protocol.tuningSeeds, own?.seeds ?? 1);
}

/** Validation accuracies of an arm in a regime by rate. */
function ratedOf(results: readonly UnitResult[], arm: ArmName, labels: number): Rated[] {
  return results
    .filter(({ unit }) => unit.stage === 'tune' && unit.arm === arm && unit.labelledPerMaterial === labels)
    .map(({ unit, validationAccuracy }) => ({ rate: unit.learningRate, accuracy: validationAccuracy }));
}

/** The rate with the best mean validation accuracy over the tuning seeds. Throws for an arm that was not tuned in that regime. */
export function choose(
  protocol: Protocol,
  results: readonly UnitResult[],
  arm: ArmName,
  labels: number,
): number {
  const { training } = protocol;
  const tuningSeeds = tuningSeedsAt(protocol, labels);
  const rated = ratedOf(results, arm, labels);
  const rate = best(rates(training.learningRates, rated, tuningSeeds), rated, tuningSeeds);
  if (rate !== undefined) return rate;
  throw new Error(`protocol: arm "${arm}" has not been tuned. Cure: list it under primary.arms.`);
}

function tuningUnits(
  protocol: Protocol,
  results: readonly UnitResult[],
  {
    arm,
    labels,
    teacherRate,
  }: { readonly arm: ArmName; readonly labels: number; readonly teacherRate: number | null },
): Unit[] {
  const { training } = protocol;
  const tuningSeeds = tuningSeedsAt(protocol, labels);
  const tried = rates(training.learningRates, ratedOf(results, arm, labels), tuningSeeds);
  return countTo(tuningSeeds).flatMap((seed) =>
    tried.map((learningRate) => ({
      ...({
        stage: 'tune',
        arm,
        labelledPerMaterial: labels,
        world: 1,
        draw: 1,
        seed,
        learningRate,
      } as const),
      temperature: temperatureOf(protocol, arm),
      teacherLearningRate: teacherRate,
    })),
  );
}

/** Teachers that some student of the groups listens to, and those that are arms themselves. */
function teachersOf(groups: readonly Group[]): ('teacher' | 'teacher-visual')[] {
  const needed = new Set<'teacher' | 'teacher-visual'>();
  for (const name of groups.flatMap(({ arms }) => arms)) {
    const taughtBy = teacherOf(armOf(name));
    if (taughtBy) needed.add(taughtBy);
    if (name === 'teacher' || name === 'teacher-visual') needed.add(name);
  }
  return [...needed].sort();
}

/** Arms whose rate is searched for, with the labels of the regime, in order. */
export function tunedArms(protocol: Protocol): { readonly arm: ArmName; readonly labels: number }[] {
  const all = groupsOf(protocol).flatMap((group) =>
    [...teachersOf([group]), ...tunedStudents(protocol, group)].map((arm) => ({
      arm,
      labels: group.labelledPerMaterial,
    })),
  );
  return [...new Map(all.map((one) => [`${one.labels}/${one.arm}`, one])).values()];
}

/** Numbers of trainings by kind, as far as the results so far tell: a search for a rate may go on. */
export function unitCount(
  protocol: Protocol,
  results: readonly UnitResult[] = [],
): { teachers: number; students: number } {
  const { training } = protocol;
  const isTeacher = (arm: ArmName) => armOf(arm).kind === 'teacher';
  const keys = { teachers: new Set<string>(), students: new Set<string>() };
  const kind = (arm: ArmName) => (isTeacher(arm) ? keys.teachers : keys.students);
  for (const { arm, labels } of tunedArms(protocol)) {
    const tuningSeeds = tuningSeedsAt(protocol, labels);
    const tried = rates(training.learningRates, ratedOf(results, arm, labels), tuningSeeds);
    for (const rate of tried)
      for (const seed of countTo(tuningSeeds)) kind(arm).add(`tune/${labels}/${arm}/${rate}/${seed}`);
  }
  for (const group of groupsOf(protocol))
    for (const place of placesOf(group, armsOf(group))) kind(place.arm).add(placeKey(place));
  return { teachers: keys.teachers.size, students: keys.students.size };
}
