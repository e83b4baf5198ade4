import type { RunOptions as DayOptions } from '../studies/day/with-execution.ts';
import { type RegionResult, runRegionToFolder } from '../studies/region/region.ts';
import {
  checkName,
  checkOptions,
  dayRules,
  folderRules,
  integer,
  type StudyOptions,
  studyRules,
} from './options.ts';

/** What `runRegion` may be told; `replications` price histories are played, 1 if nothing is said. */
export interface RegionOptions extends StudyOptions, Pick<DayOptions, 'replication' | 'out' | 'force'> {
  readonly replications?: number;
}

const rules = { ...studyRules, ...dayRules, ...folderRules, replications: integer(1, 1e6) };

/** Plays the years of a region under each of its routing policies and writes its run folder. Throws InputError. */
export async function runRegion(
  nameOrPath = 'circular-region',
  options: RegionOptions = {},
): Promise<RegionResult> {
  checkName('runRegion', nameOrPath, 'circular-region');
  checkOptions('runRegion', options, rules);
  return runRegionToFolder(nameOrPath, options);
}
