import { cacheFolder } from '../bin/bundle.mjs';
import { InputError } from '../errors.ts';
import { isProtocol } from '../schema/protocol/load.ts';
import { type ProtocolRun, runProtocol } from '../studies/protocol/protocol.ts';
import {
  checkName,
  checkOptions,
  folderRules,
  notNegative,
  type StudyOptions,
  studyRules,
  truth,
} from './options.ts';

/** What `trainProtocol` may be told, as on the command line. */
export interface ProtocolOptions extends Omit<StudyOptions, 'seed' | 'cache'> {
  /** The short form of the file: the same path in minutes; its results are not kept. */
  readonly quick?: boolean;
  /** Begins no further training after so many hours, and reports what there is; 0 = report only. */
  readonly hours?: number;
  /** Folder of the report; default `runs/<protocol>-<short hash>`. */
  readonly out?: string;
  /** True: the folder is used even if it holds other files; those are left alone. */
  readonly force?: boolean;
}

const { seed: _seed, cache: _cache, ...ofTraining } = studyRules;
const rules = { ...ofTraining, ...folderRules, quick: truth, hours: notNegative };

/**
 * Carries out a training protocol from wherever its results file stands, and writes the report. Throws InputError for what
 * cannot be used and the signal's reason when stopped; finished trainings stay.
 */
export async function trainProtocol(
  nameOrPath = 'distillation',
  options: ProtocolOptions = {},
): Promise<ProtocolRun> {
  checkName('trainProtocol', nameOrPath, 'distillation');
  checkOptions('trainProtocol', options, rules);
  const { cwd = process.cwd() } = options;
  if (!isProtocol(nameOrPath, cwd))
    throw new InputError({
      what: 'this is no training protocol',
      ...{ got: nameOrPath, where: 'trainProtocol(...)', cure: `Call train('${nameOrPath}')` },
    });
  const { cacheDir = cacheFolder(), signal = new AbortController().signal } = options;
  const { progress = () => {}, note = () => {} } = options;
  return runProtocol(nameOrPath, { ...options, cwd, cacheDir, signal, progress, note });
}
