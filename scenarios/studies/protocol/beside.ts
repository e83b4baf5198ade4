import type { ArmName } from '../../../models/training/arms.ts';
import { plannedUnits } from '../../../models/training/protocol/rates.ts';
import type { Protocol } from '../../../models/training/protocol/types.ts';
import { FULL_COUPLING } from '../../../sim/materials/appearance.ts';
import { must } from '../../../sim/record/must.ts';
import type { Interval } from '../../stats/interval.ts';
import type { NestedInterval } from '../../stats/nested.ts';
import { type PooledInterval, pooledIntervals, type Spread } from '../../stats/pooled.ts';
import type { CapacityRow, ConditionComparison, DialRow, TaskRow, ThermalRow } from './document.ts';
import { compare, recoveredShare, type Study } from './paired.ts';
import type { Part } from './parts.ts';
import { isFinal, type TrainingResult } from './results.ts';

/** The named comparisons once more, of the errors of state and quality: the same pairs, the same intervals. */
export function conditionOf(
  study: Study,
  named: readonly (readonly [ArmName, ArmName])[],
): ConditionComparison[] {
  const { labelledPerMaterial } = study.protocol.primary;
  return (['stateMae', 'qualityMae'] as const).flatMap((error) =>
    named.flatMap(([a, b]) => {
      const found = compare(study, labelledPerMaterial, a, b, error);
      if (found === null) return [];
      const { points, ...rest } = found;
      return [{ ...rest, error, difference: points }];
    }),
  );
}

const CAPACITY: readonly (readonly [string, ArmName, ArmName])[] = [
  ['capacity: all labels, deeper camera against the small one', 'deep-oracle', 'oracle'],
  ['capacity: taught, deeper camera against the small one', 'deep-distilled', 'multi-sensor-teacher'],
  ['capacity: few labels, deeper camera against the small one', 'deep-labels-only', 'labels-only'],
  ['teaching of the deeper camera', 'deep-distilled', 'deep-labels-only'],
  ['labels that the deeper camera still lacks', 'deep-oracle', 'deep-distilled'],
  ['information: few labels, all senses against the deeper camera with all labels', 'teacher', 'deep-oracle'],
];

/** How much of the gap between student and teacher a deeper camera closes, and how much remains. */
export function capacityOf(study: Study): CapacityRow[] {
  const { labelledPerMaterial } = study.protocol.primary;
  return CAPACITY.flatMap(([says, a, b]) => {
    const comparison = compare(study, labelledPerMaterial, a, b);
    return comparison === null ? [] : [{ says, comparison }];
  });
}

const TASKS = [
  ['material', 'single-task-material'],
  ['stateMae', 'single-task-state'],
  ['qualityMae', 'single-task-quality'],
] as const;

/** Each task alone against all of them in one network. */
export function tasksOf(study: Study): TaskRow[] {
  const { labelledPerMaterial } = study.protocol.primary;
  return TASKS.flatMap(([task, arm]) => {
    const comparison = compare(study, labelledPerMaterial, arm, 'multi-sensor-teacher', task);
    return comparison === null ? [] : [{ task, comparison }];
  });
}

/** The dial, point by point. At the coupling of the main question its trainings are taken, of as many worlds, draws and seeds. */
export function dialOf(protocol: Protocol, parts: readonly Part[]): DialRow[] {
  const { dial, data } = protocol;
  if (dial === undefined) return [];
  const main = must(parts[0], 'main question');
  const own = data.lookCoupling ?? FULL_COUPLING;
  const points = dial.couplings.map((coupling) => {
    const part =
      coupling === own
        ? main
        : must(
            parts.find((one) => one.coupling === coupling),
            'point',
          );
    const results = part.results.filter(
      ({ unit: { world, draw, seed, stage } }) =>
        stage === 'final' && world <= dial.worlds && draw <= dial.draws && seed <= dial.seeds,
    );
    const plan = { ...part.protocol, primary: { ...dial }, regimes: [], beside: [] };
    return dialPoint({ protocol: plan, results }, coupling, openAt(plan, results));
  });
  return pooled(points);
}

/** A point of the dial by itself: intervals over its own worlds alone. */
interface DialPoint extends Omit<DialRow, 'gain' | 'pairing' | 'recovered'> {
  readonly gain: NestedInterval | null;
  readonly pairing: NestedInterval | null;
  readonly recovered: Interval | null;
}

