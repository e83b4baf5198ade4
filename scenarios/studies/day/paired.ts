import { pairedInterval } from '../../stats/interval.ts';
import type { RunOutcome } from './execute.ts';

/** Difference in material accuracy of two networks on the same test items, in points, with its 95 % interval. */
export interface NetworkComparison {
  readonly network: string;
  readonly than: string;
  readonly items: number;
  readonly points: number;
  readonly lo: number;
  readonly hi: number;
}

const confidence = 0.95;

/** Every network against the labels-only student, item by item on the test set that was opened once. */
export function compareNetworks(trainings: RunOutcome['trainings']): NetworkComparison[] {
  const base = trainings.find(({ step }) => step.name === 'labels-only')?.outcome.test.correct;
  if (!base) return [];
  return trainings
    .filter(({ step }) => step.name !== 'labels-only')
    .map(({ step, outcome }) => {
      const { mean, lo, hi, n } = pairedInterval(outcome.test.correct, base, confidence);
      const points = { points: 100 * mean, lo: 100 * lo, hi: 100 * hi };
      return { network: step.name, than: 'labels-only', items: n, ...points };
    });
}

/** The same in words. */
export function wordComparison({ network, than, items, points, lo, hi }: NetworkComparison): string {
  const sign = (x: number) => `${x < 0 ? '' : '+'}${x.toFixed(1)}`;
  return `${network} minus ${than}: ${sign(points)} points of material accuracy on ${items} test items (95 % interval ${sign(lo)} to ${sign(hi)})`;
}
