import type { ContentStore } from '../../store/store.ts';
import { cellAddress } from '../day/execute.ts';
import type { Cell } from './cell.ts';
import type { Study } from './study.ts';

/** Seconds that the day of each variant took on its thread, when it was played; null where nobody measured it. */
export type CellCost = readonly number[] | null;

/** What cells took, from what the store keeps beside each. */
export function costsOf({ planOf }: Study, cells: readonly Cell[], store: ContentStore): CellCost[] {
  return cells.map(
    ({ point, replication }) =>
      store.readJson<readonly number[]>('cost', cellAddress(planOf(point, replication))) ?? null,
  );
}

/** Seconds of all that was measured; null where nothing was. */
export function sumOfCosts(costs: readonly CellCost[]): number | null {
  const known = costs.flatMap((cost) => cost ?? []);
  return known.length === 0 ? null : known.reduce((sum, seconds) => sum + seconds, 0);
}
