import { InputError } from '../errors.ts';
import { MOST_TRAININGS } from '../schema/day/compare.ts';
import { isPlan } from '../schema/plan/load.ts';
import type { RunOptions as DayOptions } from '../studies/day/with-execution.ts';
import type { ExperimentDocument } from '../studies/experiment/document.ts';
import { experiment as experimentOf } from '../studies/experiment/experiment.ts';
import {
  checkName,
  checkOptions,
  integer,
  list,
  networkRules,
  record,
  type StudyOptions,
  studyRules,
} from './options.ts';
import { type OwnOptions, ownPartsOf } from './own.ts';
import { dayScenario } from './run.ts';

/** What `experiment` may be told; `replications` days are played, or else the plan's number, or 10. */
export interface ExperimentOptions extends StudyOptions, OwnOptions, Pick<DayOptions, 'backend'> {
  readonly replications?: number;
  /** How often the networks are trained anew, each time for all days; default: the scenario's `compare.trainings`, or once. */
  readonly trainings?: number;
}

const rules = {
  ...{ ...studyRules, ...networkRules, replications: integer(2, 1e6) },
  trainings: integer(1, MOST_TRAININGS),
  ...{ policies: record, perceptions: record, senses: list },
};

/**
 * Plays many days of a scenario and estimates every figure with its interval; the arms of a scenario (`compare.arms`) and the
 * points of a plan are compared on the same days. Functions of yours take part as in `run`: a perception beside those of the
 * scenario, policies as one more arm. Throws InputError for what cannot be used.
 */
export async function experiment(
  nameOrPath = 'quickstart',
  options: ExperimentOptions = {},
): Promise<ExperimentDocument> {
  checkName('experiment', nameOrPath, 'quickstart');
  checkOptions('experiment', options, rules);
  const { policies = {}, perceptions = {}, senses = [], ...settings } = options;
  const given = Object.keys({ ...policies, ...perceptions }).length + senses.length > 0;
  if (!isPlan(nameOrPath, options.cwd)) {
    const scenario = dayScenario('experiment', nameOrPath, options);
    const own = ownPartsOf(scenario, options);
    return experimentOf(nameOrPath, own === undefined ? settings : { ...settings, own });
  }
  if (given)
    throw new InputError({
      what: 'a plan takes no functions: its points are made of settings alone',
      ...{
        got: nameOrPath,
        where: 'experiment(...)',
        cure: "Name a plan's scenario instead, with `set` for a point",
      },
    });
  return experimentOf(nameOrPath, settings);
}
