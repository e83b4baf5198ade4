import type { Dataset } from '../../../models/data/dataset.ts';
import type { TestCondition } from '../../../models/data/test-sensors.ts';
import { openBackend } from '../../../models/engine/backend.ts';
import type { Hooks } from '../../../models/engine/hooks.ts';
import type { Evaluation } from '../../../models/evaluation/evaluate.ts';
import { loadModel, modelId, saveModel } from '../../../models/export/export.ts';
import { type Protocol, type Unit, unitKey } from '../../../models/training/protocol.ts';
import type { Trained } from '../../../models/training/train.ts';
import {
  hasHint,
  type Measured,
  measure,
  measureHint,
  teacherUnit,
  trainUnit,
} from '../../../models/training/unit.ts';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import { codeHash, protocolCode } from '../../store/code.ts';
import { addressOf, type ContentStore } from '../../store/store.ts';
import type { Report } from '../../threads/progress.ts';
import { type ExportedStudent, exportStudent } from '../export/student.ts';
import { dataset, poolSpec, testSpec } from './datasets.ts';
import type { TrainingResult } from './results.ts';

/** What a worker is handed: a data set to render, or a training to carry out and measure. */
export type Job =
  | { readonly kind: 'pool'; readonly protocol: Protocol }
  | { readonly kind: 'test'; readonly protocol: Protocol; readonly condition: TestCondition }
  | {
      readonly kind: 'unit';
      readonly protocol: Protocol;
      readonly unit: Unit;
      readonly conditions: readonly TestCondition[];
    }
  | { readonly kind: 'export'; readonly protocol: Protocol; readonly unit: Unit };

/** What a job answers with. */
export type JobAnswer<J extends Job> = J extends { kind: 'unit' }
  ? TrainingResult
  : J extends { kind: 'export' }
    ? ExportedStudent
    : string;

/** Carries out a job. Answers with the hash of a data set, the result of a training, or an exported student. */
export async function carryOut(job: Job, store: ContentStore, report: Report): Promise<JobAnswer<Job>> {
  const { data } = job.protocol;
  // Also before a network from the cache is tested: reading one opens no backend.
  if (job.kind === 'unit' || job.kind === 'export') await openBackend('wasm');
  switch (job.kind) {
    case 'unit':
      return trainAndMeasure(job, store, report);
    case 'export':
      return exportBest(job, store, report);
    case 'pool':
      return (await dataset(store, poolSpec(data), 'clean', report)).hash;
    case 'test':
      return (await dataset(store, testSpec(data), job.condition, report)).hash;
  }
}

async function trainAndMeasure(
  { protocol, unit, conditions }: Extract<Job, { kind: 'unit' }>,
  store: ContentStore,
  report: Report,
): Promise<TrainingResult> {
  const before = process.cpuUsage();
  const pool = await dataset(store, poolSpec(protocol.data), 'clean', report);
  const own = await trained(unit, protocol, pool.data, store, report);
  const measured = unit.stage === 'final' ? await tested(own, unit) : {};
  const after = process.cpuUsage(before);
  return {
    schema: 'looptwin.training/1',
    data: pool.hash,
    recipe: recipeOf(protocol),
    unit,
    bestStep: own.bestStep,
    validationAccuracy: own.curve.find(({ step }) => step === own.bestStep)?.validationAccuracy ?? 0,
    curve: own.curve.map(({ step, validationAccuracy }) => [step, validationAccuracy] as const),
    model: modelId(own.model),
    ...measured,
    cpuS: Math.round((after.user + after.system) / 1e4) / 100,
  };

  async function tested(network: Trained, of: Unit): Promise<Partial<TrainingResult>> {
    const taughtBy = teacherUnit(of);
    const teacher = taughtBy && (await trained(taughtBy, protocol, pool.data, store, report)).model;
    const test: Partial<Record<TestCondition, Measured>> = {};
    let rest = {};
    for (const condition of conditions) {
      const { data } = await dataset(store, testSpec(protocol.data), condition, report);
      const clean = condition === 'clean';
      const { numbers, evaluation } = measure(network.model, data, clean ? teacher : null);
      test[condition] = numbers;
      if (!clean) continue;
      rest = details(evaluation);
      if (hasHint(of)) rest = { ...rest, hint: measureHint(network, pool.data, data) };
    }
    return { test, ...rest };
  }
}

