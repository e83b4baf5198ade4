import { openStepPool, type StepPool } from '../steps/pool.ts';
import type { ContentStore } from '../store/store.ts';
import { Execution } from '../studies/day/execute.ts';

/** Where cells are played: threads, and what they have learnt of networks. */
interface Place {
  readonly pool: StepPool;
  readonly execution: Execution;
  playing: number;
  retired: boolean;
}

/**
 * Plays on one place for as long as all goes well. After an error a new one is opened for the cells that come, since a thread
 * may have died or a training may be remembered as failed; the old one is closed when its last cell has ended.
 */
export class Bench {
  private place: Promise<Place> | undefined;

  constructor(
    private readonly store: ContentStore,
    private readonly threads: number,
    private readonly signal: AbortSignal,
  ) {}

  async play<T>(work: (execution: Execution) => Promise<T>): Promise<T> {
    this.place ??= this.open();
    const place = await this.place;
    place.playing++;
    try {
      return await work(place.execution);
    } catch (error) {
      if (!place.retired) this.place = undefined;
      place.retired = true;
      throw error;
    } finally {
      place.playing--;
      if (place.retired && place.playing === 0) await place.pool.close();
    }
  }

  async close(): Promise<void> {
    const place = await this.place;
    await place?.pool.close();
  }

  private async open(): Promise<Place> {
    const pool = await openStepPool(this.store.folder, this.signal, this.threads);
    return { pool, execution: new Execution(pool, this.store), playing: 0, retired: false };
  }
}
