import type { ItemState } from '../../materials/item.js';
import type { Drawing } from '../../record/drawing.js';
import type { Cost, FrameValues } from '../../record/frames.js';
import type { Scenes } from '../form/scene.js';
/** Lowest and highest legal value of a number in a sensor's state; `whole` = integers only. */
export interface Range {
    readonly least: number;
    readonly most: number;
    readonly whole?: boolean;
}
/** What is wrong with a sensor's state although each of its numbers is legal by itself. */
export interface StateProblem {
    /** The key within the state, such as `toNm`. */
    readonly key: string;
    readonly message: string;
    readonly got: unknown;
    readonly cure: string;
}
/** How far a robot's lens and lamp are worn: share of the optics covered by dirt, age of the lamp, both 0..1. */
export interface Wear {
    readonly dirt: number;
    readonly lampAge: number;
}
/** An instrument at work. It keeps what its frames are worked out in, so each owner opens its own. */
export interface Instrument<S> {
    /**
     * What it reads from an item: a pure function of the item's hidden state, the sensor's state and the seed. `noise` false
     * leaves out the noise of the detector only.
     */
    render(item: ItemState, state: S, noise?: boolean): FrameValues;
}
/**
 * How a network takes a frame, as plain data. `picture`: [H, W, 3] sRGB through convolutions; `film`: [frames, H, W] relative to
 * its own border, frames as channels of convolutions; `vector`: [n] through dense layers of the given widths, with the
 * standard normal variate of the row beside it if `variate`.
 */
export type NetworkInput = {
    readonly kind: 'picture';
    readonly features: number;
} | {
    readonly kind: 'film';
    readonly features: number;
} | {
    readonly kind: 'vector';
    readonly variate: boolean;
    readonly hidden: number;
    readonly features: number;
};
/** Conditions that no training item had (`shifted`) and faults (`faulty`): what networks are tested under. */
export type TestCondition = 'shifted' | 'faulty';
/** One sense: everything that others need to know of it. State is plain data, buffers belong to the open instrument. */
export interface SenseModel<S extends object> {
    /** Name in scenarios, networks and recordings, such as `thermal`. */
    readonly name: string;
    /** Heading where its frames are drawn, such as `Thermal`. */
    readonly title: string;
    /** The state of an instrument in good order. */
    fresh(): S;
    /** Legal values of each number by its path in the state, such as `backing` or `rateHz`. */
    readonly ranges: Readonly<Record<string, Range>>;
    /** Legal values of texts in the state, by path. */
    readonly choices?: Readonly<Record<string, readonly string[]>>;
    /** Lists that may have another length than in `fresh`; `problems` holds which of them must be equally long. */
    readonly resizable?: readonly string[];
    /** What the ranges cannot see; empty when the state is possible. */
    problems(state: S): StateProblem[];
    /** Joules and microseconds of one look. */
    cost(state: S): Cost;
    /** Price of the parts in EUR; the source stands beside the number. */
    partsEur(state: S): number;
    /** The state as wear of the robot's lens and lamp leaves it. */
    worn(state: S, wear: Wear): S;
    /** The state of an instrument under which networks are tested. */
    tested(condition: TestCondition): S;
    /** Shape of a frame, such as [8, 32, 32]. */
    shape(state: S): readonly number[];
    readonly input: NetworkInput;
    drawing(state: S): Drawing;
    /** Opens an instrument; `seed` names all draws of its looks; `scenes` lays items out for all instruments of that seed. */
    open(seed: number, scenes?: Scenes): Instrument<S>;
}
export {};
