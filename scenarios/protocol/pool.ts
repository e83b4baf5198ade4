import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { builtEntry } from '../bin/bundle.mjs';
import type { ProgressRecord } from '../runner/progress.ts';
import type { Job, JobAnswer } from './job.ts';
import type { JobOrder } from './job.worker.ts';

/** Worker threads for a protocol's jobs, one WebAssembly instance each. */
export class JobPool {
  private readonly piscina: Piscina;
  private readonly cacheDir: string;
  private readonly signal: AbortSignal;
  readonly workers: number;

  private constructor(filename: string, cacheDir: string, workers: number, signal: AbortSignal) {
    this.cacheDir = cacheDir;
    this.signal = signal;
    this.workers = workers;
    this.piscina = new Piscina({ filename, minThreads: 0, maxThreads: workers, idleTimeout: 60_000 });
  }

  /** Opens `workers` threads (default: all cores). */
  static async open(
    cacheDir: string,
    signal: AbortSignal,
    workers = availableParallelism(),
  ): Promise<JobPool> {
    const entry = await builtEntry('scenarios/protocol/job.worker.ts');
    return new JobPool(fileURLToPath(entry), cacheDir, workers, signal);
  }

  /** Carries out one job; rejects with the signal's reason when stopped. */
  async run<J extends Job>(job: J, report: (record: ProgressRecord) => void): Promise<JobAnswer<J>> {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', report);
    const order: JobOrder = { job, cacheDir: this.cacheDir, port: port2 };
    try {
      this.signal.throwIfAborted();
      return await this.piscina.run(order, { transferList: [port2], signal: this.signal });
    } catch (error) {
      this.signal.throwIfAborted();
      throw error;
    } finally {
      port1.close();
    }
  }

  async close(): Promise<void> {
    await this.piscina.destroy();
  }
}
