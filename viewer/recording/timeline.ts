import { type EventOf, idOf, type WorldEvent } from '../../sim/record/event.ts';
import { type ArmTask, dropPoint, homeOf, type SitePoint } from './arm.ts';
import { type BeltMotion, travelAt, travelThen } from './belt.ts';
import { Curve } from './curve.ts';
import { EventPages, PAGE_EVENTS } from './event-pages.ts';
import { Hours } from './hours.ts';
import { heldBy } from './items.ts';
import { Judgements } from './judged.ts';
import { Lives } from './lives.ts';
import { type Before, type Moment, momentOf } from './moments.ts';
import { addSample, type RobotSeries } from './series.ts';
import { type RobotPlan, type Site, siteOf } from './site.ts';
import { type Snapshot, snapshotOf, stateOf } from './snapshot.ts';
import { applyEvent, copyState, type DayState, initialState } from './state.ts';
import { countUntil, type Sequence } from './table/after.ts';
import { Made } from './table/made.ts';
import { Table } from './table/table.ts';
import { Upkeep } from './upkeep.ts';
import { Uses } from './uses.ts';

/** Height over the belt at which a hand closes: a little under the top of most items. */
const GRIP_M = 0.05;

/** Index of the first event or moment after `timeUs`. */
export function firstAfter(list: Sequence<{ readonly timeUs: number }>, timeUs: number): number {
  return countUntil(list, timeUs, (element) => element.timeUs);
}

/** A piece that fell into a bin, and where it began to fall. A pile is a list of them in the order of time. */
interface Piece {
  readonly timeUs: number;
  readonly itemId: number;
  readonly drop: SitePoint;
}

/** A piece as a row: `life` = the row of its item. */
type PieceRow = { readonly timeUs: number; readonly life: number; readonly bin: string; readonly by: string };

/** When a robot had least in its battery. */
interface LowCharge {
  readonly soc: number;
  readonly timeUs: number;
  readonly robot: string;
}

/**
 * One recording, growing at its end: events in order, the lives of its items, the moments worth jumping to, the series
 * of the charts, and a snapshot of the state before each page of events. `stateAt` answers the same however it was reached:
 * forward, backward or by a jump. Of a long recording, only some pages of events are in memory.
 */
export class Timeline {
  readonly site: Site;
  readonly events: EventPages;
  readonly items = new Lives((index) => this.events.here(index));
  readonly moments: Moment[] = [];
  readonly series = new Map<string, RobotSeries>();
  /** Picks by robot id, pieces by bin id. */
  readonly tasks = new Map<string, Made<ArmTask>>();
  readonly piles = new Map<string, Made<Piece>>();
  readonly judgements = new Judgements();
  /** Value of the day as the books were told, EUR. */
  readonly value = new Curve();
  readonly uses = new Uses();
  readonly upkeep = new Upkeep();
  readonly hours: Hours;
  /** The emptiest battery of the day so far. */
  lowest: LowCharge = { soc: Number.POSITIVE_INFINITY, timeUs: 0, robot: '' };
  private readonly motions: BeltMotion[];
  private readonly pieces = new Table<PieceRow>({
    timeUs: 'number',
    life: 'number',
    bin: 'word',
    by: 'word',
  });
  private readonly snapshots: Snapshot[];
  private readonly tip: DayState;
  private current: DayState;

  /** `started` is the first event of the recording, `run.started`; `pagesKept` = pages in memory where they can be had again. */
  constructor(
    readonly started: EventOf<'run.started'>,
    pagesKept?: number,
  ) {
    this.events = new EventPages(() => this.items.forget(), pagesKept);
    this.site = siteOf(started.data.scene);
    this.hours = new Hours(this.site.scene.startHour);
    this.tip = initialState(this.site);
    this.motions = [this.tip.belt];
    this.snapshots = [snapshotOf(this.tip, this.items)];
    this.current = copyState(this.tip);
  }

  /** Time of the last event so far, or the planned end when the recording has reached it. */
  get endUs(): number {
    return this.tip.timeUs;
  }

  get ended(): boolean {
    return this.tip.ended;
  }

  append(events: Iterable<WorldEvent>): void {
    for (const event of events) this.add(event);
  }

  add(event: WorldEvent): void {
    this.events.push(event);
    const before = {
      tally: this.tip.tally,
      robotState: this.tip.robots.get(idOf(event.subject))?.state ?? '',
    };
    applyEvent(this.tip, event);
    this.index(event, before);
    if (this.events.length % PAGE_EVENTS === 0) this.snapshots.push(snapshotOf(this.tip, this.items));
  }

