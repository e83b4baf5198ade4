import type { PooledOutput } from './seen-day.ts';

/** What is charged for limits instead of keeping them: any values give a bound, prices from 0 on. */
export interface Multipliers {
  readonly eurPerJ: number;
  /** By output: EUR per kg by which its lot misses the purity of its best step. */
  readonly purityEurPerKg: Float64Array;
}

/** What a lot pays, in a straight line: EUR per kg that is right, less EUR per kg in all. */
export interface LotLine {
  readonly right: number;
  readonly all: number;
}

/** Purity that a step asks for: none at the lowest, whose price is paid below it too. */
export function askedPurity({ tiers }: PooledOutput, step: number): number {
  const { minPurity } = tiers[step]!;
  return tiers.some((tier) => tier.minPurity < minPurity) ? minPurity : 0;
}

/** The line of a lot that reaches a step, where a kg of purity that it misses costs so much. */
function stepLine(output: PooledOutput, step: number, purityEurPerKg: number): LotLine {
  const { tiers, contaminantEurPerKg } = output;
  const minPurity = askedPurity(output, step);
  const missedEur = minPurity > 0 ? purityEurPerKg : 0;
  return {
    right: tiers[step]!.priceEurPerKg + contaminantEurPerKg + missedEur,
    all: contaminantEurPerKg + missedEur * minPurity,
  };
}

/** The lines of lots that each reach a step for sure. */
export function stepLines(
  outputs: readonly PooledOutput[],
  steps: readonly number[],
  { purityEurPerKg }: Multipliers,
): LotLine[] {
  return outputs.map((output, o) => stepLine(output, steps[o]!, purityEurPerKg[o]!));
}
