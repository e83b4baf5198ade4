import {
  type EventData,
  type EventOf,
  type EventType,
  idOf,
  type WorldEvent,
} from '../../sim/record/event.ts';
import { type BeltMotion, setBelt, travelAt } from './belt.ts';
import type { Site } from './site.ts';

/** What a robot and a bin last said of themselves. */
export type RobotNow = EventData<'robot.state'>;
export type BinNow = EventData<'bin.changed'>;
/** The books as last told. */
export type AccountsNow = EventData<'accounts.state'>;

export interface AssetNow {
  /** 0 = new, 1 = fails. */
  readonly wear: number;
  readonly up: boolean;
  /** A technician is at work on it. */
  readonly visited: boolean;
}

/** An item between its arrival and its bin. */
export interface ItemNow {
  /** Belt travel (m) at which its place on the belt is 0. */
  readonly originM: number;
  readonly massKg: number;
}

/** What happened so far; `wrong` = put by a robot into an output that does not accept it, `sortedKg` = put into bins by robots. */
export type Tally = Readonly<typeof NOTHING>;

/** Everything that the scene, the table and the panels show of one instant. Values are replaced, never changed. */
export interface DayState {
  timeUs: number;
  /** Events applied so far. */
  applied: number;
  ended: boolean;
  belt: BeltMotion;
  /** Items on the site and not in a bin yet, by number, in order of arrival. */
  readonly items: Map<number, ItemNow>;
  /** Bins at the end of the belt: what nobody sorted. */
  readonly ends: ReadonlySet<string>;
  readonly robots: Map<string, RobotNow>;
  readonly bins: Map<string, BinNow>;
  readonly assets: Map<string, AssetNow>;
  tally: Tally;
  accounts: AccountsNow;
}

const NOTHING = {
  arrived: 0,
  decided: 0,
  picked: 0,
  failedPicks: 0,
  binned: 0,
  wrong: 0,
  massInKg: 0,
  sortedKg: 0,
  correctKg: 0,
  faults: 0,
};

/** The site before its first event: empty belt and bins, full batteries until a robot says otherwise. */
export function initialState(site: Site): DayState {
  const { scene } = site;
  const robot = (batteryJ: number): RobotNow => ({
    state: 'IDLE',
    chargeJ: batteryJ,
    soc: 1,
    powerW: 0,
    solarW: 0,
  });
  return {
    timeUs: 0,
    applied: 0,
    ended: false,
    belt: { sinceUs: 0, travelM: 0, speedMPerS: scene.belt.speedMPerS, running: true },
    items: new Map(),
    ends: new Set(scene.bins.filter((b) => b.side === 'end').map((b) => b.id)),
    robots: new Map(scene.robots.map((r) => [r.id, robot(r.batteryJ)])),
    bins: new Map(scene.bins.map((b) => [b.id, { count: 0, massKg: 0 }])),
    assets: new Map(scene.assets.map((a) => [a.id, { wear: 0, up: true, visited: false }])),
    tally: NOTHING,
    accounts: { revenueEur: 0, costEur: 0, valueEur: 0, co2eKg: 0, energyJ: 0, flows: [] },
  };
}

/** An independent copy: later events applied to one leave the other as it was. */
export function copyState(state: DayState): DayState {
  return {
    ...state,
    items: new Map(state.items),
    robots: new Map(state.robots),
    bins: new Map(state.bins),
    assets: new Map(state.assets),
  };
}

/** Mass share of right material in what the robots sorted so far; 1 while nothing is sorted. */
export function purityOf({ sortedKg, correctKg }: Tally): number {
  return sortedKg > 0 ? correctKg / sortedKg : 1;
}

type Reducer<T extends EventType> = (state: DayState, event: EventOf<T>) => void;

const count = (state: DayState, change: Partial<Tally>): void => {
  state.tally = { ...state.tally, ...change };
};

const newAsset: AssetNow = { wear: 0, up: true, visited: false };

function setAsset(state: DayState, id: string, change: Partial<AssetNow>): void {
  state.assets.set(id, { ...(state.assets.get(id) ?? newAsset), ...change });
}

/** One more piece in a bin; a `bin.changed` that follows says it anew (bins that are never emptied have none). */
function fill(state: DayState, bin: string, massKg: number): void {
  const before = state.bins.get(bin) ?? { count: 0, massKg: 0 };
  state.bins.set(bin, { count: before.count + 1, massKg: before.massKg + massKg });
}

function binned(state: DayState, { data }: EventOf<'item.binned'>): void {
  const item = state.items.get(data.itemId);
  state.items.delete(data.itemId);
  count(state, { binned: state.tally.binned + 1 });
  fill(state, data.bin, item?.massKg ?? 0);
  if (item === undefined || state.ends.has(data.bin)) return;
  const { wrong, sortedKg, correctKg } = state.tally;
  count(state, {
    wrong: wrong + (data.correct ? 0 : 1),
    sortedKg: sortedKg + item.massKg,
    correctKg: correctKg + (data.correct ? item.massKg : 0),
  });
}

/** For events that change nothing that is shown of an instant. */
const nothing = (): void => {};

/** What each type of event changes: a new type does not compile until it stands here. */
const reducers: { readonly [T in EventType]: Reducer<T> } = {
  'run.started': nothing,
  'run.ended': (state) => {
    state.ended = true;
  },
  'accounts.state': (state, { data }) => {
    state.accounts = data;
  },
  'belt.state': (state, { data, timeUs }) => {
    state.belt = setBelt(state.belt, timeUs, data.running, data.speedMPerS);
  },
  'item.arrived': (state, { data: { itemId, massKg }, timeUs }) => {
    state.items.set(itemId, { originM: travelAt(state.belt, timeUs), massKg });
    count(state, { arrived: state.tally.arrived + 1, massInKg: state.tally.massInKg + massKg });
  },
  'item.seen': nothing,
  'item.decided': (state) => count(state, { decided: state.tally.decided + 1 }),
  'item.picked': (state, { data }) => {
    const { picked, failedPicks } = state.tally;
    count(state, data.ok ? { picked: picked + 1 } : { failedPicks: failedPicks + 1 });
  },
  'item.binned': binned,
  'item.tested': nothing,
  'robot.state': (state, { data, subject }) => {
    state.robots.set(idOf(subject), data);
  },
  'bin.changed': (state, { data, subject }) => {
    state.bins.set(idOf(subject), data);
  },
  'asset.reading': nothing,
  'asset.state': (state, { data, subject }) => {
    const id = idOf(subject);
    if (!data.up && (state.assets.get(id) ?? newAsset).up) count(state, { faults: state.tally.faults + 1 });
    setAsset(state, id, data);
  },
  'asset.decided': nothing,
  'site.decided': nothing,
  'maintenance.visit': nothing,
  'maintenance.start': (state, { data }) => setAsset(state, data.asset, { visited: true }),
  'maintenance.end': (state, { data }) => setAsset(state, data.asset, { visited: false }),
  'collection.overflow': nothing,
  'lot.sold': nothing,
  'lot.decided': nothing,
};

function reduce<T extends EventType>(state: DayState, event: EventOf<T>): void {
  reducers[event.type](state, event);
}

/** Applies one event to `state` (changes it: work on a copy to keep the old one). */
export function applyEvent(state: DayState, event: WorldEvent): void {
  state.timeUs = event.timeUs;
  state.applied += 1;
  reduce(state, event);
}
