import type { Report } from '../threads/progress.ts';
import { WorkerPool } from '../threads/worker-pool.ts';
import type { Step, StepOutcome } from './steps.ts';

/** Worker threads that carry out steps: a `WorkerPool` that knows what each kind of step answers with. */
export interface StepPool extends Pick<WorkerPool, 'workers' | 'close'> {
  run<S extends Step>(step: S, report: Report): Promise<StepOutcome<S>>;
}

/** Opens `workers` threads (default: all cores) on the built step worker. */
export function openStepPool(cacheDir: string, signal: AbortSignal, workers?: number): Promise<StepPool> {
  return WorkerPool.open('scenarios/steps/step.worker.ts', cacheDir, signal, workers);
}
