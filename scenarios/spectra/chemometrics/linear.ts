import { CholeskyDecomposition, Matrix as Dense } from 'ml-matrix';
import { at, must } from '../../../sim/record/must.ts';
import { labelsIn, type SpectralClassifier, type Trainer } from './classifier.ts';
import { type Matrix, rowOf } from './preprocess.ts';

/** Two linear classifiers with a closed form: discriminant analysis and ridge regression on indicators. */

/** Shrinkage of the within-class covariance towards a sphere of its mean variance, and one that is only there for the arithmetic. */
const LDA_SHRINKAGE = 1e-3;
const HARDLY = 1e-9;
/** Ridge penalty relative to the mean variance of a band. */
const RIDGE_PENALTY = 1e-2;

/** Linear discriminant analysis (Fisher 1936) with equal priors and a shrunk pooled covariance. */
export const discriminantAnalysis: Trainer = (spectra, labels) =>
  discriminant('LDA', LDA_SHRINKAGE, spectra, labels);

/**
 * The same without shrinkage, as many programs have it: it trusts the finest detail in which its training spectra agree, so that it is
 * the first to notice where those of a generator are not what instruments read.
 */
export const plainDiscriminant: Trainer = (spectra, labels) =>
  discriminant('LDA, plain', HARDLY, spectra, labels);

function discriminant(name: string, shrinkage: number, ...[spectra, labels]: Parameters<Trainer>) {
  const names = labelsIn(labels);
  const means = names.map((name) => meanOf(spectra, (i) => labels[i] === name));
  const centres = labels.map((label) => must(means[names.indexOf(label)], 'mean of a class'));
  const covariance = crossProduct(spectra, centres);
  shrink(covariance, spectra.columns, shrinkage);
  const weights = solveAll(covariance, spectra.columns, means);
  const offsets = means.map((mean, c) => -0.5 * dot(must(weights[c], 'weights of a class'), mean));
  return linearMachine(name, names, weights, offsets);
}

/** Least squares on +1/-1 indicators with a ridge penalty; the highest output wins. */
export const ridgeClassifier: Trainer = (spectra, labels) => {
  const names = labelsIn(labels);
  const mean = meanOf(spectra, () => true);
  const covariance = crossProduct(
    spectra,
    labels.map(() => mean),
  );
  shrink(covariance, spectra.columns, RIDGE_PENALTY);
  const shares = names.map((name) => labels.filter((label) => label === name).length / labels.length);
  const targets = names.map((name, c) => {
    const sum = new Float64Array(spectra.columns);
    for (let i = 0; i < spectra.rows; i++) {
      const y = (labels[i] === name ? 1 : 0) - at(shares, c);
      const row = rowOf(spectra, i);
      for (let k = 0; k < row.length; k++)
        sum[k] = at(sum, k) + (y * (at(row, k) - at(mean, k))) / spectra.rows;
    }
    return sum;
  });
  const weights = solveAll(covariance, spectra.columns, targets);
  const offsets = weights.map((w, c) => at(shares, c) - dot(w, mean));
  return linearMachine('linear', names, weights, offsets);
};

function linearMachine(
  name: string,
  labels: readonly string[],
  weights: readonly Float64Array[],
  offsets: readonly number[],
): SpectralClassifier {
  return {
    name,
    predict: (asked) =>
      Array.from({ length: asked.rows }, (_, i) => {
        const row = rowOf(asked, i);
        let best = 0;
        let most = Number.NEGATIVE_INFINITY;
        weights.forEach((w, c) => {
          const value = dot(w, row) + at(offsets, c);
          if (value > most) [best, most] = [c, value];
        });
        return labels[best] ?? '';
      }),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i);
  return sum;
}

function meanOf(spectra: Matrix, take: (row: number) => boolean): Float64Array {
  const mean = new Float64Array(spectra.columns);
  let count = 0;
  for (let i = 0; i < spectra.rows; i++) {
    if (!take(i)) continue;
    count++;
    const row = rowOf(spectra, i);
    for (let k = 0; k < row.length; k++) mean[k] = at(mean, k) + at(row, k);
  }
  return mean.map((v) => v / count);
}

/** Mean of (x - centre)(x - centre)', [columns, columns]. */
function crossProduct(spectra: Matrix, centres: readonly Float64Array[]): Float64Array {
  const n = spectra.columns;
  const sum = new Float64Array(n * n);
  const d = new Float64Array(n);
  for (let i = 0; i < spectra.rows; i++) {
    const row = rowOf(spectra, i);
    const centre = must(centres[i], 'centre of a row');
    for (let k = 0; k < n; k++) d[k] = at(row, k) - at(centre, k);
    for (let a = 0; a < n; a++) {
      const da = at(d, a) / spectra.rows;
      for (let b = 0; b <= a; b++) sum[a * n + b] = at(sum, a * n + b) + da * at(d, b);
    }
  }
  for (let a = 0; a < n; a++) for (let b = 0; b < a; b++) sum[b * n + a] = at(sum, a * n + b);
  return sum;
}

function shrink(covariance: Float64Array, n: number, share: number): void {
  let trace = 0;
  for (let k = 0; k < n; k++) trace += at(covariance, k * n + k);
  for (let k = 0; k < n; k++) covariance[k * n + k] = at(covariance, k * n + k) + (share * trace) / n;
}

/** Solves the symmetric positive definite system for each right side. */
function solveAll(matrix: Float64Array, n: number, rights: readonly Float64Array[]): Float64Array[] {
  const columns = new Dense(rights.map((right) => [...right])).transpose();
  const solved = new CholeskyDecomposition(Dense.from1DArray(n, n, matrix)).solve(columns);
  return rights.map((_, c) => Float64Array.from(solved.getColumn(c)));
}