/** Few worlds a point leave its own scatter to chance: that of all points counts for each. */
function pooled(points: readonly DialPoint[]): DialRow[] {
  const gains = figuresOf(points.map(({ gain }) => gain));
  const pairings = figuresOf(points.map(({ pairing }) => pairing));
  const shares = across(points.map(({ recovered }) => recovered && spreadOf(recovered)));
  return points.map((point, k) => ({
    ...point,
    ...{ gain: gains[k] ?? null, pairing: pairings[k] ?? null, recovered: shares[k] ?? null },
  }));
}

const spreadOf = ({ mean, sd, n }: Interval): Spread => ({ mean, se: sd / Math.sqrt(n), df: n - 1 });

const figuresOf = (own: readonly (NestedInterval | null)[]): DialRow['gain'][] =>
  across(own).map((found, k) => found && { ...found, byWorld: own[k]?.byWorld ?? [] });

/** Pooled intervals of the points that have a figure; null where there is none. */
function across(spreads: readonly (Spread | null)[]): (PooledInterval | null)[] {
  const intervals = pooledIntervals(spreads.filter((spread) => spread !== null));
  return spreads.map((spread) => (spread === null ? null : (intervals.shift() ?? null)));
}

/** Trainings and tests of a point that are missing. */
function openAt(plan: Protocol, results: readonly TrainingResult[]): number {
  const none = { ...plan, exploratory: { ...plan.exploratory, arms: [] } };
  const rates = Object.fromEntries(
    [...plan.primary.arms, 'teacher', 'teacher-visual'].map((arm) => [arm, 1]),
  );
  const tested = results.filter(
    ({ unit, test }) => test !== undefined && isDialArm(plan, unit.arm) && isHere(plan, unit),
  );
  return Math.max(0, plannedUnits({ ...none, rates }, []).size - tested.length);
}

const isDialArm = ({ primary }: Protocol, arm: ArmName) =>
  primary.arms.includes(arm) ||
  arm === 'teacher' ||
  (arm === 'teacher-visual' && primary.arms.includes('visual-teacher'));

const isHere = ({ primary }: Protocol, { labelledPerMaterial }: TrainingResult['unit']) =>
  labelledPerMaterial === primary.labelledPerMaterial;

function dialPoint(study: Study, coupling: number, open: number): DialPoint {
  const { labelledPerMaterial: labels } = study.protocol.primary;
  const tested = (arm: ArmName) =>
    study.results.filter((result) => isFinal(result, labels, arm) && result.test !== undefined);
  const mean = (arm: ArmName) => {
    const values = tested(arm).flatMap(({ test }) => test?.clean?.material ?? []);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const taught = tested('multi-sensor-teacher');
  return {
    ...{ coupling, open, labelsOnly: mean('labels-only'), distilled: mean('multi-sensor-teacher') },
    gain: compare(study, labels, 'multi-sensor-teacher', 'labels-only')?.points ?? null,
    pairing: compare(study, labels, 'multi-sensor-teacher', 'permuted-within')?.points ?? null,
    recovered: taught.length > 0 ? recoveredShare(taught, study.results) : null,
  };
}

/** Heat from colour by the number of pairs that were learned from; means over worlds. */
export function thermalOf({ results }: Study): ThermalRow[] {
  const fits = results.flatMap(({ unit, thermal }) => (thermal ? [{ unit, thermal }] : []));
  const regimes = [...new Set(fits.map(({ unit }) => unit.labelledPerMaterial))].sort((a, b) => a - b);
  return regimes.map((pairsPerMaterial) => {
    const own = fits.filter(({ unit }) => unit.labelledPerMaterial === pairsPerMaterial);
    const mean = (of: 'r2' | 'rmseK' | 'outline' | 'look' | 'lookAndBrightness' | 'material') =>
      own.reduce((sum, { thermal }) => sum + thermal[of], 0) / own.length;
    return {
      ...{ pairsPerMaterial, trainings: own.length, r2: mean('r2'), rmseK: mean('rmseK') },
      ...{ outline: mean('outline'), look: mean('look') },
      ...{ lookAndBrightness: mean('lookAndBrightness'), material: mean('material') },
    };
  });
}
