import { at } from '../../record/must.ts';
import { hermite, monotoneSlopes } from './monotone-cubic.ts';
import { matrixAtLoad, type TransferMatrix } from './transfer-matrix.ts';

interface MatrixOfLoad {
  readonly loadKgPerH: number;
  readonly matrix: TransferMatrix;
}

/**
 * What a measured site does between its loads, which rise. The kilograms that go each way in an hour follow a monotone cubic
 * through those that were measured: robots that take a share of what passes become busy all the time, and a straight line
 * would cut off the bend between. Shares are held constant beyond the ends.
 */
export class MatrixCurve {
  readonly #loads: readonly MatrixOfLoad[];
  /** Of each load: kilograms an hour of each cell, per kilogram an hour of its input at a load of 1 kg/h. */
  readonly #kgPerH: readonly Float64Array[];
  /** Of each load: how fast they grow with the load. */
  readonly #slopes: readonly Float64Array[];

  constructor(loads: readonly MatrixOfLoad[]) {
    if (loads.length === 0) throw new Error('matrix curve: needs at least one load, got none');
    this.#loads = loads;
    this.#kgPerH = loads.map(({ loadKgPerH, matrix }) => matrix.share.map((share) => share * loadKgPerH));
    const x = loads.map(({ loadKgPerH }) => loadKgPerH);
    const slopes = this.#kgPerH.map((kg) => new Float64Array(kg.length));
    for (let cell = 0; cell < slopes[0]!.length; cell++) {
      const y = this.#kgPerH.map((kg) => at(kg, cell));
      for (const [k, slope] of monotoneSlopes(x, y).entries()) slopes[k]![cell] = slope;
    }
    this.#slopes = slopes;
  }

  /** Matrix at a load, kg/h; its columns sum to 1. */
  at(loadKgPerH: number): TransferMatrix {
    const linear = matrixAtLoad(this.#loads, loadKgPerH);
    const above = this.#loads.findIndex((entry) => entry.loadKgPerH >= loadKgPerH);
    if (above <= 0) return linear;
    const share = this.#between(above - 1, loadKgPerH);
    closeColumns(share, linear.inputs.length);
    return { ...linear, share };
  }

  /** Shares on the curve from the load at `low` to the next. */
  #between(low: number, loadKgPerH: number): Float64Array {
    const [from, to] = [this.#loads[low]!.loadKgPerH, this.#loads[low + 1]!.loadKgPerH];
    const [a, b, c, d] = hermite(to - from, (loadKgPerH - from) / (to - from));
    const [y0, y1] = [this.#kgPerH[low]!, this.#kgPerH[low + 1]!];
    const [m0, m1] = [this.#slopes[low]!, this.#slopes[low + 1]!];
    return y0.map((kg, cell) => (a * kg + b * m0[cell]! + c * y1[cell]! + d * m1[cell]!) / loadKgPerH);
  }
}

/** Each cell is a curve of its own: a column that would give more than there is is scaled down, and the residue takes the rest. */
function closeColumns(share: Float64Array, columns: number): void {
  const residue = share.length - columns;
  for (let column = 0; column < columns; column++) {
    let taken = 0;
    for (let cell = column; cell < residue; cell += columns) taken += share[cell]!;
    if (taken > 1) for (let cell = column; cell < residue; cell += columns) share[cell]! /= taken;
    share[residue + column] = Math.max(0, 1 - taken);
  }
}
