import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { builtEntry } from '../bin/bundle.mjs';
import type { Report } from './progress.ts';
import { answerOf, memoryShortage } from './reply.ts';

/** What a worker is handed: its work, where the cache is, and where to report. */
export interface WorkerOrder<Work> {
  readonly work: Work;
  readonly cacheDir: string;
  readonly port: MessagePort;
}

/** Worker threads on one built entry; stopping one stops its thread, so nothing can outlast the signal. */
export class WorkerPool {
  private readonly piscina: Piscina;
  /** The user's signal, or a thread that died between two pieces of work: what waits would wait for ever. */
  private readonly end: AbortSignal;

  private constructor(
    filename: string,
    private readonly cacheDir: string,
    readonly workers: number,
    private readonly signal: AbortSignal,
  ) {
    this.piscina = new Piscina({ filename, minThreads: 0, maxThreads: workers, idleTimeout: 60_000 });
    const death = new AbortController();
    this.piscina.on('error', (error) => death.abort(error));
    this.end = AbortSignal.any([signal, death.signal]);
    // Every waiting piece of work listens to the one signal: that is no leak.
    setMaxListeners(0, this.end);
  }

  /** Opens `workers` threads (default: all cores) on the worker entry of that source path. */
  static async open(
    source: string,
    cacheDir: string,
    signal: AbortSignal,
    workers = availableParallelism(),
  ): Promise<WorkerPool> {
    return new WorkerPool(fileURLToPath(await builtEntry(source)), cacheDir, workers, signal);
  }

  /** Hands `work` to a thread; rejects with the signal's reason when stopped, with the work's own error otherwise. */
  async run<Answer>(work: object, report: Report): Promise<Answer> {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', report);
    const order: WorkerOrder<object> = { work, cacheDir: this.cacheDir, port: port2 };
    try {
      this.end.throwIfAborted();
      return answerOf<Answer>(await this.piscina.run(order, { transferList: [port2], signal: this.end }));
    } catch (error) {
      this.signal.throwIfAborted();
      const reason: unknown = this.end.aborted ? this.end.reason : error;
      throw memoryShortage(reason) ?? reason;
    } finally {
      port1.close();
    }
  }

  async close(): Promise<void> {
    await this.piscina.destroy();
  }
}
