import { StepPool } from '../../steps/pool.ts';
import { Store } from '../../store/store.ts';
import { type RunOptions, withCache } from './day.ts';
import { Execution } from './execute.ts';

/** Opens cache and worker threads for `work` and closes them afterwards, however it ends. */
export function withExecution<T>(
  options: RunOptions,
  work: (execution: Execution, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return withCache(options, async (cacheDir) => {
    const signal = options.signal ?? new AbortController().signal;
    const pool = await StepPool.open(cacheDir, signal, options.workers);
    try {
      const execution = new Execution(pool, new Store(cacheDir));
      execution.progress.subscribe((record) => options.progress?.(record));
      return await work(execution, signal);
    } finally {
      await pool.close();
    }
  });
}
