import type { WorldEvent } from '../../sim/record/event.ts';
import { type ArmTask, dropPoint, homeOf } from './arm.ts';
import { flagOf, idOf, numberOf, textOf } from './fields.ts';
import { DEFAULT_REACH_US, type ItemLife, itemIdOf, recordItem } from './items.ts';
import { type Moment, momentOf } from './moments.ts';
import type { Pile } from './piles.ts';
import { addSample, type RobotSeries } from './series.ts';
import { type Site, siteOf } from './site.ts';
import { applyEvent, copyState, type DayState, initialState, itemXM } from './state.ts';

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
  private readonly snapshots: DayState[];
  private readonly tip: DayState;
  private current: DayState;

  /** `started` is the first event of the recording, `run.started`. */
  constructor(started: WorldEvent) {
    this.site = siteOf(started.data);
    this.tip = initialState(this.site);
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
      this.recordHands(event);
      recordItem(this.items, event);
      const before = {
        tally: this.tip.tally,
        robotState: this.tip.robots.get(idOf(event.subject))?.state ?? '',
      };
      applyEvent(this.tip, event);
      const moment = momentOf(event, before, this.tip.tally);
      if (moment !== null) this.moments.push(moment);
      if (event.type === 'robot.state') addSample(this.series, event);
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

  /** Called before the event is applied, while a gripped item still has its place on the belt. */
  private recordHands(event: WorldEvent): void {
    const life = this.items.get(itemIdOf(event) ?? -1);
    if (life === undefined) return;
    if (event.type === 'item.picked') this.recordPick(event, life);
    if (event.type === 'item.binned') this.recordDrop(event, life);
  }

  private recordPick(event: WorldEvent, life: ItemLife): void {
    const id = idOf(textOf(event.data, 'robot'));
    const robot = this.site.robots.find((r) => r.id === id);
    if (robot === undefined) return;
    const bin = this.site.bins.find((b) => b.id === idOf(textOf(event.data, 'bin')));
    const own = this.tasks.get(id) ?? [];
    this.tasks.set(id, own);
    this.tip.timeUs = event.timeUs;
    own.push({
      itemId: life.itemId,
      startUs: numberOf(event.data, 'startUs', event.timeUs - DEFAULT_REACH_US),
      gripUs: event.timeUs,
      grip: { xM: itemXM(this.tip, life.itemId) ?? 0, yM: life.laneM, zM: GRIP_M },
      ok: flagOf(event.data, 'ok', true),
      releaseUs: Number.POSITIVE_INFINITY,
      drop: bin === undefined ? homeOf(robot) : dropPoint(robot, bin),
    });
  }

  private recordDrop(event: WorldEvent, life: ItemLife): void {
    const id = idOf(textOf(event.data, 'bin'));
    const pile = this.piles.get(id) ?? { timesUs: [], itemIds: [], drops: [] };
    this.piles.set(id, pile);
    const task = this.tasks.get(idOf(textOf(event.data, 'by')))?.at(-1);
    const own = task?.itemId === life.itemId ? task : null;
    if (own !== null && own !== undefined) own.releaseUs = event.timeUs;
    pile.timesUs.push(event.timeUs);
    pile.itemIds.push(life.itemId);
    pile.drops.push(own?.drop ?? { xM: this.site.scene.belt.lengthM + 0.1, yM: life.laneM, zM: -0.1 });
  }
}
