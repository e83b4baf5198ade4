import type { BackendName } from '../../../models/engine/found.ts';
import { requireBackend } from '../../backend.ts';
import { cacheFolder } from '../../bin/bundle.mjs';
import type { OwnParts } from '../../own/parts.ts';
import type { FolderOptions } from '../../record/run-folder.ts';
import { openStepPool, type StepPool } from '../../steps/pool.ts';
import { inTemporaryFolder } from '../../store/leftovers.ts';
import { ContentStore } from '../../store/store.ts';
import type { Report } from '../../threads/progress.ts';
import { Execution } from './execute.ts';

export interface RunOptions extends FolderOptions {
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
  /** What networks are computed on; default `wasm`. Throws InputError where this machine lacks it. */
  readonly backend?: BackendName;
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly progress?: Report;
  /** Functions of the caller: days are then played in the calling thread. */
  readonly own?: OwnParts;
}

/** Calls `work` with a cache folder: the usual one, or one that is gone afterwards, however the process ends. */
export function withCache<T>(options: RunOptions, work: (cacheDir: string) => Promise<T>): Promise<T> {
  return options.cache === false ? inTemporaryFolder(work) : work(options.cacheDir ?? cacheFolder());
}

/** Where steps are carried out and what they leave is kept. */
export interface Workshop {
  readonly pool: StepPool;
  readonly store: ContentStore;
  readonly signal: AbortSignal;
}

/** Opens cache and worker threads for `work` and closes them afterwards, however it ends. */
export function withPool<T>(options: RunOptions, work: (shop: Workshop) => Promise<T>): Promise<T> {
  return withCache(options, async (cacheDir) => {
    const signal = options.signal ?? new AbortController().signal;
    const pool = await openStepPool(cacheDir, signal, options.workers);
    try {
      return await work({ pool, store: new ContentStore(cacheDir, options.note), signal });
    } finally {
      await pool.close();
    }
  });
}

/** The same for plans of days, which say what their networks are computed on. */
export async function withExecution<T>(
  options: RunOptions,
  work: (execution: Execution, shop: Workshop & { readonly backend: BackendName }) => Promise<T>,
): Promise<T> {
  const backend = requireBackend(options.backend, options.note);
  return withPool(options, async (shop) => {
    const { own, afresh } = options;
    // What plays days is loaded by the threads; this one needs it for the caller's own functions only.
    const pool =
      own === undefined ? shop.pool : (await import('./here.ts')).playingHere(shop.pool, own, shop);
    const execution = new Execution(pool, shop.store, { afresh, own });
    execution.progress.subscribe((record) => options.progress?.(record));
    return work(execution, { ...shop, backend });
  });
}
