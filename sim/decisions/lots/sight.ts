import type { Rung, SeenDay } from './seen-day.ts';

/** What one look says of every item, listed without what it rules out: most labels and outputs of most items. */
export class Sight {
  readonly energyJ: number;
  /** How many things it is at. */
  readonly count: number;
  /** [items + 1] where the entries of an item begin; by entry: an output that may accept it, and how probably. */
  readonly outputsFrom: Int32Array;
  readonly output: Int32Array;
  readonly q: Float64Array;
  /** [items + 1] where the entries of an item begin; by entry: a label that it may be of, and how probably. */
  readonly labelsFrom: Int32Array;
  readonly label: Int32Array;
  readonly p: Float64Array;

  constructor({ labels, outputs }: Pick<SeenDay, 'labels' | 'outputs'>, { belief, energyJ }: Rung) {
    this.energyJ = energyJ;
    const items = belief.length / labels;
    this.count = items;
    const accepted = acceptedOf(belief, outputs, labels);
    [this.outputsFrom, this.output, this.q] = listed(accepted, items, outputs.length);
    [this.labelsFrom, this.label, this.p] = listed(belief, items, labels);
  }
}

/** The entries of a matrix that are not 0: where each row begins, the columns, and the values. */
function listed(rows: Float64Array, count: number, columns: number): [Int32Array, Int32Array, Float64Array] {
  const entries = rows.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0);
  const from = new Int32Array(count + 1);
  const [column, value] = [new Int32Array(entries), new Float64Array(entries)];
  let at = 0;
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < columns; c++) {
      const x = rows[i * columns + c]!;
      if (x <= 0) continue;
      column[at] = c;
      value[at++] = x;
    }
    from[i + 1] = at;
  }
  return [from, column, value];
}

/** [items, outputs] probability that an output accepts. */
function acceptedOf(belief: Float64Array, outputs: SeenDay['outputs'], labels: number): Float64Array {
  const items = belief.length / labels;
  const accepted = new Float64Array(items * outputs.length);
  for (let i = 0; i < items; i++) {
    outputs.forEach(({ accepts }, o) => {
      let p = 0;
      for (let k = 0; k < labels; k++) if (accepts[k] === 1) p += belief[i * labels + k]!;
      accepted[i * outputs.length + o] = Math.min(1, p);
    });
  }
  return accepted;
}
