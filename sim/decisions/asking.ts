import type { SortPolicy, SortView } from '../ports.ts';
import { bestOutput, passEur, perfectInformationEur } from './expected-value.ts';
import { JoulePrices, type Offer } from './joule-price.ts';
import { sortOptions } from './sorting.ts';

/** What joules and seconds are worth to an asking robot, and how much of perfect information a further look brings. */
export interface AskingPrices {
  /** Told of every view and of what joules can be spent on there, also where nothing more can be asked. */
  eurPerJ(view: SortView, offers: readonly Offer[]): number;
  readonly eurPerS: number;
  readonly informationShare: number;
}

/**
 * Looks again with the next, better senses while that is expected to gain more than it costs; then decides as `then` does. The
 * gain is a share of the value of perfect information (a further sense is not perfect; the share is its accuracy). Joules cost
 * what they are worth to the battery over the rest of the day.
 */
export function askingPolicy(name: string, then: SortPolicy, prices: Partial<AskingPrices> = {}): SortPolicy {
  const { eurPerS = 2e-4, informationShare = 0.8 } = prices;
  const joules = prices.eurPerJ === undefined ? new JoulePrices() : { eurPerJ: prices.eurPerJ };
  return {
    name,
    decide(view) {
      const { nextLook, looks, pick } = view;
      const gain = nextLook === null ? 0 : informationShare * perfectInformationEur(view);
      const picking = { gainEur: bestOutput(view).eur - passEur(view), energyJ: pick.energyJ };
      const looking = { gainEur: gain, energyJ: nextLook?.energyJ ?? 0 };
      // An item is picked once, by whichever look.
      const eurPerJ = joules.eurPerJ(view, looks === 1 ? [picking, looking] : [looking]);
      if (nextLook === null) return then.decide(view);
      const cost = eurPerJ * nextLook.energyJ + eurPerS * (nextLook.timeUs / 1e6);
      if (gain <= cost) return then.decide(view);
      const options = [...sortOptions(view), { action: 'look', expectedEur: gain - cost }];
      return { action: { kind: 'look' }, options };
    },
  };
}
