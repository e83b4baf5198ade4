import { ARRIVAL, CAPACITY } from './kernel/phase.ts';
import type { Entity } from './kernel/simulation.ts';
import { materialById } from './materials/catalogue.ts';
import { Asset } from './plant/asset.ts';
import { Belt, type BeltItem, beltItem, freshUs } from './plant/belt.ts';
import { Bin } from './plant/bin.ts';
import { Crew } from './plant/crew.ts';
import { Day, isOpen } from './plant/day.ts';
import { type Arrival, Feed } from './plant/feed.ts';
import { Residue } from './plant/residue.ts';
import { sceneOf } from './plant/scene.ts';
import { standingCost } from './plant/standing-cost.ts';
import { Till } from './plant/till.ts';
import type { Ports, Sink } from './ports.ts';
import type { RunSummary } from './record/summary.ts';
import { DecisionBook } from './robots/decision-book.ts';
import { Robot } from './robots/robot.ts';
import { Sky } from './robots/sky.ts';
import { Intake } from './score/intake.ts';
import { summarise } from './score/summarise.ts';
import { problemsOf, type WorldSpec } from './world.ts';

/** Which of the many possible days is played: `replication` i of N does not depend on N. */
export interface RunKey {
  readonly seed: number;
  readonly replication: number;
}

/** A day in progress. */
export interface Run {
  /** Simulated time in microseconds. */
  readonly nowUs: number;
  readonly endUs: number;
  /** Plays up to `maxEvents` events; false when the day is over. */
  advance(maxEvents: number): boolean;
  /** What the day was worth; complete once `advance` has returned false. */
  summary(): RunSummary;
}

/** Starts a day. Throws when the world cannot be played (all problems in one message) or, later, when a balance breaks. */
export function startRun(world: WorldSpec, key: RunKey, ports: Ports, sink: Sink): Run {
  const problems = problemsOf(world);
  if (problems.length > 0) {
    const lines = problems.map((p) => `${p.path.join('.')}: ${p.message} (got ${String(p.got)}); ${p.cure}`);
    throw new Error(`world "${world.name}" cannot be played:\n${lines.join('\n')}`);
  }
  return new SiteRun(world, key, ports, sink);
}

const FEED = 0;
const SKY = 1;
/** How many arrivals are known ahead, so that beliefs can be worked out in batches. */
const lookAheadItems = 64;

/** One site in motion: wires belt, robots, bins, assets and crew together and keeps the event loop. */
class SiteRun implements Run, Entity {
  readonly name = 'site';
  readonly #day: Day;
  readonly #ports: Ports;
  readonly #belt: Belt;
  readonly #till: Till;
  readonly #bins: Bin[];
  readonly #residue: Residue;
  readonly #arrivalFlow: number;
  readonly #robots: Robot[];
  readonly #assets: Asset[];
  readonly #sky: Sky;
  readonly #book = new DecisionBook();
  readonly #intake: Intake;
  readonly #feed: Feed;
  readonly #ahead: Arrival[] = [];
  /** Assets whose failure or service keeps the feed shut, or the belt standing. */
  readonly #stoppers = new Set<Asset>();
  #runningSinceUs = 0;
  #ranS = 0;
  #ended = false;

  constructor(world: WorldSpec, key: RunKey, ports: Ports, sink: Sink) {
    const day = new Day(world, key, sink);
    this.#day = day;
    this.#ports = ports;
    this.#belt = new Belt(day);
    this.#till = new Till(day);
    this.#bins = world.outputs.map((spec) => new Bin(spec, day, this.#till));
    this.#residue = new Residue(day, this.#till, this.#belt);
    this.#arrivalFlow = day.ledger.flow('kg', 'feed', 'belt', 'arrival');
    this.#sky = new Sky(world.site, key.seed, key.replication);
    this.#intake = new Intake(this.#bins);
    this.#feed = new Feed(world, key.seed, key.replication);
    const cell = {
      belt: this.#belt,
      bins: this.#bins,
      sky: this.#sky,
      book: this.#book,
      deliver: (item: BeltItem, bin: Bin, by: string, belief: number) => this.#deliver(item, bin, by, belief),
      drop: (item: BeltItem, by: string) => this.#residue.take(item, `hand:${by}`, by),
    };
    this.#robots = world.robots.map((spec) => new Robot(spec, day, cell, ports));
    for (const robot of this.#robots) {
      const { positionM, reachM } = robot.spec;
      this.#belt.addStation(positionM - reachM, (item) => robot.notice(item));
    }
    this.#belt.addStation(world.belt.lengthM, (item) => this.#residue.take(item, 'belt', 'belt-end'));
    this.#assets = world.assets.map((spec) => new Asset(spec, day));
    this.#begin(new Crew(day, this.#assets, ports.maintenance, this.#till, this));
  }

