import { isPlan } from '../schema/plan/load.ts';
import type { RunOptions as DayOptions } from '../studies/day/with-execution.ts';
import type { ExperimentDocument } from '../studies/experiment/document.ts';
import { experiment as experimentOf } from '../studies/experiment/experiment.ts';
import { checkName, checkOptions, integer, networkRules, type StudyOptions, studyRules } from './options.ts';
import { dayScenario } from './run.ts';

/** What `experiment` may be told; `replications` days are played, or else the plan's number, or 10. */
export interface ExperimentOptions extends StudyOptions, Pick<DayOptions, 'backend'> {
  readonly replications?: number;
}

const rules = { ...studyRules, ...networkRules, replications: integer(2, 1e6) };

/**
 * Plays many days of a scenario and estimates every figure with its interval; the arms of a scenario (`compare.arms`) and the
 * points of a plan are compared on the same days. Throws InputError for what cannot be used.
 */
export async function experiment(
  nameOrPath = 'quickstart',
  options: ExperimentOptions = {},
): Promise<ExperimentDocument> {
  checkName('experiment', nameOrPath, 'quickstart');
  checkOptions('experiment', options, rules);
  if (!isPlan(nameOrPath, options.cwd)) dayScenario('experiment', nameOrPath, options);
  return experimentOf(nameOrPath, options);
}
