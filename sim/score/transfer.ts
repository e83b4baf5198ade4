import type { ItemState } from '../materials/item.ts';
import type { Sink } from '../ports.ts';
import type { WorldEvent } from '../record/event.ts';
import { CONDITIONS, FEED } from '../region/spec/chain.ts';
import { gradedInput, measuredMatrix, RESIDUE, type TransferMatrix } from '../region/spec/transfer-matrix.ts';
import { conditionOf } from '../region/stock/condition.ts';

/** Reads a site's transfer from the events of item-scale runs: which kilograms came in and where each of them went. */
export class TransferMeter implements Sink {
  readonly inputs: readonly string[];
  /** Outputs in the order given; the residue is the last. */
  readonly outputs: readonly string[];
  /** [outputs, inputs] kg, row-major. */
  readonly kg: Float64Array;
  readonly #inputOf: (item: ItemState) => string;
  readonly #onBelt = new Map<number, { readonly column: number; readonly massKg: number }>();

  /** `inputOf` says which input an item counts as; its material if nothing is said. */
  constructor(
    inputs: readonly string[],
    outputs: readonly string[],
    inputOf: (item: ItemState) => string = ({ materialId }) => materialId,
  ) {
    this.inputs = inputs;
    this.outputs = [...outputs, RESIDUE];
    this.kg = new Float64Array(this.outputs.length * inputs.length);
    this.#inputOf = inputOf;
  }

  item(_timeUs: number, index: number, item: ItemState): void {
    const input = this.#inputOf(item);
    const column = this.inputs.indexOf(input);
    if (column < 0) throw new Error(`transfer: ${input} arrived, which is no input of the meter`);
    this.#onBelt.set(index, { column, massKg: item.massKg });
  }

  event({ type, data }: WorldEvent): void {
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

/** What a meter has read, as plain data may hold it too. */
export interface Metered extends Pick<TransferMeter, 'inputs' | 'outputs'> {
  readonly kg: ArrayLike<number>;
}

/** Inputs of a meter that tells conditions apart: every material in each condition that is handed in. */
export function gradedInputs(materialIds: readonly string[]): string[] {
  return materialIds.flatMap((id) =>
    CONDITIONS.slice(0, FEED).map((condition) => gradedInput(id, condition)),
  );
}

/** The input that an item is to such a meter. */
export const gradedInputOf = (item: ItemState): string => gradedInput(item.materialId, conditionOf(item));

/** True when any of an input came in a shift: where none did, nothing is known of where it goes. */
function came({ inputs, outputs, kg }: Metered, column: number): boolean {
  return outputs.some((_, row) => kg[row * inputs.length + column]! > 0);
}

/**
 * The mean matrix of several shifts of one load with its spread: the standard deviation of each share from shift to shift,
 * as the chain scale draws it. Needs at least two shifts.
 */
export function measuredSite(shifts: readonly Metered[]): TransferMatrix {
  const first = shifts[0];
  if (first === undefined || shifts.length < 2)
    throw new Error(`measured site: needs at least two shifts, got ${shifts.length}`);
  const { inputs, outputs } = first;
  const pooled = new Float64Array(outputs.length * inputs.length);
  for (const { kg } of shifts) for (let cell = 0; cell < pooled.length; cell++) pooled[cell]! += kg[cell]!;
  const shares = shifts.map(({ kg }) => measuredMatrix(inputs, outputs, kg).share);
  const residue = (first.outputs.length - 1) * first.inputs.length;
  const spread = pooled.map((_, cell) => {
    if (cell >= residue) return 0;
    const values = shares.flatMap((share, shift) =>
      came(shifts[shift]!, cell % inputs.length) ? [share[cell]!] : [],
    );
    if (values.length < 2) return 0;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    return Math.sqrt(squares / (values.length - 1));
  });
  return { ...measuredMatrix(inputs, outputs, pooled), spread };
}
