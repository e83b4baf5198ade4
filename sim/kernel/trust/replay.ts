import type { SimulationOptions } from '../processes/run-options.ts';
import { Simulation } from '../simulation.ts';

/** A model that takes inputs from outside while it runs. */
export interface Model<Input> {
  /** Something arrives from outside at the present instant. */
  accept(input: Input): void;
}

/** An input and when it came: after so many events. */
export interface LoggedInput<Input> {
  readonly afterEvents: number;
  readonly timeUs: number;
  readonly input: Input;
}

/**
 * A simulation that can be forked whatever it is made of, generators too (which JavaScript cannot copy): its past is its seed and
 * the log of its inputs, and a fork lives through it again. Costs as many events as have happened.
 */
export class Replayable<Input> {
  readonly sim: Simulation;
  private readonly model: Model<Input>;
  private readonly log: LoggedInput<Input>[] = [];

  /** `build` must make the same model each time: it may use the simulation, and nothing that changes. */
  constructor(
    private readonly build: (sim: Simulation) => Model<Input>,
    private readonly options: SimulationOptions = {},
  ) {
    this.sim = new Simulation(options);
    this.model = build(this.sim);
  }

  /** Hands an input to the model now and writes it down. Between two events, not from inside one. */
  input(input: Input): void {
    this.log.push({ afterEvents: this.sim.events, timeUs: this.sim.now, input });
    this.model.accept(input);
  }

  /** What came in so far. */
  get inputs(): readonly LoggedInput<Input>[] {
    return this.log;
  }

  /** Another simulation at the same instant with the same past, which from here on goes its own way. */
  fork(): Replayable<Input> {
    const twin = new Replayable(this.build, this.options);
    for (const { afterEvents, timeUs, input } of this.log) {
      twin.catchUp(afterEvents, timeUs);
      twin.input(input);
    }
    twin.catchUp(this.sim.events, this.sim.now);
    return twin;
  }

  private catchUp(events: number, timeUs: number): void {
    const { sim } = this;
    sim.run(() => sim.events >= events);
    if (sim.events !== events) {
      throw new Error(
        `replay: ran dry after ${sim.events} of ${events} events; build does not make the same model each time`,
      );
    }
    sim.run(timeUs);
  }
}
