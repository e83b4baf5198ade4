/**
 * Whether an investment pays: money of equal years, discounted at the end of each. All EUR are real (of one year), without VAT.
 */
export interface Investment {
  /** Paid at once, EUR. */
  readonly capitalEur: number;
  /** Years that it works; at least 1 and whole. */
  readonly lifeYears: number;
  /** Real interest a year, 0.06 = 6 %. */
  readonly interest: number;
}

/** What one EUR at the end of each year of a life is worth today: (1 - (1 + i)^-n) / i, n at i = 0. */
export function annuityFactor({ lifeYears, interest }: Pick<Investment, 'lifeYears' | 'interest'>): number {
  let [factor, discount] = [0, 1];
  for (let year = 0; year < lifeYears; year++) {
    discount /= 1 + interest;
    factor += discount;
  }
  return factor;
}

/** Net present value, EUR, of an investment that gains so many EUR a year. */
export function netPresentValue(investment: Investment, gainEurPerYear: number): number {
  return annuityFactor(investment) * gainEurPerYear - investment.capitalEur;
}

/** What the capital costs a year over its life, EUR, interest included. */
export function capitalPerYear(investment: Investment): number {
  return investment.capitalEur / annuityFactor(investment);
}

/** Years until the gains have paid the capital back, without interest; null if they never do. */
export function paybackYears({ capitalEur }: Investment, gainEurPerYear: number): number | null {
  if (capitalEur === 0) return 0;
  return gainEurPerYear > 0 ? capitalEur / gainEurPerYear : null;
}

/**
 * The factor on all prices of what is sold at which the net present value is 0, decisions held as they are; null without revenue.
 * Gains are linear in it: gain + (factor - 1) * revenue.
 */
export function breakEvenPriceFactor(
  investment: Investment,
  {
    gainEurPerYear,
    revenueEurPerYear,
  }: { readonly gainEurPerYear: number; readonly revenueEurPerYear: number },
): number | null {
  if (revenueEurPerYear <= 0) return null;
  return 1 + (capitalPerYear(investment) - gainEurPerYear) / revenueEurPerYear;
}
