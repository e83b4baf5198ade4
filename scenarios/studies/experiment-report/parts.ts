import type { Columns } from '../../report/columns.ts';
import type { Interval } from '../../stats/interval.ts';
import type { ExperimentDocument } from '../experiment/document.ts';
import { printed } from '../experiment/quantities.ts';

/** A figure of the answer over several trainings, and what its interval is made of. */
export interface Part {
  readonly name: string;
  readonly interval: Interval;
  readonly crossed: NonNullable<Interval['crossed']>;
}

/** What the intervals of the answer's quantity are made of; nothing where networks were trained once. */
export function partsOf({ points, differences, quantity }: ExperimentDocument): Part[] {
  const named = [
    ...points.map(({ name, estimates }) => ({ name, interval: estimates[quantity] })),
    ...differences.map(({ better, than, estimates }) => {
      return { name: `${better} - ${than}`, interval: estimates[quantity] };
    }),
  ];
  return named.flatMap(({ name, interval }) =>
    interval.crossed === undefined ? [] : [{ name, interval, crossed: interval.crossed }],
  );
}

/** Columns of these parts, in the unit of what the answer is about: printed, and in the report. */
export function partsColumns({ quantity }: ExperimentDocument): Columns<Part> {
  const { digits, scale } = printed[quantity];
  const told = (value: number) => (scale * value).toFixed(digits);
  return [
    ['figure', ({ name }) => name],
    ['mean', ({ interval }) => told(interval.mean)],
    ['half-width', ({ interval }) => told(interval.halfWidth)],
    ['sd of trainings', ({ crossed }) => told(crossed.sd.training)],
    ['sd of days', ({ crossed }) => told(crossed.sd.day)],
    ['sd of the rest', ({ crossed }) => told(crossed.sd.rest)],
    ['trainings, % of variance', ({ crossed }) => (100 * crossed.trainingShare).toFixed(0)],
    ['degrees of freedom', ({ crossed }) => crossed.df.toFixed(1)],
  ];
}

/** What the intervals do not cover, in one sentence; nothing where they cover all. */
export function leavesOutText({ leavesOut }: Pick<ExperimentDocument, 'leavesOut'>): string[] {
  return leavesOut.length === 0 ? [] : [`Intervals leave out ${leavesOut.join(', and ')}.`];
}
