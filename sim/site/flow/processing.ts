import type { Entity } from '../../kernel/core/event.ts';
import { CAPACITY } from '../../kernel/core/phase.ts';
import type { ProcessChoice, ProcessPolicy, ProcessView } from '../../ports.ts';
import type { Day } from '../day.ts';
import type { Belt } from './belt.ts';
import type { Bin } from './bin.ts';
import type { Machine } from './machine.ts';
import type { ResortLoop } from './resort-loop.ts';
import { Throughput } from './throughput.ts';

/** A lot that a policy holds back is baled anyway when it is twice full: there is no more room. */
const roomTimes = 2;

/** The control room: asks the processing policy every so often and sets belt, machines, loop and bales by its answer. */
export class Processing implements Entity {
  readonly name = 'processing';
  readonly load = new Throughput();
  readonly #day: Day;
  readonly #belt: Belt;
  readonly #machines: readonly Machine[];
  readonly #loop: ResortLoop;
  readonly #bins: readonly Bin[];
  readonly #policy: ProcessPolicy | null;
  readonly #everyUs: number;
  #speedFactor = 1;

  constructor(
    day: Day,
    plant: { belt: Belt; machines: readonly Machine[]; loop: ResortLoop; bins: readonly Bin[] },
    policy: ProcessPolicy | undefined,
  ) {
    this.#day = day;
    this.#belt = plant.belt;
    this.#machines = plant.machines;
    this.#loop = plant.loop;
    this.#bins = plant.bins;
    this.#everyUs = Math.round((day.world.processEveryS ?? 0) * 1e6);
    this.#policy = this.#everyUs > 0 ? (policy ?? null) : null;
  }

  begin(): void {
    if (this.#policy !== null) this.#day.sim.scheduleEntity(this.#everyUs, this, 0, 0, CAPACITY);
  }

  /** Something was put into a bin: without a policy a full lot is baled, with one only when there is no room. */
  filled(bin: Bin): void {
    this.#day.emit('bin.changed', `bin:${bin.spec.id}`, bin.state());
    if (bin.full(this.#policy === null ? 1 : roomTimes)) bin.bale();
  }

  handle(): void {
    const view = this.#view();
    const choice = this.#policy!.decide(view);
    this.#record(view, choice);
    this.#speedFactor = Math.min(2, Math.max(0.25, choice.speedFactor));
    this.#belt.setSpeedFactor(this.#speedFactor);
    this.#loop.open = choice.resortOpen;
    for (const [i, machine] of this.#machines.entries()) machine.threshold = choice.thresholds[i]!;
    for (const bin of this.#bins) if (choice.bale.includes(bin.spec.id)) bin.bale();
    this.#day.sim.scheduleEntity(this.#everyUs, this, 0, 0, CAPACITY);
  }

  #view(): ProcessView {
    const { now } = this.#day.sim;
    return {
      timeUs: now,
      tonnesPerHour: this.load.tonnesPerHour(now),
      itemsPerM: this.#belt.riding().length / this.#belt.spec.lengthM,
      speedFactor: this.#speedFactor,
      machines: this.#machines.map((m) => ({ id: m.spec.id, threshold: m.threshold })),
      resortOpen: this.#loop.open,
      lots: this.#bins.map((bin) => bin.lot()),
    };
  }

  /** Best by the hidden state is not known for a setting; what is recorded is the best of what was expected. */
  #record(view: ProcessView, choice: ProcessChoice): void {
    const chosen = JSON.stringify({
      speed: choice.speedFactor,
      thresholds: choice.thresholds,
      resort: choice.resortOpen,
      bale: choice.bale,
    });
    const best = choice.options.reduce((a, b) => (b.expectedEur > a.expectedEur ? b : a));
    this.#day.emit('site.decided', 'site', {
      by: 'processing',
      seen: { tonnesPerHour: view.tonnesPerHour, itemsPerM: view.itemsPerM },
      options: choice.options,
      chosen,
      best: { action: best.action, valueEur: best.expectedEur },
    });
  }
}
