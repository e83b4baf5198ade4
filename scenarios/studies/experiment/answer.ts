import { must } from '../../../sim/record/must.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import type { DesignName } from '../../schema/plan/schema.ts';
import type { Interval } from '../../stats/interval.ts';
import type { Difference, PointEstimate } from './compare.ts';
import type { Effect, PlanFindings } from './findings.ts';
import { intervalInWords } from './quantities.ts';
import { type Unsettled, unsettled } from './settle.ts';

/** The answer in one sentence with numbers and intervals, and what of it is open. */
export interface Answer {
  readonly answer: string;
  readonly unsettled: readonly Unsettled[];
}

function range({ mean, lo, hi, halfWidth }: Interval, digits: number, scale = 1): string {
  const number = (value: number) => (scale * value).toFixed(digits);
  const width = Number.isFinite(halfWidth)
    ? `95 % interval ${number(lo)} to ${number(hi)}`
    : 'one day has no interval';
  return `${number(mean)} (${width})`;
}

/** What the ways of seeing of one scenario say, `over` so many runs: the distilled student against no teacher if both are there, else each against the first. */
export function answerOfPerceptions(
  points: readonly PointEstimate[],
  differences: readonly Difference[],
  over: string,
): Answer {
  const distilled = differences.filter(({ better }) => better === 'distilled');
  const told = distilled.length > 0 ? distilled : differences;
  if (told.length === 0) {
    const only = must(points[0], 'variant');
    const value = range(only.estimates.valueEur, 2);
    return { answer: `${over} ${only.perception} earned EUR ${value} a run.`, unsettled: [] };
  }
  const words = told.map(({ better, than, estimates: { accuracyMaterial, valueEur } }) => {
    const accuracy = range(accuracyMaterial, 1, 100);
    return `${better} minus ${than}: material accuracy ${accuracy} points, value EUR ${range(valueEur, 2)} a run`;
  });
  return {
    answer: `${over}, ${words.join('; ')}.`,
    unsettled: told.flatMap(({ better, than, estimates: { accuracyMaterial, valueEur } }) => [
      ...unsettled(`${better} minus ${than}`, 'accuracyMaterial', accuracyMaterial),
      ...unsettled(`${better} minus ${than}`, 'valueEur', valueEur),
    ]),
  };
}

/** What the arms of a scenario say: the first, and each other one against it. */
export function answerOfArms(
  points: readonly PointEstimate[],
  differences: readonly Difference[],
  quantity: QuantityName,
  over: string,
): Answer {
  const first = must(points[0], 'arm');
  const told = differences.map(
    ({ better, than, estimates }) =>
      `${better} against ${than} ${intervalInWords(estimates[quantity], quantity, true)}`,
  );
  const base = `${first.name} ${intervalInWords(first.estimates[quantity], quantity, false)}`;
  return {
    answer: `${over}: ${[base, ...told].join('; ')}.`,
    unsettled: differences.flatMap(({ better, than, estimates }) =>
      unsettled(`${better} against ${than}`, quantity, estimates[quantity]),
    ),
  };
}

const designWords: Readonly<Record<DesignName, string>> = {
  full: 'full factorial',
  fractional: 'fractional factorial',
  'latin-hypercube': 'Latin hypercube',
  sobol: 'Sobol points',
};

/** `full factorial, 4 points`, with what a reader of a fraction must know. */
export function designText({ kind, values, fraction }: PlanFindings['design']): string {
  const points = `${designWords[kind]}, ${values.length} points`;
  if (fraction === null) return points;
  const { ofPoints, resolution } = fraction;
  return `${points} of ${ofPoints}${resolution === null ? '' : `, resolution ${resolution}`}`;
}

/** An effect by name: what of whom. */
export function effectName({ of, name, aliases }: Effect, several: boolean): string {
  const mixed = aliases.length === 0 ? '' : ` (or ${aliases.join(', or ')})`;
  return `${several ? `${of}, ` : ''}${name}${mixed}`;
}

/** What the points of a plan say: every main effect, of two factors also what they do together, and where it was best. */
export function answerOfPlan(
  points: readonly PointEstimate[],
  { design, effects }: PlanFindings,
  quantity: QuantityName,
  over: string,
): Answer {
  const told = effects.filter(({ kind }) => kind !== 'interaction' || design.factors.length === 2);
  const several = new Set(told.map(({ of }) => of)).size > 1;
  const words = told.map(
    (effect) =>
      `${effectName(effect, several)} ${intervalInWords(effect.estimates[quantity], quantity, true)}`,
  );
  const highest = [...points].sort((a, b) => b.estimates[quantity].mean - a.estimates[quantity].mean)[0];
  const most = must(highest, 'point');
  const best = `highest mean at ${most.name}: ${intervalInWords(most.estimates[quantity], quantity, false)}`;
  return {
    answer: `${over} at each point (${designText(design)}): ${[...words, best].join('; ')}.`,
    unsettled: told.flatMap((effect) =>
      unsettled(effectName(effect, several), quantity, effect.estimates[quantity]),
    ),
  };
}
