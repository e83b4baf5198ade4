import type { BeltItem } from '../site/flow/belt.ts';
import type { Bin } from '../site/flow/bin.ts';

/** What came in: the denominators of recovery. */
export class Intake {
  count = 0;
  massKg = 0;
  /** Mass of arrivals that at least one output accepts. */
  sortableKg = 0;
  readonly acceptableKg: Map<string, number>;
  readonly #bins: readonly Bin[];

  constructor(bins: readonly Bin[]) {
    this.#bins = bins;
    this.acceptableKg = new Map(bins.map((bin) => [bin.spec.id, 0]));
  }

  note(item: BeltItem): void {
    const { massKg } = item.item;
    this.count += 1;
    this.massKg += massKg;
    let sortable = false;
    for (const bin of this.#bins) {
      if (!bin.accepts(item)) continue;
      sortable = true;
      this.acceptableKg.set(bin.spec.id, this.acceptableKg.get(bin.spec.id)! + massKg);
    }
    if (sortable) this.sortableKg += massKg;
  }
}
