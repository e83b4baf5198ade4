import type { QuantityName } from '../../schema/day/compare.ts';
import type { Interval } from '../../stats/interval.ts';
import { moreToSettle } from '../../stats/replications.ts';
import { printed } from './quantities.ts';

/** A difference whose interval includes 0, and what would settle it. */
export interface Unsettled {
  /** What is open: `distilled minus labels-only`. */
  readonly name: string;
  readonly quantity: QuantityName;
  /** Days more that would settle it if the difference is as seen; null = no number of days can be told. */
  readonly moreDays: number | null;
  /** The same in words. */
  readonly text: string;
}

/** Nobody plays more days than this to settle a question: beyond it the number itself says nothing more. */
const MOST_DAYS = 10_000;

function cure({ mean, n, crossed, scatterShare }: Interval, more: number | undefined): string {
  if (crossed !== undefined) {
    const share = `${(100 * crossed.trainingShare).toFixed(0)} %`;
    return `over ${n} days and ${crossed.trainings} trainings; ${share} of the variance is that of trainings, which more days do not lessen`;
  }
  if (scatterShare !== undefined) {
    const share = `${(100 * scatterShare).toFixed(0)} %`;
    return `${share} of the variance is that of the points about a line, which more points would lessen and more days would not`;
  }
  if (n < 2) return 'one day says nothing of the spread between days; play two at least';
  if (more === undefined && mean === 0)
    return 'no difference was seen, and more days like these would not show one';
  if (more === undefined || more > MOST_DAYS)
    return `more than ${MOST_DAYS} more days would be needed if the difference is as seen`;
  return `about ${more} more ${more === 1 ? 'day' : 'days'} would settle it if the difference is as seen`;
}

/** What would settle a difference; nothing where it is settled. */
export function unsettled(name: string, quantity: QuantityName, interval: Interval): Unsettled[] {
  const settled = interval.lo > 0 || interval.hi < 0;
  if (settled) return [];
  // More days alone need not settle what trainings vary, or what a line does not say.
  const ofDays = interval.crossed === undefined && interval.scatterShare === undefined;
  const more = ofDays ? moreToSettle(interval) : undefined;
  const text = `${name}, ${printed[quantity].text}: not settled; ${cure(interval, more)}.`;
  return [{ name, quantity, moreDays: more ?? null, text }];
}
