import { type TrainDocument, train as trainOf } from '../studies/day/train.ts';
import type { RunOptions as DayOptions } from '../studies/day/with-execution.ts';
import { checkName, checkOptions, networkRules, type StudyOptions, studyRules } from './options.ts';
import { dayScenario } from './run.ts';

/** What `train` may be told. */
export type TrainOptions = Omit<StudyOptions, 'seed'> & Pick<DayOptions, 'backend'>;

const { seed: _, ...ofTraining } = studyRules;
const rules = { ...ofTraining, ...networkRules };

/** Trains the networks of a scenario, or takes them from the cache, and reports their one test. Throws InputError. */
export async function train(nameOrPath = 'quickstart', options: TrainOptions = {}): Promise<TrainDocument> {
  checkName('train', nameOrPath, 'quickstart');
  checkOptions('train', options, rules);
  dayScenario('train', nameOrPath, options);
  return trainOf(nameOrPath, options);
}
