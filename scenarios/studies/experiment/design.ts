import { stream } from '../../../sim/kernel/random/random.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { at, must } from '../../../sim/record/must.ts';
import { levelsOf, pathsOf, planFraction } from '../../schema/plan/problems.ts';
import type { DesignName, Factor, PlanFile } from '../../schema/plan/schema.ts';
import { aliasClasses, pointsOf } from '../../stats/design/fraction.ts';
import { fullFactorial } from '../../stats/design/full.ts';
import { latinHypercube } from '../../stats/design/latin-hypercube.ts';
import { sobol } from '../../stats/design/sobol.ts';

/** The design of a plan as plain data: what effects are worked out from. */
export interface Design {
  readonly kind: DesignName;
  readonly factors: readonly DesignFactor[];
  /** By point, the value of each factor. */
  readonly values: readonly (readonly JsonValue[])[];
  readonly fraction: FractionFacts | null;
}

export interface DesignFactor {
  readonly name: string;
  readonly paths: readonly string[];
  /** Lowest and highest for a range that is filled, else every level. */
  readonly levels: readonly JsonValue[];
}

/** What a reader of a fractional design must know. */
export interface FractionFacts {
  /** Points of the full factorial that it is a part of. */
  readonly ofPoints: number;
  /** Null: no factor is generated, nothing is mixed up. */
  readonly resolution: number | null;
  /** `panel = battery x price` */
  readonly generators: readonly string[];
  /** Effects that the points cannot tell apart, by the places of their factors; the first stands for its class. */
  readonly classes: readonly (readonly (readonly number[])[])[];
}

/** A number in a range as a person would write it; on its step, if it has one. */
function inRange({ from = 0, to = 0, step }: Factor, share: number): number {
  const value = from + share * (to - from);
  const stepped = step === undefined ? value : Math.min(from + Math.round((value - from) / step) * step, to);
  return Number(stepped.toPrecision(6));
}

/** The value of a factor at a share of its range: of its levels, each has an equal part of it. */
function valueAt(factor: Factor, share: number): JsonValue {
  const { levels } = factor;
  if (levels === undefined) return inRange(factor, share);
  return must(levels[Math.floor(share * levels.length)], 'level') as JsonValue;
}

function levelValues({ factors }: PlanFile, points: readonly (readonly number[])[]): JsonValue[][] {
  const levels = Object.values(factors).map(levelsOf);
  return points.map((point) =>
    point.map((place, factor) => must(levels[factor]?.[place], 'level') as JsonValue),
  );
}

/** The points of a plan, each as the value of every factor. `seed` moves those that fill a space. */
function valuesOf(plan: PlanFile, seed: number): JsonValue[][] {
  const factors = Object.values(plan.factors);
  if (plan.design === 'full') return levelValues(plan, fullFactorial(factors.map((f) => levelsOf(f).length)));
  if (plan.design === 'fractional') return levelValues(plan, pointsOf(planFraction(plan)));
  const random = stream({ seed, replication: 0, path: 'plan', purpose: plan.design });
  const fill = plan.design === 'sobol' ? sobol : latinHypercube;
  return fill(must(plan.points, 'points'), factors.length, random).map((shares) =>
    factors.map((factor, index) => valueAt(factor, at(shares, index))),
  );
}

const membersOf = (mask: number): number[] =>
  Array.from({ length: 31 }, (_, bit) => bit).filter((bit) => (mask >> bit) & 1);

function fractionOf(plan: PlanFile): FractionFacts | null {
  if (plan.design !== 'fractional') return null;
  const fraction = planFraction(plan);
  const names = Object.keys(plan.factors);
  const nameOf = (factor: number) => must(names[factor], 'factor');
  return {
    ofPoints: 2 ** names.length,
    resolution: Number.isFinite(fraction.resolution) ? fraction.resolution : null,
    generators: [...fraction.generators].map(
      ([factor, mask]) => `${nameOf(factor)} = ${membersOf(mask).map(nameOf).join(' x ')}`,
    ),
    classes: aliasClasses(fraction).map((masks) => masks.map(membersOf)),
  };
}

/** The design of a plan. */
export function designOf(plan: PlanFile, seed: number): Design {
  return {
    kind: plan.design,
    factors: Object.entries(plan.factors).map(([name, factor]) => ({
      ...{ name, paths: pathsOf(factor) },
      levels: levelsOf(factor) as readonly JsonValue[],
    })),
    values: valuesOf(plan, seed),
    fraction: fractionOf(plan),
  };
}

/** A value as it is named: a text without its quotes. */
export const shownValue = (value: JsonValue) => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a point is called: `battery=10, panel=24`. */
export function pointName({ factors }: Design, values: readonly JsonValue[]): string {
  return factors.map(({ name }, i) => `${name}=${shownValue(must(values[i], 'value'))}`).join(', ');
}
