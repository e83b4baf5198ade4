import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { BackendName } from '../../models/engine/found.ts';
import { requireBackend } from '../backend.ts';
import { InputError } from '../errors.ts';
import { ContentStore } from '../store/store.ts';
import { cellAddress } from '../studies/day/execute.ts';
import { Bench } from './bench.ts';
import { type CellJob, type CellResult, cellResult, planOf, prefix, queueName } from './job.ts';
import { Link } from './link.ts';
import type { RedisPlace } from './place.ts';
import { Preparation } from './preparation.ts';
import { leave, present, report, reportEveryMs } from './presence.ts';
import { refusedCommand } from './problems.ts';

export interface WorkerOptions {
  readonly queue: RedisPlace;
  readonly cacheDir: string;
  /** Cells that are played at once, and threads for them. */
  readonly concurrency: number;
  /** How long to wait for a Redis that went away, s. */
  readonly patienceS: number;
  /** A worker that was not heard of for so long, s, has lost its cells to others. */
  readonly stalledAfterS: number;
  /** Ends when there was nothing to do for so long, s; left out = never. */
  readonly idleS?: number | undefined;
  readonly backend?: BackendName | undefined;
  readonly signal: AbortSignal;
  readonly note: (text: string) => void;
}

/** What a worker did. */
export interface Worked {
  played: number;
  /** Cells that the store had already. */
  cached: number;
  failed: number;
}

/** A cell may lose its worker so often before it counts as failed: it may be what kills them. */
const mostLosses = 10;

/** How a worker plays one cell and tells of it. */
class Player {
  readonly worked: Worked = { played: 0, cached: 0, failed: 0 };
  private atWork = 0;
  private busyMs = performance.now();
  private readonly store: ContentStore;
  private readonly bench: Bench;
  private readonly preparation: Preparation;

  constructor(
    private readonly options: WorkerOptions,
    link: Link,
  ) {
    const { cacheDir, concurrency, signal, note } = options;
    this.store = new ContentStore(cacheDir, note);
    this.bench = new Bench(this.store, concurrency, signal);
    this.preparation = new Preparation(this.store, link, note);
  }

  /** Seconds without a cell. */
  get idleS(): number {
    return this.atWork > 0 ? 0 : (performance.now() - this.busyMs) / 1000;
  }

  /** Plays the cell of a job; when the user stops the worker, the cell goes back to the queue. */
  async play(job: Job<CellJob, CellResult>, token: string): Promise<CellResult> {
    const { signal, note } = this.options;
    const address = job.id ?? '';
    this.atWork++;
    try {
      return await this.playCell(address, job.data);
    } catch (error) {
      if (signal.aborted) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      this.worked.failed++;
      const { message } = error as Error;
      note(`cell ${address.slice(0, 12)} failed: ${message}`);
      throw error instanceof InputError ? new UnrecoverableError(message) : error;
    } finally {
      this.atWork--;
      this.busyMs = performance.now();
    }
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  private async playCell(address: string, data: CellJob): Promise<CellResult> {
    const startedMs = performance.now();
    const isThere = this.store.has('cell', address);
    const plan = planOf(data);
    if (cellAddress(plan) !== address)
      throw new UnrecoverableError(
        'the cell was edited or damaged in the queue: its plan is not that of its address',
      );
    const play = () => this.bench.play((execution) => execution.cell(plan));
    const outcome = await this.preparation.before(plan, play);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    if (isThere) this.worked.cached++;
    else this.worked.played++;
    this.options.note(
      `cell ${address.slice(0, 12)} ${isThere ? 'was in the cache' : `played in ${seconds} s`}`,
    );
    return cellResult(address, outcome);
  }
}

/** Tells once of each master that waits for workers with other code: their cells are left to those. */
class Strangers {
  private readonly told = new Set<string>();

  constructor(
    private readonly link: Link,
    private readonly queue: string,
    private readonly note: (text: string) => void,
  ) {}

  async look(): Promise<void> {
    const { elsewhere } = await present(this.link.redis, 'master', this.queue);
    for (const other of elsewhere.filter((name) => !this.told.has(name))) {
      this.told.add(other);
      this.note(
        `a master with other code (${other}) waits at ${this.link.place.shown}: its cells are not taken, for they would not come out the same. Start a worker from its checkout, or bring both to one`,
      );
    }
  }
}

/** Opens the worker of BullMQ. That Redis is away, the link tells; a lost cell is another worker's by now. */
function openWorker(player: Player, link: Link, queue: string, options: WorkerOptions) {
  const { concurrency, stalledAfterS, note } = options;
  const worker = new Worker<CellJob, CellResult>(queue, (job, token = '') => player.play(job, token), {
    ...{ connection: link.redis, prefix, concurrency, maxStalledCount: mostLosses, skipVersionCheck: true },
    ...{ lockDuration: stalledAfterS * 1000, stalledInterval: stalledAfterS * 1000, runRetryDelay: 1000 },
  });
  worker.on('stalled', (id) => note(`cell ${id.slice(0, 12)} lost its worker and is played again`));
  worker.on('error', (error) => {
    const refusal = refusedCommand(error, link.place);
    if (refusal) note(refusal.message);
  });
  return worker;
}

/**
 * Takes cells off a queue, plays them and gives back what came out, until the signal, until there was nothing to do for
 * `idleS`, or until Redis stays away longer than the patience allows (ShortageError). A stopped worker gives its cells back.
 * Throws InputError for a Redis that cannot be used.
 */
export async function workOn(options: WorkerOptions): Promise<Worked> {
  const { queue: place, patienceS, signal, note, idleS = Number.POSITIVE_INFINITY } = options;
  const queue = queueName(requireBackend(options.backend, note));
  const goOn = () =>
    'Nothing is lost: cells that were played are in the cache, others play the rest. Start Redis and this worker again';
  const link = await Link.open(place, { patienceS, signal, note, goOn });
  const name = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const player = new Player(options, link);
  const worker = openWorker(player, link, queue, options);
  const strangers = new Strangers(link, queue, note);
  note(`takes cells of code ${queue} at ${place.shown}, ${options.concurrency} at once`);
  try {
    while (player.idleS < idleS) {
      await link.until(report(link.redis, 'worker', queue, name));
      await link.until(strangers.look());
      await link.pause(Math.min(reportEveryMs, 250 * (1 + idleS)));
    }
    await link.until(worker.close());
    return player.worked;
  } finally {
    // One that was stopped gives its cells back first; without Redis nobody is there to take them.
    await (signal.aborted ? worker.close() : worker.close(true));
    await player.close();
    if (link.redis.status === 'ready') await leave(link.redis, 'worker', queue, name).catch(() => {});
    link.close();
  }
}
