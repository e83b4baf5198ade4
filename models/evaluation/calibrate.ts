import { type Dataset, rowsOf } from '../data/dataset.ts';
import { TOLD_STATES } from '../nets/heads.ts';
import type { Model } from '../nets/model.ts';
import type { Weights } from '../nets/weights.ts';
import { STATES } from '../nets/widths.ts';
import { argmax, medianState } from './evaluate.ts';
import type { Predictions } from './infer.ts';

/**
 * How far the heads of condition are to be believed. A network learns the few labels of its training items by heart, the state of
 * each included, and then claims more than it knows of others: worse than a constant. On the validation items it shows how much of
 * a head's answer holds; the rest is given back to what nobody has to look for, the frequency of the states and the mean quality.
 */
export interface Belief {
  /** Share of the state head's logits that is kept; the rest is the logarithm of `prior`. */
  readonly state: number;
  /** Share of the quality head's deviation from the mean that is kept. */
  readonly quality: number;
  /** [10] frequency of the states among the labelled items. */
  readonly prior: Float64Array;
}

/** Shares of the logits that are tried: none would leave a head without weights, more than 1.5 is never right. */
const SHARES = Array.from({ length: 30 }, (_, i) => 0.05 * (i + 1));
const MOST_QUALITY = 1.2;
/** What each state counts beforehand, so that none is impossible. */
const BEFOREHAND = 1;
/** Smallest probability that is told apart from zero. */
const LEAST = 1e-9;

/** Chooses the shares with the best likelihood of the validation items' states and the least square error of their quality. */
export function beliefOf(
  { state, quality }: Predictions,
  model: Pick<Model, 'normaliser'>,
  data: Dataset,
  rows: Int32Array,
): Belief {
  const prior = priorOf(data);
  const costs = SHARES.map((share) => costOf(state, prior, share, data, rows));
  const { qualityMean } = model.normaliser;
  let [products, squares] = [0, 0];
  rows.forEach((row, i) => {
    const deviation = quality[i]! - qualityMean;
    products += deviation * (data.quality[row]! - qualityMean);
    squares += deviation * deviation;
  });
  const slope = squares > 0 ? products / squares : 0;
  return {
    state: SHARES[argmax(costs, 0, costs.length)]!,
    quality: Math.min(MOST_QUALITY, Math.max(SHARES[0]!, slope)),
    prior,
  };
}

function priorOf(data: Dataset): Float64Array {
  const counts = new Float64Array(STATES).fill(BEFOREHAND);
  for (const row of rowsOf(data, 'labelled')) counts[data.state[row]!]! += 1;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

/** Mean log-likelihood of the true states. */
function costOf(
  state: Float32Array,
  prior: Float64Array,
  share: number,
  data: Dataset,
  rows: Int32Array,
): number {
  let sum = 0;
  rows.forEach((row, i) => {
    sum += Math.log(Math.max(LEAST, believed(state, i * STATES, prior, share)[data.state[row]!]!));
  });
  return sum / Math.max(1, rows.length);
}

/** The distribution over states at `start` with only a share of it believed. */
function believed(state: Float32Array, start: number, prior: Float64Array, share: number): Float64Array {
  const mixed = prior.map((p, s) =>
    Math.exp(share * Math.log(Math.max(LEAST, state[start + s]!)) + (1 - share) * Math.log(p)),
  );
  const total = mixed.reduce((sum, p) => sum + p, 0);
  return mixed.map((p) => p / total);
}

/** How much less wrong the heads of condition are than a constant, once believed as far as they may be: 0 = nothing, 1 = all is known. */
export function conditionSkill(
  predictions: Predictions,
  model: Pick<Model, 'normaliser' | 'heads'>,
  data: Dataset,
  rows: Int32Array,
): number {
  const belief = beliefOf(predictions, model, data, rows);
  const { qualityMean } = model.normaliser;
  const median = medianState(belief.prior, 0);
  let [stateError, stateConstant, qualityError, qualityConstant] = [0, 0, 0, 0];
  rows.forEach((row, i) => {
    const answer = medianState(believed(predictions.state, i * STATES, belief.prior, belief.state), 0);
    stateError += Math.abs(answer - data.state[row]!);
    stateConstant += Math.abs(median - data.state[row]!);
    const deviation = data.quality[row]! - qualityMean;
    qualityError += Math.abs(belief.quality * (predictions.quality[i]! - qualityMean) - deviation);
    qualityConstant += Math.abs(deviation);
  });
  const skill = (error: number, constant: number) => (constant > 0 ? 1 - error / constant : 0);
  const skills = [
    ...(model.heads.includes('state') ? [skill(stateError, stateConstant)] : []),
    ...(model.heads.includes('quality') ? [skill(qualityError, qualityConstant)] : []),
  ];
  return skills.reduce((sum, one) => sum + one, 0) / Math.max(1, skills.length);
}

/** Weights whose heads of condition answer what is to be believed of them: nothing else in the network changes. */
export function believing(weights: Weights, { state, quality, prior }: Belief): Weights {
  const changed = (name: string, values: Float32Array) => {
    if (name === 'state/bias') return values.map((b, s) => state * b + (1 - state) * Math.log(prior[s]!));
    if (name === 'state/weights' || name === TOLD_STATES) return values.map((w) => state * w);
    return name.startsWith('quality/') ? values.map((w) => quality * w) : values;
  };
  return Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [
      name,
      { ...weight, values: changed(name, weight.values) },
    ]),
  );
}
