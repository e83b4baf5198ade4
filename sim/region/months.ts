import { materialById } from '../materials/catalogue.ts';
import { type Milestone, Milestones } from './milestones.ts';
import { type ChainSpec, CONDITIONS, isBuyer, isOutlet } from './spec/chain.ts';
import { paidOn } from './stock/buyer.ts';
import { DAYS_PER_MONTH } from './stock/market.ts';
import type { Chain, Place } from './stock/state.ts';
import { sumOf } from './stock/stock.ts';
import type { RouteTotal } from './stock/traffic.ts';

/** A region at the end of a month: totals since its first day, and what lies, moves and is paid where. Lists follow `chartOf`. */
export interface Month extends Milestone {
  /** [places][groups] kg that lie there; what has gone into an outlet so far. */
  readonly lyingKg: readonly (readonly number[])[];
  readonly transitKg: number;
  /** [routes] since the first day. */
  readonly routes: readonly RouteTotal[];
  /** [buyers] EUR/kg for a lot of the best purity, on the last day. */
  readonly priceEurPerKg: readonly number[];
}

/** What the lists of a month follow. */
export type Chart = ReturnType<typeof chartOf>;

/** Families of materials, places, pairs of places that material moves between, and buyers of a chain, each in its own order. */
export function chartOf({ materials, places, lanes }: ChainSpec) {
  const families = materials.map(({ materialId }) => materialById(materialId).family);
  const routes = new Map(lanes.map(({ from, to, km }) => [`${from}\0${to}`, { from, to, km }]));
  return {
    families,
    groups: [...new Set(families)],
    places,
    routes: [...routes.values()],
    buyers: places.filter(isBuyer).map((spec) => {
      const listEurPerKg = Math.max(...spec.tiers.map(({ priceEurPerKg }) => priceEurPerKg));
      return { place: spec.id, listEurPerKg };
    }),
  };
}

/** Reads a chain whenever a month is over. */
export class Months {
  readonly reached: Month[] = [];
  readonly #chain: Chain;
  readonly #chart: Chart;
  readonly #totals: Milestones;

  constructor(chain: Chain) {
    this.#chain = chain;
    this.#chart = chartOf(chain.spec);
    this.#totals = new Milestones(chain, DAYS_PER_MONTH);
  }

  /** `day` whole days are over; `lots` have been sold so far. */
  passed(day: number, lots: number): void {
    this.#totals.passed(day, lots);
    for (const totals of this.#totals.reached.slice(this.reached.length))
      this.reached.push({ ...totals, ...this.#details(totals.day - 1) });
  }

  #details(day: number) {
    const { groups, families, places, routes, buyers } = this.#chart;
    const groupOf = families.map((family) => groups.indexOf(family));
    return {
      lyingKg: places.map(({ id }) => lyingIn(this.#chain.places.get(id)!, groupOf, groups.length)),
      transitKg: sumOf(this.#chain.transit.kg),
      routes: routes.map(({ from, to }) => ({ ...this.#chain.traffic.of(from, to) })),
      priceEurPerKg: buyers.map(({ place, listEurPerKg }) =>
        paidOn(this.#chain.places.get(place)!.buyer!, listEurPerKg, day),
      ),
    };
  }
}

/** [groups] kg in all stores of a place. */
function lyingIn(
  { spec, inbound, gone, waiting }: Place,
  groupOf: readonly number[],
  groups: number,
): number[] {
  const stores = [inbound, ...waiting.map(({ store }) => store), ...(isOutlet(spec) ? [gone!] : [])];
  const sums = new Array<number>(groups).fill(0);
  for (const { kg } of stores)
    for (let cell = 0; cell < kg.length; cell++)
      sums[groupOf[Math.floor(cell / CONDITIONS.length)]!]! += kg[cell]!;
  return sums;
}
