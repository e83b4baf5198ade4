import type { Report } from '../../threads/progress.ts';
import { WorkerPool } from '../../threads/worker-pool.ts';
import type { Job, JobAnswer } from './job.ts';

/** Worker threads for a protocol's jobs: a `WorkerPool` that knows what each kind of job answers with. */
export interface JobPool extends Pick<WorkerPool, 'workers' | 'close'> {
  run<J extends Job>(job: J, report: Report): Promise<JobAnswer<J>>;
}

/** Opens `workers` threads (default: all cores), one WebAssembly instance each. */
export function openJobPool(cacheDir: string, signal: AbortSignal, workers?: number): Promise<JobPool> {
  return WorkerPool.open('scenarios/studies/protocol/job.worker.ts', cacheDir, signal, workers);
}
