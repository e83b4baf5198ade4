import type { TestCondition } from '../../../models/data/test-sensors.ts';
import { type ArmName, armOf } from '../../../models/training/arms.ts';
import type { Measured } from '../../../models/training/measure.ts';
import {
  choose,
  type Protocol,
  pendingUnits,
  teachersNeeded,
  unitCount,
  unitKey,
} from '../../../models/training/protocol.ts';
import { FULL_COUPLING } from '../../../sim/materials/appearance.ts';
import { visualCeiling } from '../../../sim/materials/catalogue.ts';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { at, must } from '../../../sim/record/must.ts';
import {
  holm,
  type Interval,
  meanInterval,
  pairedInterval,
  pairedPValue,
  ratioInterval,
} from '../../stats/interval.ts';
import type { ArmRow, Comparison, ProtocolDocument } from './document.ts';
import { findingOf } from './finding.ts';
import { isFinal, type TrainingResult } from './results.ts';

/** Named before the first run; the four that Holm's correction is over. */
export const NAMED: readonly (readonly [ArmName, ArmName])[] = [
  ['multi-sensor-teacher', 'labels-only'],
  ['multi-sensor-teacher', 'visual-teacher'],
  ['hybrid', 'multi-sensor-teacher'],
  ['multi-sensor-teacher', 'permuted-within'],
];

/** Everything that a report says, from the results alone. */
export function analyse(
  title: string,
  protocol: Protocol,
  results: readonly TrainingResult[],
  quick = false,
): ProtocolDocument {
  const counts = unitCount(protocol);
  const pending = pendingUnits(protocol, results);
  const { primary } = protocol;
  const named = withHolm(
    NAMED.flatMap(([a, b]) => compare(results, primary.labelledPerMaterial, a, b) ?? []),
  );
  const document = {
    title,
    quick,
    fingerprint: fingerprintOf(results),
    complete: pending.length === 0,
    trainings: { done: results.length, planned: counts.teachers + counts.students },
    looks: protocol.data.testDraw + 1,
    testItems: protocol.data.materials.length * protocol.data.testPerMaterial,
    coreHours: results.reduce((sum, result) => sum + result.cpuS, 0) / 3600,
    steps: { teacher: protocol.training.teacherSteps, student: protocol.training.studentSteps },
    choices: choices(protocol, results),
    arms: armRows(results),
    named,
    exploratory: exploratoryComparisons(protocol, results),
    visualCeiling: visualCeiling(protocol.data.materials, protocol.data.lookCoupling ?? FULL_COUPLING),
    visualReached: visualReached(protocol, results),
    hint: meanHint(results),
  };
  const main = { ...protocol, regimes: [], exploratory: { ...protocol.exploratory, arms: [] } };
  const primaryDone = pendingUnits(main, results).length === 0;
  return { ...document, finding: findingOf(document, protocol, primaryDone) };
}

/** SHA-256 over all results but their processor times and the code that made them, in order of their units. */
export function fingerprintOf(results: readonly TrainingResult[]): string {
  const lines = results.map(({ cpuS: _, code: _c, ...result }) => [unitKey(result.unit), result] as const);
  const sorted = lines.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => result);
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(sorted)) as JsonValue));
}

function choices(protocol: Protocol, results: readonly TrainingResult[]) {
  const tuned = new Set<ArmName>([...teachersNeeded(protocol), ...protocol.primary.arms]);
  return [...tuned].flatMap((arm) => {
    try {
      return [{ arm, ...choose(protocol, results, arm) }];
    } catch {
      // Not tuned yet: the protocol was stopped early.
      return [];
    }
  });
}

