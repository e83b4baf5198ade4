import { US_PER_DAY } from '../kernel/core/clock.ts';
import { ORDINARY } from '../kernel/core/phase.ts';
import { Simulation } from '../kernel/simulation.ts';
import type { RouteForecast, Sink } from '../ports.ts';
import { eventOf } from '../record/event.ts';
import { type Milestone, Milestones } from './milestones.ts';
import { type Month, Months } from './months.ts';
import { outletDay, reprocessorDay, workshopDay } from './moves/buyers.ts';
import { optionOf } from './moves/choice.ts';
import { CollectionRounds } from './moves/collection.ts';
import { makerDay } from './moves/maker.ts';
import { type RealisedRouting, realisedRouting } from './moves/realised.ts';
import { sortingDay } from './moves/sorting.ts';
import { useDay } from './moves/use.ts';
import { type ChainSummary, scoreChain } from './score.ts';
import type { ChainSpec, PlaceSpec } from './spec/chain.ts';
import { DAYS_PER_MONTH } from './stock/market.ts';
import { type Chain, type ChainPorts, openChain, type Place } from './stock/state.ts';
import { sumOf } from './stock/stock.ts';

/** A chain in progress. */
export interface ChainRun {
  /** Lets up to `maxEvents` events happen; false when the last day is over. */
  advance(maxEvents: number): boolean;
  readonly nowUs: number;
  readonly endUs: number;
  summary(): ChainSummary;
  /** Totals at the end of each year (of each month in a run of at most a year), the last day included once it is over. */
  readonly milestones: readonly Milestone[];
  /** The same at the end of each month, and what lay, moved and was paid where. */
  readonly months: readonly Month[];
  /** What routing had to work with: sim/decisions bounds `summary().routingEur` by it. */
  realised(): RealisedRouting;
}

/**
 * Order of the kinds inside a day (event priority): what is given up comes first, makers last, so that a kilogram takes
 * at least a day for each place. Vehicles arrive before all of them.
 */
const ORDER: Readonly<Record<PlaceSpec['kind'], number>> = {
  use: 1,
  collection: 2,
  sorting: 3,
  workshop: 4,
  reprocessor: 5,
  market: 6,
  recovery: 6,
  landfill: 6,
  maker: 7,
};

/** Starts a chain on its first day with empty stores. */
export function startChain(
  spec: ChainSpec,
  run: { readonly seed: number; readonly replication: number },
  ports: ChainPorts,
  sink: Sink,
): ChainRun {
  const simulation = new Simulation(run);
  const endUs = spec.days * US_PER_DAY;
  let lots = 0;
  let seq = 0;
  const chain = openChain(spec, run, ports, {
    timeUs: () => simulation.now,
    day: () => Math.floor(simulation.now / US_PER_DAY),
    after: (days, action) =>
      void simulation.schedule(days * US_PER_DAY, () => {
        action();
        chain.stores.check(simulation.now);
      }),
    emit: (type, subject, data) => {
      if (type === 'lot.sold') lots += 1;
      sink.event(eventOf({ seq: seq++, timeUs: simulation.now, phase: 0 }, type, subject, data));
    },
  });
  const dayOf = placeDays();
  for (const place of chain.places.values()) {
    const day = (): void => {
      dayOf(chain, place);
      chain.stores.check(simulation.now);
      if (simulation.now + US_PER_DAY < endUs)
        simulation.schedule(US_PER_DAY, day, 0, ORDINARY, ORDER[place.spec.kind]);
    };
    simulation.schedule(0, day, 0, ORDINARY, ORDER[place.spec.kind]);
  }
  planMonthly(simulation, chain, endUs);
  const milestones = new Milestones(chain);
  const months = new Months(chain);
  return {
    advance(maxEvents) {
      for (let events = 0; events < maxEvents; events++) {
        const nextUs = Math.min(simulation.peek(), endUs);
        const day = Math.floor(nextUs / US_PER_DAY);
        milestones.passed(day, lots);
        months.passed(day, lots);
        if (nextUs === endUs || !simulation.step()) return false;
      }
      return true;
    },
    get nowUs() {
      return simulation.now;
    },
    endUs,
    milestones: milestones.reached,
    months: months.reached,
    summary: () => scoreChain(chain, lots, spec.days - 1),
    realised: () => realisedRouting(chain),
  };
}

/** What each kind of place does in a day. */
function placeDays(): (chain: Chain, place: Place) => void {
  const rounds = new CollectionRounds();
  const days: Readonly<Record<PlaceSpec['kind'], (chain: Chain, place: Place) => void>> = {
    use: useDay,
    collection: (chain, place) => rounds.day(chain, place),
    sorting: sortingDay,
    workshop: workshopDay,
    reprocessor: reprocessorDay,
    market: outletDay,
    recovery: outletDay,
    landfill: outletDay,
    maker: makerDay,
  };
  return (chain, place) => days[place.spec.kind](chain, place);
}

/** Lets a planning policy plan on the first day of each month, before the vehicles move. */
function planMonthly(simulation: Simulation, chain: Chain, endUs: number): void {
  const { routing } = chain;
  if (routing.replan === undefined) return;
  const plan = (): void => {
    routing.replan!(forecastOf(chain));
    if (simulation.now + DAYS_PER_MONTH * US_PER_DAY < endUs)
      simulation.schedule(DAYS_PER_MONTH * US_PER_DAY, plan, 0, ORDINARY, 0);
  };
  simulation.schedule(0, plan, 0, ORDINARY, 0);
}

/** Share of the coming month's days on which a place is open: closures are announced. */
function openShare(chain: Chain, place: string): number {
  const from = chain.day();
  return chain.disruptions.openDays(place, from, from + DAYS_PER_MONTH - 1) / DAYS_PER_MONTH;
}

/**
 * Waiting stocks of the sorting sites with their mean inflow so far, and what their destinations can take. A flow is priced
 * by its last lot: what is left in the store today may be nothing, or the first kilograms of a lot yet to be filled.
 */
export function forecastOf(chain: Chain): RouteForecast {
  const daysRun = Math.max(1, chain.day());
  const flows = [...chain.places.values()]
    .filter(({ spec }) => spec.kind === 'sorting')
    .flatMap((place) =>
      place.waiting.map((waiting) => ({
        from: place.spec.id,
        output: waiting.output,
        stockKg: sumOf(waiting.store.kg),
        inflowKgPerDay: waiting.inflowKg / daysRun,
        options: waiting.lanes.map((lane) =>
          optionOf(chain, place, waiting.output, waiting.lots.latest, lane),
        ),
      })),
    );
  const capacityKgPerDay = Object.fromEntries(
    [...chain.places.values()].flatMap(({ spec }) =>
      'capacityKgPerDay' in spec && spec.kind !== 'sorting'
        ? [[spec.id, spec.capacityKgPerDay * openShare(chain, spec.id)]]
        : [],
    ),
  );
  return { daysPerMonth: DAYS_PER_MONTH, flows, capacityKgPerDay };
}
