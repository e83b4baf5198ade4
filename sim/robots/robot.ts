import type { EventHandle } from '../kernel/event-queue.ts';
import { ORDINARY, RELEASE } from '../kernel/phase.ts';
import { type DrawKey, uniformAt } from '../kernel/random.ts';
import type { Entity } from '../kernel/simulation.ts';
import { type Belt, type BeltItem, freshUs } from '../plant/belt.ts';
import type { Bin } from '../plant/bin.ts';
import { type Day, isOpen, openLeftUs } from '../plant/day.ts';
import type { Perception, Ports, SortChoice } from '../ports.ts';
import type { RobotStateName } from '../record/summary.ts';
import type { Sensors } from '../sensing/sensors.ts';
import type { RobotSpec } from '../world.ts';
import { bestAction, type DecisionBook } from './decision-book.ts';
import { Power } from './power.ts';
import { SensorAgeing } from './sensor-ageing.ts';
import type { Sky } from './sky.ts';
import { sortView, viewOutputs } from './sort-view.ts';

/** What a robot needs to know of its site. */
export interface Cell {
  readonly belt: Belt;
  readonly bins: readonly Bin[];
  readonly sky: Sky;
  readonly book: DecisionBook;
  /** Moves an item that a robot has lifted into a bin. */
  deliver(item: BeltItem, bin: Bin, by: string, belief: number): void;
  /** Puts an item that a robot has lost into the residue. */
  drop(item: BeltItem, by: string): void;
}

const SENSED = 0;
const THOUGHT = 1;
const MOVED = 2;
const TIRED = 3;

/**
 * A sorting robot as a state machine on the event queue: waits for an item in its window, looks, thinks, picks or passes,
 * possibly looks again with better senses; sleeps when nothing comes, is off when the battery is empty.
 */
export class Robot implements Entity {
  readonly name: string;
  readonly spec: RobotSpec;
  readonly power: Power;
  sensors: Sensors;
  readonly #ageing: SensorAgeing;
  /** Factor on the pick success, lowered by a worn gripper. */
  grip = 1;
  seen = 0;
  picked = 0;
  missed = 0;
  failedPicks = 0;
  readonly #day: Day;
  readonly #cell: Cell;
  readonly #ports: Ports;
  readonly #ladder: readonly Perception[];
  readonly #outputs: readonly ReturnType<typeof viewOutputs>[];
  readonly #bins: readonly Bin[];
  readonly #liftFlow: number;
  readonly #binFlows: readonly number[];
  readonly #pickDraws: DrawKey;
  readonly #windowEndM: number;
  #queue: BeltItem[] = [];
  #item: BeltItem | null = null;
  #looks = 0;
  #action: EventHandle | null = null;
  #timer: EventHandle | null = null;
  #idleSinceUs = 0;
  #hand: { bin: Bin; belief: number; lifted: boolean; startUs: number } | null = null;
  #broken = false;
  #forecast = { untilUs: -1, joules: 0 };

  constructor(spec: RobotSpec, day: Day, cell: Cell, ports: Ports) {
    this.name = `robot:${spec.id}`;
    this.spec = spec;
    this.#ageing = new SensorAgeing(spec.sensors);
    this.sensors = spec.sensors;
    this.#day = day;
    this.#cell = cell;
    this.#ports = ports;
    this.#ladder = [ports.perception, ...(ports.escalation ?? [])];
    this.#bins = cell.bins.filter((bin) => spec.outputs.includes(bin.spec.id));
    this.#outputs = this.#ladder.map((p) => viewOutputs(this.#bins, p.labels));
    this.#liftFlow = day.ledger.flow('kg', 'belt', `hand:${spec.id}`, 'pick');
    this.#binFlows = this.#bins.map((bin) =>
      day.ledger.flow('kg', `hand:${spec.id}`, `bin:${bin.spec.id}`, 'sort'),
    );
    this.#pickDraws = day.drawKey(this.name, 'pick');
    this.#windowEndM = spec.positionM + spec.reachM;
    this.power = new Power(spec, day, this);
    day.conservation.watch('kg', `hand:${spec.id}`, () => this.#handKg());
  }

  /** Start of the day. */
  begin(): void {
    this.power.enter('SLEEP', this.spec.sleepW);
  }

