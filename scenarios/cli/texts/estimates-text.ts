import type { QuantityName } from '../../schema/day/compare.ts';
import { type Estimates, printed } from '../../studies/experiment/quantities.ts';
import { plusMinus } from '../terminal/table.ts';

/** Heads of the columns of quantities. */
export function heads(shown: readonly QuantityName[]): string[] {
  return shown.map((name) => printed[name].head);
}

/** Each quantity with half of its interval. */
export function estimatesText(estimates: Estimates, shown: readonly QuantityName[]): string[] {
  return shown.map((name) => plusMinus(estimates[name], printed[name].digits, printed[name].scale));
}
