import { expect, test } from 'vitest';
import { type Dataset, rowsOf } from '../../models/data/dataset.ts';
import { openBackend } from '../../models/engine/backend.ts';
import { saveModel } from '../../models/export/export.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { trainStudent } from '../../models/training/train.ts';
import { toyDataset } from './toy.ts';

/** The toy set with other materials written on its unlabelled items. */
function mislabelled(data: Dataset): Dataset {
  const material = data.material.slice();
  for (const row of rowsOf(data, 'unlabelled')) material[row] = (material[row]! + 1) % data.labels.length;
  return { ...data, material };
}

test('few labels: what is written on unlabelled items changes no weight; all labels: it does', async () => {
  const engine = await openBackend();
  const data = toyDataset({ labelled: 4, unlabelled: 4, validation: 2, test: 0 });
  const train = async (set: Dataset, labels: 'few' | 'all') => {
    const spec = { ...TRAINING, name: 'toy', steps: 2, validateEvery: 2, smoothing: 0, labels };
    return Buffer.from(saveModel((await trainStudent(engine, set, spec)).model));
  };
  const other = mislabelled(data);
  expect((await train(other, 'few')).equals(await train(data, 'few'))).toBe(true);
  expect((await train(other, 'all')).equals(await train(data, 'all'))).toBe(false);
});