  /** An item comes into view. */
  notice(item: BeltItem): void {
    if (!this.power.up || this.#broken) {
      this.missed += 1;
      return;
    }
    this.#queue.push(item);
    if (this.#item === null) this.#next();
  }

  /** Lens or lamp have worn to a share 0..1 of their limit. */
  wearSensors(part: 'lens' | 'lamp', share: number): void {
    this.sensors = this.#ageing.wear(part, share);
  }

  /** The gripper broke: everything in progress is lost until it is repaired. */
  break(): void {
    this.#broken = true;
    this.#abandon();
    if (this.power.up) this.power.enter('FAULT', this.spec.sleepW);
  }

  repair(): void {
    this.#broken = false;
    if (this.power.up) this.#rest();
  }

  brownOut(): void {
    this.#abandon();
    this.power.enter('OFF', this.spec.offW);
  }

  restart(): void {
    if (this.#broken) this.power.enter('FAULT', this.spec.sleepW);
    else this.#rest();
  }

  /** End of the day: what is still in the hand is lost. */
  finish(): void {
    this.#abandon();
  }

  handle(action: number): void {
    if (action === TIRED) {
      this.#maybeSleep();
      return;
    }
    this.#action = null;
    if (action === SENSED) this.#think();
    else if (action === THOUGHT) this.#decide();
    else this.#moved();
  }

  /** Takes the oldest item in the window that can still be reached; rests when there is none. */
  #next(): void {
    const cost = this.#ladder[0]!.cost;
    const needUs = cost.sense.timeUs + this.#inferUs(0);
    for (let item = this.#queue.shift(); item !== undefined; item = this.#queue.shift()) {
      if (this.#reachable(item, needUs)) {
        this.#item = item;
        this.#looks = 0;
        if (this.power.state === 'SLEEP') this.power.burst(this.spec.wakeJ);
        if (this.power.up) this.#look();
        return;
      }
      this.missed += 1;
    }
    this.#rest();
  }

  /** Looks with the next rung of the ladder. */
  #look(): void {
    const perception = this.#ladder[this.#looks]!;
    const { timeUs, energyJ } = perception.cost.sense;
    if (this.#looks === 0) {
      this.seen += 1;
      this.#day.emit('item.seen', `item:${this.#item!.index}`, {
        itemId: this.#item!.index,
        robot: this.spec.id,
      });
    }
    this.#looks += 1;
    perception.request(this.#item!.item, this.sensors, this.#day.sim.now);
    this.#work('SENSE', timeUs, energyJ, SENSED);
  }

  #think(): void {
    const { infer } = this.#ladder[this.#looks - 1]!.cost;
    const energyJ = infer.energyJ * this.spec.computeEnergyFactor;
    this.#work('INFER', this.#inferUs(this.#looks - 1), energyJ, THOUGHT);
  }

  #decide(): void {
    const item = this.#item!;
    const perception = this.#ladder[this.#looks - 1]!;
    const belief = perception.belief(item.item, this.sensors);
    const next = this.#ladder[this.#looks];
    const view = sortView({
      day: this.#day,
      robot: this,
      item,
      belief,
      labels: perception.labels,
      outputs: this.#outputs[this.#looks - 1]!(),
      looks: this.#looks,
      next:
        next !== undefined && this.#reachable(item, next.cost.sense.timeUs + this.#inferUs(this.#looks))
          ? next
          : null,
      forecastJ: this.#forecastJ(),
      waiting: this.#queue.length,
    });
    const choice = this.#ports.sorting.decide(view);
    this.#cell.book.note(this.#day, this, item, view, choice, this.#bins);
    this.#act(choice);
  }

  #act({ action }: SortChoice): void {
    if (action.kind === 'look' && this.#looks < this.#ladder.length) this.#look();
    else if (action.kind === 'pick' && this.spec.actuator !== 'node') this.#reach(action.output);
    else this.#forget();
  }

  /** Grips at the start of the move if the item is still in reach; the arm moves whether or not the grip held. */
  #reach(output: number): void {
    const item = this.#item!;
    const bin = this.#bins[output]!;
    if (!this.#reachable(item, 0)) {
      this.missed += 1;
      this.#forget();
      return;
    }
    const success = this.spec.pickSuccess * this.grip;
    const lifted = uniformAt(this.#pickDraws, item.index) < success;
    const view = this.#outputs[this.#looks - 1]!()[output]!;
    const belief = this.#ladder[this.#looks - 1]!.belief(item.item, this.sensors);
    this.#hand = {
      bin,
      belief: acceptedShare(belief.material, view.accepts),
      lifted,
      startUs: this.#day.sim.now,
    };
    if (lifted) this.#lift(item);
    this.#work('MOVE', Math.round(this.spec.moveS * 1e6), this.spec.moveJ, MOVED);
  }

  #moved(): void {
    const item = this.#item!;
    const { bin, belief, lifted, startUs } = this.#hand!;
    this.#hand = null;
    this.#item = null;
    this.#day.emit('item.picked', `item:${item.index}`, {
      itemId: item.index,
      robot: this.spec.id,
      bin: bin.spec.id,
      ok: lifted,
      startUs,
    });
    if (lifted) {
      this.picked += 1;
      this.#day.ledger.post(this.#binFlows[this.#bins.indexOf(bin)]!, item.item.massKg);
      this.#cell.deliver(item, bin, this.spec.id, belief);
    } else this.failedPicks += 1;
    this.#next();
  }

  /** Lets go of the present item and turns to the next. */
  #forget(): void {
    this.#item = null;
    this.#next();
  }

  /** Spends time and joules in a state, then `done`. */
  #work(state: RobotStateName, timeUs: number, energyJ: number, done: number): void {
    const { idleW } = this.spec;
    const item = this.#item;
    this.power.enter(state, timeUs > 0 ? idleW + energyJ / (timeUs / 1e6) : idleW);
    if (timeUs === 0) this.power.burst(energyJ);
    // A brown-out inside `enter` or `burst` has dropped the item already.
    if (this.#item !== item || !this.power.up) return;
    this.#action = this.#day.sim.scheduleEntity(timeUs, this, done, 0, RELEASE);
  }

  #rest(): void {
    this.#idleSinceUs = this.#day.sim.now;
    this.power.enter('IDLE', this.spec.idleW);
    if (this.#timer === null && this.power.up) this.#setTimer(this.spec.sleepAfterS * 1e6);
  }

  #maybeSleep(): void {
    this.#timer = null;
    if (this.power.state !== 'IDLE') return;
    const leftUs = this.#idleSinceUs + this.spec.sleepAfterS * 1e6 - this.#day.sim.now;
    if (leftUs > 0) this.#setTimer(leftUs);
    else this.power.enter('SLEEP', this.spec.sleepW);
  }

  #setTimer(delayUs: number): void {
    this.#timer = this.#day.sim.scheduleEntity(Math.round(delayUs), this, TIRED, 0, ORDINARY);
  }

  /** Drops whatever is going on: what was lifted goes to the residue, what waits is missed. */
  #abandon(): void {
    if (this.#action !== null) this.#day.sim.cancel(this.#action);
    this.#action = null;
    const [item, hand] = [this.#item, this.#hand];
    this.#item = null;
    this.#hand = null;
    this.missed += this.#queue.length;
    this.#queue = [];
    if (item !== null && hand?.lifted) this.#cell.drop(item, this.spec.id);
  }

  #lift(item: BeltItem): void {
    this.#cell.belt.release(item, 'hand');
    this.#day.ledger.post(this.#liftFlow, item.item.massKg);
  }

  #handKg(): number {
    return this.#hand?.lifted ? this.#item!.item.massKg : 0;
  }

  #reachable(item: BeltItem, inUs: number): boolean {
    if (item.place !== 'belt' || this.#day.sim.now + inUs - item.timeUs > freshUs) return false;
    const aheadM = this.#cell.belt.running ? (inUs / 1e6) * this.#cell.belt.spec.speedMPerS : 0;
    return this.#cell.belt.positionM(item) + aheadM <= this.#windowEndM + 1e-9;
  }

  #inferUs(rung: number): number {
    return Math.round(this.#ladder[rung]!.cost.infer.timeUs * this.spec.computeTimeFactor);
  }

  /** Clear-sky joules until closing, worked out once a quarter of an hour. */
  #forecastJ(): number {
    const { now } = this.#day.sim;
    if (now >= this.#forecast.untilUs) {
      const { site } = this.#day.world;
      const endUs = isOpen(site, now) ? now + openLeftUs(site, now) : now;
      const joules =
        this.#cell.sky.clearHarvestJ(this.spec, now, Math.min(endUs, this.#day.endUs)) *
        this.spec.chargeEfficiency;
      this.#forecast = { untilUs: now + 900e6, joules };
    }
    return this.#forecast.joules;
  }

  /** The action that the hidden state says is best for this robot and item. */
  best(item: BeltItem): ReturnType<typeof bestAction> {
    return bestAction(item, this.#bins, this.#day.world.residue.costEurPerKg);
  }
}

function acceptedShare(material: Float32Array, accepts: Uint8Array): number {
  let p = 0;
  for (let k = 0; k < material.length; k++) if (accepts[k] === 1) p += material[k]!;
  return Math.min(1, p);
}
