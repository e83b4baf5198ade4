import type { FlowTotal } from './accounts/ledger.ts';
import type { Entity } from './kernel/core/event.ts';
import { CAPACITY } from './kernel/core/phase.ts';
import type { Ports, Sink } from './ports.ts';
import { problemsOf } from './problems.ts';
import { recordVersion } from './record/events.ts';
import type { RunSummary } from './record/summary.ts';
import { Intake } from './score/intake.ts';
import { standing } from './score/standing.ts';
import { type Books, summarise } from './score/summarise.ts';
import { Day } from './site/day.ts';
import { Belt, type BeltItem } from './site/flow/belt.ts';
import { Bin } from './site/flow/bin.ts';
import { type Arrivals, Feed } from './site/flow/feed.ts';
import { Inlet } from './site/flow/inlet.ts';
import { Machine } from './site/flow/machine.ts';
import { Processing } from './site/flow/processing.ts';
import { Residue } from './site/flow/residue.ts';
import { ResortLoop } from './site/flow/resort-loop.ts';
import { DecisionBook } from './site/robot/decision-book.ts';
import { Robot } from './site/robot/robot.ts';
import { Stoppages } from './site/robot/stoppages.ts';
import { sceneOf } from './site/scene.ts';
import { Till } from './site/till.ts';
import type { Asset } from './site/upkeep/asset.ts';
import { Crew } from './site/upkeep/crew.ts';
import { assetsOf } from './site/upkeep/long-run.ts';
import { StandingCosts } from './site/upkeep/standing-cost.ts';
import { Sky } from './weather/sky.ts';
import type { WorldSpec } from './world.ts';

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
  /** The books: what has flowed in kg, J, EUR and kgCO2e so far, by accounts and cause. */
  accounts(): FlowTotal[];
  /** By output: kilograms that came in, what of them belongs there, and what of them the pickers believed to belong there. */
  intake(): readonly BinIntake[];
}

/** What an output took in so far. */
export interface BinIntake {
  readonly id: string;
  readonly totalKg: number;
  readonly acceptedKg: number;
  readonly believedKg: number;
}

/**
 * Starts a day; `arrivals` are the items of that day where they have been made before. Throws when the world cannot be played
 * (all problems in one message) or, later, when a balance breaks.
 */
export function startRun(world: WorldSpec, key: RunKey, ports: Ports, sink: Sink, arrivals?: Arrivals): Run {
  const problems = problemsOf(world);
  if (problems.length > 0) {
    const lines = problems.map((p) => `${p.path.join('.')}: ${p.message} (got ${String(p.got)}). ${p.cure}`);
    throw new Error(`world "${world.name}" cannot be played:\n${lines.join('\n')}`);
  }
  return new SiteRun(world, key, ports, sink, arrivals ?? new Feed(world, key.seed, key.replication));
}

/** A recording tells the books so many times at most: each minute of a working day of ten hours, less often in a longer run. */
const accountsTold = 600;

/** One site in motion: wires belt, robots, machines, bins, assets and crew together and keeps the event loop. */
class SiteRun implements Run, Entity {
  readonly name = 'site';
  readonly #day: Day;
  readonly #ports: Ports;
  readonly #belt: Belt;
  readonly #till: Till;
  readonly #standing: StandingCosts;
  readonly #bins: Bin[];
  readonly #residue: Residue;
  readonly #loop: ResortLoop;
  readonly #robots: Robot[];
  readonly #assets: Asset[];
  readonly #stoppages: Stoppages;
  readonly #processing: Processing;
  readonly #sky: Sky;
  readonly #book = new DecisionBook();
  readonly #intake: Intake;
  readonly #arrivalFlow: number;
  readonly #backFlow: number;
  #ended = false;
  #toldUs = Number.NEGATIVE_INFINITY;

