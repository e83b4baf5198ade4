import { must } from '../../../sim/record/must.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import type { Interval } from '../../stats/interval.ts';
import type { Difference, PointEstimate } from './compare.ts';
import { intervalInWords } from './quantities.ts';
import { type Unsettled, unsettled } from './settle.ts';

/** The answer in one sentence with numbers and intervals, and what of it is open. */
export interface Answer {
  readonly answer: string;
  readonly unsettled: readonly Unsettled[];
}

const range = (i: Interval, digits: number, scale = 1) =>
  `${(scale * i.mean).toFixed(digits)} (95 % interval ${(scale * i.lo).toFixed(digits)} to ${(scale * i.hi).toFixed(digits)})`;

/** What the ways of seeing of one scenario say: the distilled student if it is there. */
export function answerOfPerceptions(
  points: readonly PointEstimate[],
  differences: readonly Difference[],
  days: number,
): Answer {
  const runs = `Over ${days} runs`;
  const pair = differences.find(({ better }) => better === 'distilled') ?? differences[0];
  if (!pair) {
    const only = must(points[0], 'variant');
    const value = range(only.estimates.valueEur, 2);
    return { answer: `${runs} ${only.perception} earned EUR ${value} a run.`, unsettled: [] };
  }
  const { accuracyMaterial, valueEur } = pair.estimates;
  const name = `${pair.better} minus ${pair.than}`;
  return {
    answer: `${runs}, ${name}: material accuracy ${range(accuracyMaterial, 1, 100)} points, value EUR ${range(valueEur, 2)} a run.`,
    unsettled: [
      ...unsettled(name, 'accuracyMaterial', accuracyMaterial),
      ...unsettled(name, 'valueEur', valueEur),
    ],
  };
}

/** What the arms of a scenario say: the first, and each other one against it. */
export function answerOfArms(
  points: readonly PointEstimate[],
  differences: readonly Difference[],
  quantity: QuantityName,
  days: number,
): Answer {
  const first = must(points[0], 'arm');
  const told = differences.map(
    ({ better, than, estimates }) =>
      `${better} against ${than} ${intervalInWords(estimates[quantity], quantity, true)}`,
  );
  const base = `${first.name} ${intervalInWords(first.estimates[quantity], quantity, false)}`;
  return {
    answer: `Over ${days} runs: ${[base, ...told].join('; ')}.`,
    unsettled: differences.flatMap(({ better, than, estimates }) =>
      unsettled(`${better} against ${than}`, quantity, estimates[quantity]),
    ),
  };
}
