import type { Entity, EventHandle } from '../core/event.js';
import type { SimulationOptions } from '../processes/run-options.js';
import type { Simulation } from '../simulation.js';
/** Plain data that survives JSON. */
export type Plain = null | boolean | number | string | readonly Plain[] | {
    readonly [key: string]: Plain;
};
/** A state machine that can be saved: all it knows goes through `save` and `load`, its random streams' states included. */
export interface SavableEntity extends Entity {
    save(): Plain;
    load(state: Plain): void;
}
/** An instant of a simulation as plain data. */
export interface Snapshot {
    readonly version: 1;
    readonly seed: number;
    readonly replication: number;
    readonly nowUs: number;
    readonly sequence: number;
    readonly events: readonly SavedEvent[];
    readonly entities: {
        readonly [name: string]: Plain;
    };
}
export interface SavedEvent {
    readonly timeUs: number;
    readonly order: number;
    readonly entity: string;
    readonly action: number;
    readonly data: number;
}
/**
 * Saves a simulation between two events. Every pending event must belong to one of `entities`, whose names must differ;
 * processes and callbacks cannot be saved (fork those by replay). O(pending events log pending events).
 */
export declare function saveSimulation(sim: Simulation, entities: readonly SavableEntity[]): Snapshot;
/**
 * Continues from a snapshot, bit for bit: makes a simulation, lets `build` make its entities in it (without scheduling), loads
 * their states and puts the pending events back at their places in the order.
 */
export declare function restoreSimulation(snapshot: Snapshot, build: (sim: Simulation) => readonly SavableEntity[], options?: Omit<SimulationOptions, 'seed' | 'replication'>): Simulation;
/** One pending event of an entity. */
export interface PendingAction {
    readonly handle: EventHandle;
    readonly timeUs: number;
    readonly action: number;
    readonly data: number;
}
/** The pending events of an entity in order: how it finds its handles again after `load`. O(pending events). */
export declare function pendingOf(sim: Simulation, entity: Entity): readonly PendingAction[];
export {};
