import type { Entity, EventHandle } from '../../kernel/core/event.ts';
import { ORDINARY, RELEASE } from '../../kernel/core/phase.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Ports, SortChoice, SortView } from '../../ports.ts';
import type { RobotStateName } from '../../record/summary.ts';
import type { Sensors } from '../../senses/registry.ts';
import { Forecast } from '../../weather/forecast.ts';
import type { Sky } from '../../weather/sky.ts';
import type { RobotSpec } from '../../world.ts';
import type { Day } from '../day.ts';
import type { Belt, BeltItem } from '../flow/belt.ts';
import type { Bin } from '../flow/bin.ts';
import { bestAction, type DecisionBook } from './decision-book.ts';
import { Hand } from './hand.ts';
import { Ladder } from './ladder.ts';
import { Power } from './power.ts';
import { SensorAgeing } from './sensor-ageing.ts';
import { acceptance, sortView, viewOutputs } from './sort-view.ts';
import { PickWindow } from './window.ts';

/** What a robot needs to know of its site. */
export interface WorkCell {
  readonly belt: Belt;
  readonly bins: readonly Bin[];
  readonly sky: Sky;
  readonly book: DecisionBook;
  /** Records an item that a robot has put into a bin. */
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
  readonly window: PickWindow;
  sensors: Sensors;
  /** Factor on the pick success, lowered by a worn gripper. */
  grip = 1;
  seen = 0;
  /** Looks at all items, better ones counted too. */
  looks = 0;
  picked = 0;
  failedPicks = 0;
  readonly #day: Day;
  readonly #cell: WorkCell;
  readonly #ports: Ports;
  readonly #ladder: Ladder;
  readonly #outputs: readonly ReturnType<typeof viewOutputs>[];
  readonly #bins: readonly Bin[];
  readonly #hand: Hand;
  readonly #forecast: Forecast;
  readonly #ageing: SensorAgeing;
  #item: BeltItem | null = null;
  #looks = 0;
  #action: EventHandle | null = null;
  #timer: EventHandle | null = null;
  #idleSinceUs = 0;
  /** Why it stands still, as long as somebody works on its gripper or has to. */
  #halt: 'FAULT' | 'SERVICE' | null = null;

  constructor(spec: RobotSpec, day: Day, cell: WorkCell, ports: Ports) {
    this.name = `robot:${spec.id}`;
    this.spec = spec;
    this.sensors = spec.sensors;
    this.#ageing = new SensorAgeing(spec.sensors, ports.senses);
    this.#day = day;
    this.#cell = cell;
    this.#ports = ports;
    const { perception, escalation } = ports.eyes(spec.id);
    this.#ladder = new Ladder([perception, ...escalation], spec);
    this.#bins = cell.bins.filter((bin) => spec.outputs.includes(bin.spec.id));
    this.#outputs = this.#ladder.rungs.map((p) => viewOutputs(this.#bins, p.labels));
    this.#hand = new Hand(spec.id, day, cell.belt, this.#bins);
    this.#forecast = new Forecast(spec, day, cell.sky);
    this.window = new PickWindow(spec, day, cell.belt);
    this.power = new Power(spec, day, this);
  }

  /** Start of the day. */
  begin(): void {
    this.power.enter('SLEEP', this.spec.sleepW);
  }

  /** Says that an item will come, so that its belief can be worked out in a batch. */
  readonly foresee = (item: ItemState): void => {
    this.#ladder.at(0).request(item, this.sensors, this.#day.sim.now);
  };

