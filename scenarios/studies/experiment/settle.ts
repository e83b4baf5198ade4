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

/** Quantile of the normal distribution for 95 %: what is asked is about how many. */
const Z = 1.96;

/**
 * What would put 0 outside of an interval of which `share` of the variance comes from something else than days: days more, or so many times
 * as much of the other. Null where that alone cannot.
 */
function ofParts(
  { mean, n, halfWidth }: Interval,
  share: number,
): { days: number | null; times: number | null } {
  const total = (halfWidth / Z) * (halfWidth / Z);
  const [byOther, byDays] = [share * total, (1 - share) * total];
  const room = (mean / Z) * (mean / Z);
  const days = room > byOther ? Math.max(1, Math.ceil((byDays * n) / (room - byOther)) - n) : null;
  const times = room > byDays ? Math.max(1.1, byOther / (room - byDays)) : null;
  return { days: days !== null && days <= MOST_DAYS ? days : null, times };
}

/** What an interval has beside its days: the share of its variance, and what more of it is called. */
function besideDays({ crossed, scatterShare }: Interval) {
  if (crossed !== undefined)
    return {
      ...{ share: crossed.trainingShare, name: 'trainings' },
      more: (times: number) =>
        `about ${Math.ceil(times * crossed.trainings)} trainings instead of ${crossed.trainings}`,
    };
  if (scatterShare === undefined) return undefined;
  return {
    share: scatterShare,
    name: 'points',
    more: (times: number) => `about ${times.toFixed(1)} times as many points`,
  };
}

type Beside = NonNullable<ReturnType<typeof besideDays>>;

/** The larger part comes first. */
function cureBeside(interval: Interval, { share, name, more }: Beside): string {
  const { days, times } = ofParts(interval, share);
  const asSeen = 'would settle it if the difference is as seen';
  const moreDays = days === null ? null : `about ${days} more ${days === 1 ? 'day' : 'days'} ${asSeen}`;
  const moreElse = times === null ? null : `${more(times)} ${asSeen}`;
  const [first, second] = share < 0.5 ? [moreDays, moreElse] : [moreElse, moreDays];
  return first ?? second ?? `neither more days nor more ${name} alone would settle it`;
}

function cure(interval: Interval, more: number | undefined): string {
  const { mean, n } = interval;
  if (n < 2) return 'one day says nothing of the spread between days; play two at least';
  if (more === undefined && mean === 0)
    return 'no difference was seen, and more days like these would not show one';
  if (more === undefined || more > MOST_DAYS)
    return `more than ${MOST_DAYS} more days would be needed if the difference is as seen`;
  return `about ${more} more ${more === 1 ? 'day' : 'days'} would settle it if the difference is as seen`;
}

/** Days more that would settle it, where they are what is told. */
function daysBeside(interval: Interval, { share }: Beside): number | null {
  const { days, times } = ofParts(interval, share);
  return share < 0.5 || times === null ? days : null;
}

/** What would settle a difference; nothing where it is settled. */
export function unsettled(name: string, quantity: QuantityName, interval: Interval): Unsettled[] {
  const settled = interval.lo > 0 || interval.hi < 0;
  if (settled) return [];
  const beside = Number.isFinite(interval.halfWidth) ? besideDays(interval) : undefined;
  const more = beside === undefined ? moreToSettle(interval) : (daysBeside(interval, beside) ?? undefined);
  const told = beside === undefined ? cure(interval, more) : cureBeside(interval, beside);
  const text = `${name}, ${printed[quantity].text}: not settled; ${told}.`;
  return [{ name, quantity, moreDays: more ?? null, text }];
}
