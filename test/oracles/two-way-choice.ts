/** Closed forms of a choice between acting (a gain or a loss) and doing nothing. */

/** Break-even probability of acting on a gain and a loss (both > 0): act when p is above it. */
export function breakEven(gainEur: number, lossEur: number): number {
  return lossEur / (gainEur + lossEur);
}

/** Expected value of perfect information for a two-way choice: act (gain or lose) or do nothing. */
export function twoWayInformationEur(p: number, gainEur: number, lossEur: number): number {
  return p * gainEur - Math.max(0, p * gainEur - (1 - p) * lossEur);
}
