import { loadArms } from '../schema/arms.ts';
import type { RunOptions as DayOptions } from '../studies/day/with-execution.ts';
import { type ArmsDocument, experimentArms } from '../studies/experiment/arms.ts';
import { type ExperimentDocument, experiment as experimentOf } from '../studies/experiment/experiment.ts';
import { checkName, checkOptions, integer, networkRules, type StudyOptions, studyRules } from './options.ts';
import { dayScenario } from './run.ts';

/** What `experiment` may be told; `replications` days are played, 10 if nothing is said. */
export interface ExperimentOptions extends StudyOptions, Pick<DayOptions, 'backend'> {
  readonly replications?: number;
}

const rules = { ...studyRules, ...networkRules, replications: integer(2, 1e6) };

/**
 * Plays many days of a scenario and estimates every figure with its interval; a scenario with arms (`compare.arms`) is compared
 * arm by arm on the same days. Throws InputError for what cannot be used.
 */
export async function experiment(
  nameOrPath = 'quickstart',
  options: ExperimentOptions = {},
): Promise<ExperimentDocument | ArmsDocument> {
  checkName('experiment', nameOrPath, 'quickstart');
  checkOptions('experiment', options, rules);
  dayScenario('experiment', nameOrPath, options);
  return loadArms(nameOrPath, options.set, options.cwd).length > 0
    ? experimentArms(nameOrPath, options)
    : experimentOf(nameOrPath, options);
}
