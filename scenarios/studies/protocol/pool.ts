import type { ProgressRecord } from '../../steps/progress.ts';
import { WorkerPool } from '../../steps/worker-pool.ts';
import type { Job, JobAnswer } from './job.ts';

/** Worker threads for a protocol's jobs, one WebAssembly instance each. */
export class JobPool {
  readonly workers: number;
  private readonly pool: WorkerPool;

  private constructor(pool: WorkerPool) {
    this.pool = pool;
    this.workers = pool.workers;
  }

  /** Opens `workers` threads (default: all cores). */
  static async open(cacheDir: string, signal: AbortSignal, workers?: number): Promise<JobPool> {
    return new JobPool(
      await WorkerPool.open('scenarios/studies/protocol/job.worker.ts', cacheDir, signal, workers),
    );
  }

  /** Carries out one job; rejects with the signal's reason when stopped. */
  run<J extends Job>(job: J, report: (record: ProgressRecord) => void): Promise<JobAnswer<J>> {
    return this.pool.run({ job }, report);
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
