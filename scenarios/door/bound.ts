import {
  type BoundDocument,
  bounds,
  type BoundOptions as StudyBoundOptions,
} from '../studies/bound/bound.ts';
import { checkName, checkOptions, integer, networkRules, type StudyOptions, studyRules } from './options.ts';
import { dayScenario } from './run.ts';

/** What `bound` may be told; `replications` days are played, 10 if nothing is said. */
export type BoundOptions = StudyOptions & Pick<StudyBoundOptions, 'backend' | 'replications'>;

const rules = { ...studyRules, ...networkRules, replications: integer(2, 1e6) };

/**
 * Plays days and reports how far each way of seeing stays below what no policy can exceed, and below what its own eyes would allow:
 * EUR a run, with 95 % intervals. Throws InputError for what cannot be used.
 */
export async function bound(nameOrPath = 'quickstart', options: BoundOptions = {}): Promise<BoundDocument> {
  checkName('bound', nameOrPath, 'quickstart');
  checkOptions('bound', options, rules);
  dayScenario('bound', nameOrPath, options);
  return bounds(nameOrPath, options);
}
