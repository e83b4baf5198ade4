import { tf } from '../engine/backend.ts';
import { breathe, type Hooks } from '../engine/hooks.ts';
import { adam, type Moments } from '../engine/ops.ts';
import type { Pass } from '../nets/layers.ts';
import {
  mount,
  type ParameterSpec,
  readWeights,
  unmount,
  type Variables,
  type Weights,
} from '../nets/weights.ts';
import { fixedSteps, type Plateau, untilPlateau } from './schedule.ts';

/** Share of the old moving moments that one step keeps. */
const MOVING = 0.95;
const STEPS_PER_BREATH = 2;

/** Weighted loss terms of one step; their sum is minimised. */
export type Terms = Readonly<Record<string, tf.Scalar>>;

export interface FitPlan {
  /** Name in progress records and errors. */
  readonly phase: string;
  readonly parameters: readonly ParameterSpec[];
  readonly start: Weights;
  /** How many; with a plateau, how many at most. */
  readonly steps: number;
  /** Given, it trains until it no longer improves. */
  readonly plateau?: Plateau;
  /** Peak of the schedule. */
  readonly learningRate: number;
  /** Validate every so many steps, and at the end. */
  readonly validateEvery: number;
  /** Stop after so many validations without a better one. */
  readonly patience: number;
  /** Builds the loss of one step inside a tidy; tensors of the batch are made in here. */
  readonly loss: (variables: Variables, pass: Pass, step: number) => Terms;
  readonly validate: (variables: Variables) => Validation;
}

/** What the validation items say of the weights. */
export interface Validation {
  /** Material accuracy, 0..1. */
  readonly accuracy: number;
  /** What the best weights have the most of. */
  readonly score: number;
}

/** One point of a learning curve. */
export interface TrainPoint {
  readonly step: number;
  readonly terms: Readonly<Record<string, number>>;
  readonly validationAccuracy: number;
}

export interface Fitted {
  /** Weights of the best validation. */
  readonly weights: Weights;
  readonly curve: readonly TrainPoint[];
  readonly bestStep: number;
  /** Steps after which it no longer improved; null where it took all the steps that it was given. */
  readonly plateauStep: number | null;
}

/** A loss term that stopped being a number; carries the weights of the best validation so far. */
export class TrainingError extends Error {
  readonly lastGood: Weights;

  constructor(message: string, lastGood: Weights) {
    super(message);
    this.name = 'TrainingError';
    this.lastGood = lastGood;
  }
}

/** Minimises the plan's loss with Adam and keeps the weights of the best validation. */
export async function fitWeights(plan: FitPlan, hooks: Hooks): Promise<Fitted> {
  const trainable = new Set(plan.parameters.filter((p) => p.trainable).map((p) => p.name));
  const variables = mount(plan.start, (name) => trainable.has(name));
  const optimiser = adam(plan.learningRate);
  const { steps, learningRate, plateau } = plan;
  const schedule =
    plateau === undefined ? fixedSteps(steps, learningRate) : untilPlateau(steps, learningRate, plateau);
  const curve: TrainPoint[] = [];
  let best = { weights: plan.start, score: Number.NEGATIVE_INFINITY, step: 0, validation: 0 };
  try {
    for (let step = 0; step < schedule.steps(); step++) {
      optimiser.learningRate = schedule.rateAt(step);
      const terms = trainStep(plan, variables, optimiser, step, best.weights);
      const last = step === schedule.steps() - 1;
      if ((step + 1) % plan.validateEvery === 0 || last) {
        const { accuracy, score } = plan.validate(variables);
        curve.push({ step: step + 1, terms, validationAccuracy: accuracy });
        schedule.judged(step + 1, accuracy);
        // Equal counts as better: at an equal score the later weights have seen more.
        if (score >= best.score) {
          best = { weights: readWeights(variables), score, step: step + 1, validation: curve.length };
        }
        report(plan, hooks, step + 1, terms, accuracy);
        if (curve.length - best.validation >= plan.patience) break;
      }
      if (step % STEPS_PER_BREATH === 0) {
        report(plan, hooks, step + 1, terms);
        await breathe(hooks);
      }
    }
    return { weights: best.weights, curve, bestStep: best.step, plateauStep: schedule.plateau() };
  } finally {
    unmount(variables);
    optimiser.dispose();
  }
}

/** One step: loss, check, gradients, Adam, moving moments. Returns the terms' values. */
function trainStep(
  plan: FitPlan,
  variables: Variables,
  optimiser: tf.Optimizer,
  step: number,
  lastGood: Weights,
): Record<string, number> {
  const moments: Record<string, Moments> = {};
  const kept: Record<string, tf.Scalar> = {};
  const trained = Object.values(variables).filter((variable) => variable.trainable);
  const { value, grads } = tf.variableGrads(() => {
    const terms = plan.loss(variables, { training: true, moments }, step);
    for (const [name, term] of Object.entries(terms)) kept[name] = tf.keep(term);
    return tf.addN(Object.values(terms)) as tf.Scalar;
  }, trained);
  const values: Record<string, number> = {};
  for (const [name, term] of Object.entries(kept)) {
    values[name] = term.dataSync()[0]!;
    term.dispose();
  }
  value.dispose();
  const broken = Object.keys(values).find((name) => !Number.isFinite(values[name]));
  if (broken === undefined) {
    optimiser.applyGradients(grads);
    moveMoments(variables, moments);
  }
  tf.dispose(grads);
  tf.dispose(moments);
  if (broken !== undefined) {
    throw new TrainingError(
      `${plan.phase}: loss term "${broken}" is ${values[broken]} at step ${step + 1}; the weights of the last good validation are kept. ` +
        'Cure: a lower learning rate, or look for NaN in the data set.',
      lastGood,
    );
  }
  return values;
}

/** moving <- MOVING * moving + (1 - MOVING) * batch, for each normalised layer. */
function moveMoments(variables: Variables, moments: Readonly<Record<string, Moments>>): void {
  for (const [layer, { mean, variance }] of Object.entries(moments)) {
    for (const [name, batch] of [
      [`${layer}/mean`, mean],
      [`${layer}/variance`, variance],
    ] as const) {
      const variable = variables[name]!;
      const moved = tf.tidy(() => tf.add(tf.mul(variable, MOVING), tf.mul(batch, 1 - MOVING)));
      variable.assign(moved);
      moved.dispose();
    }
  }
}

function report(
  plan: FitPlan,
  hooks: Hooks,
  done: number,
  terms: Record<string, number>,
  validationAccuracy?: number,
): void {
  const record = { phase: plan.phase, done, total: plan.steps, terms };
  hooks.progress?.(validationAccuracy === undefined ? record : { ...record, validationAccuracy });
}
