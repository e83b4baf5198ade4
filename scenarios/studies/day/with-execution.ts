import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../bin/bundle.mjs';
import { openStepPool, type StepPool } from '../../steps/pool.ts';
import type { ProgressRecord } from '../../steps/progress.ts';
import { Store } from '../../store/store.ts';
import { Execution } from './execute.ts';

export interface RunOptions {
  /** Moves the world only; default: the scenario's own. */
  readonly seed?: number;
  /** Which of many possible days; default 0. */
  readonly replication?: number;
  /** `path=value` texts. */
  readonly set?: readonly string[];
  /** The run folder itself; default `runs/<scenario>-<short hash>` in the working folder. */
  readonly out?: string;
  /** False: nothing is read from the cache and nothing is left in it. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
  /** True: what days are held against is worked out again, even where it is kept. */
  readonly afresh?: boolean;
  readonly cwd?: string;
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly progress?: (record: ProgressRecord) => void;
}

/** Calls `work` with a cache folder: the usual one, or one that is gone afterwards, however the process ends. */
export async function withCache<T>(options: RunOptions, work: (cacheDir: string) => Promise<T>): Promise<T> {
  if (options.cache !== false) return work(options.cacheDir ?? cacheFolder());
  const folder = mkdtempSync(join(tmpdir(), 'looptwin-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
}

/** Where steps are carried out and what they leave is kept. */
export interface Workshop {
  readonly pool: StepPool;
  readonly store: Store;
  readonly signal: AbortSignal;
}

/** Opens cache and worker threads for `work` and closes them afterwards, however it ends. */
export function withPool<T>(options: RunOptions, work: (shop: Workshop) => Promise<T>): Promise<T> {
  return withCache(options, async (cacheDir) => {
    const signal = options.signal ?? new AbortController().signal;
    const pool = await openStepPool(cacheDir, signal, options.workers);
    try {
      return await work({ pool, store: new Store(cacheDir), signal });
    } finally {
      await pool.close();
    }
  });
}

/** The same for plans of days. */
export function withExecution<T>(
  options: RunOptions,
  work: (execution: Execution, shop: Workshop) => Promise<T>,
): Promise<T> {
  return withPool(options, (shop) => {
    const execution = new Execution(shop.pool, shop.store, options.afresh);
    execution.progress.subscribe((record) => options.progress?.(record));
    return work(execution, shop);
  });
}
