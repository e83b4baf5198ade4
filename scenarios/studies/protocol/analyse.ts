import type { TestCondition } from '../../../models/data/test-sensors.ts';
import { type ArmName, armOf } from '../../../models/training/arms.ts';
import type { Measured } from '../../../models/training/measure.ts';
import { groupsOf } from '../../../models/training/protocol/groups.ts';
import { countTo, type Group } from '../../../models/training/protocol/places.ts';
import { pendingUnits, unitKey } from '../../../models/training/protocol/protocol.ts';
import { choose, tunedArms, unitCount } from '../../../models/training/protocol/rates.ts';
import { pendingTests } from '../../../models/training/protocol/testing.ts';
import type { Protocol } from '../../../models/training/protocol/types.ts';
import { FULL_COUPLING } from '../../../sim/materials/appearance.ts';
import { visualCeiling } from '../../../sim/materials/catalogue.ts';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { at, must } from '../../../sim/record/must.ts';
import { holm, type Interval, ratioInterval, tPValue } from '../../stats/interval.ts';
import { type Nested, type NestedInterval, nestedInterval } from '../../stats/nested.ts';
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
  const counts = unitCount(protocol, results);
  const { primary } = protocol;
  const study = { protocol, results };
  const named = withHolm(NAMED.flatMap(([a, b]) => compare(study, primary.labelledPerMaterial, a, b) ?? []));
  const document = {
    title,
    quick,
    fingerprint: fingerprintOf(results),
    complete: isComplete(protocol, results),
    trainings: { done: results.length, planned: counts.teachers + counts.students },
    testItems: protocol.data.materials.length * protocol.data.testPerMaterial,
    coreHours: results.reduce((sum, result) => sum + result.cpuS, 0) / 3600,
    plateaus: plateausOf(protocol, results),
    steps: { teacher: protocol.training.teacherSteps, student: protocol.training.studentSteps },
    choices: choices(protocol, results),
    arms: armRows(study),
    named,
    exploratory: exploratoryComparisons(study),
    visualCeiling: visualCeiling(protocol.data.materials, protocol.data.lookCoupling ?? FULL_COUPLING),
    visualReached: visualReached(protocol, results),
    hint: meanHint(results),
  };
  const main = { ...protocol, regimes: [], exploratory: { ...protocol.exploratory, arms: [] } };
  const primaryDone = isComplete(main, results);
  return { ...document, finding: findingOf(document, protocol, primaryDone) };
}

/** SHA-256 over all results but their processor times and the code that made them, in order of their units. */
export function fingerprintOf(results: readonly TrainingResult[]): string {
  const lines = results.map(({ cpuS: _, code: _c, ...result }) => [unitKey(result.unit), result] as const);
  const sorted = lines.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => result);
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(sorted)) as JsonValue));
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

/** What a protocol asks and what it found so far. */
interface Study {
  readonly protocol: Protocol;
  readonly results: readonly TrainingResult[];
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

/**
 * Values by world, draw and training. Where not all of a design is there yet, the worlds that are whole; where none is, all values
 * as trainings of one draw, which says least.
 */
function nestedOf(design: Group | undefined, values: ReadonlyMap<string, number>): Nested {
  const { worlds = 0, draws = 0, seeds = 0 } = design ?? {};
  const whole = countTo(worlds).flatMap((world) => {
    const own = countTo(draws).map((draw) =>
      countTo(seeds).flatMap((seed) => values.get(placeOf({ world, draw, seed })) ?? []),
    );
    return own.every((trainings) => trainings.length === seeds) ? [own] : [];
  });
  return whole.length > 0 ? whole : [[[...values.values()]]];
}

const placeOf = ({ world, draw, seed }: Pick<TrainingResult['unit'], 'world' | 'draw' | 'seed'>) =>
  `${world}/${draw}/${seed}`;

/** The group that an arm of so many labels is of. */
function designOf({ protocol }: Study, labels: number, arm: ArmName): Group | undefined {
  const own = groupsOf(protocol).filter((group) => group.labelledPerMaterial === labels);
  return own.find(({ arms }) => arms.includes(arm)) ?? own[0];
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

/** Over worlds where there are several: trainings of one world are no independent measurements. */
function recoveredShare(group: readonly TrainingResult[], all: readonly TrainingResult[]): Interval | null {
  const { unit, test } = must(group[0], 'training of an arm');
  if (armOf(unit.arm).kind !== 'student' || test?.clean?.material === null) return null;
  const byPlace = (name: ArmName) =>
    new Map(
      finals(all, unit.labelledPerMaterial, name).map((result) => [
        placeOf(result.unit),
        cleanAccuracy(result),
      ]),
    );
  const [lows, highs] = [byPlace('labels-only'), byPlace('oracle')];
  const own = group.flatMap((result) => {
    if (result.test === undefined) return [];
    const [low, high] = [lows.get(placeOf(result.unit)), highs.get(placeOf(result.unit))];
    if (low === undefined || high === undefined) return [];
    return [{ world: result.unit.world, gain: cleanAccuracy(result) - low, room: high - low }];
  });
  const worlds = [...new Set(own.map(({ world }) => world))];
  const sums =
    worlds.length > 1
      ? worlds.map((world) => own.filter((pair) => pair.world === world))
      : own.map((pair) => [pair]);
  const total = (pairs: typeof own, of: (pair: (typeof own)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0);
  if (own.length === 0 || total(own, ({ room }) => room) === 0) return null;
  return ratioInterval(
    sums.map((pairs) => total(pairs, ({ gain }) => gain)),
    sums.map((pairs) => total(pairs, ({ room }) => room)),
  );
}

/** Material accuracy on clean test items, of an arm that names materials. */
function cleanAccuracy({ test }: TrainingResult): number {
  return must(test?.clean?.material, 'material accuracy of a clean test');
}

function finals(results: readonly TrainingResult[], labelled: number, arm: ArmName): TrainingResult[] {
  return results.filter((result) => isFinal(result, labelled, arm) && result.test !== undefined);
}

/** Paired by world, draw and seed on the clean test; null when there are fewer than two pairs. */
function compare(
  study: Study,
  labelled: number,
  a: ArmName,
  b: ArmName,
): Omit<Comparison, 'adjustedP'> | null {
  const points = (result: TrainingResult) => 100 * cleanAccuracy(result);
  const named = (arm: ArmName) =>
    finals(study.results, labelled, arm).filter(({ test }) => (test?.clean?.material ?? null) !== null);
  const others = new Map(named(b).map((result) => [placeOf(result.unit), points(result)]));
  const differences = new Map(
    named(a).flatMap((result) => {
      const other = others.get(placeOf(result.unit));
      return other === undefined ? [] : [[placeOf(result.unit), points(result) - other] as const];
    }),
  );
  if (differences.size < 2) return null;
  const interval = nestedInterval(nestedOf(designOf(study, labelled, a), differences));
  if (interval.values < 2) return null;
  return {
    ...{ a, b, labelledPerMaterial: labelled, pairs: interval.values },
    points: interval,
    p: pValue(interval),
  };
}

/** Two-sided p-value of a mean over nested draws; 1 when all differences are 0. */
function pValue({ mean, se, df }: NestedInterval): number {
  if (se === 0) return mean === 0 ? 1 : 0;
  return tPValue(mean / se, df);
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