function armRows(results: readonly TrainingResult[]): ArmRow[] {
  const groups = new Map<string, TrainingResult[]>();
  for (const result of results) {
    if (result.unit.stage !== 'final') continue;
    const key = `${result.unit.labelledPerMaterial}/${result.unit.arm}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((group) => {
    const conditions = Object.keys(group[0]?.test ?? {}) as TestCondition[];
    return conditions.map((condition) => armRow(group, condition, results));
  });
}

function armRow(
  group: readonly TrainingResult[],
  condition: TestCondition,
  all: readonly TrainingResult[],
): ArmRow {
  const { arm, labelledPerMaterial } = must(group[0], 'training of an arm').unit;
  const tests = group.flatMap((result) => result.test?.[condition] ?? []);
  const material = tests.flatMap((test) => test.material ?? []);
  const names = Object.keys(tests[0] ?? {}) as (keyof Measured)[];
  const metrics: Partial<Record<keyof Measured, number>> = {};
  for (const name of names) {
    const values = tests.map((test) => test[name]).filter((value) => value !== null);
    if (values.length > 0) metrics[name] = values.reduce((a, b) => a + b, 0) / values.length;
  }
  return {
    arm,
    labelledPerMaterial,
    condition,
    seeds: group.length,
    material: material.length > 0 ? meanInterval(material) : null,
    metrics,
    recovered: condition === 'clean' ? recoveredShare(group, all) : null,
  };
}

function recoveredShare(group: readonly TrainingResult[], all: readonly TrainingResult[]): Interval | null {
  const { unit, test } = must(group[0], 'training of an arm');
  if (armOf(unit.arm).kind !== 'student' || test?.clean?.material === null) return null;
  const bySeed = (name: ArmName) =>
    new Map(
      finals(all, unit.labelledPerMaterial, name).map((result) => [result.unit.seed, cleanAccuracy(result)]),
    );
  const [lows, highs] = [bySeed('labels-only'), bySeed('oracle')];
  const own = group.flatMap((result) => {
    const [low, high] = [lows.get(result.unit.seed), highs.get(result.unit.seed)];
    if (low === undefined || high === undefined) return [];
    return [{ gain: cleanAccuracy(result) - low, room: high - low }];
  });
  if (own.length === 0) return null;
  const room = own.map((pair) => pair.room);
  if (room.reduce((a, b) => a + b, 0) === 0) return null;
  return ratioInterval(
    own.map(({ gain }) => gain),
    room,
  );
}

/** Material accuracy on clean test items, of an arm that names materials. */
function cleanAccuracy({ test }: TrainingResult): number {
  return must(test?.clean?.material, 'material accuracy of a clean test');
}

function finals(results: readonly TrainingResult[], labelled: number, arm: ArmName): TrainingResult[] {
  return results.filter((result) => isFinal(result, labelled, arm) && result.test !== undefined);
}

/** Paired by seed on the clean test; null when there are fewer than two pairs. */
function compare(
  results: readonly TrainingResult[],
  labelled: number,
  a: ArmName,
  b: ArmName,
): Omit<Comparison, 'adjustedP'> | null {
  const others = new Map(finals(results, labelled, b).map((result) => [result.unit.seed, result]));
  const pairs = finals(results, labelled, a).flatMap((result) => {
    const other = others.get(result.unit.seed);
    return other ? [[result, other] as const] : [];
  });
  if (pairs.length < 2) return null;
  const points = (result: TrainingResult) => 100 * cleanAccuracy(result);
  const left = pairs.map(([result]) => points(result));
  const right = pairs.map(([, other]) => points(other));
  return {
    a,
    b,
    labelledPerMaterial: labelled,
    pairs: pairs.length,
    points: pairedInterval(left, right),
    p: pairedPValue(left, right),
  };
}

function withHolm(comparisons: readonly Omit<Comparison, 'adjustedP'>[]): Comparison[] {
  const adjusted = holm(comparisons.map(({ p }) => p));
  return comparisons.map((comparison, i) => ({ ...comparison, adjustedP: at(adjusted, i) }));
}

/**
 * Every other arm against labels only, in every regime, and the hybrid against plain soft targets in the further ones; not
 * adjusted, called exploratory.
 */
function exploratoryComparisons(protocol: Protocol, results: readonly TrainingResult[]): Comparison[] {
  const groups = [protocol.primary, ...protocol.regimes, protocol.exploratory];
  const isNamed = (labelled: number, a: ArmName, b: ArmName) =>
    labelled === protocol.primary.labelledPerMaterial && NAMED.some(([x, y]) => x === a && y === b);
  return groups.flatMap(({ labelledPerMaterial, arms }) => {
    const pairs: (readonly [ArmName, ArmName])[] = [
      ...arms.filter((arm) => arm !== 'labels-only').map((arm) => [arm, 'labels-only'] as const),
      ['hybrid', 'multi-sensor-teacher'],
    ];
    return pairs
      .filter(([a, b]) => !isNamed(labelledPerMaterial, a, b))
      .flatMap(([a, b]) => {
        const found = arms.includes(a) && compare(results, labelledPerMaterial, a, b);
        return found ? [{ ...found, adjustedP: null }] : [];
      });
  });
}

/** What the arm `visual-ceiling` reached on clean test items, and on how many labelled ones it was trained. */
function visualReached({ data }: Protocol, results: readonly TrainingResult[]) {
  const best = results.find(({ unit }) => unit.stage === 'final' && unit.arm === 'visual-ceiling');
  const accuracy = best?.test?.clean?.material;
  if (!best || typeof accuracy !== 'number') return null;
  return { accuracy, items: data.materials.length * best.unit.labelledPerMaterial };
}

function meanHint(results: readonly TrainingResult[]): ProtocolDocument['hint'] {
  const fits = results.flatMap(({ unit, hint }) => (hint && unit.arm === 'thermal-hint' ? [hint] : []));
  if (fits.length === 0) return null;
  const mean = (of: (fit: (typeof fits)[number]) => number) =>
    fits.reduce((sum, fit) => sum + of(fit), 0) / fits.length;
  return { r2: mean((f) => f.r2), baselineR2: mean((f) => f.baselineR2), rmseK: mean((f) => f.rmseK) };
}
