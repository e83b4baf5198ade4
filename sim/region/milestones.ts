import { type ChainSummary, scoreChain } from './score.ts';
import { isOutlet, type PlaceSpec } from './spec/chain.ts';
import type { Chain } from './stock/state.ts';
import { sumOf } from './stock/stock.ts';

/** Running totals of a chain since its first day, and what lies where, at the end of a period. */
export interface Milestone
  extends Pick<
    ChainSummary,
    'routingEur' | 'regionEur' | 'co2eKg' | 'energyJ' | 'virginKg' | 'feedUsedKg' | 'outletsKg' | 'lots'
  > {
  /** Whole days since the start. */
  readonly day: number;
  readonly reusedKg: number;
  readonly givenUpKg: number;
  /** Kilograms inside the places of each kind, on the road under `transit`. */
  readonly stockKg: Readonly<Record<StockKind, number>>;
}

type StockKind = Exclude<PlaceSpec['kind'], 'market' | 'recovery' | 'landfill'> | 'transit';

const DAYS_PER_YEAR = 365;
const DAYS_PER_MONTH = 30;

/** Days of the periods that a run of so many days is told in: years, or months where there is no second year. */
function periodDays(days: number): number {
  return days > DAYS_PER_YEAR ? DAYS_PER_YEAR : DAYS_PER_MONTH;
}

/** Reads the totals of a chain whenever a period is over. */
export class Milestones {
  readonly reached: Milestone[] = [];
  readonly #chain: Chain;
  readonly #everyDays: number;

  /** `everyDays` = length of a period; left out: years, or months where there is no second year. */
  constructor(chain: Chain, everyDays = periodDays(chain.spec.days)) {
    this.#chain = chain;
    this.#everyDays = everyDays;
  }

  /** `day` whole days are over; `lots` have been sold so far. */
  passed(day: number, lots: number): void {
    for (let due = this.#due(); due <= day && due > this.#lastDay(); due = this.#due())
      this.reached.push(milestoneOf(this.#chain, due, lots));
  }

  #lastDay(): number {
    return this.reached.at(-1)?.day ?? 0;
  }

  #due(): number {
    return Math.min(this.#chain.spec.days, this.#lastDay() + this.#everyDays);
  }
}

/** Reads the totals after `day` whole days. */
function milestoneOf(chain: Chain, day: number, lots: number): Milestone {
  const {
    materials,
    stockKg: _,
    balance: _b,
    name: _n,
    days: _d,
    ...totals
  } = scoreChain(chain, lots, day - 1);
  const flows = Object.values(materials);
  return {
    ...totals,
    day,
    reusedKg: flows.reduce((sum, flow) => sum + flow.reusedKg, 0),
    givenUpKg: flows.reduce((sum, flow) => sum + flow.givenUpKg, 0),
    stockKg: stocksByKind(chain),
  };
}

function stocksByKind(chain: Chain): Record<StockKind, number> {
  const stocks: Record<StockKind, number> = {
    ...{ maker: 0, use: 0, collection: 0, sorting: 0, workshop: 0, reprocessor: 0 },
    transit: sumOf(chain.transit.kg),
  };
  for (const { spec, inbound, waiting } of chain.places.values())
    if (!isOutlet(spec))
      stocks[spec.kind] += [inbound, ...waiting.map(({ store }) => store)].reduce(
        (sum, { kg }) => sum + sumOf(kg),
        0,
      );
  return stocks;
}
