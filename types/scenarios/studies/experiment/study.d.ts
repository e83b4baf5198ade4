import type { Sense } from '../../../sim/record/frames.js';
import type { JsonValue } from '../../../sim/record/json.js';
import type { QuantityName } from '../../schema/day/compare.js';
import type { Rule } from '../../schema/reading/rules.js';
import type { Capital, Terms } from '../worth/economics.js';
import type { Design } from './design.js';
/** How many days of each point are played: `from` in any case, and up to `to` until every interval is narrow enough. */
export interface Replications {
    readonly from: number;
    readonly to: number;
    /** Half-width of the interval of `quantity`, in its unit, that is narrow enough; left out where from = to. */
    readonly halfWidth?: number;
    /** Left out: what the answer is about. */
    readonly quantity?: QuantityName;
}
/** Senses that a way of seeing looks with, and what their parts cost a robot, EUR. */
export interface NeededSensors {
    readonly perception: string;
    readonly senses: readonly Sense[];
    readonly partsEur: number;
}
/** One way of seeing and maintaining, and what it costs to buy. */
export interface PointVariant {
    readonly perception: string;
    readonly maintenance: string;
    readonly capital: Capital;
}
/** One way to play the days, as plain data. */
export interface Point {
    readonly name: string;
    /** The value of each factor of a plan, by name; empty otherwise. */
    readonly levels: Readonly<Record<string, JsonValue>>;
    /** `path=value` texts that make it from the scenario of the study. */
    readonly set: readonly string[];
    /** Ways of seeing and maintaining that each of its days is played under. */
    readonly variants: readonly PointVariant[];
    /** What turns days into money over years. */
    readonly terms: Terms;
    /** The variant that is told of where one stands for the point. */
    readonly main: number;
    /** True where its days need functions of the caller: no command plays them. */
    readonly own?: boolean;
    /** Seed of its training where the same way is played under several; points of one name are one way. */
    readonly training?: number;
    /** What each way of seeing needs on the first robot. */
    readonly sensors: readonly NeededSensors[];
}
/** What a study compares, as plain data: together with the rows of its cells it makes the document, wherever they were played. */
export interface StudyHead {
    /** Whether the ways of seeing one scenario are compared, the arms of one, or the points of a plan. */
    readonly kind: 'perceptions' | 'arms' | 'plan';
    /** Short name of the scenario or of the plan. */
    readonly scenario: string;
    /** Name or path that a day of it is played by: `looptwin run SOURCE`. */
    readonly source: string;
    /** The command line that makes the whole again. */
    readonly command: string;
    /** Every setting of the first point, without its words for people. */
    readonly settings: Readonly<Record<string, JsonValue>>;
    readonly title: string;
    readonly question: string;
    readonly expected: string;
    /** What was expected, as rules. */
    readonly rules: readonly Rule<QuantityName>[];
    readonly seed: number;
    /** True: each day draws items of its own; absent: days may share a pool. */
    readonly ownItems?: boolean;
    /** Arms that somebody could choose, where the others are assumptions; absent: all. */
    readonly choices?: readonly string[];
    /** What the intervals do not cover, in words. */
    readonly leavesOut: readonly string[];
    /** What the answer is about. */
    readonly quantity: QuantityName;
    readonly replications: Replications;
    /** Of a plan; null otherwise. */
    readonly design: Design | null;
    readonly points: readonly Point[];
}
export {};
