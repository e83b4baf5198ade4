import * as rooms from './all.js';
import type { SenseModel } from './interface/sense.js';
type Rooms = typeof rooms;
/** A sense whose state is not looked into. */
export type AnySense = SenseModel<object>;
/** The state of a sense by its name. */
export type StateOf<Name extends keyof Rooms> = ReturnType<Rooms[Name]['fresh']>;
/** Senses by name, in order. */
export interface SenseRegistry {
    readonly all: readonly AnySense[];
    readonly names: readonly string[];
    /** The sense of that name; throws with the names that there are. */
    need(name: string): AnySense;
}
/** Makes a registry; throws when two senses share a name, for states, networks and recordings go by it. */
export declare function senseRegistry(all: readonly AnySense[]): SenseRegistry;
/** Every sense there is: the standard ones, then the others by name. */
export declare const SENSES: SenseRegistry;
/** State of a robot's sensors by sense: they age, get dirty and drift. A robot lacks a sense that is null or missing. */
export type Sensors = {
    readonly [Name in keyof Rooms]?: StateOf<Name> | null;
};
export {};
