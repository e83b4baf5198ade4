import type { TestCondition } from '../../../models/data/test-sensors.ts';
import type { ArmName } from '../../../models/training/arms.ts';
import type { Measured } from '../../../models/training/measure.ts';
import { groupsOf } from '../../../models/training/protocol/groups.ts';
import { pendingUnits, unitKey } from '../../../models/training/protocol/protocol.ts';
import { choose, plannedUnits, tunedArms } from '../../../models/training/protocol/rates.ts';
import { pendingTests } from '../../../models/training/protocol/testing.ts';
import type { Protocol } from '../../../models/training/protocol/types.ts';
import { FULL_COUPLING } from '../../../sim/materials/appearance.ts';
import { visualCeiling } from '../../../sim/materials/catalogue.ts';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { at, must } from '../../../sim/record/must.ts';
import { holm } from '../../stats/interval.ts';
import { nestedInterval } from '../../stats/nested.ts';
import { capacityOf, conditionOf, dialOf, tasksOf, thermalOf } from './beside.ts';
import type { ArmRow, Comparison, ProtocolDocument } from './document.ts';
import { findingOf } from './finding.ts';
import { compare, designOf, nestedOf, placeOf, recoveredShare, type Study } from './paired.ts';
import { type Part, partsOf } from './parts.ts';
import type { TrainingResult } from './results.ts';

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
  all: readonly TrainingResult[],
  quick = false,
): ProtocolDocument {
  const parts = partsOf(protocol, all);
  const { results } = must(parts[0], 'main question');
  const planned = parts.reduce((sum, part) => sum + plannedUnits(part.protocol, part.results).size, 0);
  const { primary } = protocol;
  const study = { protocol, results };
  const named = withHolm(NAMED.flatMap(([a, b]) => compare(study, primary.labelledPerMaterial, a, b) ?? []));
  const document = {
    title,
    quick,
    fingerprint: fingerprintOf(all),
    complete: parts.every((part) => isComplete(part.protocol, part.results)),
    trainings: { done: all.length, planned },
    tested: all.filter(({ test }) => test !== undefined).length,
    open: openOf(parts),
    testItems: protocol.data.materials.length * protocol.data.testPerMaterial,
    coreHours: all.reduce((sum, result) => sum + result.cpuS, 0) / 3600,
    plateaus: plateausOf(protocol, results),
    steps: { teacher: protocol.training.teacherSteps, student: protocol.training.studentSteps },
    choices: choices(protocol, results),
    arms: armRows(study),
    named,
    exploratory: exploratoryComparisons(study),
    visualCeiling: visualCeiling(protocol.data.materials, protocol.data.lookCoupling ?? FULL_COUPLING),
    visualReached: visualReached(protocol, results),
    hint: meanHint(results),
    condition: conditionOf(study, NAMED),
    capacity: capacityOf(study),
    tasks: tasksOf(study),
    dial: dialOf(protocol, parts),
    thermal: thermalOf(study),
  };
  const main = { ...protocol, regimes: [], beside: [], exploratory: { ...protocol.exploratory, arms: [] } };
  const primaryDone = isComplete(main, results);
  return { ...document, finding: findingOf(document, protocol, primaryDone) };
}

/** SHA-256 over all results but their processor times and the code that made them, in order of their units. */
export function fingerprintOf(results: readonly TrainingResult[]): string {
  const lines = results.map(({ cpuS: _, code: _c, ...result }) => [unitKey(result.unit), result] as const);
  const sorted = lines.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => result);
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(sorted)) as JsonValue));
}

/** What is still to be trained or tested, part by part; none when all is there. */
function openOf(parts: readonly Part[]): ProtocolDocument['open'] {
  return parts.flatMap(({ name, protocol, results }) => {
    const trainings = plannedUnits(protocol, results).size - results.length;
    const tests = results.filter(({ unit, test }) => unit.stage === 'final' && test === undefined).length;
    return trainings + tests > 0 ? [{ part: name, trainings, tests }] : [];
  });
}

/** Everything trained, and everything tested. */
function isComplete(protocol: Protocol, results: readonly TrainingResult[]): boolean {
  const trained = results.map(({ unit, model, test }) => ({ unit, model, tested: test !== undefined }));
  return pendingUnits(protocol, results).length + pendingTests(protocol, trained).length === 0;
}

/** How many trainings stopped to improve; null where none waited for that. */
function plateausOf(
  { training }: Protocol,
  results: readonly TrainingResult[],
): ProtocolDocument['plateaus'] {
  if (training.plateau === undefined) return null;
  const reached = results.filter(({ plateauStep }) => typeof plateauStep === 'number').length;
  return { reached, not: results.length - reached };
}

function choices(protocol: Protocol, results: readonly TrainingResult[]) {
  return tunedArms(protocol).flatMap(({ arm, labels }) => {
    try {
      const learningRate = choose(protocol, results, arm, labels);
      return [{ arm, labelledPerMaterial: labels, learningRate }];
    } catch {
      // Not tuned yet: the protocol was stopped early.
      return [];
    }
  });
}

function armRows({ protocol, results }: Study): ArmRow[] {
  const groups = new Map<string, TrainingResult[]>();
  for (const result of results) {
    if (result.unit.stage !== 'final') continue;
    const key = `${result.unit.labelledPerMaterial}/${result.unit.arm}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((group) => {
    const conditions = Object.keys(group[0]?.test ?? {}) as TestCondition[];
    return conditions.map((condition) => armRow(group, condition, { protocol, results }));
  });
}

function armRow(group: readonly TrainingResult[], condition: TestCondition, study: Study): ArmRow {
  const { arm, labelledPerMaterial } = must(group[0], 'training of an arm').unit;
  const tests = group.flatMap((result) => result.test?.[condition] ?? []);
  const material = new Map(
    group.flatMap(({ unit, test }) => {
      const accuracy = test?.[condition]?.material ?? null;
      return accuracy === null ? [] : [[placeOf(unit), accuracy] as const];
    }),
  );
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
    trainings: tests.length,
    material:
      material.size > 0
        ? nestedInterval(nestedOf(designOf(study, labelledPerMaterial, arm), material))
        : null,
    metrics,
    recovered: condition === 'clean' ? recoveredShare(group, study.results) : null,
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
function exploratoryComparisons(study: Study): Comparison[] {
  const { protocol } = study;
  const groups = groupsOf(protocol);
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
        const found = arms.includes(a) && compare(study, labelledPerMaterial, a, b);
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
