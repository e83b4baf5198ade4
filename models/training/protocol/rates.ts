import { type ArmName, armOf } from '../arms.ts';
import { armsOf, groupsOf, teachersOf, tunedStudents } from './groups.ts';
import { countTo, type Group, placeKey, placesOf } from './places.ts';
import { best, type Rated, rates } from './tuning.ts';
import type { Protocol, Unit, UnitResult } from './types.ts';

/** The temperature of an arm: its method's own, or the protocol's; 1 where nothing is softened. */
export function temperatureOf({ training }: Protocol, name: ArmName): number {
  const arm = armOf(name);
  return arm.kind === 'student' ? (arm.temperature ?? training.temperature) : 1;
}

/** The rate of an arm in a group: its own where it was tuned with as many labels, else that of the arm that it leans on. */
export function rateFor(
  protocol: Protocol,
  results: readonly UnitResult[],
  arm: ArmName,
  { labelledPerMaterial: labels, rateOf = 'multi-sensor-teacher' }: Group,
): number {
  if (armOf(arm).kind === 'teacher' || isTuned(protocol, arm, labels))
    return choose(protocol, results, arm, labels);
  const at = isTuned(protocol, rateOf, labels) ? labels : protocol.primary.labelledPerMaterial;
  return choose(protocol, results, rateOf, at);
}

function isTuned(protocol: Protocol, arm: ArmName, labels: number): boolean {
  if (protocol.rates?.[arm] !== undefined) return true;
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
  const given = protocol.rates?.[arm];
  if (given !== undefined) return given;
  const { training } = protocol;
  const tuningSeeds = tuningSeedsAt(protocol, labels);
  const rated = ratedOf(results, arm, labels);
  const rate = best(rates(training.learningRates, rated, tuningSeeds), rated, tuningSeeds);
  if (rate !== undefined) return rate;
  throw new Error(`protocol: arm "${arm}" has not been tuned. Cure: list it under primary.arms.`);
}

/** The search for the rate of an arm; nothing where it is given. */
export function tuningUnits(
  protocol: Protocol,
  results: readonly UnitResult[],
  {
    arm,
    labels,
    teacherRate,
  }: { readonly arm: ArmName; readonly labels: number; readonly teacherRate: number | null },
): Unit[] {
  if (protocol.rates?.[arm] !== undefined) return [];
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

/** Arms whose rate is searched for, with the labels of the regime, in order. */
export function tunedArms(protocol: Protocol): { readonly arm: ArmName; readonly labels: number }[] {
  const all = groupsOf(protocol).flatMap((group) =>
    [...teachersOf(group), ...tunedStudents(protocol, group)].map((arm) => ({
      arm,
      labels: group.labelledPerMaterial,
    })),
  );
  const searched = all.filter(({ arm }) => protocol.rates?.[arm] === undefined);
  return [...new Map(searched.map((one) => [`${one.labels}/${one.arm}`, one])).values()];
}

/** All trainings by name, with their arms, as far as the results so far tell: a search for a rate may go on. */
export function plannedUnits(protocol: Protocol, results: readonly UnitResult[]): Map<string, ArmName> {
  const planned = new Map<string, ArmName>();
  for (const { arm, labels } of tunedArms(protocol)) {
    const tuningSeeds = tuningSeedsAt(protocol, labels);
    const tried = rates(protocol.training.learningRates, ratedOf(results, arm, labels), tuningSeeds);
    for (const rate of tried)
      for (const seed of countTo(tuningSeeds)) planned.set(`tune/${labels}/${arm}/${rate}/${seed}`, arm);
  }
  for (const group of groupsOf(protocol))
    for (const place of placesOf(group, armsOf(group))) planned.set(placeKey(place), place.arm);
  return planned;
}

/** Numbers of trainings by kind, as far as the results so far tell. */
export function unitCount(
  protocol: Protocol,
  results: readonly UnitResult[] = [],
): { teachers: number; students: number } {
  const arms = [...plannedUnits(protocol, results).values()];
  const teachers = arms.filter((arm) => armOf(arm).kind === 'teacher').length;
  return { teachers, students: arms.length - teachers };
}
