import type { Target } from '../core/event.ts';
import { ORDINARY, type Phase } from '../core/phase.ts';
import type { Scheduler } from '../core/scheduler.ts';
import { Wait } from './wait.ts';

/** Where in its instant the end of a delay falls. */
export interface DelayOptions {
  readonly phase?: Phase;
  /** Integer in -512 .. 511, lower goes first within the phase. */
  readonly priority?: number;
}

/** A delay as a wait: for conditions and for phases; where neither is needed, a process yields the bare number. */
export class Delay extends Wait<void> implements Target {
  private slot = -1;

  constructor(
    sim: Scheduler,
    private readonly delayUs: number,
    private readonly options: DelayOptions,
  ) {
    super(sim);
  }

  get name(): string {
    return this.describe();
  }

  handle(): void {
    this.complete(undefined);
  }

  protected override start(): boolean {
    const { phase = ORDINARY, priority = 0 } = this.options;
    this.slot = this.sim.queue.pushAt(this.delayUs, this, 0, 0, phase, priority);
    return false;
  }

  protected override withdraw(): void {
    this.sim.queue.cancelSlot(this.slot);
  }

  override describe(): string {
    return `a delay of ${this.delayUs} us`;
  }
}
