import { closingEur } from './moves/closing.ts';
import { isOutlet } from './spec/chain.ts';
import type { Chain } from './stock/state.ts';
import { sumOf } from './stock/stock.ts';
import type { MaterialFlow } from './stock/tally.ts';

/** What a chain did over its days. Money is the region's: payments between its places cancel. */
export interface ChainSummary {
  readonly name: string;
  readonly days: number;
  /**
   * What the sorting sites got for their bales less gate fees, transport and the cheapest way out of what is still there at
   * the end: what routing decides.
   */
  readonly routingEur: number;
  readonly regionEur: number;
  readonly co2eKg: Readonly<Record<string, number>>;
  readonly energyJ: number;
  readonly virginKg: number;
  readonly feedUsedKg: number;
  /** Share of what makers needed that came from recycled feed. */
  readonly recycledContent: number;
  readonly stockKg: Readonly<Record<string, number>>;
  /** What each outlet has taken in, its gate included. */
  readonly outletsKg: Readonly<Record<string, number>>;
  /** By material id: sim/score forms the circularity indicator from it. */
  readonly materials: Readonly<Record<string, MaterialFlow>>;
  readonly lots: number;
  readonly balance: { readonly mass: number; readonly money: number; readonly energy: number };
}

/** Reads the accounts of a chain: amounts since its first day; last stocks are charged at the prices of `day`. */
export function scoreChain(chain: Chain, lots: number, day: number): ChainSummary {
  const totals = chain.ledger.totals();
  const sumWhere = (unit: string, test: (flow: (typeof totals)[number]) => boolean): number =>
    totals.reduce((sum, flow) => (flow.unit === unit && test(flow) ? sum + flow.amount : sum), 0);
  const places = new Set(chain.places.keys());
  const sellers = new Set(
    [...chain.places.values()].filter(({ spec }) => spec.kind === 'sorting').map(({ spec }) => spec.id),
  );
  const outlets = [...chain.places.values()].filter(({ spec }) => isOutlet(spec));
  const outletIds = new Set(outlets.map(({ spec }) => spec.id));
  const outside = (name: string): boolean => !places.has(name) || outletIds.has(name);
  const virginKg = sumWhere('kg', (flow) => flow.from === 'virgin');
  const feedUsedKg = sumWhere('kg', (flow) => flow.from === 'feed used');
  const boundaries = new Set(
    totals.filter((flow) => flow.unit.startsWith('kgCO2e:')).map((flow) => flow.unit),
  );
  const routed = (flow: { cause: string }): boolean =>
    ['bale sold', 'gate fee', 'transport'].includes(flow.cause);
  return {
    name: chain.spec.name,
    days: chain.spec.days,
    routingEur:
      sumWhere('EUR', (flow) => sellers.has(flow.to) && routed(flow)) -
      sumWhere('EUR', (flow) => sellers.has(flow.from) && routed(flow)) +
      lastStocksEur(chain, day),
    regionEur:
      sumWhere('EUR', (flow) => outside(flow.from) && !outside(flow.to)) -
      sumWhere('EUR', (flow) => !outside(flow.from) && outside(flow.to)),
    co2eKg: Object.fromEntries(
      [...boundaries].map((unit) => [unit.slice('kgCO2e:'.length), sumWhere(unit, () => true)]),
    ),
    energyJ: sumWhere('J', () => true),
    virginKg,
    feedUsedKg,
    recycledContent: feedUsedKg / Math.max(virginKg + feedUsedKg, Number.MIN_VALUE),
    stockKg: Object.fromEntries(chain.stores.all.map((store) => [store.name, sumOf(store.kg)])),
    outletsKg: Object.fromEntries(
      outlets.map(({ spec, inbound, gone }) => [spec.id, sumOf(inbound.kg) + sumOf(gone!.kg)]),
    ),
    materials: Object.fromEntries(chain.materialIds.map((id, material) => [id, chain.tally.of(material)])),
    lots,
    balance: {
      mass: Math.max(chain.stores.worstResidual, massResidual(chain, virginKg)),
      money: Math.abs(chain.ledger.imbalance('EUR')) / Math.max(chain.ledger.turnover('EUR'), 1),
      energy: Math.abs(chain.ledger.imbalance('J')) / Math.max(chain.ledger.turnover('J'), 1),
    },
  };
}

/** Everything that was brought in is somewhere: relative difference between all stores and all virgin kilograms. */
function massResidual(chain: Chain, virginKg: number): number {
  const held = chain.stores.all.reduce((sum, store) => sum + sumOf(store.kg), 0);
  return Math.abs(held - virginKg) / Math.max(virginKg, 1);
}

/** What the sorting sites' last lots would still cost, EUR (<= 0). */
function lastStocksEur(chain: Chain, day: number): number {
  let total = 0;
  for (const { spec, waiting } of chain.places.values()) {
    if (spec.kind !== 'sorting') continue;
    for (const { lanes, lots } of waiting)
      for (const { kg, errors } of [{ kg: lots.open, errors: [] }, ...lots.waiting])
        total += closingEur(chain, lanes, kg, day, errors);
  }
  return total;
}
