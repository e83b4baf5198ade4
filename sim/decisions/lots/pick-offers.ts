import type { LotLine } from './lot-lines.ts';
import type { Sight } from './sight.ts';

/** The best of the offers for an item: its output, and how probably that accepts it. */
export interface PickOffer {
  readonly output: number;
  readonly p: number;
}

/** What lots that pay by straight lines offer for each item after one look. */
export class PickOffers {
  readonly #sight: Sight;
  /** By entry of the sight: EUR over passing on for each kg. */
  readonly #eurPerKg: Float64Array;
  /** Where a kg that no output accepts costs least, and EUR over passing it on. Offered for other items too, which can only raise the bound. */
  readonly #wrongOutput: number;
  readonly #wrongEurPerKg: number;

  constructor(sight: Sight, lines: readonly LotLine[], residueEurPerKg: number) {
    this.#sight = sight;
    this.#eurPerKg = sight.q.map((p, e) => {
      const { right, all } = lines[sight.output[e]!]!;
      return right * p - all + residueEurPerKg;
    });
    const least = lines.map(({ all }) => all);
    this.#wrongOutput = least.indexOf(Math.min(...least));
    this.#wrongEurPerKg = residueEurPerKg - least[this.#wrongOutput]!;
  }

  /** EUR per kg of the best offer for an item. */
  bestEurPerKg(i: number): number {
    const { outputsFrom } = this.#sight;
    let most = this.#wrongEurPerKg;
    for (let e = outputsFrom[i]!; e < outputsFrom[i + 1]!; e++)
      if (this.#eurPerKg[e]! > most) most = this.#eurPerKg[e]!;
    return most;
  }

  /** The best offer for an item. */
  best(i: number): PickOffer {
    const { outputsFrom, output, q } = this.#sight;
    const most = this.bestEurPerKg(i);
    for (let e = outputsFrom[i]!; e < outputsFrom[i + 1]!; e++)
      if (this.#eurPerKg[e] === most) return { output: output[e]!, p: q[e]! };
    return { output: this.#wrongOutput, p: 0 };
  }
}
