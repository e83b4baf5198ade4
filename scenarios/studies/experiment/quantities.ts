import { type QuantityName, quantityNames } from '../../schema/day/compare.ts';
import quantities from '../../schema/day/quantities.json' with { type: 'json' };
import type { Interval } from '../../stats/interval.ts';
import type { DayOutcome } from '../../steps/steps.ts';

/** What an experiment knows of one day: every quantity, in the unit of its name. */
export type Quantities = Readonly<Record<QuantityName, number>>;

/** An interval of every quantity. */
export type Estimates = Readonly<Record<QuantityName, Interval>>;

export const confidence = 0.95;

/** How a quantity is printed: head of its column, its unit in a sentence, digits after `scale`. */
export const printed: Readonly<Record<QuantityName, (typeof quantities)['valueEur']>> = quantities;

function recordOf<T>(of: (name: QuantityName) => T): Readonly<Record<QuantityName, T>> {
  return Object.fromEntries(quantityNames.map((name) => [name, of(name)])) as Record<QuantityName, T>;
}

/** What a day does not know of itself: what no policy can exceed on it, and what its arm is worth if all days are like it. */
interface Beside {
  readonly boundEur: number;
  readonly npvEur: number;
}

/** Every quantity of a day. */
export function quantitiesOf(
  { summary }: Pick<DayOutcome, 'summary'>,
  { boundEur, npvEur }: Beside,
): Quantities {
  return recordOf((name) => {
    if (name === 'npvEur') return npvEur;
    if (name === 'regretEur') return boundEur - summary.valueEur;
    if (name === 'accuracyMaterial') return summary.accuracy.material;
    if (name === 'shelfPurity') return summary.nextUse?.shelfPurity ?? 0;
    return name === 'accuracyClass' ? summary.accuracy.class : summary[name];
  });
}

/** An interval of every quantity. */
export function estimatesOf(of: (name: QuantityName) => Interval): Estimates {
  return recordOf(of);
}

/** False for a quantity of which nobody has any: a depot without a shelf tells nothing of how pure it is. */
export function isTold(name: QuantityName, points: readonly { readonly estimates: Estimates }[]): boolean {
  return name !== 'shelfPurity' || points.some(({ estimates }) => estimates.shelfPurity.mean > 0);
}

/** An interval in the digits and unit of its quantity: `1.20 EUR a run (95 % interval 0.80 to 1.60)`; `signed` marks what is positive. */
export function intervalInWords(interval: Interval, quantity: QuantityName, signed: boolean): string {
  const { text, digits, scale } = printed[quantity];
  const number = (x: number) => (scale * x).toFixed(digits);
  const sign = signed && interval.mean >= 0 ? '+' : '';
  const range = Number.isFinite(interval.halfWidth)
    ? `95 % interval ${number(interval.lo)} to ${number(interval.hi)}`
    : 'one day has no interval';
  return `${sign}${number(interval.mean)} ${text} (${range})`;
}
