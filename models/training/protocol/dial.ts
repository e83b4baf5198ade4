import type { ArmName } from '../arms.ts';
import { groupsOf, tunedStudents } from './groups.ts';
import { choose } from './rates.ts';
import type { Dial, Protocol, UnitResult } from './types.ts';

/** One value of the dial with the protocol that is trained there; at the value of the main question it is that question's own. */
export interface DialPoint {
  readonly coupling: number;
  /** Null at the coupling of the main question, whose trainings are taken. */
  readonly protocol: Protocol | null;
}

/** The values of the dial in order; `fullCoupling` is that of a protocol that names none. */
export function dialPoints(
  protocol: Protocol,
  results: readonly UnitResult[],
  fullCoupling: number,
): DialPoint[] {
  const { dial, data } = protocol;
  if (dial === undefined) return [];
  const rates = dialRates(protocol, dial, results);
  return dial.couplings.map((coupling) => ({
    coupling,
    protocol:
      coupling === (data.lookCoupling ?? fullCoupling) ? null : atCoupling(protocol, dial, coupling, rates),
  }));
}

/** The same items, arms and rates where substances show so far in their looks; nothing is tuned, so that arms differ in nothing else. */
function atCoupling(
  { data, training }: Protocol,
  dial: Dial,
  lookCoupling: number,
  rates: Readonly<Partial<Record<ArmName, number>>>,
): Protocol {
  const { couplings: _, ...primary } = dial;
  return {
    data: { ...data, lookCoupling },
    training,
    tuningSeeds: 1,
    primary,
    regimes: [],
    exploratory: { ...primary, arms: [] },
    rates,
  };
}

/** Rates that the main question chose for the arms of the dial and their teachers; 0 where none is chosen yet. */
function dialRates(
  protocol: Protocol,
  dial: Dial,
  results: readonly UnitResult[],
): Partial<Record<ArmName, number>> {
  const { labelledPerMaterial } = protocol.primary;
  const [group] = groupsOf(protocol);
  const tuned = group === undefined ? [] : tunedStudents(protocol, group);
  const known = (arm: ArmName) => {
    try {
      return choose(protocol, results, arm, labelledPerMaterial);
    } catch {
      // Not tuned yet: the main question comes first.
      return 0;
    }
  };
  const students = dial.arms.map((arm) => [
    arm,
    known(tuned.includes(arm) ? arm : (group?.rateOf ?? 'multi-sensor-teacher')),
  ]);
  const teachers = (['teacher', 'teacher-visual'] as const).map((arm) => [arm, known(arm)]);
  return Object.fromEntries([...students, ...teachers]) as Partial<Record<ArmName, number>>;
}

/** True once the main question has chosen every rate that a point of the dial takes. */
export function isReady({ protocol }: DialPoint): boolean {
  if (protocol === null) return true;
  const { rates = {}, primary } = protocol;
  const visual = primary.arms.includes('visual-teacher');
  return Object.entries(rates).every(([arm, rate]) => rate > 0 || (arm === 'teacher-visual' && !visual));
}
