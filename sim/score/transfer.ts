import type { Sink } from '../ports.ts';
import type { WorldEvent } from '../record/event.ts';
import { measuredMatrix, RESIDUE, type TransferMatrix } from '../region/spec/transfer-matrix.ts';

/** Reads a site's transfer from the events of item-scale runs: which kilograms came in and where each of them went. */
export class TransferMeter implements Sink {
  readonly inputs: readonly string[];
  /** Outputs in the order given; the residue is the last. */
  readonly outputs: readonly string[];
  /** [outputs, inputs] kg, row-major. */
  readonly kg: Float64Array;
  readonly #onBelt = new Map<number, { readonly column: number; readonly massKg: number }>();

  constructor(inputs: readonly string[], outputs: readonly string[]) {
    this.inputs = inputs;
    this.outputs = [...outputs, RESIDUE];
    this.kg = new Float64Array(this.outputs.length * inputs.length);
  }

  event({ type, data }: WorldEvent): void {
    if (type === 'item.arrived') {
      const column = this.inputs.indexOf(data.material);
      if (column < 0)
        throw new Error(`transfer: material ${data.material} arrived that is no input of the meter`);
      this.#onBelt.set(data.itemId, { column, massKg: data.massKg });
    }
    if (type === 'item.binned') this.#leave(data.itemId, data.bin);
  }

  /** Kilograms of each input that have left, by any output. */
  feedKg(): Float64Array {
    const feed = new Float64Array(this.inputs.length);
    this.kg.forEach((kg, cell) => {
      feed[cell % this.inputs.length]! += kg;
    });
    return feed;
  }

  /** Kilograms that left by each output. */
  outputKg(): Float64Array {
    const out = new Float64Array(this.outputs.length);
    this.kg.forEach((kg, cell) => {
      out[Math.floor(cell / this.inputs.length)]! += kg;
    });
    return out;
  }

  matrix(): TransferMatrix {
    return measuredMatrix(this.inputs, this.outputs, this.kg);
  }

  #leave(itemId: number, bin: string): void {
    const item = this.#onBelt.get(itemId);
    if (item === undefined) return;
    const known = this.outputs.indexOf(bin);
    const row = known < 0 ? this.outputs.length - 1 : known;
    this.kg[row * this.inputs.length + item.column]! += item.massKg;
    this.#onBelt.delete(itemId);
  }
}

/**
 * The mean matrix of several shifts of one load with its spread: the standard deviation of each share from shift to shift,
 * as the chain scale draws it. Needs at least two shifts.
 */
export function measuredSite(shifts: readonly TransferMeter[]): TransferMatrix {
  const first = shifts[0];
  if (first === undefined || shifts.length < 2)
    throw new Error(`measured site: needs at least two shifts, got ${shifts.length}`);
  const pool = new TransferMeter(first.inputs, first.outputs.slice(0, -1));
  for (const { kg } of shifts)
    kg.forEach((value, cell) => {
      pool.kg[cell]! += value;
    });
  const shares = shifts.map((shift) => shift.matrix().share);
  const residue = (first.outputs.length - 1) * first.inputs.length;
  const spread = pool.kg.map((_, cell) => {
    if (cell >= residue) return 0;
    const values = shares.map((share) => share[cell]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    return Math.sqrt(squares / (values.length - 1));
  });
  return { ...pool.matrix(), spread };
}