  get nowUs(): number {
    return Math.min(this.#day.sim.now, this.#day.endUs);
  }

  get endUs(): number {
    return this.#day.endUs;
  }

  advance(maxEvents: number): boolean {
    const { sim, endUs } = this.#day;
    for (let n = 0; n < maxEvents && !this.#ended; n++) {
      if (sim.peek() >= endUs) this.#end();
      else {
        sim.step();
        this.#day.checkBalance();
      }
    }
    return !this.#ended;
  }

  summary(): RunSummary {
    return summarise({
      day: this.#day,
      ports: this.#ports,
      robots: this.#robots,
      bins: this.#bins,
      residue: this.#residue,
      assets: this.#assets,
      till: this.#till,
      book: this.#book,
      intake: this.#intake,
    });
  }

  handle(action: number): void {
    if (action === FEED) this.#arrive();
    else this.#followSky();
  }

  #begin(crew: Crew): void {
    const { world } = this.#day;
    this.#day.emit('run.started', 'site', {
      scene: sceneOf(world),
      world: world.name,
      seed: this.#day.seed,
      replication: this.#day.replication,
      perception: this.#ports.perception.name,
      sorting: this.#ports.sorting.name,
      maintenance: this.#ports.maintenance.name,
    });
    for (const robot of this.#robots) robot.begin();
    this.#followSky();
    crew.begin();
    this.#fill();
    this.#expect();
    this.#day.checkBalance();
  }

  /** Keeps the look-ahead full and tells the perception what is coming. */
  #fill(): void {
    while (this.#ahead.length < lookAheadItems) {
      const arrival = this.#feed.next();
      if (arrival === null) return;
      this.#ahead.push(arrival);
      for (const robot of this.#robots) {
        this.#ports.perception.request(arrival.item, robot.sensors, this.#day.sim.now);
      }
    }
  }

  #expect(): void {
    const next = this.#ahead[0];
    if (next === undefined) return;
    this.#day.sim.scheduleEntity(next.timeUs - this.#day.sim.now, this, FEED, 0, ARRIVAL);
  }

  #arrive(): void {
    const arrival = this.#ahead.shift()!;
    this.#fill();
    const item = beltItem(arrival);
    const { massKg } = item.item;
    this.#intake.note(item);
    this.#day.flowedIn('kg', massKg);
    this.#announce(item);
    this.#day.sink.item?.(this.#day.sim.now, item.item);
    if (this.#stoppers.size === 0) {
      this.#day.ledger.post(this.#arrivalFlow, massKg);
      this.#belt.enter(item);
    } else this.#residue.take(item, 'feed', 'bypass');
    this.#expect();
  }

  #announce(item: BeltItem): void {
    const { item: state, index, laneM } = item;
    const material = materialById(state.materialId);
    this.#day.emit(
      'item.arrived',
      `item:${index}`,
      {
        itemId: index,
        specimen: state.itemId,
        material: state.materialId,
        class: material.class,
        shape: state.shape,
        lengthM: state.lengthM,
        widthM: state.widthM,
        thicknessM: state.thicknessM,
        colour: hexOf(material.look.baseSrgb),
        massKg: state.massKg,
        laneM,
        angleRad: state.yawRad,
        beltM: 0,
      },
      ARRIVAL,
    );
  }

  #deliver(item: BeltItem, bin: Bin, by: string, belief: number): void {
    const { id } = bin.spec;
    item.place = 'bin';
    const correct = bin.add(item, belief);
    this.#day.emit('item.binned', `item:${item.index}`, { itemId: item.index, bin: id, by, correct });
    if (bin.full) {
      bin.sell();
      this.#till.pay(bin.spec.emptyEur, `emptying ${id}`);
    }
    this.#day.emit('bin.changed', `bin:${id}`, bin.state());
  }

  #followSky(): void {
    const { sim, world } = this.#day;
    const stepUs = Math.round(world.site.skyStepS * 1e6);
    for (const robot of this.#robots) robot.power.harvest(this.#sky.stepHarvestW(robot.spec, sim.now));
    sim.scheduleEntity(stepUs, this, SKY, 0, CAPACITY);
  }

  // What the crew reports.

  stopped(asset: Asset): void {
    const { kind } = asset.spec;
    if (kind === 'gripper') this.#robotOf(asset).break();
    if (kind === 'belt' || kind === 'feeder') {
      this.#countRunning();
      this.#stoppers.add(asset);
      if (kind === 'belt') this.#belt.stop();
    }
  }

  restored(asset: Asset): void {
    const { kind } = asset.spec;
    if (kind === 'gripper') this.#robotOf(asset).repair();
    if (!this.#stoppers.delete(asset)) return;
    this.#countRunning();
    if ([...this.#stoppers].some((a) => a.spec.kind === 'belt')) return;
    this.#clearOld();
    this.#belt.start();
  }

  runningS(): number {
    this.#countRunning();
    const ran = this.#ranS;
    this.#ranS = 0;
    return ran;
  }

  /** Worn lens and lamp change what the robot sees; a worn gripper holds less well (to 85 % at its limit; from memory). */
  worn(asset: Asset): void {
    const { kind } = asset.spec;
    if (kind === 'gripper') this.#robotOf(asset).grip = 1 - 0.15 * Math.min(1, asset.share);
    if (kind === 'lens' || kind === 'lamp') this.#robotOf(asset).wearSensors(kind, asset.share);
  }

  #robotOf(asset: Asset): Robot {
    return this.#robots.find((r) => r.spec.id === asset.spec.robotId)!;
  }

  /**
   * At a restart, items that would be on the belt for too long are cleared to the residue, as nobody would pick them.
   */
  #clearOld(): void {
    const { now } = this.#day.sim;
    const rideUs = this.#belt.travelUs(this.#belt.spec.lengthM);
    for (const item of this.#belt.riding()) {
      const leftUs = rideUs - (this.#belt.clockUs() - item.enteredUs);
      if (now + leftUs - item.timeUs > freshUs) this.#residue.take(item, 'belt', 'cleared');
    }
  }

  /** Adds the running time since the last call: open hours with nothing in the way. */
  #countRunning(): void {
    const { sim, world } = this.#day;
    if (this.#stoppers.size === 0 && isOpen(world.site, this.#runningSinceUs)) {
      this.#ranS += (sim.now - this.#runningSinceUs) / 1e6;
    }
    this.#runningSinceUs = sim.now;
  }

  #end(): void {
    this.#day.sim.run(this.#day.endUs);
    for (const robot of this.#robots) robot.power.settle();
    for (const item of this.#belt.riding()) this.#residue.take(item, 'belt', 'end of day');
    for (const robot of this.#robots) robot.finish();
    for (const bin of this.#bins) bin.sell();
    this.#residue.dispose();
    this.#payRunning();
    this.#day.checkBalance();
    this.#day.audit();
    this.#ended = true;
    this.#day.emit('run.ended', 'site', {
      revenueEur: this.#till.revenueEur,
      costEur: this.#till.costEur,
      valueEur: this.#till.cashEur,
      items: this.#intake.count,
    });
  }

  /** Electricity from the mains and fixed costs; all assets' failures and visits have been paid as they came. */
  #payRunning(): void {
    const { world } = this.#day;
    const { economy } = world;
    const { mainsKWh, mainsEur, fixedEur } = standingCost(world);
    this.#till.pay(mainsEur, 'mains electricity');
    this.#till.pay(fixedEur, 'fixed');
    const { ledger } = this.#day;
    const unit = `kgCO2e:${economy.mainsCarbon.boundary}` as const;
    ledger.post(
      ledger.flow(unit, 'mains', 'atmosphere', 'electricity'),
      mainsKWh * economy.mainsCarbon.kgCo2ePerKg,
    );
  }
}

function hexOf(rgb: readonly [number, number, number]): string {
  return `#${rgb.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;
}
