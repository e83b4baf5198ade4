import type { Perception } from '../../ports.ts';
import type { Belief } from '../../record/belief.ts';
import type { FeedSpec } from '../../world.ts';

/** What is known of a network's answers, and of things, before a day begins. */
export interface Calibration {
  /** Divides the logarithms of the answer: above 1, the network is surer than it should be. */
  readonly temperature: number;
  /** By the label that a thing looks like: how probable each label is for it. Empty = a thing is what it looks like. */
  readonly confusions: readonly (readonly number[])[];
  /** By label: what things of it weigh. Empty = nobody weighed any. */
  readonly weights: readonly Weight[];
}

/** Mean and standard deviation of the logarithm of a mass in kg. */
export interface Weight {
  readonly meanLnKg: number;
  readonly sdLnKg: number;
}

/** Says nothing of a network: its answers are taken as they are, but for the composition of the feed. */
export const uncalibrated: Calibration = { temperature: 1, confusions: [], weights: [] };

/**
 * Composition is known from analyses of the stream, which do not say that what they did not find never comes: it then has this share
 * (ours).
 */
const leastShare = 0.001;

/** Smallest probability that is told apart from zero. */
const least = 1e-9;

/** Beyond so many standard deviations a weight says no more: the tails of the normal distribution are too thin for things. */
const mostSd = 4;

/** Logarithm of the density of a weight, up to a constant. */
export function lnDensity({ meanLnKg, sdLnKg }: Weight, massKg: number): number {
  const z = Math.min(mostSd, Math.abs(Math.log(massKg) - meanLnKg) / sdLnKg);
  return -0.5 * z * z - Math.log(sdLnKg);
}

/** What a thing looks like by an answer at a temperature, up to a factor. */
export const looksOf = (material: ArrayLike<number>, temperature: number): Float64Array =>
  Float64Array.from(material, (p) => Math.exp(Math.log(Math.max(least, p)) / temperature));

/** What a thing is, by what it looks like and by what such things were found to be. */
export function throughConfusions(
  looks: ArrayLike<number>,
  confusions: Calibration['confusions'],
): ArrayLike<number> {
  if (confusions.length === 0) return looks;
  const is = new Float64Array(looks.length);
  confusions.forEach((row, j) => {
    for (let k = 0; k < is.length; k++) is[k] = is[k]! + looks[j]! * row[k]!;
  });
  return is;
}

/**
 * What may be believed of a thing of some weight, by Bayes' rule: the network learnt from equally many things of each material, so its
 * answer at the right temperature, seen through what it takes for what, is a likelihood, which is multiplied by the shares of the feed
 * and by how probable the weight on the belt scale is for each material. Where weight is independent of looks given the material, that
 * is the posterior.
 */
export function judgeOf(
  labels: readonly string[],
  { temperature, confusions, weights }: Calibration,
  { materials }: Pick<FeedSpec, 'materials'>,
): (answer: Belief, massKg: number) => Belief {
  const total = materials.reduce((sum, { share }) => sum + share, 0);
  const lnShares = labels.map((label) => {
    const share = materials.reduce((sum, one) => sum + (one.materialId === label ? one.share : 0), 0);
    return Math.log(Math.max(leastShare, share / total));
  });
  return (belief, massKg) => {
    const likelihood = throughConfusions(looksOf(belief.material, temperature), confusions);
    const logits = lnShares.map((lnShare, k) => {
      const weight = weights[k] === undefined ? 0 : lnDensity(weights[k], massKg);
      return Math.log(Math.max(least, likelihood[k]!)) + lnShare + weight;
    });
    const most = Math.max(...logits);
    const odds = logits.map((logit) => Math.exp(logit - most));
    const sum = odds.reduce((a, b) => a + b, 0);
    return { ...belief, material: Float32Array.from(odds, (x) => x / sum) };
  };
}

/** The same eyes, believed as far as they may be. */
export function calibrated(
  perception: Perception,
  calibration: Calibration,
  feed: Pick<FeedSpec, 'materials'>,
): Perception {
  const { name, labels, senses, device, cost } = perception;
  const judged = judgeOf(labels, calibration, feed);
  const known = new WeakMap<Belief, Belief>();
  return {
    ...{ name, labels, senses, device, cost },
    request: (item, sensors, timeUs) => perception.request(item, sensors, timeUs),
    belief(item, sensors) {
      const seen = perception.belief(item, sensors);
      let belief = known.get(seen);
      if (belief === undefined) {
        belief = judged(seen, item.massKg);
        known.set(seen, belief);
      }
      return belief;
    },
  };
}
