import { type Dataset, rowsOf } from '../data/dataset.ts';
import { type Engine, tf } from '../engine/backend.ts';
import type { Hooks } from '../engine/hooks.ts';
import { INFERENCE_BATCH, imageTensor } from '../evaluation/infer.ts';
import { thermalHint } from '../losses/thermalHint.ts';
import { CAMERA, inputsOf } from '../nets/inputs.ts';
import { INFERENCE } from '../nets/layers.ts';
import type { Model } from '../nets/model.ts';
import { thermalForward, thermalParameters } from '../nets/thermal.ts';
import { initialWeights, mount, unmount, type Variables, type Weights } from '../nets/weights.ts';
import { batchSource } from './batches.ts';
import { fitWeights } from './fit.ts';
import { type HintTargets, hintBatch, hintTargets } from './hint.ts';
import type { ThermalRecipe } from './recipe.ts';
import { looksOf, Residuals, references, type ThermalFit } from './thermal-references.ts';
import type { Trained } from './train.ts';

/** Trains the network on the pairs of the labelled items, and on nothing else; the share of variance explained on validation items judges it. */
export async function trainThermal(
  engine: Engine,
  data: Dataset,
  spec: ThermalRecipe,
  hooks: Hooks = {},
): Promise<Trained> {
  const hint = hintTargets(data, scaleOf(data));
  const parameters = thermalParameters();
  const next = batchSource(data, spec.seed, spec.batch, true);
  const kept = rowsOf(data, 'validation');
  const { weights, curve, bestStep, plateauStep } = await fitWeights(
    {
      ...spec,
      ...{ parameters, start: initialWeights(parameters, spec.seed), phase: spec.name },
      loss: (variables, pass, step) => {
        const { rows, views } = next(step);
        const { target, mask } = hintBatch(hint, rows, views);
        const guess = thermalForward(variables, imageTensor(data, rows, views), pass);
        return { thermal: tf.mean(thermalHint(guess, target, mask)) as tf.Scalar };
      },
      validate: (variables) => {
        const accuracy = explained(variables, data, kept, hint).r2();
        return { accuracy, score: accuracy };
      },
    },
    hooks,
  );
  const { kind: _, labelledPerMaterial: _l, labelDraw: _d, ...told } = spec;
  const model: Model = {
    ...{ kind: 'thermal', name: spec.name, labels: data.labels, senses: [CAMERA], heads: [] },
    inputs: inputsOf(data.streams, [CAMERA]),
    normaliser: { senses: {}, qualityMean: 0, qualitySd: 1 },
    qualityErrorByState: new Float32Array(10),
    recipe: { ...told, backend: engine.name, bestStep, scaleK: hint.scaleK },
    weights,
  };
  return { model, auxiliary: {}, curve, bestStep, plateauStep };
}

/** The unit of the targets: root mean square rise of the pairs that are known. */
function scaleOf(data: Dataset): number {
  const hint = hintTargets(data, 1);
  let [squares, count] = [0, 0];
  for (const row of rowsOf(data, 'labelled'))
    hint.mask.subarray(row * hint.side * hint.side, (row + 1) * hint.side * hint.side).forEach((on, p) => {
      if (on === 0) return;
      const rise = hint.target[row * hint.side * hint.side + p]!;
      squares += rise * rise;
      count++;
    });
  return Math.max(Math.sqrt(squares / Math.max(1, count)), 1e-3);
}

/** What the network leaves unexplained of the thermal pictures of some rows. */
function explained(variables: Variables, data: Dataset, rows: Int32Array, hint: HintTargets): Residuals {
  const residuals = new Residuals(hint);
  const pixels = hint.side * hint.side;
  for (let start = 0; start < rows.length; start += INFERENCE_BATCH) {
    const batch = rows.subarray(start, start + INFERENCE_BATCH);
    const guess = tf.tidy(() => thermalForward(variables, imageTensor(data, batch), INFERENCE).dataSync());
    batch.forEach((row, i) => {
      residuals.add(row, (pixel) => guess[i * pixels + pixel]!);
    });
  }
  return residuals;
}

/** How well a trained network knows the thermal pictures of test items, beside what simpler knowledge would say of them. */
export function measureThermal(
  { weights, recipe }: { readonly weights: Weights; readonly recipe: Model['recipe'] },
  pool: Dataset,
  test: Dataset,
): ThermalFit {
  const scaleK = recipe.scaleK as number;
  const own = hintTargets(pool, scaleK);
  const asked = hintTargets(test, scaleK);
  const rows = rowsOf(test, 'test');
  const variables = mount(weights);
  try {
    const network = explained(variables, test, rows, asked);
    const known = { data: pool, hint: own, rows: rowsOf(pool, 'labelled'), looks: looksOf(pool.labels) };
    const rest = references(known, { data: test, hint: asked, rows });
    return { items: rows.length, r2: network.r2(), rmseK: network.rmse() * scaleK, ...rest };
  } finally {
    unmount(variables);
  }
}
