import { beforeAll, describe, expect, test } from 'vitest';
import { type Dataset, rowsOf } from '../../models/data/dataset.ts';
import { openBackend } from '../../models/engine/backend.ts';
import { loadModel, saveModel } from '../../models/export/export.ts';
import type { Model } from '../../models/nets/model.ts';
import { carryOut } from '../../models/training/carry-out.ts';
import { hintTargets } from '../../models/training/hint.ts';
import { type ThermalRecipe, TRAINING } from '../../models/training/recipe.ts';
import { measureThermal } from '../../models/training/thermal.ts';
import { looksOf, Residuals, references } from '../../models/training/thermal-references.ts';
import { toyDataset } from './toy.ts';

let data: Dataset;
beforeAll(() => {
  data = toyDataset({ labelled: 8, unlabelled: 8, validation: 6, test: 10 });
});

describe('what is known without a network', () => {
  test('a material says at least as much as its look, and a look as the outline, where they are gathered and asked alike', () => {
    const rows = rowsOf(data, 'labelled');
    const own = { data, hint: hintTargets(data), rows };
    const known = references({ ...own, looks: looksOf(data.labels) }, own);
    expect(known.outline).toBeCloseTo(0, 6);
    expect(known.look).toBeGreaterThanOrEqual(known.outline - 1e-9);
    expect(known.material).toBeGreaterThanOrEqual(known.look - 1e-9);
    expect(known.lookAndBrightness).toBeGreaterThanOrEqual(known.look - 1e-9);
  });

  test('a guess without error explains everything, the mean nothing', () => {
    const hint = hintTargets(data);
    const rows = rowsOf(data, 'test');
    const perfect = new Residuals(hint);
    const pixels = hint.side * hint.side;
    for (const row of rows) perfect.add(row, (pixel) => hint.target[row * pixels + pixel]!);
    expect(perfect.r2()).toBe(1);
    expect(perfect.rmse()).toBe(0);
  });
});

test('a network is trained for nothing else, survives its file, and is measured beside the references', async () => {
  const engine = await openBackend();
  const recipe: ThermalRecipe = {
    ...{ ...TRAINING, name: 'thermal-alone', steps: 12, validateEvery: 6, batch: 8 },
    ...{ kind: 'thermal', heads: [], labelledPerMaterial: 4 },
  };
  const { model, curve } = await carryOut(engine, data, recipe, []);
  expect(curve.map(({ step }) => step)).toEqual([6, 12]);
  const again: Model = loadModel(saveModel(model));
  expect(again.kind).toBe('thermal');
  const fit = measureThermal(again, data, data);
  expect(fit).toEqual(measureThermal(model, data, data));
  expect(fit.items).toBe(40);
  expect(fit.r2).toBeLessThan(1);
});
