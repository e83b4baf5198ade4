import type { Classifier, MaintenancePolicy, ProcessPolicy, SortPolicy } from '../../sim/ports.js';
import type { Sense } from '../../sim/record/frames.js';
import type { RunKey } from '../../sim/run.js';
import type { AnySense } from '../../sim/senses/registry.js';
import type { WorldSpec } from '../../sim/world.js';
/** The day that a perception is made for, as far as whoever builds a robot knows it. */
export interface OwnDay {
    /** Sorted ids of the materials that the feed may bring. */
    readonly labels: readonly string[];
    readonly world: WorldSpec;
    readonly key: RunKey;
}
/** Makes what a robot sees with: a classifier of rendered frames. Called anew for every day. */
export type MakeClassifier = (day: OwnDay) => Classifier;
/** Policies of the caller; each is made anew for every day, since policies may remember. */
export interface OwnPolicies {
    readonly sorting?: () => SortPolicy;
    readonly maintenance?: (world: WorldSpec) => MaintenancePolicy;
    readonly processing?: () => ProcessPolicy;
}
/**
 * What the caller of the library hands in as functions. Functions cannot cross to other threads, so days that need them are
 * played in the calling thread; and nothing that depends on them is read from the cache or left in it.
 */
export interface OwnParts {
    readonly policies: OwnPolicies;
    /** By the name that the perception has in the answer. */
    readonly perceptions: Readonly<Record<string, MakeClassifier>>;
    /** Senses that every robot carries for these perceptions, besides those of the scenario; they wear with its lens and lamp. */
    readonly senses: readonly AnySense[];
    /** What is known of the parts once they have been tried: names of the policies, senses of each perception. */
    readonly facts: OwnFacts;
}
/** Price of the parts of senses by name, EUR. */
export type PartsEur = Readonly<Record<Sense, number>>;
/** The parts in plain words, as a manifest keeps them. */
export interface OwnFacts {
    readonly sorting?: string;
    readonly maintenance?: string;
    readonly processing?: string;
    readonly perceptions: Readonly<Record<string, readonly Sense[]>>;
    /** The caller's senses with what the parts of each cost a robot. */
    readonly senses: PartsEur;
}
export {};
