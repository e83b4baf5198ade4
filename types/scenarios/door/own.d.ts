import type { AnySense } from '../../sim/senses/registry.js';
import type { MakeClassifier, OwnPolicies } from '../own/parts.js';
/** Functions that a program hands in; they are tried on made-up situations before the day begins. */
export interface OwnOptions {
    /** Policies in place of the scenario's, each as a function that makes it. */
    readonly policies?: OwnPolicies;
    /** Perceptions besides the scenario's, by name, each as a function that makes a classifier of frames. */
    readonly perceptions?: Readonly<Record<string, MakeClassifier>>;
    /** Senses for these perceptions; every robot carries them, and they wear with its lens and lamp. */
    readonly senses?: readonly AnySense[];
}
export {};
