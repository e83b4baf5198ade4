import { isBuyer } from '../spec/chain.ts';
import { mostPaid, paidOn } from '../stock/buyer.ts';
import type { LotClass } from '../stock/lots.ts';
import { DAYS_PER_MONTH } from '../stock/market.ts';
import type { Chain, Place, Waiting } from '../stock/state.ts';
import { GATE_DAYS } from './choice.ts';
import { closingEur } from './closing.ts';
import { transportEurPerKg } from './haul.ts';

/** Lots of one output of a site that every buyer pays alike for, as things turned out. */
export interface RealisedFlow {
  readonly from: string;
  readonly output: string;
  /** [periods] kilograms of lots that were closed. */
  readonly kg: readonly number[];
  readonly options: readonly RealisedOption[];
  /** What a kilogram that is left at the end costs at best (<= 0). */
  readonly closingEurPerKg: number;
}

/** A way out of a site: a buyer, or a place that pays nothing. */
export interface RealisedOption {
  readonly to: string;
  /**
   * [periods] the best price of the period for these lots, less transport by full loads, EUR/kg; -Infinity where no lot can
   * have gone on any of its days.
   */
  readonly netEurPerKg: readonly number[];
}

/** What a routing policy had to work with on the days that were played: all that a bound may know. */
export interface RealisedRouting {
  readonly flows: readonly RealisedFlow[];
  /** Most kilograms that a destination can have taken in each period. */
  readonly capacityKg: Readonly<Record<string, readonly number[]>>;
  /** What a site can keep from each period to the next. */
  readonly storageKg: Readonly<Record<string, readonly number[]>>;
  /** What lots that are still open at the end cost whatever the policy does, EUR (<= 0). */
  readonly openEur: number;
}

/** Periods of a bound: whole months, at most so many (ten years make 41 quarters). */
const MAX_PERIODS = 45;

interface Period {
  readonly from: number;
  /** The last day, included. */
  readonly to: number;
}

function periodsOf(days: number): Period[] {
  const months = Math.ceil(days / DAYS_PER_MONTH);
  const length = Math.ceil(months / MAX_PERIODS) * DAYS_PER_MONTH;
  return Array.from({ length: Math.ceil(days / length) }, (_, index) => ({
    from: index * length,
    to: Math.min(days, (index + 1) * length) - 1,
  }));
}

/** Reads what happened from the lots and markets of a chain. */
export function realisedRouting(chain: Chain): RealisedRouting {
  const periods = periodsOf(chain.spec.days);
  const sites = [...chain.places.values()].filter(({ spec }) => spec.kind === 'sorting');
  return {
    flows: sites.flatMap((site) =>
      site.waiting.flatMap((waiting) =>
        [...waiting.record.classes.values()].map((lots) => flowOf(chain, site, waiting, lots, periods)),
      ),
    ),
    capacityKg: capacities(chain, periods),
    storageKg: Object.fromEntries(
      sites.flatMap(({ spec }) =>
        spec.kind === 'sorting' ? [[spec.id, periods.map(() => spec.storageKg)]] : [],
      ),
    ),
    openEur: sites.reduce(
      (sum, { waiting }) =>
        sum +
        waiting.reduce(
          (eur, { lanes, lots }) => eur + closingEur(chain, lanes, lots.open, chain.spec.days - 1),
          0,
        ),
      0,
    ),
  };
}

function flowOf(
  chain: Chain,
  site: Place,
  waiting: Waiting,
  { steps, kg }: LotClass,
  periods: readonly Period[],
): RealisedFlow {
  const lastDay = chain.spec.days - 1;
  const closing: number[] = [];
  const options = waiting.lanes.map((lane, index): RealisedOption => {
    const { buyer } = chain.places.get(lane.to)!;
    const transport = transportEurPerKg(chain, lane.km);
    const usable = ({ from, to }: Period) => chain.disruptions.isUsable(lane, from, to);
    if (buyer === null)
      return { to: lane.to, netEurPerKg: periods.map((p) => (usable(p) ? -transport : -Infinity)) };
    const list = buyer.spec.tiers[steps[index]!]!.priceEurPerKg;
    closing.push(paidOn(buyer, list, lastDay) - transport);
    const netEurPerKg = periods.map((period) =>
      usable(period) ? mostPaid(buyer, list, period.from, period.to) - transport : -Infinity,
    );
    return { to: lane.to, netEurPerKg };
  });
  return {
    from: site.spec.id,
    output: waiting.output,
    kg: periods.map(({ from, to }) =>
      kg
        .slice(Math.floor(from / DAYS_PER_MONTH), Math.floor(to / DAYS_PER_MONTH) + 1)
        .reduce((sum, month) => sum + month, 0),
    ),
    options,
    closingEurPerKg: closing.length === 0 ? 0 : Math.min(0, Math.max(...closing)),
  };
}

/** A place works off its capacity each day that it is open, and what stands at its gate or is on its way is at most a week of it. */
function capacities(chain: Chain, periods: readonly Period[]): Record<string, number[]> {
  return Object.fromEntries(
    [...chain.places.values()].flatMap(({ spec }) =>
      isBuyer(spec)
        ? [
            [
              spec.id,
              periods.map(
                ({ from, to }) =>
                  (chain.disruptions.openDays(spec.id, from, to) + GATE_DAYS) * spec.capacityKgPerDay,
              ),
            ],
          ]
        : [],
    ),
  );
}
