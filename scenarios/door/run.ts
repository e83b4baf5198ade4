import { InputError } from '../errors.ts';
import type { Scenario } from '../schema/day/scenario.ts';
import { isRegion, loadScenario } from '../schema/load.ts';
import { type RunResult, runLoaded } from '../studies/day/day.ts';
import type { RunOptions as DayOptions } from '../studies/day/with-execution.ts';
import {
  checkName,
  checkOptions,
  dayRules,
  folderRules,
  list,
  networkRules,
  record,
  type StudyOptions,
  studyRules,
} from './options.ts';
import { type OwnOptions, ownPartsOf } from './own.ts';

/** What `run` may be told; what is left out is as on the command line. */
export type RunOptions = StudyOptions &
  Pick<DayOptions, 'replication' | 'out' | 'force' | 'backend'> &
  OwnOptions;

const rules = {
  ...{ ...studyRules, ...dayRules, ...folderRules, ...networkRules },
  ...{ policies: record, perceptions: record, senses: list },
};

/** Reads a scenario of days; throws InputError for a region, which another call plays. */
export function dayScenario(
  call: string,
  nameOrPath: string,
  { set, cwd, cacheDir }: StudyOptions,
): Scenario {
  if (isRegion(nameOrPath, cwd))
    throw new InputError({
      what: 'this is a region, not a scenario of days',
      where: nameOrPath,
      cure: `Play it with runRegion('${nameOrPath}'); ${call} takes a scenario such as quickstart`,
    });
  return loadScenario(nameOrPath, set, cwd, cacheDir);
}

/**
 * Runs a scenario (by name or path) once: trains what is not cached, plays one day under every perception and policy, and
 * writes the run folder. With functions of yours (`policies`, `perceptions`, `senses`) the days are played in the calling
 * thread, and nothing that depends on them is read from the cache or left in it. Throws InputError for what cannot be used.
 */
export async function run(nameOrPath = 'quickstart', options: RunOptions = {}): Promise<RunResult> {
  checkName('run', nameOrPath, 'quickstart');
  checkOptions('run', options, rules);
  const { policies: _p, perceptions: _q, senses: _s, ...settings } = options;
  const scenario = dayScenario('run', nameOrPath, options);
  const own = ownPartsOf(scenario, options);
  return runLoaded(scenario, nameOrPath, own === undefined ? settings : { ...settings, own });
}
