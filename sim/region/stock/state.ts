import { Ledger, type Unit } from '../../accounts/ledger.ts';
import { drawKey, normalAt } from '../../kernel/random/random.ts';
import { materialById } from '../../materials/catalogue.ts';
import type { RoutePolicy } from '../../ports.ts';
import type { Emit } from '../../record/event.ts';
import {
  type ChainSpec,
  CONDITIONS,
  isBuyer,
  isOutlet,
  type LaneSpec,
  type PlaceSpec,
} from '../spec/chain.ts';
import { RESIDUE } from '../spec/transfer-matrix.ts';
import { type Buyer, openBuyer } from './buyer.ts';
import { conditionShares } from './condition.ts';
import { Disruptions } from './disruptions.ts';
import { Retirements, shareLives } from './life.ts';
import { LotRecord, Lots } from './lots.ts';
import { Matrices } from './matrices.ts';
import { type Stock, StockLedger } from './stock.ts';
import { MaterialTally } from './tally.ts';
import { Traffic } from './traffic.ts';

/** A stock that waits for a vehicle. */
export interface Waiting {
  readonly output: string;
  readonly store: Stock;
  readonly lanes: readonly LaneSpec[];
  /** Kilograms that came in since the first day: for the planner's forecast. */
  inflowKg: number;
  readonly lots: Lots;
  readonly record: LotRecord;
}

/** One place with its stores. */
export interface Place {
  readonly spec: PlaceSpec;
  readonly inbound: Stock;
  /** Only of an outlet: what has left the chain for good. */
  readonly gone: Stock | null;
  /** Kilograms on the way to this place. */
  underwayKg: number;
  /** Only of a sorting site: what one of its lines was last fed, kg/h. */
  loadKgPerH: number;
  readonly waiting: readonly Waiting[];
  readonly lanes: readonly LaneSpec[];
  readonly buyer: Buyer | null;
  /** Only in use: when kilograms will be given up, and [materials] in which condition they then are. */
  readonly use: { readonly retirements: Retirements; readonly conditions: readonly Float64Array[] } | null;
}

/** Everything that a running chain knows. */
export interface Chain {
  readonly spec: ChainSpec;
  readonly seed: number;
  readonly replication: number;
  readonly materialIds: readonly string[];
  readonly classes: readonly string[];
  /** [materials] lives in days of the equal shares of a cohort. */
  readonly lives: readonly Float64Array[];
  readonly ledger: Ledger;
  readonly stores: StockLedger;
  readonly transit: Stock;
  readonly tally: MaterialTally;
  readonly traffic: Traffic;
  readonly matrices: Matrices;
  readonly disruptions: Disruptions;
  readonly places: ReadonlyMap<string, Place>;
  readonly routing: RoutePolicy;
  post(unit: Unit, from: string, to: string, cause: string, amount: number): void;
  readonly emit: Emit;
  /** Schedules what happens when a vehicle arrives, whole days from now. */
  after(days: number, action: () => void): void;
  readonly timeUs: () => number;
  readonly day: () => number;
}

export interface ChainPorts {
  readonly routing: RoutePolicy;
}

/** The clock that a chain runs on. */
export interface ChainClock {
  timeUs(): number;
  day(): number;
  after(days: number, action: () => void): void;
  readonly emit: Emit;
}

interface RunOfChain {
  readonly seed: number;
  readonly replication: number;
}

