import type { Report } from '../threads/progress.js';
import type { WorkerPool } from '../threads/worker-pool.js';
import type { Step, StepOutcome } from './steps.js';
/** Worker threads that carry out steps: a `WorkerPool` that knows what each kind of step answers with. */
export interface StepPool extends Pick<WorkerPool, 'workers' | 'close'> {
    run<S extends Step>(step: S, report: Report): Promise<StepOutcome<S>>;
}
export {};
