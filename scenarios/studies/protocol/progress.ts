import { unitCount } from '../../../models/training/protocol/rates.ts';
import type { Protocol } from '../../../models/training/protocol/types.ts';
import { ProgressSum, type Report } from '../../threads/progress.ts';
import type { TrainingResult } from './results.ts';

/** What the bar of a protocol counts. */
export type Part = 'pool items' | 'trainings' | 'export';

/** The parts of a protocol, weighted in trainings: a data set and the export take about as long as one. */
export function progressOf(
  protocol: Protocol,
  earlier: readonly TrainingResult[],
  { hours, progress }: { readonly hours?: number; readonly progress: Report },
): ProgressSum<Part> {
  const sum = new ProgressSum<Part>(progress);
  const { teachers, students } = unitCount(protocol, earlier);
  sum.expect('pool items', 1);
  if (hours === 0) return sum;
  sum.expect('trainings', Math.max(1, teachers + students - earlier.length));
  sum.expect('export', 1);
  return sum;
}
