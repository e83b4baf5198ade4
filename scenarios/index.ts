/**
 * The library: `import { run } from 'looptwin'`. Everything here is plain data in and out;
 * progress comes through a callback, stopping through an AbortSignal.
 */
export { InputError, type Problem } from './errors.ts';
export { type ExperimentOptions, experiment } from './experiment.ts';
export { type RunOptions, type RunResult, run } from './run.ts';
export { loadScenario } from './schema/load.ts';
export type { RunDocument } from './summary.ts';
