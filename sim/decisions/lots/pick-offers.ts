import type { LotLine } from './lot-lines.ts';
import type { Sight } from './sight.ts';

/** The best of the offers for an item: its output, and how probably that accepts it. */
interface PickOffer {
  readonly output: number;
  readonly p: number;
}

/** What lots offer for each item after one look, by the lines that each of them may take. */
export class PickOffers {
  readonly #sight: Sight;
  /** [items + 1] where the offers for an item begin; by offer: its entry in the sight, EUR over passing on for each kg, and for each kg2. */
  readonly #from: Int32Array;
  readonly #entry: Int32Array;
  readonly #eurPerKg: Float64Array;
  readonly #eurPerKg2: Float64Array;
  /** Where a kg that no output accepts costs least, and EUR over passing it on. Offered for other items too, which can only raise the bound. */
  readonly #wrongOutput: number;
  readonly #wrongEurPerKg: number;

  constructor(sight: Sight, lines: readonly (readonly LotLine[])[], residueEurPerKg: number) {
    this.#sight = sight;
    const { outputsFrom, output, q } = sight;
    const items = outputsFrom.length - 1;
    let count = 0;
    for (const o of output) count += lines[o]!.length;
    this.#from = new Int32Array(items + 1);
    this.#entry = new Int32Array(count);
    [this.#eurPerKg, this.#eurPerKg2] = [new Float64Array(count), new Float64Array(count)];
    let at = 0;
    for (let i = 0; i < items; i++) {
      for (let e = outputsFrom[i]!; e < outputsFrom[i + 1]!; e++) {
        const p = q[e]!;
        for (const { right, all, spreadEurPerKg2 } of lines[output[e]!]!) {
          this.#entry[at] = e;
          this.#eurPerKg[at] = right * p - all + residueEurPerKg;
          this.#eurPerKg2[at++] = spreadEurPerKg2 * p * (1 - p);
        }
      }
      this.#from[i + 1] = at;
    }
    const least = lines.map((some) => Math.min(...some.map(({ all }) => all)));
    this.#wrongOutput = least.indexOf(Math.min(...least));
    this.#wrongEurPerKg = residueEurPerKg - least[this.#wrongOutput]!;
  }

  /** EUR of the best offer for an item, if it weighed so much. */
  bestEur(i: number, massKg: number): number {
    let most = this.#wrongEurPerKg;
    for (let at = this.#from[i]!; at < this.#from[i + 1]!; at++) {
      const eur = this.#eurPerKg[at]! + massKg * this.#eurPerKg2[at]!;
      if (eur > most) most = eur;
    }
    return massKg * most;
  }

  /** The best offer for an item, if it weighed so much. */
  best(i: number, massKg: number): PickOffer {
    const eur = this.bestEur(i, massKg);
    for (let at = this.#from[i]!; at < this.#from[i + 1]!; at++) {
      if (massKg * (this.#eurPerKg[at]! + massKg * this.#eurPerKg2[at]!) < eur) continue;
      const e = this.#entry[at]!;
      return { output: this.#sight.output[e]!, p: this.#sight.q[e]! };
    }
    return { output: this.#wrongOutput, p: 0 };
  }
}
