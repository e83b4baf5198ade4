import { Tally } from '../../../../sim/kernel/statistics/tally.ts';

/** A queueing model with its closed form. Times in the formulas are in units of the mean service time, 1 s in the simulation. */
export interface ValidationModel {
  readonly name: string;
  /** What is estimated, for the report. */
  readonly quantity: string;
  readonly exact: number;
  /** One independent replication's estimate. */
  run(seed: number, replication: number): number;
}

export const REPLICATIONS = 20;
/** Student's t, 19 degrees of freedom, two-sided 99 %; from memory (2.8609), in every table. */
const T_99 = 2.8609;

export interface Estimate {
  readonly mean: number;
  readonly halfWidth: number;
}

/** Mean and half-width of the 99 % confidence interval over 20 replications. */
export function estimate(model: ValidationModel, seed: number): Estimate {
  const tally = new Tally();
  for (let replication = 0; replication < REPLICATIONS; replication++)
    tally.add(model.run(seed, replication));
  return { mean: tally.mean, halfWidth: (T_99 * tally.sd) / Math.sqrt(REPLICATIONS) };
}