  /** An item comes into view. */
  notice(item: BeltItem): void {
    this.window.push(item);
    if (!this.power.up || this.#halt !== null) this.window.clear();
    else if (this.#item === null) this.#next();
  }

  /** Lens or lamp have worn to a share 0..1 of their limit. */
  wearSensors(part: 'lens' | 'lamp', share: number): void {
    this.sensors = this.#ageing.wear(part, share);
  }

  /** The gripper failed or is being serviced: everything in progress is lost until it works again. */
  halt(state: 'FAULT' | 'SERVICE'): void {
    this.#halt = state;
    this.#abandon();
    if (this.power.up) this.power.enter(state, this.spec.sleepW);
  }

  resume(): void {
    this.#halt = null;
    if (this.power.up) this.#rest();
  }

  brownOut(): void {
    this.#abandon();
    this.power.enter('OFF', this.spec.offW);
  }

  restart(): void {
    if (this.#halt !== null) this.power.enter(this.#halt, this.spec.sleepW);
    else this.#rest();
  }

  /** End of the day: what is still in the hand is lost. */
  finish(): void {
    this.#abandon();
  }

  handle(action: number): void {
    if (action !== TIRED) this.#action = null;
    if (action === TIRED) this.#maybeSleep();
    else if (action === SENSED) this.#think();
    else if (action === THOUGHT) this.#decide();
    else this.#moved();
  }

  /** Joules of all first looks: they are taken at whatever comes. */
  get firstLooksJ(): number {
    return this.seen * this.#ladder.firstLookJ;
  }

  /** With what the present look was taken: network, and wear of the optics. */
  get sight(): { readonly network: string; readonly dirt: number; readonly lampAge: number } {
    return { network: this.#ladder.at(this.#looks - 1).name, ...this.#ageing.now };
  }

  /** The action that the hidden state says is best for this robot and item. */
  readonly best = (item: BeltItem) => bestAction(item, this.#bins, this.#day.world.residue.costEurPerKg);

  /**
   * Turns to the oldest item that can still be decided about in time; rests when there is none. One that others tell of needs no look of
   * its own, and a sleeper wakes only for what it will not pass on.
   */
  #next(): void {
    this.#item = this.window.next(this.#ladder.neededUs);
    this.#looks = 0;
    if (this.#item === null) this.#rest();
    else if (this.#ladder.toldOf(this.#item) !== null) this.#decide();
    else if (this.#woken()) this.#look();
  }

  /** False where waking up has emptied the battery. */
  #woken(): boolean {
    if (this.power.state === 'SLEEP') this.power.burst(this.spec.wakeJ);
    return this.#item !== null && this.power.up;
  }

  /** Looks with the next rung of the ladder. */
  #look(): void {
    const item = this.#item!;
    const perception = this.#ladder.at(this.#looks);
    const { timeUs, energyJ } = perception.cost.sense;
    if (this.#looks === 0) {
      this.seen += 1;
      this.#day.emit('item.seen', `item:${item.index}`, { itemId: item.index, robot: this.spec.id });
    }
    this.#looks += 1;
    this.looks += 1;
    perception.request(item.item, this.sensors, this.#day.sim.now);
    this.#work('SENSE', timeUs, energyJ, SENSED);
  }

  #think(): void {
    const rung = this.#looks - 1;
    this.#work('INFER', this.#ladder.inferUs(rung), this.#ladder.inferJ(rung), THOUGHT);
  }

  #decide(): void {
    const item = this.#item!;
    // What others saw of it counts as its own looks.
    const told = this.#ladder.toldOf(item, this.#looks);
    if (told !== null) this.#looks = told.looks;
    const rung = this.#looks - 1;
    const next = this.#ladder.rungs[this.#looks] ?? null;
    const inTime = next !== null && this.window.reachable(item, this.#ladder.lookUs(this.#looks));
    const view = sortView({
      day: this.#day,
      robot: this,
      item,
      belief: told?.belief ?? this.#ladder.see(item, rung, this.sensors),
      told: told !== null,
      labels: this.#ladder.at(rung).labels,
      outputs: this.#outputs[rung]!(),
      looks: this.#looks,
      next: inTime ? next : null,
      forecast: this.#forecast,
      waiting: this.window.waiting,
    });
    const choice = this.#ports.sorting.decide(view);
    this.#cell.book.note(this.#day, this, item, view, choice, this.#bins);
    if (choice.action.kind === 'pass' || this.#woken()) this.#act(choice, view);
  }

  #act({ action }: SortChoice, view: SortView): void {
    if (action.kind === 'look' && this.#looks < this.#ladder.length) this.#look();
    else if (action.kind === 'pick' && this.spec.actuator !== 'node')
      this.#reach(action.output, acceptance(view, view.outputs[action.output]!));
    else this.#forget();
  }

  /** Grips at the start of the move if the item is still in reach; the arm moves whether or not the grip held. */
  #reach(output: number, belief: number): void {
    const item = this.#item!;
    if (!this.window.reachable(item, 0)) {
      this.window.missed += 1;
      this.#forget();
      return;
    }
    this.#hand.take(item, this.#bins[output]!, belief, this.spec.pickSuccess * this.grip);
    this.#work('MOVE', Math.round(this.spec.moveS * 1e6), this.spec.moveJ, MOVED);
  }

  #moved(): void {
    const { item, bin, belief, lifted, startUs } = this.#hand.open();
    const data = { itemId: item.index, robot: this.spec.id, bin: bin.spec.id, ok: lifted, startUs };
    this.#day.emit('item.picked', `item:${item.index}`, data);
    if (lifted) {
      this.picked += 1;
      this.#cell.deliver(item, bin, this.spec.id, belief);
    } else this.failedPicks += 1;
    this.#forget();
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
    // It has not moved: what it was told of has cost no time, and does not keep it awake.
    if (this.power.state === 'SLEEP' || this.power.state === 'IDLE') return;
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
    this.#item = null;
    this.window.clear();
    const grip = this.#hand.lose();
    if (grip?.lifted) this.#cell.drop(grip.item, this.spec.id);
  }
}
