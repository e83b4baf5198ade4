/**
 * The library: `import { run } from 'looptwin'`. Everything here is plain data in and out;
 * progress comes through a callback, stopping through an AbortSignal.
 */
export { InputError, type InputProblem } from './errors.ts';
export { loadScenario } from './schema/load.ts';
export { type RunResult, run } from './studies/day/day.ts';
export type { RunDocument } from './studies/day/summary.ts';
export type { RunOptions } from './studies/day/with-execution.ts';
export type { ExperimentDocument } from './studies/experiment/document.ts';
export { experiment } from './studies/experiment/experiment.ts';
export type { ExperimentOptions } from './studies/experiment/study.ts';
