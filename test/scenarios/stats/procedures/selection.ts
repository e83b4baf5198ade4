import { at } from '../../../../sim/record/must.ts';
/** Parameters of a Kim-Nelson selection of the system with the largest mean. */
export interface SelectionRule {
  /** 1 - probability of correct selection. */
  readonly alpha: number;
  /** Indifference zone: a difference smaller than this does not matter, in the unit of the values. */
  readonly delta: number;
  /** Replications of the first stage. */
  readonly firstStage: number;
  /** Stop undecided after so many replications of each surviving system. */
  readonly limit?: number;
}

/** Which systems are left, and how many replications each one cost. */
export interface Selection {
  readonly survivors: readonly number[];
  readonly replications: readonly number[];
}

/** eta and h^2 of the Kim-Nelson procedure for k systems (TOMACS 11(3), 2001, c = 1). */
export function knConstants(systems: number, alpha: number, firstStage: number): { eta: number; h2: number } {
  const base = (2 * alpha) / (systems - 1);
  const eta = 0.5 * (Math.exp((-2 / (firstStage - 1)) * Math.log(base)) - 1);
  return { eta, h2: 2 * eta * (firstStage - 1) };
}

/**
 * Kim-Nelson selection: samples all systems in step and drops those that are clearly worse, until one is left.
 * `sample(system, replication)` may use common random numbers between systems.
 */
export function selectBest(
  systems: number,
  sample: (system: number, replication: number) => number,
  rule: SelectionRule,
): Selection {
  const { h2 } = knConstants(systems, rule.alpha, rule.firstStage);
  const values = Array.from({ length: systems }, (_, system) =>
    Array.from({ length: rule.firstStage }, (_, replication) => sample(system, replication)),
  );
  const variance = values.map((a) => values.map((b) => differenceVariance(a, b)));
  const limit = rule.limit ?? 100_000;
  let alive = values.map((_, system) => system);
  for (let r = rule.firstStage; ; r++) {
    const means = values.map((list) => list.reduce((total, value) => total + value, 0) / list.length);
    const slack = (i: number, l: number): number =>
      Math.max(0, (rule.delta / 2) * ((h2 * at(variance[i] ?? [], l)) / (rule.delta * rule.delta) - r)) / r;
    const before = alive;
    alive = before.filter((i) => before.every((l) => l === i || at(means, i) >= at(means, l) - slack(i, l)));
    if (alive.length <= 1 || r >= limit) break;
    for (const system of alive) values[system]?.push(sample(system, r));
  }
  return { survivors: alive, replications: values.map((list) => list.length) };
}

function differenceVariance(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((value, index) => value - at(b, index));
  const mean = differences.reduce((total, d) => total + d, 0) / differences.length;
  return differences.reduce((total, d) => total + (d - mean) * (d - mean), 0) / (differences.length - 1);
}
