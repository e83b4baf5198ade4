import type { WorldEvent } from '../../sim/record/event.ts';
import { type BeltMotion, setBelt, travelAt } from './belt.ts';
import { flagOf, idOf, numberOf, textOf } from './fields.ts';
import { itemIdOf } from './items.ts';
import type { Site } from './site.ts';

export interface RobotNow {
  readonly state: string;
  readonly chargeJ: number;
  /** State of charge 0..1. */
  readonly soc: number;
  readonly powerW: number;
  readonly solarW: number;
}

export interface BinNow {
  readonly count: number;
  readonly massKg: number;
}

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

export interface Tally {
  readonly arrived: number;
  readonly decided: number;
  readonly picked: number;
  readonly failedPicks: number;
  readonly binned: number;
  /** Items that a robot put into an output that does not accept them. */
  readonly wrong: number;
  readonly massInKg: number;
  /** Mass that robots put into bins, and the part of it that the bins accept. */
  readonly sortedKg: number;
  readonly correctKg: number;
  readonly faults: number;
}

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
}

const NOTHING: Tally = {
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

type Reducer = (state: DayState, event: WorldEvent, itemId: number) => void;

const count = (state: DayState, change: Partial<Tally>): void => {
  state.tally = { ...state.tally, ...change };
};

function setAsset(state: DayState, event: WorldEvent, change: Partial<AssetNow>): void {
  const id = idOf(textOf(event.data, 'asset', event.subject));
  const before = state.assets.get(id) ?? { wear: 0, up: true, visited: false };
  state.assets.set(id, { ...before, ...change });
}

/** One more piece in a bin; a `bin.changed` that follows says it anew (bins that are never emptied have none). */
function fill(state: DayState, bin: string, massKg: number): void {
  const before = state.bins.get(bin) ?? { count: 0, massKg: 0 };
  state.bins.set(bin, { count: before.count + 1, massKg: before.massKg + massKg });
}

/** What each type of event changes; types that are not listed change nothing that is shown. */
const reducers: Readonly<Record<string, Reducer>> = {
  'run.ended': (state) => {
    state.ended = true;
  },
  'belt.state': (state, { data, timeUs }) => {
    const speed = numberOf(data, 'speedMPerS', state.belt.speedMPerS);
    state.belt = setBelt(state.belt, timeUs, flagOf(data, 'running', speed > 0), speed);
  },
  'item.arrived': (state, { data, timeUs }, itemId) => {
    const massKg = numberOf(data, 'massKg');
    const originM = travelAt(state.belt, timeUs) - numberOf(data, 'beltM');
    state.items.set(itemId, { originM, massKg });
    count(state, { arrived: state.tally.arrived + 1, massInKg: state.tally.massInKg + massKg });
  },
  'item.decided': (state) => count(state, { decided: state.tally.decided + 1 }),
  'item.picked': (state, { data }) => {
    if (!flagOf(data, 'ok', true)) return count(state, { failedPicks: state.tally.failedPicks + 1 });
    count(state, { picked: state.tally.picked + 1 });
  },
  'item.binned': (state, { data }, itemId) => {
    const item = state.items.get(itemId);
    state.items.delete(itemId);
    count(state, { binned: state.tally.binned + 1 });
    fill(state, idOf(textOf(data, 'bin')), item?.massKg ?? 0);
    if (item === undefined || state.ends.has(idOf(textOf(data, 'bin')))) return;
    const correct = flagOf(data, 'correct', true);
    count(state, {
      wrong: state.tally.wrong + (correct ? 0 : 1),
      sortedKg: state.tally.sortedKg + item.massKg,
      correctKg: state.tally.correctKg + (correct ? item.massKg : 0),
    });
  },
  'robot.state': (state, { data, subject }) => {
    const id = idOf(subject);
    const before = state.robots.get(id) ?? { state: 'IDLE', chargeJ: 0, soc: 0, powerW: 0, solarW: 0 };
    state.robots.set(id, {
      state: textOf(data, 'state', before.state),
      chargeJ: numberOf(data, 'chargeJ', before.chargeJ),
      soc: numberOf(data, 'soc', before.soc),
      powerW: numberOf(data, 'powerW', before.powerW),
      solarW: numberOf(data, 'solarW', before.solarW),
    });
  },
  'bin.changed': (state, { data, subject }) => {
    const id = idOf(textOf(data, 'bin', subject));
    const before = state.bins.get(id) ?? { count: 0, massKg: 0 };
    state.bins.set(id, {
      count: numberOf(data, 'count', before.count),
      massKg: numberOf(data, 'massKg', before.massKg),
    });
  },
  'asset.state': (state, event) => {
    const id = idOf(textOf(event.data, 'asset', event.subject));
    const before = state.assets.get(id) ?? { wear: 0, up: true, visited: false };
    const up = flagOf(event.data, 'up', before.up);
    setAsset(state, event, { wear: numberOf(event.data, 'wear', before.wear), up });
    if (before.up && !up) count(state, { faults: state.tally.faults + 1 });
  },
  'maintenance.start': (state, event) => setAsset(state, event, { visited: true }),
  'maintenance.end': (state, event) => setAsset(state, event, { visited: false }),
};

/** Applies one event to `state` (changes it: work on a copy to keep the old one). */
export function applyEvent(state: DayState, event: WorldEvent): void {
  state.timeUs = event.timeUs;
  state.applied += 1;
  reducers[event.type]?.(state, event, itemIdOf(event) ?? -1);
}
