import { type ArmName, armOf, teacherOf } from '../arms.ts';
import { groupsOf, studentsOf, teachersOf, tunedStudents } from './groups.ts';
import { type Group, placesOf } from './places.ts';
import { choose, rateFor, temperatureOf, tuningUnits } from './rates.ts';
import type { Protocol, Unit, UnitResult } from './types.ts';

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
  const teachers = teachersOf(group);
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
    learningRate: rateFor(protocol, results, place.arm, group),
    temperature: temperatureOf(protocol, place.arm),
    teacherLearningRate: teacherRate(place.arm),
  }));
}
