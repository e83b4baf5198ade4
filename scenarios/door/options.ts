import { backendNames } from '../../models/engine/found.ts';
import { InputError, type InputProblem } from '../errors.ts';
import { didYouMean } from '../schema/reading/nearest.ts';
import type { RunOptions } from '../studies/day/with-execution.ts';

/** What every study may be told, as the command line tells it. */
export type StudyOptions = Pick<
  RunOptions,
  'set' | 'seed' | 'cache' | 'cacheDir' | 'cwd' | 'workers' | 'signal' | 'progress' | 'note'
>;

/** What an option must be, and whether a value is that. */
interface Rule {
  readonly must: string;
  readonly holds: (value: unknown) => boolean;
}

export type Rules = Readonly<Record<string, Rule>>;

const text: Rule = { must: 'must be a text', holds: (value) => typeof value === 'string' && value !== '' };
export const truth: Rule = { must: 'must be true or false', holds: (value) => typeof value === 'boolean' };
const heard: Rule = { must: 'must be a function', holds: (value) => typeof value === 'function' };
/** Said in full by whoever reads it. */
const anything: Rule = { must: '', holds: () => true };
const stop: Rule = { must: 'must be an AbortSignal', holds: (value) => value instanceof AbortSignal };

export const record: Rule = {
  must: 'must be an object',
  holds: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

export const list: Rule = { must: 'must be a list', holds: Array.isArray };

export function integer(least: number, most = Number.MAX_SAFE_INTEGER): Rule {
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  const holds = (value: unknown) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  return { must: `must be an integer ${range}`, holds };
}

export const notNegative: Rule = {
  must: 'must be a number of at least 0',
  holds: (value) => typeof value === 'number' && value >= 0,
};

const backend: Rule = {
  must: `must be one of ${backendNames.join(', ')}`,
  holds: (value) => backendNames.some((name) => name === value),
};

/** What all calls know. */
const everywhere: Rules = {
  ...{ cacheDir: text, cwd: text, signal: stop, progress: heard, note: heard },
};

/** The rules of the calls that play or train; each adds its own. */
export const studyRules: Rules = {
  ...everywhere,
  ...{ set: anything, seed: integer(0, 4294967295), cache: truth, workers: integer(1, 256) },
};

export const networkRules: Rules = { backend };
export const dayRules: Rules = { replication: integer(0) };
export const folderRules: Rules = { out: text, force: truth };
export const fileRules: Rules = { ...everywhere, ...folderRules, ...networkRules };

/** The place of a problem: `run(..., { seed })`. */
const placeOf = (call: string, name: string) => `${call}(..., { ${name} })`;

/** Throws InputError with every option that is unknown or cannot be used. An option that is undefined is left out. */
export function checkOptions(call: string, options: unknown, rules: Rules): void {
  if (!record.holds(options)) {
    const what = 'the options must be an object';
    throw new InputError({ what, got: options, where: `${call}(...)`, cure: 'Write { seed: 7 }' });
  }
  const known = Object.keys(rules);
  const problems = Object.entries(options as object).flatMap(([name, value]): InputProblem[] => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined)
      return [{ what: 'unknown option', got: name, where: `${call}(...)`, cure: didYouMean(name, known) }];
    if (value === undefined || rule.holds(value)) return [];
    return [{ what: rule.must, got: value, where: placeOf(call, name), cure: 'Mend it, or leave it out' }];
  });
  if (problems.length > 0) throw new InputError(problems);
}

/** Throws InputError unless a name or path was given. */
export function checkName(call: string, name: unknown, example: string): void {
  if (typeof name === 'string' && name !== '') return;
  const what = 'the first argument must be a text';
  throw new InputError({ what, got: name, where: `${call}(...)`, cure: `Write ${call}('${example}')` });
}
