import { LotLoss, type LotStep, lotSteps } from './lot-loss.ts';
import { LotSearch, type LotWorth, type Searched } from './lot-search.ts';
import type { LotSums } from './lot-sums.ts';
import type { SightedDay } from './sighted-day.ts';
import type { TailTable } from './tail-table.ts';

/** What a lot is first tried to pay for purity: shares of what it is expected to pay, and at lower steps EUR/kg. */
const purityShares = [0.6, 0.3, 0.1, 0];
const lowerPurityEur = [0, 0.3];

/** What a lot pays beyond its best price that pays just that. */
const nothing: LotSums = [0, 0, 0, 0];

/** A lot of a day that is searched for what it adds at most. */
export class SearchedLot {
  readonly steps: readonly [LotStep, ...LotStep[]];
  readonly #loss: LotLoss;
  readonly #largest: Searched['largest'];

  constructor(sighted: SightedDay, output: number, tails: TailTable) {
    this.steps = lotSteps(sighted.day.outputs[output]!);
    this.#loss = new LotLoss(this.steps, tails);
    this.#largest = largestOf(sighted);
  }

  /** Whether it is paid one price for any purity, so that nothing is in doubt. */
  get oneStep(): boolean {
    return this.steps.length === 1;
  }

  /** What it adds at most by its part, if it is expected to pay some slopes. */
  worth(part: Searched['part'], expected: LotSums): LotWorth {
    const [best, ...lower] = this.steps;
    if (lower.length === 0) return { eur: part(nothing).eur, slopes: nothing, natural: nothing };
    const shares = purityShares.map((share): LotSums => [0, share * expected[1], 0, 0]);
    const lowerSteps = lower.flatMap(({ priceEurPerKg, minPurity }) =>
      lowerPurityEur.map((eur): LotSums => {
        const overEur = priceEurPerKg - best.priceEurPerKg + eur;
        return [overEur * best.minPurity - eur * minPurity, overEur, 0, 0];
      }),
    );
    const searched = { part, loss: this.#loss, minPurity: best.minPurity, largest: this.#largest };
    return new LotSearch(searched, [expected, ...shares, ...lowerSteps]).run();
  }
}

/** The largest that a lot of a day can be, and its heaviest thing. */
function largestOf({ day, accepted }: SightedDay): Searched['largest'] {
  let [kg, squareKg2, oneKg, doubt] = [0, 0, 0, 0];
  for (const m of day.massKg) [kg, squareKg2, oneKg] = [kg + m, squareKg2 + m * m, Math.max(oneKg, m)];
  for (const q of accepted.flat()) for (const p of q) doubt = Math.max(doubt, p * (1 - p));
  return { kg, kg2: doubt * squareKg2, oneKg };
}
