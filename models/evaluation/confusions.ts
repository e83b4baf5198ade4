import { looksOf } from '../../sim/site/robot/calibrated.ts';
import type { Dataset } from '../data/dataset.ts';

/**
 * What counts beforehand for each label that a thing can look like, in things: so many that are what they look like, and so many spread
 * over all labels. Twenty things of each label say little of rare confusions. (Ours: of fourteen pairs the one with the best likelihood of
 * validation items left out, a fifth at a time, over the three looks of the quickstart's `asks-when-in-doubt`.)
 */
const OWN = 3;
const SPREAD = 0.1;

/** Rounds of expectation and maximisation: a hundred leave no probability of the quickstart's networks off by more than 0.0003. */
const ROUNDS = 100;

/**
 * What things are that look like a label, [label looked like][label] as probabilities, by the likelihood of items whose labels are known
 * (expectation maximisation of Dawid and Skene 1979, with the network's answer as what is seen). A temperature makes all answers less
 * sure; this also knows that trays of PET are taken for trays of PP with great certainty, which no temperature mends.
 */
export function confusionsOf(
  material: Float32Array,
  temperature: number,
  rows: Int32Array,
  { labels, material: truth }: Pick<Dataset, 'labels' | 'material'>,
): number[][] {
  const size = labels.length;
  const items = Array.from(rows, (row, i) => {
    const looks = looksOf(material.subarray(i * size, (i + 1) * size), temperature);
    const sum = looks.reduce((a, b) => a + b, 0);
    return { looks: looks.map((x) => x / sum), is: truth[row]! };
  });
  let confusions = shares(prior(size));
  for (let round = 0; round < ROUNDS; round++) {
    const counts = prior(size);
    for (const { looks, is } of items) {
      const each = looks.map((x, j) => x * confusions[j]![is]!);
      const sum = each.reduce((a, b) => a + b, 0);
      each.forEach((x, j) => {
        counts[j]![is]! += x / sum;
      });
    }
    confusions = shares(counts);
  }
  return confusions;
}

const prior = (size: number): number[][] =>
  Array.from({ length: size }, (_, j) =>
    Array.from({ length: size }, (_, k) => SPREAD / size + (j === k ? OWN : 0)),
  );

const shares = (counts: readonly number[][]): number[][] =>
  counts.map((row) => {
    const sum = row.reduce((a, b) => a + b, 0);
    return row.map((x) => x / sum);
  });
