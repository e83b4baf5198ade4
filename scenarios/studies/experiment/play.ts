import { performance } from 'node:perf_hooks';
import type { Execution } from '../day/execute.ts';
import type { Workshop } from '../day/with-execution.ts';
import { type Cell, type CellRow, playCells } from './cell.ts';
import { cachedCells, keepTiming, networksMissing } from './forecast.ts';
import type { Study } from './study.ts';

/** Plays cells on the threads of this machine, and notes what those took that were not there yet. */
export async function playHere(
  study: Study,
  cells: readonly Cell[],
  execution: Execution,
  { store, pool, signal }: Workshop,
): Promise<CellRow[]> {
  const fresh = cachedCells(study, cells, store).filter((there) => !there).length;
  // Training would be taken for the time of days.
  const timed = fresh > 0 && networksMissing(study, store) === 0;
  const startedMs = performance.now();
  const rows = await playCells(study, cells, execution, signal);
  const coreSeconds = ((performance.now() - startedMs) / 1000) * Math.min(pool.workers, fresh);
  if (timed && execution.keeps) keepTiming(store, study, { cells: fresh, coreSeconds });
  return rows;
}
