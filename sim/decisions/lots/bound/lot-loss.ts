import type { PooledOutput } from '../seen-day.ts';
import type { LotSums } from './lot-sums.ts';
import { missChance } from './miss-chance.ts';
import type { TailTable } from './tail-table.ts';

/** A price step; `dropEur` is what a kg is paid less at the next. */
export interface LotStep {
  readonly minPurity: number;
  readonly priceEurPerKg: number;
  readonly dropEur: number;
}

/** The steps of an output from the best paid on, without those that are paid no better than a lower one; the last asks for nothing. */
export function lotSteps({ tiers }: PooledOutput): [LotStep, ...LotStep[]] {
  const ascending = [...tiers].sort((a, b) => a.minPurity - b.minPurity);
  const lowest = { ...ascending[0]!, minPurity: 0, dropEur: 0 };
  let steps: [LotStep, ...LotStep[]] = [lowest];
  for (const { minPurity, priceEurPerKg } of ascending.slice(1)) {
    const dropEur = priceEurPerKg - steps[0].priceEurPerKg;
    if (dropEur > 0) steps = [{ minPurity, priceEurPerKg, dropEur }, ...steps];
  }
  return steps;
}

/** What a lot loses at least: EUR for each kg that is right in it, less what is free. */
export interface LossLine {
  readonly eurPerRightKg: number;
  readonly freeEur: number;
}

/**
 * What a lot loses on average against its best price, as it may miss steps. If it misses one with the chance P and G kg are right in it, that is
 * the step's drop times the mean of G where it is missed: at least the mean of G times P, less the root of kg2 P (1 - P), as G and missing vary
 * together by no more than that; and at least nothing. Where it is above 0 it grows with P, so any limit of P from below will do: and where it is not, no
 * lot loses less than nothing.
 */
export class LotLoss {
  readonly #steps: readonly [LotStep, ...LotStep[]];
  readonly #tails: TailTable;

  constructor(steps: readonly [LotStep, ...LotStep[]], tails: TailTable) {
    this.#steps = steps;
    this.#tails = tails;
  }

  /** What any lot loses at least whose sums lie between two. */
  between(from: LotSums, to: LotSums): LossLine {
    const [{ minPurity: best }] = this.#steps;
    const rightKg = (from[1] + to[1] + best * (from[0] + to[0])) / 2;
    let [eurPerRightKg, freeEur] = [0, 0];
    for (const { minPurity, dropEur } of this.#steps.slice(0, -1)) {
      const overKg = to[1] + (best - minPurity) * to[0];
      const p = missChance({ overKg, leastKg2: from[2], mostKg2: to[2], mostKg3: to[3] }, this.#tails);
      const freeKg = Math.sqrt(to[2] * p * (1 - p));
      // Counted or not, this is a limit from below; it is counted where it is above 0 in the middle between both.
      if (rightKg * p <= freeKg) continue;
      eurPerRightKg += dropEur * p;
      freeEur += dropEur * freeKg;
    }
    return { eurPerRightKg, freeEur };
  }

  /** EUR that a lot with these sums loses at least. */
  at(sums: LotSums): number {
    const { eurPerRightKg, freeEur } = this.between(sums, sums);
    return eurPerRightKg * (sums[1] + this.#steps[0].minPurity * sums[0]) - freeEur;
  }
}
