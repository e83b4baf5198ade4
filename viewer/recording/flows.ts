import type { Lives } from './lives.ts';

/** So much from one place to another, in the unit of its picture. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

/** The feed, where flows of mass begin; names of bins and robots cannot hold a colon. */
export const FEED = 'feed:';
/** What is still on the site. */
export const RIDING = 'riding:';

/** Kilograms from the feed by whoever moved them (a robot, the belt's end) into the bins, until an instant. */
export function massFlows(items: Lives, timeUs: number): Flow[] {
  const moved = new Map<string, Map<string, number>>();
  let ridingKg = 0;
  for (let row = 0; row < items.length && items.at(row, 'arrivedUs') <= timeUs; row++) {
    const massKg = items.at(row, 'massKg');
    if (items.at(row, 'binnedUs') > timeUs) {
      ridingKg += massKg;
      continue;
    }
    const [by, bin] = [items.at(row, 'binnedBy'), items.at(row, 'bin')];
    const bins = moved.get(by) ?? new Map<string, number>();
    moved.set(by, bins.set(bin, (bins.get(bin) ?? 0) + massKg));
  }
  const flows = [...moved].flatMap(([by, bins]) => {
    const into = [...bins].map(([bin, amount]) => ({ from: `by:${by}`, to: `bin:${bin}`, amount }));
    return [{ from: FEED, to: `by:${by}`, amount: into.reduce((sum, f) => sum + f.amount, 0) }, ...into];
  });
  return ridingKg > 0 ? [...flows, { from: FEED, to: RIDING, amount: ridingKg }] : flows;
}

/** The till in the middle of the flows of money, and what evens them out. */
export const TILL = 'till:';
export const GAIN = 'gain:';
export const LOSS = 'loss:';

/** Euros into the till and out of it by cause; what is left over, or lacking, evens both sides out. */
export function moneyFlows(booked: readonly { readonly cause: string; readonly eur: number }[]): Flow[] {
  const flows = booked.map(({ cause, eur }) =>
    eur >= 0 ? { from: cause, to: TILL, amount: eur } : { from: TILL, to: cause, amount: -eur },
  );
  const restEur = booked.reduce((sum, { eur }) => sum + eur, 0);
  if (restEur > 0) return [...flows, { from: TILL, to: GAIN, amount: restEur }];
  return restEur < 0 ? [{ from: LOSS, to: TILL, amount: -restEur }, ...flows] : flows;
}