/** Opens all stores of a chain, empty. */
export function openChain(spec: ChainSpec, run: RunOfChain, ports: ChainPorts, clock: ChainClock): Chain {
  const materialIds = spec.materials.map((material) => material.materialId);
  const ledger = new Ledger();
  const stores = new StockLedger(ledger, materialIds.length * CONDITIONS.length);
  const lives = spec.materials.map((material) => shareLives(material.meanLifeDays, material.lifeShape));
  const openUse = useOpener(materialIds, lives, run.seed);
  const disruptions = new Disruptions(spec.disruptions);
  const buyers = new Map(
    spec.places
      .filter(isBuyer)
      .map((place) => [place.id, openBuyer(place, materialIds, spec, run, disruptions)]),
  );
  const users = usersOf(spec);
  const places = new Map(
    spec.places.map((place): [string, Place] => {
      const lanes = spec.lanes.filter((lane) => lane.from === place.id);
      return [
        place.id,
        {
          spec: place,
          inbound: stores.open(place.id),
          gone: isOutlet(place) ? stores.open(`${place.id}/gone`) : null,
          underwayKg: 0,
          loadKgPerH: 0,
          lanes,
          waiting: outputsOf(place).map((output) =>
            openWaiting(stores, place.id, output, waysOut(output, lanes, users), { buyers, run }),
          ),
          buyer: buyers.get(place.id) ?? null,
          use: place.kind === 'use' ? openUse(place.climate) : null,
        },
      ];
    }),
  );
  return {
    spec,
    ...run,
    materialIds,
    classes: materialIds.map((id) => materialById(id).class),
    lives,
    ledger,
    stores,
    transit: stores.open('in transit'),
    places,
    routing: ports.routing,
    tally: new MaterialTally(materialIds.length, CONDITIONS.length),
    traffic: new Traffic(),
    matrices: new Matrices(materialIds, run),
    disruptions,
    post: (unit, from, to, cause, amount) => ledger.post(ledger.flow(unit, from, to, cause), amount),
    ...{ emit: clock.emit, after: clock.after, timeUs: clock.timeUs, day: clock.day },
  };
}

function openWaiting(
  stores: StockLedger,
  id: string,
  output: string,
  lanes: readonly LaneSpec[],
  { buyers, run }: { readonly buyers: ReadonlyMap<string, Buyer>; readonly run: RunOfChain },
): Waiting {
  const ends = lanes.map((lane) => buyers.get(lane.to) ?? null);
  const record = new LotRecord(ends);
  return {
    output,
    store: stores.open(`${id}/${output}`),
    lanes,
    inflowKg: 0,
    lots: new Lots(stores.cells, (lot, kg) => record.add(lot, kg), testErrors(`${id}/${output}`, ends, run)),
    record,
  };
}

/** Errors of the tests of a lot at the end of each lane, drawn by sender, buyer and number of the lot: the same wherever it goes. */
function testErrors(sender: string, ends: readonly (Buyer | null)[], { seed, replication }: RunOfChain) {
  const tests = ends.map((buyer) => buyer?.spec.test?.sd ?? 0);
  if (tests.every((sd) => sd === 0)) return () => [];
  const keys = ends.map((buyer) =>
    drawKey(seed, replication, `${sender}>${buyer?.spec.id ?? ''}`, 'bale-test'),
  );
  return (lot: number): readonly number[] => keys.map((key, lane) => tests[lane]! * normalAt(key, lot));
}

/** Places of use; the sample of aged items is drawn once for each climate. */
function useOpener(materialIds: readonly string[], lives: readonly Float64Array[], seed: number) {
  const longest = Math.ceil(Math.max(...lives.map((life) => life[life.length - 1]!)));
  const byClimate = new Map<string | null, readonly Float64Array[]>();
  return (climate: string | null): NonNullable<Place['use']> => {
    const known = byClimate.get(climate);
    const conditions =
      known ?? materialIds.map((id, material) => conditionShares(id, lives[material]!, climate, seed));
    byClimate.set(climate, conditions);
    return { retirements: new Retirements(materialIds.length, longest), conditions };
  };
}

/** Names of the outputs of a place that leave it by lanes: bales and residue of a sorting site, losses elsewhere. */
export function outputsOf(place: PlaceSpec): string[] {
  switch (place.kind) {
    case 'sorting':
      return [...new Set(place.matrices.flatMap(({ cells }) => Object.keys(cells))), RESIDUE];
    case 'reprocessor':
      return ['feed', RESIDUE];
    case 'workshop':
      return [RESIDUE];
    default:
      return [];
  }
}

/** Places that use things up and pay no gate fee: homes and makers. */
export function usersOf({ places }: Pick<ChainSpec, 'places'>): ReadonlySet<string> {
  return new Set(places.filter(({ kind }) => kind === 'use' || kind === 'maker').map(({ id }) => id));
}

/** The lanes of a place that an output can leave by: residue is nothing for users, or homes would be a free landfill. */
export function waysOut(
  output: string,
  lanes: readonly LaneSpec[],
  users: ReadonlySet<string>,
): readonly LaneSpec[] {
  return lanes.filter(
    (lane) =>
      (lane.output === undefined || lane.output === output) && !(output === RESIDUE && users.has(lane.to)),
  );
}