  constructor(world: WorldSpec, key: RunKey, ports: Ports, sink: Sink, arrivals: Arrivals) {
    const day = new Day(world, key, sink);
    this.#day = day;
    this.#ports = ports;
    this.#belt = new Belt(day);
    this.#till = new Till(day);
    this.#standing = new StandingCosts(day);
    this.#bins = world.outputs.map((spec) => new Bin(spec, day, this.#till));
    this.#residue = new Residue(day, this.#till, this.#belt);
    this.#sky = new Sky(world.site, key.seed, key.replication);
    this.#intake = new Intake(this.#bins);
    this.#loop = new ResortLoop(day, this.#belt, (item) => this.#comeBack(item));
    this.#arrivalFlow = day.ledger.flow('kg', 'feed', 'belt', 'arrival');
    this.#backFlow = day.ledger.flow('kg', 'loop', 'belt', 'sent round');
    this.#robots = world.robots.map((spec) => this.#robot(spec));
    this.#assets = assetsOf(day, ports.maintenance);
    this.#stoppages = new Stoppages(day, this.#belt, this.#residue, this.#robots);
    const machines = (world.machines ?? []).map((spec) => {
      const bin = this.#bins.find((b) => b.spec.id === spec.output)!;
      return new Machine(spec, day, this.#belt, bin, (filled) => this.#processing.filled(filled));
    });
    const plant = { belt: this.#belt, machines, loop: this.#loop, bins: this.#bins };
    this.#processing = new Processing(day, plant, ports.processing);
    this.#addStations(machines);
    this.#begin(arrivals);
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
    return summarise(this.#books());
  }

  accounts(): FlowTotal[] {
    return this.#day.ledger.totals();
  }

  intake(): BinIntake[] {
    return this.#bins.map(({ spec: { id }, totalKg, acceptedKg, believedKg }) => {
      return { id, totalKg, acceptedKg, believedKg };
    });
  }

  /** Harvest follows the sky; the books are told now and then, while charge is settled. */
  handle(): void {
    const { sim, world, endUs } = this.#day;
    for (const robot of this.#robots) robot.power.harvest(this.#sky.stepHarvestW(robot.spec, sim.now));
    if (sim.now - this.#toldUs >= endUs / accountsTold) this.#tellAccounts();
    sim.scheduleEntity(Math.round(world.site.skyStepS * 1e6), this, 0, 0, CAPACITY);
  }

  #books(): Books {
    return {
      day: this.#day,
      ports: this.#ports,
      robots: this.#robots,
      bins: this.#bins,
      residue: this.#residue,
      assets: this.#assets,
      till: this.#till,
      book: this.#book,
      intake: this.#intake,
    };
  }

  #tellAccounts(): void {
    this.#toldUs = this.#day.sim.now;
    this.#day.emit('accounts.state', 'site', standing(this.#books(), this.#ended));
  }

  #robot(spec: WorldSpec['robots'][number]): Robot {
    const cell = {
      belt: this.#belt,
      bins: this.#bins,
      sky: this.#sky,
      book: this.#book,
      deliver: (item: BeltItem, bin: Bin, by: string, belief: number) => this.#deliver(item, bin, by, belief),
      drop: (item: BeltItem, by: string) => this.#residue.take(item, `hand:${by}`, by),
    };
    return new Robot(spec, this.#day, cell, this.#ports);
  }

  /** Robots see items at the start of their window, machines above their place, the belt end takes the rest. */
  #addStations(machines: readonly Machine[]): void {
    const stations = [
      ...this.#robots.map((robot) => ({
        atM: robot.spec.positionM - robot.spec.reachM,
        reach: (item: BeltItem) => robot.notice(item),
      })),
      ...machines.map((machine) => ({
        atM: machine.spec.positionM,
        reach: (item: BeltItem) => machine.meet(item),
      })),
    ].sort((a, b) => a.atM - b.atM);
    for (const { atM, reach } of stations) this.#belt.addStation(atM, reach);
    this.#belt.addStation(this.#belt.spec.lengthM, (item) => {
      if (!this.#loop.takes(item)) this.#residue.take(item, 'belt', 'belt-end');
    });
  }

  #begin(arrivals: Arrivals): void {
    const { world, seed, replication } = this.#day;
    this.#day.emit('run.started', 'site', {
      version: recordVersion,
      scene: sceneOf(world, this.#ports),
      world: world.name,
      seed,
      replication,
      perception: this.#ports.seeing,
      sorting: this.#ports.sorting.name,
      maintenance: this.#ports.maintenance.name,
      processing: this.#ports.processing?.name ?? 'none',
    });
    for (const robot of this.#robots) robot.begin();
    this.handle();
    new Crew(this.#day, this.#assets, this.#ports.maintenance, this.#till, this.#stoppages).begin();
    this.#processing.begin();
    const foresee = this.#robots.map((robot) => robot.foresee);
    new Inlet(
      this.#day,
      arrivals,
      ({ item }) => {
        for (const prepare of foresee) prepare(item);
      },
      (item) => this.#arrive(item),
    ).begin();
    this.#day.checkBalance();
  }

  #arrive(item: BeltItem): void {
    const { massKg } = item.item;
    this.#intake.note(item);
    this.#processing.load.add(this.#day.sim.now, massKg);
    if (this.#stoppages.feeding) {
      this.#day.ledger.post(this.#arrivalFlow, massKg);
      this.#belt.enter(item);
    } else this.#residue.take(item, 'feed', 'bypass');
  }

  #comeBack(item: BeltItem): void {
    if (this.#stoppages.feeding) {
      this.#day.ledger.post(this.#backFlow, item.item.massKg);
      this.#belt.enter(item);
    } else this.#residue.take(item, 'loop', 'bypass');
  }

  #deliver(item: BeltItem, bin: Bin, by: string, belief: number): void {
    item.place = 'bin';
    bin.add(item, belief, by);
    this.#processing.filled(bin);
  }

  #end(): void {
    this.#day.sim.run(this.#day.endUs);
    for (const robot of this.#robots) robot.power.settle();
    for (const item of this.#belt.riding()) this.#residue.take(item, 'belt', 'end of day');
    for (const item of this.#loop.clear()) this.#residue.take(item, 'loop', 'end of day');
    for (const robot of this.#robots) robot.finish();
    for (const bin of this.#bins) bin.sell();
    this.#residue.dispose();
    this.#standing.pay(this.#till);
    this.#day.checkBalance();
    this.#day.audit();
    this.#ended = true;
    this.#tellAccounts();
    this.#day.emit('run.ended', 'site', {
      revenueEur: this.#till.revenueEur,
      costEur: this.#till.costEur,
      valueEur: this.#till.cashEur,
      items: this.#intake.count,
    });
  }
}
