import { withExecution } from '../day/with-execution.ts';
import { cellsOf, playCells } from './cell.ts';
import { documentOf, type ExperimentDocument } from './document.ts';
import { type ExperimentOptions, studyOf } from './study.ts';

/**
 * Plays many days of a scenario, under each of its arms where it has some, and estimates every figure and every difference with
 * its interval. Days that were played before come from the cache, so a stopped experiment goes on where it was. A day that
 * fails is listed with the command that repeats it, and the others go on. Throws InputError for input that cannot be used, and
 * GateError where no day is left to compare.
 */
export async function experiment(
  nameOrPath = 'quickstart',
  options: ExperimentOptions = {},
): Promise<ExperimentDocument> {
  const study = studyOf(nameOrPath, options);
  const { head } = study;
  return withExecution(options, async (execution, { signal }) =>
    documentOf(head, await playCells(study, cellsOf(head, head.replications), execution, signal)),
  );
}
