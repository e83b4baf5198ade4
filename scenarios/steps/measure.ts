import { type Dataset, rowsOf } from '../../models/data/dataset.ts';
import { relabel } from '../../models/data/relabel.ts';
import type { TestCondition } from '../../models/data/test-sensors.ts';
import { openBackend } from '../../models/engine/backend.ts';
import type { Evaluation } from '../../models/evaluation/evaluate.ts';
import type { Model } from '../../models/nets/model.ts';
import { asksForHint } from '../../models/training/arms.ts';
import { type Measured, measure, measureHint } from '../../models/training/measure.ts';
import { measureThermal } from '../../models/training/thermal.ts';
import type { ThermalFit } from '../../models/training/thermal-references.ts';
import type { ContentStore } from '../store/store.ts';
import { readDataset } from './dataset.ts';
import { readAuxiliary, readModel } from './model.ts';
import type { MeasureOutcome, MeasureStep } from './steps.ts';

/** Tests a stored network; the clean test also holds it against its first teacher and scores its guesses of heat. */
export async function measureNetwork(step: MeasureStep, store: ContentStore): Promise<MeasureOutcome> {
  const { recipe, teachers, backend, dataset, address, lessons } = step.network;
  await openBackend(backend);
  const model = readModel(store, address);
  // A teacher that takes other pictures cannot be asked about these.
  const [taughtBy] = lessons === undefined ? teachers : [];
  const teacher = taughtBy ? readModel(store, taughtBy.address) : null;
  const test: Partial<Record<TestCondition, Measured>> = {};
  let rest = {};
  for (const [condition, set] of Object.entries(step.tests)) {
    const data = readDataset(store, set);
    const clean = condition === 'clean';
    if (recipe.kind === 'thermal') {
      test[condition as TestCondition] = nothingMeasured(data);
      if (clean) rest = { thermal: thermalOf(step, model, store, data) };
      continue;
    }
    const { numbers, evaluation } = measure(model, data, clean ? teacher : null);
    test[condition as TestCondition] = numbers;
    if (!clean) continue;
    rest = details(evaluation);
    if (recipe.kind === 'teacher' || !asksForHint(recipe.terms)) continue;
    const own = { model, auxiliary: readAuxiliary(store, address) };
    rest = { ...rest, hint: measureHint(own, readDataset(store, dataset), data) };
  }
  return { test, ...rest };
}

/** How much of the thermal pictures a network knows that learned nothing else. */
function thermalOf({ network }: MeasureStep, model: Model, store: ContentStore, test: Dataset): ThermalFit {
  const { labelledPerMaterial, labelDraw } = network.recipe;
  const pool = readDataset(store, network.dataset);
  const known = labelledPerMaterial === null ? pool : relabel(pool, labelledPerMaterial, labelDraw);
  return measureThermal(model, known, test);
}

/** The numbers of a network that names nothing. */
function nothingMeasured(data: Dataset): Measured {
  const none = { material: null, class: null, family: null, separable: null, macroF1: null, ece: null };
  const rest = { stateMae: null, qualityMae: null, agreement: null, meanKl: null };
  return { items: rowsOf(data, 'test').length, ...none, ...rest };
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
