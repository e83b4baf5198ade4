import type { PaysDocument } from '../studies/pays/document.ts';
import { pays as paysOf, type PaysOptions as StudyPaysOptions } from '../studies/pays/pays.ts';
import { checkName, checkOptions, integer, networkRules, type StudyOptions, studyRules } from './options.ts';
import { dayScenario } from './run.ts';

/** What `pays` may be told; `replications` days are played, 5 if nothing is said. */
export type PaysOptions = StudyOptions & Pick<StudyPaysOptions, 'backend' | 'replications'>;

const rules = { ...studyRules, ...networkRules, replications: integer(2, 1e6) };

/**
 * Plays the same days with nobody, with a person at the belt and with the robots of a scenario, and reports what buying the robots
 * is worth: EUR of one year, without VAT. Throws InputError for what cannot be used.
 */
export async function pays(nameOrPath = 'quickstart', options: PaysOptions = {}): Promise<PaysDocument> {
  checkName('pays', nameOrPath, 'quickstart');
  checkOptions('pays', options, rules);
  dayScenario('pays', nameOrPath, options);
  return paysOf(nameOrPath, options);
}
