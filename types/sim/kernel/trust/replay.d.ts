import type { SimulationOptions } from '../processes/run-options.js';
import type { Simulation } from '../simulation.js';
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
export declare class Replayable<Input> {
    private readonly build;
    private readonly options;
    readonly sim: Simulation;
    private readonly model;
    private readonly log;
    /** `build` must make the same model each time: it may use the simulation, and nothing that changes. */
    constructor(build: (sim: Simulation) => Model<Input>, options?: SimulationOptions);
    /** Hands an input to the model now and writes it down. Between two events, not from inside one. */
    input(input: Input): void;
    /** What came in so far. */
    get inputs(): readonly LoggedInput<Input>[];
    /** Another simulation at the same instant with the same past, which from here on goes its own way. */
    fork(): Replayable<Input>;
    private catchUp;
}
export {};