  /**
   * The state at `timeUs`, all events at that instant included; while their page is being fetched, that before the page. The
   * record is reused by the next call: copy it to keep it.
   */
  stateAt(timeUs: number): DayState {
    const target = this.events.until(timeUs);
    const number = Math.min(Math.floor(target / PAGE_EVENTS), this.snapshots.length - 1);
    const first = number * PAGE_EVENTS;
    const near = this.current.applied <= target && this.current.applied >= first;
    const snapshot = this.snapshots[number];
    if (!near)
      this.current = snapshot === undefined ? initialState(this.site) : stateOf(snapshot, this.items);
    const page = target === first ? null : this.events.page(number);
    this.events.fetch(number + 1);
    for (let i = this.current.applied; i < target; i++) {
      const event = page?.[i - first];
      if (event !== undefined) applyEvent(this.current, event);
    }
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
    this.upkeep.add(event);
    if (event.type === 'robot.state') {
      addSample(this.series, event);
      const { soc } = event.data;
      if (soc < this.lowest.soc) this.lowest = { soc, timeUs: event.timeUs, robot: idOf(event.subject) };
      this.uses.add(event);
    }
    if (event.type === 'accounts.state') this.value.add(event.timeUs, event.data.valueEur);
    const moment = momentOf(event, before, this.tip.tally);
    if (moment !== null) this.moments.push(moment);
    this.indexItem(event);
  }

  private indexItem(event: WorldEvent): void {
    const { items } = this;
    if (event.type === 'item.arrived') {
      items.arrive(event, this.tip.items.get(event.data.itemId)?.originM ?? 0);
      this.hours.arrive(event.timeUs, event.data.massKg);
    }
    if (event.type === 'item.decided') {
      this.judgements.add(event);
      items.decide(event, this.events.length - 1);
    }
    if (event.type === 'item.picked') this.recordPick(event);
    if (event.type === 'item.binned') {
      items.bin(event);
      this.recordDrop(event);
    }
  }

  private recordPick(event: EventOf<'item.picked'>): void {
    const { itemId, robot: id, startUs } = event.data;
    const origin = this.tip.items.get(itemId)?.originM ?? 0;
    const row = this.items.pick(event, travelThen(this.motions, startUs) - origin);
    const robot = this.site.robots.find((r) => r.id === id);
    if (row === null || robot === undefined) return;
    const own = this.tasks.get(id) ?? new Made((pick) => this.taskOf(robot, pick));
    this.tasks.set(id, own);
    own.push(row);
  }

  private taskOf(robot: RobotPlan, row: number): ArmTask {
    const { life, gripUs, releaseUs, ok, bin: id, gripXM } = this.items.pickAt(row);
    const bin = this.site.bins.find((b) => b.id === id);
    return {
      itemId: this.items.at(life, 'itemId'),
      gripUs,
      releaseUs,
      ok,
      drop: bin === undefined ? homeOf(robot) : dropPoint(robot, bin),
      grip: { xM: gripXM, yM: this.items.at(life, 'laneM'), zM: GRIP_M },
    };
  }

  private recordDrop({ timeUs, data }: EventOf<'item.binned'>): void {
    const { itemId, bin, by } = data;
    const life = this.items.rowOf(itemId);
    if (life === undefined) return;
    if (this.tasks.has(by)) this.hours.sort(timeUs, this.items.at(life, 'massKg'));
    const pile = this.piles.get(bin) ?? new Made((row) => this.pieceOf(row));
    this.piles.set(bin, pile);
    pile.push(this.pieces.push({ timeUs, life, bin, by }));
  }

  private pieceOf(row: number): Piece {
    const piece = this.pieces.get(row);
    const itemId = this.items.at(piece.life, 'itemId');
    return { timeUs: piece.timeUs, itemId, drop: this.dropOf(piece) };
  }

  /** Out of a robot's hand over the bin, or over the belt's end. */
  private dropOf({ life, bin: id, by }: PieceRow): SitePoint {
    const robot = this.site.robots.find((r) => r.id === by);
    const yM = this.items.at(life, 'laneM');
    if (robot === undefined) return { xM: this.site.scene.belt.lengthM + 0.1, yM, zM: -0.1 };
    const bin = this.site.bins.find((b) => b.id === id);
    return bin === undefined ? homeOf(robot) : dropPoint(robot, bin);
  }
}
