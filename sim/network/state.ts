import { Ledger, type Unit } from '../accounts/ledger.ts';
import { materialById } from '../materials/catalogue.ts';
import { matrixAtLoad, type TransferMatrix, transferMatrix } from '../plant/transfer-matrix.ts';
import type { RoutePolicy, Sink } from '../ports.ts';
import type { JsonObject } from '../record/json.ts';
import {
  type BuyerSpec,
  type ChainSpec,
  CONDITIONS,
  isBuyer,
  type LaneSpec,
  type PlaceSpec,
} from './chain.ts';
import { conditionShares } from './condition.ts';
import { Retirements, shareLives } from './life.ts';
import { PriceIndex } from './market.ts';
import { wantedCells } from './purity.ts';
import { type Store, Stores } from './store.ts';

/** A stock that waits for a vehicle. */
export interface Waiting {
  readonly output: string;
  readonly store: Store;
  readonly lanes: readonly LaneSpec[];
  waitedDays: number;
  /** Kilograms that came in since the first day: for the planner's forecast. */
  inflowKg: number;
}

/** A buyer as the chain keeps it. */
export interface Buyer {
  readonly spec: BuyerSpec;
  /** [cells] 1 = wanted. */
  readonly wanted: Uint8Array;
  readonly index: PriceIndex;
}

/** One place with its stores. */
export interface Place {
  readonly spec: PlaceSpec;
  readonly inbound: Store;
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
  readonly stores: Stores;
  readonly transit: Store;
  readonly places: ReadonlyMap<string, Place>;
  readonly routing: RoutePolicy;
  readonly sink: Sink;
  /** Matrix of a sorting site at a load, kg/h. */
  matrixOf(place: Place, loadKgPerH: number): TransferMatrix;
  post(unit: Unit, from: string, to: string, cause: string, amount: number): void;
  emit(type: string, subject: string, data: JsonObject): void;
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
  emit(type: string, subject: string, data: JsonObject): void;
}

/** Opens all stores of a chain, empty. */
export function openChain(
  spec: ChainSpec,
  run: { readonly seed: number; readonly replication: number },
  ports: ChainPorts,
  sink: Sink,
  clock: ChainClock,
): Chain {
  const materialIds = spec.materials.map((material) => material.materialId);
  const ledger = new Ledger();
  const stores = new Stores(ledger, materialIds.length * CONDITIONS.length);
  const lives = spec.materials.map((material) => shareLives(material.meanLifeDays, material.lifeShape));
  const openUse = useOpener(materialIds, lives, run.seed);
  const places = new Map(
    spec.places.map((place): [string, Place] => {
      const lanes = spec.lanes.filter((lane) => lane.from === place.id);
      return [
        place.id,
        {
          spec: place,
          inbound: stores.open(place.id),
          lanes,
          waiting: outputsOf(place).map((output) => openWaiting(stores, place.id, output, lanes)),
          buyer: isBuyer(place) ? openBuyer(place, materialIds, spec, run) : null,
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
    sink,
    matrixOf: matrixCache(materialIds),
    post: (unit, from, to, cause, amount) => ledger.post(ledger.flow(unit, from, to, cause), amount),
    ...{ emit: clock.emit, after: clock.after, timeUs: clock.timeUs, day: clock.day },
  };
}

function openWaiting(stores: Stores, id: string, output: string, lanes: readonly LaneSpec[]): Waiting {
  return {
    output,
    store: stores.open(`${id}/${output}`),
    lanes: lanes.filter((lane) => lane.output === undefined || lane.output === output),
    waitedDays: 0,
    inflowKg: 0,
  };
}

function openBuyer(
  place: BuyerSpec,
  materialIds: readonly string[],
  { prices }: ChainSpec,
  { seed, replication }: { readonly seed: number; readonly replication: number },
): Buyer {
  return {
    spec: place,
    wanted: wantedCells(place, materialIds),
    index: new PriceIndex(seed, replication, place.id, prices),
  };
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
      return [...new Set(place.matrices.flatMap(({ cells }) => Object.keys(cells))), 'residue'];
    case 'reprocessor':
      return ['feed', 'residue'];
    case 'workshop':
      return ['residue'];
    default:
      return [];
  }
}

function matrixCache(materialIds: readonly string[]): Chain['matrixOf'] {
  const built = new Map<string, { loadKgPerH: number; matrix: TransferMatrix }[]>();
  return (place, loadKgPerH) => {
    if (place.spec.kind !== 'sorting') throw new Error(`${place.spec.id} is no sorting site`);
    let loads = built.get(place.spec.id);
    if (loads === undefined) {
      loads = place.spec.matrices.map((entry) => ({
        loadKgPerH: entry.loadKgPerH,
        matrix: transferMatrix(materialIds, entry.cells),
      }));
      built.set(place.spec.id, loads);
    }
    return matrixAtLoad(loads, loadKgPerH);
  };
}
