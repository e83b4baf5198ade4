import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { builtEntry } from '../bin/bundle.mjs';
import type { ProgressRecord } from './progress.ts';
import type { Step, StepOutcome } from './steps.ts';

/** What a worker is handed: the step, where the cache is, and where to report. */
export interface StepOrder {
  readonly step: Step;
  readonly cacheDir: string;
  readonly port: MessagePort;
}

/** Worker threads that carry out steps; stopping one stops its thread, so nothing can outlast the signal. */
export class StepPool {
  private readonly piscina: Piscina;
  private readonly cacheDir: string;
  private readonly signal: AbortSignal;

  private constructor(filename: string, cacheDir: string, workers: number, signal: AbortSignal) {
    this.cacheDir = cacheDir;
    this.signal = signal;
    this.piscina = new Piscina({ filename, minThreads: 0, maxThreads: workers, idleTimeout: 60_000 });
  }

  /** Opens `workers` threads (default: all cores) on the built step worker. */
  static async open(
    cacheDir: string,
    signal: AbortSignal,
    workers = availableParallelism(),
  ): Promise<StepPool> {
    // Every waiting step listens to the one signal: that is no leak.
    setMaxListeners(0, signal);
    const entry = await builtEntry('scenarios/runner/step.worker.ts');
    return new StepPool(fileURLToPath(entry), cacheDir, workers, signal);
  }

  /** Carries out one step; rejects with the signal's reason when stopped, with the step's own error otherwise. */
  async run<S extends Step>(step: S, report: (record: ProgressRecord) => void): Promise<StepOutcome<S>> {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', report);
    const order: StepOrder = { step, cacheDir: this.cacheDir, port: port2 };
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
