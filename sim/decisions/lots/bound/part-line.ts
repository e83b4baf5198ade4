import type { LotLine } from '../lot-lines.ts';
import type { LotStep } from './lot-loss.ts';
import type { LotSums } from './lot-sums.ts';

/** What a lot pays for a thing: in a straight line, and EUR for what it adds to the sums of kg2 and kg3. */
export interface PartLine extends LotLine {
  readonly eurPerKg2: number;
  readonly eurPerKg3: number;
}

/** The line of a lot that pays its best price, and for each of its sums EUR beyond that; below 0 it charges. */
export function partLine(
  { priceEurPerKg, minPurity }: LotStep,
  contaminantEurPerKg: number,
  [kg, overKg, eurPerKg2, eurPerKg3]: LotSums,
): PartLine {
  return {
    right: priceEurPerKg + contaminantEurPerKg + overKg,
    all: contaminantEurPerKg + overKg * minPurity - kg,
    eurPerKg2,
    eurPerKg3,
  };
}
