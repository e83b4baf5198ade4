import type { RegretDocument } from '../record/regret-file.ts';
import { regretOf } from '../studies/regret/regret.ts';
import { checkName, checkOptions, type StudyOptions, studyRules } from './options.ts';

/** What `regret` may be told. */
export type RegretOptions = Omit<StudyOptions, 'set' | 'seed'>;

const { set: _set, seed: _seed, ...rules } = studyRules;

/**
 * Splits what the run of a folder lost by cause, EUR: Shapley values of its limits, which do not hang on the order of taking them
 * away. Throws InputError for what cannot be used.
 */
export async function regret(folder: string, options: RegretOptions = {}): Promise<RegretDocument> {
  checkName('regret', folder, 'runs/quickstart-1a2b3c4d');
  checkOptions('regret', options, rules);
  return regretOf(folder, options);
}
