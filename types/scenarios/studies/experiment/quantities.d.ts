import type { QuantityName } from '../../schema/day/compare.js';
import type { Interval } from '../../stats/interval.js';
/** What an experiment knows of one day: every quantity, in the unit of its name. */
export type Quantities = Readonly<Record<QuantityName, number>>;
/** An interval of every quantity. */
export type Estimates = Readonly<Record<QuantityName, Interval>>;
export {};
