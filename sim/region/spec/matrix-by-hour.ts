import { betweenLoads } from './at-load.ts';
import { matrixAtLoad, type TransferMatrix } from './transfer-matrix.ts';

/**
 * Matrix between two measured loads whose kilograms an hour are linear in the load: exact for robots that take a fixed share of
 * what passes, and for those that are busy all the time. Held constant beyond the ends.
 */
export function matrixByHour(
  loads: readonly { readonly loadKgPerH: number; readonly matrix: TransferMatrix }[],
  loadKgPerH: number,
): TransferMatrix {
  const { low, high, weight } = betweenLoads(loads, loadKgPerH);
  if (low === high) return low.matrix;
  // The share of the upper load's kilograms: linear in kilograms an hour, where the load itself is linear in shares.
  const part = (weight * high.loadKgPerH) / loadKgPerH;
  return matrixAtLoad(loads, low.loadKgPerH + part * (high.loadKgPerH - low.loadKgPerH));
}
