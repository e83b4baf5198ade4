import type { ProgressRecord } from './progress.ts';
import type { Step, StepOutcome } from './steps.ts';
import { type WorkerOrder, WorkerPool } from './worker-pool.ts';

/** What a worker is handed: the step, where the cache is, and where to report. */
export interface StepOrder extends WorkerOrder {
  readonly step: Step;
}

/** Worker threads that carry out steps. */
export class StepPool {
  private readonly pool: WorkerPool;

  private constructor(pool: WorkerPool) {
    this.pool = pool;
  }

  /** Opens `workers` threads (default: all cores) on the built step worker. */
  static async open(cacheDir: string, signal: AbortSignal, workers?: number): Promise<StepPool> {
    return new StepPool(await WorkerPool.open('scenarios/steps/step.worker.ts', cacheDir, signal, workers));
  }

  /** Carries out one step; rejects with the signal's reason when stopped, with the step's own error otherwise. */
  run<S extends Step>(step: S, report: (record: ProgressRecord) => void): Promise<StepOutcome<S>> {
    return this.pool.run({ step }, report);
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
