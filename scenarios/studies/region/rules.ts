import { type JudgedRule, judgeRules } from '../../schema/reading/rules.ts';
import type { RegionQuantity, RegionScenario } from '../../schema/region/scenario.ts';
import { crossedInterval, crossedMinus } from '../../stats/crossed.ts';
import { type ArmOutcome, byTraining } from './arms.ts';
import { reuseOf, thousandsMarked } from './perceptions.ts';

const DAYS_PER_YEAR = 365;

/** Each quantity of a play over so many years, with its digits and unit in words. */
const quantities: Readonly<
  Record<RegionQuantity, { of(outcome: ArmOutcome, years: number): number; digits: number; unit: string }>
> = {
  regionEurPerYear: { of: ({ summary }, years) => summary.regionEur / years, digits: 0, unit: 'EUR a year' },
  sitesEurPerYear: { of: ({ summary }, years) => summary.routingEur / years, digits: 0, unit: 'EUR a year' },
  recycledContent: { of: ({ summary }) => summary.recycledContent, digits: 4, unit: 'of the feed recycled' },
  circularity: { of: ({ circularity }) => circularity.overall, digits: 4, unit: 'circularity' },
  reuseShare: { of: reuseOf, digits: 4, unit: 'of what is given up reused' },
  energyJPerYear: { of: ({ summary }, years) => summary.energyJ / years, digits: 0, unit: 'J a year' },
};

/** Rules of a region's expectation held against what was played, over price histories and trainings. */
export function regionRules(
  scenario: string,
  { rules, region: { days } }: Pick<RegionScenario, 'rules' | 'region'>,
  outcomes: readonly ArmOutcome[],
): JudgedRule[] {
  const years = days / DAYS_PER_YEAR;
  return judgeRules(scenario, rules, (quantity = 'regionEurPerYear', of, minus) => {
    const { of: value, digits, unit } = quantities[quantity];
    const valuesOf = (name: string) =>
      byTraining(
        outcomes.filter(({ routing }) => routing === name),
        (outcome) => value(outcome, years),
      );
    const own = valuesOf(of);
    const others = minus === undefined ? undefined : valuesOf(minus);
    if (own.length === 0 || others?.length === 0) return undefined;
    const interval = crossedInterval(others === undefined ? own : crossedMinus(own, others));
    const { mean, lo, hi, n } = interval;
    const fixed = (value: number) => (digits === 0 ? thousandsMarked(value) : value.toFixed(digits));
    const name = minus === undefined ? of : `${of} minus ${minus}`;
    const range = n < 2 ? 'one price history has no interval' : `95 % interval ${fixed(lo)} to ${fixed(hi)}`;
    return { text: `${name} ${fixed(mean)} ${unit} (${range})`, lo, hi };
  });
}
