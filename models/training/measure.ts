import { type Dataset, rowsOf } from '../data/dataset.ts';
import { type Evaluation, fidelity, score } from '../evaluation/evaluate.ts';
import { predict } from '../evaluation/infer.ts';
import type { Model } from '../nets/model.ts';
import type { Weights } from '../nets/weights.ts';
import { type HintFit, hintFit, hintTargets, meanRiseOf } from './hint.ts';
import { poolRows } from './targets.ts';
import type { Trained } from './train.ts';

/** One test of a trained network, as plain numbers. */
export interface Measured {
  readonly items: number;
  /** Accuracies, F1 and calibration of naming; null, as the errors below, where the network has no such head. */
  readonly material: number | null;
  readonly class: number | null;
  readonly family: number | null;
  /** Material accuracy on materials without look-alikes; null when all have some. */
  readonly separable: number | null;
  readonly macroF1: number | null;
  readonly ece: number | null;
  readonly stateMae: number | null;
  readonly qualityMae: number | null;
  /** Share of items on which the teacher says the same, and mean KL(teacher || network); null without a teacher. */
  readonly agreement: number | null;
  readonly meanKl: number | null;
}

/** Tests a network on a test set; returns the numbers and the whole evaluation. */
export function measure(
  model: Model,
  test: Dataset,
  teacher: Model | null,
): { numbers: Measured; evaluation: Evaluation } {
  const rows = rowsOf(test, 'test');
  const own = predict(model, test, rows);
  const evaluation = score(own, model, test, rows);
  const known = model.heads.includes('material');
  const close = teacher && known ? fidelity(predict(teacher, test, rows), own, test.labels.length) : null;
  const rounded = (value: number) => (Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null);
  return {
    evaluation,
    numbers: {
      items: rows.length,
      material: rounded(evaluation.accuracy.material),
      class: rounded(evaluation.accuracy.class),
      family: rounded(evaluation.accuracy.family),
      separable: rounded(evaluation.separable),
      macroF1: rounded(evaluation.macroF1),
      ece: rounded(evaluation.ece),
      stateMae: rounded(evaluation.stateMae),
      qualityMae: rounded(evaluation.qualityMae),
      agreement: close && rounded(close.agreement),
      meanKl: close && rounded(close.meanKl),
    },
  };
}

/** How well an arm with a hint guesses the thermal pictures of a test set. */
export function measureHint(
  trained: Pick<Trained, 'model' | 'auxiliary'>,
  pool: Dataset,
  test: Dataset,
): HintFit {
  const hint = hintTargets(pool);
  const weights: Weights = { ...trained.model.weights, ...trained.auxiliary };
  const meanRise = meanRiseOf(hint, poolRows(pool));
  return hintFit(weights, test, rowsOf(test, 'test'), hintTargets(test, hint.scaleK), meanRise);
}
