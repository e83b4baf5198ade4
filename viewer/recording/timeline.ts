import type { WorldEvent } from '../../sim/record/event.ts';
import { type ArmTask, dropPoint, homeOf, type SitePoint } from './arm.ts';
import { type BeltMotion, travelAt, travelThen } from './belt.ts';
import { idOf, textOf } from './fields.ts';
import { heldBy, type ItemLife, itemIdOf, recordItem } from './items.ts';
import { type Before, type Moment, momentOf } from './moments.ts';
import type { Pile } from './piles.ts';
import { addSample, type RobotSeries } from './series.ts';
import { type Site, siteOf } from './site.ts';
import { applyEvent, copyState, type DayState, initialState } from './state.ts';

/** Events between two snapshots: a seek copies one small state and replays at most this many. */
const SNAPSHOT_EVERY = 1000;
/** Height over the belt at which a hand closes: a little under the top of most items. */
const GRIP_M = 0.05;

/** Index of the first element whose `timeUs` is greater than `timeUs`. */
export function firstAfter(list: readonly { readonly timeUs: number }[], timeUs: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.timeUs <= timeUs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * One recording in memory, growing at its end: events in order, the lives of its items, the moments worth jumping
 * to, the series of the charts, and a snapshot of the state every 1,000 events. `stateAt` answers the same however
 * it was reached: forward, backward or by a jump.
 */
export class Timeline {
  readonly site: Site;
  readonly events: WorldEvent[] = [];
  readonly items = new Map<number, ItemLife>();
  readonly moments: Moment[] = [];
  readonly series = new Map<string, RobotSeries>();
  /** Picks by robot id, pieces by bin id. */
  readonly tasks = new Map<string, ArmTask[]>();
  readonly piles = new Map<string, Pile>();
  private readonly motions: BeltMotion[];
  private readonly snapshots: DayState[];
  private readonly tip: DayState;
  private current: DayState;

  /** `started` is the first event of the recording, `run.started`. */
  constructor(started: WorldEvent) {
    this.site = siteOf(started.data);
    this.tip = initialState(this.site);
    this.motions = [this.tip.belt];
    this.snapshots = [copyState(this.tip)];
    this.current = copyState(this.tip);
  }

  /** Time of the last event so far, or the planned end when the recording has reached it. */
  get endUs(): number {
    return this.tip.timeUs;
  }

  get ended(): boolean {
    return this.tip.ended;
  }

  append(events: readonly WorldEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      recordItem(this.items, event);
      const before = {
        tally: this.tip.tally,
        robotState: this.tip.robots.get(idOf(event.subject))?.state ?? '',
      };
      applyEvent(this.tip, event);
      this.index(event, before);
      if (this.events.length % SNAPSHOT_EVERY === 0) this.snapshots.push(copyState(this.tip));
    }
  }

  /**
   * The state at `timeUs`, all events at that instant included. The record is reused by the next call: copy it to
   * keep it.
   */
  stateAt(timeUs: number): DayState {
    const target = firstAfter(this.events, timeUs);
    const snapshot = Math.min(Math.floor(target / SNAPSHOT_EVERY), this.snapshots.length - 1);
    const near = this.current.applied <= target && this.current.applied >= snapshot * SNAPSHOT_EVERY;
    if (!near) this.current = copyState(this.snapshots[snapshot]!);
    for (let i = this.current.applied; i < target; i++) applyEvent(this.current, this.events[i]!);
    this.current.timeUs = timeUs;
    return this.current;
  }

  /** Metres along the belt of an item that lies on it in `state`; null when a hand holds it, or when it is not there. */
  beltXM(state: DayState, itemId: number): number | null {
    const item = state.items.get(itemId);
    const life = this.items.get(itemId);
    if (item === undefined || life === undefined || heldBy(life, state.timeUs) !== null) return null;
    return travelAt(state.belt, state.timeUs) - item.originM;
  }

  private index(event: WorldEvent, before: Before): void {
    if (event.type === 'belt.state') this.motions.push(this.tip.belt);
    if (event.type === 'robot.state') addSample(this.series, event);
    const moment = momentOf(event, before, this.tip.tally);
    if (moment !== null) this.moments.push(moment);
    const life = this.items.get(itemIdOf(event) ?? -1);
    if (life === undefined) return;
    if (event.type === 'item.picked') this.recordPick(event, life);
    if (event.type === 'item.binned') this.recordDrop(life);
  }

  private recordPick(event: WorldEvent, life: ItemLife): void {
    const pick = life.picks.at(-1)!;
    const robot = this.site.robots.find((r) => r.id === pick.robot);
    if (robot === undefined) return;
    const bin = this.site.bins.find((b) => b.id === idOf(textOf(event.data, 'bin')));
    const own = this.tasks.get(robot.id) ?? [];
    this.tasks.set(robot.id, own);
    const origin = this.tip.items.get(life.itemId)?.originM ?? 0;
    const xM = travelThen(this.motions, pick.gripUs) - origin;
    const { gripUs, releaseUs, ok } = pick;
    const drop = bin === undefined ? homeOf(robot) : dropPoint(robot, bin);
    own.push({ itemId: life.itemId, gripUs, releaseUs, ok, drop, grip: { xM, yM: life.laneM, zM: GRIP_M } });
  }

  private recordDrop(life: ItemLife): void {
    const pile = this.piles.get(life.bin) ?? { timesUs: [], itemIds: [], drops: [] };
    this.piles.set(life.bin, pile);
    pile.timesUs.push(life.binnedUs);
    pile.itemIds.push(life.itemId);
    pile.drops.push(this.dropOf(life));
  }

  /** Out of a robot's hand over the bin, or over the belt's end. */
  private dropOf(life: ItemLife): SitePoint {
    const robot = this.site.robots.find((r) => r.id === life.binnedBy);
    if (robot === undefined) return { xM: this.site.scene.belt.lengthM + 0.1, yM: life.laneM, zM: -0.1 };
    const bin = this.site.bins.find((b) => b.id === life.bin);
    return bin === undefined ? homeOf(robot) : dropPoint(robot, bin);
  }
}
