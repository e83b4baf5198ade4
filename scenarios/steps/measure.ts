import type { TestCondition } from '../../models/data/test-sensors.ts';
import { openBackend } from '../../models/engine/backend.ts';
import type { Evaluation } from '../../models/evaluation/evaluate.ts';
import { asksForHint } from '../../models/training/arms.ts';
import { type Measured, measure, measureHint } from '../../models/training/measure.ts';
import type { ContentStore } from '../store/store.ts';
import { readDataset } from './dataset.ts';
import { readAuxiliary, readModel } from './model.ts';
import type { MeasureOutcome, MeasureStep } from './steps.ts';

/** Tests a stored network; the clean test also holds it against its first teacher and scores its guesses of heat. */
export async function measureNetwork(step: MeasureStep, store: ContentStore): Promise<MeasureOutcome> {
  const { recipe, teachers, backend, dataset, address } = step.network;
  await openBackend(backend);
  const model = readModel(store, address);
  const [taughtBy] = teachers;
  const teacher = taughtBy ? readModel(store, taughtBy.address) : null;
  const test: Partial<Record<TestCondition, Measured>> = {};
  let rest = {};
  for (const [condition, set] of Object.entries(step.tests)) {
    const data = readDataset(store, set);
    const clean = condition === 'clean';
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
