import type { Matrix } from './preprocess.ts';

/** A trained spectral classifier: a label for each row. */
export interface SpectralClassifier {
  readonly name: string;
  predict(spectra: Matrix): string[];
}

/** Trains on rows with one label each. */
export type Trainer = (spectra: Matrix, labels: readonly string[]) => SpectralClassifier;

/** Distinct labels, sorted. */
export function labelsIn(labels: readonly string[]): string[] {
  return [...new Set(labels)].sort();
}

/** Share of right answers, and its mean over classes. */
export interface Score {
  readonly count: number;
  readonly accuracy: number;
  readonly balanced: number;
}

export function score(truth: readonly string[], answer: readonly string[]): Score {
  const perClass = new Map<string, { right: number; all: number }>();
  let right = 0;
  truth.forEach((label, i) => {
    const tally = perClass.get(label) ?? { right: 0, all: 0 };
    const hit = label === answer[i] ? 1 : 0;
    right += hit;
    perClass.set(label, { right: tally.right + hit, all: tally.all + 1 });
  });
  let balanced = 0;
  for (const tally of perClass.values()) balanced += tally.right / tally.all / perClass.size;
  return { count: truth.length, accuracy: truth.length ? right / truth.length : Number.NaN, balanced };
}