/** A trained network: from the cache, or trained now, its teachers first. */
async function trained(
  unit: Unit,
  protocol: Protocol,
  pool: Dataset,
  store: ContentStore,
  report: Report,
): Promise<Trained> {
  const known = readTrained(store, protocol, unit, pool);
  if (known) return known;
  const hooks: Hooks = {
    progress: ({ phase, done, total }) => report({ task: `${unitKey(unit)}: ${phase}`, done, total }),
  };
  const engine = await openBackend('wasm');
  const teacher = async (u: Unit) => (await trained(u, protocol, pool, store, report)).model;
  const fresh = await trainUnit({ engine, protocol, pool, teacher, hooks }, unit);
  writeTrained(store, protocol, unit, pool, fresh);
  return fresh;
}

/** Exports the student of a unit, with its teacher's row beside it. */
async function exportBest(
  { protocol, unit }: Extract<Job, { kind: 'export' }>,
  store: ContentStore,
  report: Report,
): Promise<ExportedStudent> {
  const pool = await dataset(store, poolSpec(protocol.data), 'clean', report);
  const test = await dataset(store, testSpec(protocol.data), 'clean', report);
  const { model } = await trained(unit, protocol, pool.data, store, report);
  const taughtBy = teacherUnit(unit);
  const teacher = taughtBy && (await trained(taughtBy, protocol, pool.data, store, report)).model;
  const { arm, labelledPerMaterial, seed } = unit;
  const origin = `${arm}, ${labelledPerMaterial} labels a material, seed ${seed}`;
  return exportStudent(model, pool.data, test.data, { teacher, dataHash: pool.hash, origin });
}

/** What figures are drawn from. */
function details(evaluation: Evaluation) {
  const { families, familyConfusion, reliability } = evaluation;
  const short = (x: number) => Math.round(x * 1e4) / 1e4;
  return {
    families,
    familyConfusion: [...familyConfusion],
    reliability: reliability.map((bin) => [short(bin.confidence), short(bin.accuracy), bin.count] as const),
  };
}

/** Hash of the settings that all trainings of a protocol share. */
export function recipeOf({ data, training }: Protocol): string {
  return sha256Hex(canonicalJson({ data, training })).slice(0, 16);
}

/** Address of a trained network: everything but the stage, so that a tuned one is not trained again to be tested. */
function trainedAddress(protocol: Protocol, unit: Unit, pool: Dataset): string {
  const { stage: _, ...what } = unit;
  const recipe = {
    what,
    training: protocol.training,
    pool: pool.spec,
    code: codeHash(protocolCode),
  };
  return addressOf('trained', recipe);
}

function readTrained(store: ContentStore, protocol: Protocol, unit: Unit, pool: Dataset): Trained | null {
  const address = trainedAddress(protocol, unit, pool);
  const bytes = store.read('trained-model', address);
  const rest = store.readJson<Omit<Trained, 'model' | 'auxiliary'>>('trained', address);
  if (!bytes || !rest) return null;
  const { weights, ...model } = loadModel(new Uint8Array(bytes));
  const isAuxiliary = ([name]: [string, unknown]) => name.startsWith('auxiliary/');
  const all = Object.entries(weights);
  return {
    ...rest,
    model: { ...model, weights: Object.fromEntries(all.filter((entry) => !isAuxiliary(entry))) },
    auxiliary: Object.fromEntries(all.filter(isAuxiliary)),
  };
}

function writeTrained(
  store: ContentStore,
  protocol: Protocol,
  unit: Unit,
  pool: Dataset,
  trained: Trained,
): void {
  const address = trainedAddress(protocol, unit, pool);
  const { model, auxiliary, ...rest } = trained;
  store.write('trained-model', address, saveModel({ ...model, weights: { ...model.weights, ...auxiliary } }));
  store.writeJson('trained', address, rest);
}
