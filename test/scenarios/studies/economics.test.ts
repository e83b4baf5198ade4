import { describe, expect, it } from 'vitest';
import { scenarioSchema } from '../../../scenarios/schema/day/scenario.ts';
import {
  type Earned,
  npvOf,
  pricesText,
  type RunMoney,
  termsOf,
  whoPays,
  worthOf,
} from '../../../scenarios/studies/worth/economics.ts';
import { hourlyTable, keepText, meansText } from '../../../scenarios/studies/worth/money-tables.ts';
import { partsEurOf } from '../../../scenarios/studies/worth/parts.ts';
import { depotWorld } from '../../../sim/site/depot.ts';

const termsWith = (site: object) => {
  const { investment, picker, site: checked } = scenarioSchema.parse({ title: 'made', site });
  return termsOf({ investment, picker: { ...picker, eurPerHour: 20 }, site: checked });
};
const day = termsWith({ startHour: 7, openHour: 7, closeHour: 17, durationS: 36_000 });
const quarter = termsWith({ startHour: 7, openHour: 7, closeHour: 17, durationS: 90 * 86_400 });
const capital = { capitalEur: 10_000, keepEurPerYear: 150 };
const arm = (name: string, runs: readonly RunMoney[]): Earned => ({ name, capital, runs });
const money: RunMoney[] = [
  { valueEur: 12, gainEur: 30, revenueEur: 25 },
  { valueEur: 15, gainEur: 33, revenueEur: 28 },
];
const times = (factor: number) =>
  money.map(({ valueEur, gainEur, revenueEur }) => ({
    ...{ valueEur: factor * valueEur, gainEur: factor * gainEur, revenueEur: factor * revenueEur },
  }));

describe('money of a run that is longer than a day', () => {
  it('counts the days on which the site is open; 24 hours or less are one day', () => {
    expect([day.days, quarter.days]).toEqual([1, 90]);
    expect([day.openH, quarter.openH]).toEqual([10, 10]);
    const hours = (startHour: number, durationS: number, openHour = 7, closeHour = 17) =>
      termsWith({ startHour, durationS, openHour, closeHour });
    expect(hours(8, 90 * 86_400).days).toBeCloseTo(90, 9);
    expect(hours(6, 7 * 86_400, 0, 24).days).toBeCloseTo(7, 9);
    expect(hours(12, 2 * 86_400).days).toBeCloseTo(2, 9);
    const night = termsWith({ startHour: 20, openHour: 0, closeHour: 24, durationS: 36_000 });
    expect([night.days, night.openH]).toEqual([1, 10]);
  });

  it('names the wage at which a person would be worth as much a year, as a hand calculation does, to a cent', () => {
    // Five years at 6 %: 10000 are 2373.96 a year, 4000 are 949.59. Robot: 250 x 31.50 - 150 - 2373.96 = 5351.04; person: 250 x -10 - 949.59 =
    // -3449.59 at EUR 20 an hour. In 2500 hours a year EUR 3.52 an hour less makes up for the EUR 8800.63 between them.
    const person: Earned = {
      name: 'manual-picker',
      capital: { capitalEur: 4000, keepEurPerYear: 0 },
      runs: money.map((run) => ({ ...run, gainEur: -10 })),
    };
    expect(worthOf(day, arm('robot', money), person).breakEvenWageEur!.mean).toBeCloseTo(16.48, 2);
  });

  it('is that of one of its days: ninety times as much in ninety days is worth the same', () => {
    const picker = arm('manual-picker', money);
    const one = worthOf(day, arm('robot', money), picker);
    const many = worthOf(quarter, arm('robot', times(90)), arm('manual-picker', times(90)));
    expect(many.dayEur.mean).toBeCloseTo(13.5, 9);
    expect(many.gainEur.mean).toBeCloseTo(one.gainEur.mean, 9);
    expect(many.npvEur.mean).toBeCloseTo(one.npvEur.mean, 6);
    expect(many.payback.years).toBeCloseTo(one.payback.years!, 9);
    expect(many.breakEvenPrices!.mean).toBeCloseTo(one.breakEvenPrices!.mean, 9);
    expect(many.breakEvenWageEur!.mean).toBeCloseTo(one.breakEvenWageEur!.mean, 9);
    // By hand: 250 days of 31.50 less 150 for spares, five years at 6 %, less the capital.
    const factor = [1, 2, 3, 4, 5].reduce(
      (sum, year) =>
        sum +
        1 /
          Array(year)
            .fill(1.06)
            .reduce((a, b) => a * b, 1),
      0,
    );
    expect(many.npvEur.mean).toBeCloseTo((250 * 31.5 - 150) * factor - 10_000, 6);
    expect(npvOf(day, capital, 31.5)).toBeCloseTo(many.npvEur.mean, 6);
  });

  it('what was sorted by the hour is the mean over its days, of hours in which somebody worked', () => {
    const sortedKgByHour = Array.from({ length: 48 }, (_, hour) => [3, 0, 5][hour % 24] ?? 0);
    const arms = [
      { name: 'robot', sortedKgByHour: sortedKgByHour.map((kg, hour) => (hour < 24 ? kg : 3 * kg)) },
    ];
    expect(hourlyTable(arms, { startHour: 22, runDays: 2 })).toEqual([
      ['sorted kg a day in the hour from', '22', '0'],
      [['robot', '6.0', '10.0']],
    ]);
    expect(hourlyTable([{ name: 'robot', sortedKgByHour: [1, 0] }], { startHour: 7 })).toEqual([
      ['sorted kg in the hour from', '7', '8'],
      [['robot', '1.0', '0.0']],
    ]);
  });

  it('is said where a run has several', () => {
    expect(meansText(1)).toBe('');
    expect(meansText(90)).toBe('A run has 90 working days; what is told of a day is the mean over them. ');
  });
});

it('the answer names the arm that is best, and says less where doing nothing earns more', () => {
  const interval = (mean: number, lo: number, hi: number) => ({
    ...{ mean, lo, hi, n: 40, confidence: 0.95, sd: 1, halfWidth: hi - mean },
  });
  const arm = (name: string, gain: number) => ({
    ...{ name, perception: 'perfect', capitalEur: 7100, gainEur: interval(gain, gain - 0.5, gain + 0.7) },
    ...{ npvEur: interval(-14_000 + gain, -15_000, -13_000), payback: { years: null, lo: null, hi: null } },
  });
  const terms = { ...scenarioSchema.shape.investment.parse({}), lifeYears: 5, daysPerYear: 250 };
  expect(whoPays([arm('age-based', -5.76), arm('run-to-failure', -5.97)], terms)).toBe(
    'Not even a robot that knew the truth would pay: the best is age-based, which earns EUR 5.76 a day less than doing nothing (95 % interval 5.06 to 6.26), and over 5 years of 250 such days it is worth EUR 14006 less than it costs.',
  );
});

it('of a robot that knows the truth it is said that there is none', () => {
  const interval = (mean: number, halfWidth: number) => ({
    ...{ mean, lo: mean - halfWidth, hi: mean + halfWidth, n: 40, confidence: 0.95, sd: 1, halfWidth },
  });
  const told = (npvEur: number, perception: string) => {
    const payback = { years: 2, lo: 2, hi: 2 };
    const arm = { name: 'now', perception, capitalEur: 1000, gainEur: interval(10, 1), payback };
    return whoPays([{ ...arm, npvEur: interval(npvEur, 100) }], scenarioSchema.shape.investment.parse({}));
  };
  expect(told(900, 'distilled')).toMatch(/^A robot pays: now/);
  expect(told(900, 'perfect')).toMatch(/^A robot that knew the truth would pay: now/);
  expect(told(50, 'perfect')).toMatch(
    /^Whether a robot that knew the truth would pay is open: the best is now/,
  );
});

it('prices at which a robot pays are any where even goods that nobody pays for would do', () => {
  expect(pricesText(-0.07, '-0.07 +- 0.08')).toBe('any');
  expect(pricesText(0.32, '0.32')).toBe('0.32');
  expect(pricesText(undefined, '')).toBe('-');
});

it('an arm that is bought on other terms is told on these', () => {
  const interval = (mean: number) => ({
    ...{ mean, lo: mean, hi: mean, n: 2, confidence: 0.95, sd: 0 },
    halfWidth: 0,
  });
  const arm = (name: string, npvEur: number, lifeYears: number) => ({
    ...{ name, capitalEur: 1000, gainEur: interval(10), npvEur: interval(npvEur) },
    ...{ payback: { years: 2, lo: 2, hi: 2 }, investment: { lifeYears, daysPerYear: 250 } },
  });
  const usual = { ...scenarioSchema.shape.investment.parse({}), lifeYears: 5, daysPerYear: 250 };
  expect(whoPays([arm('typical', 100, 5), arm('years-hi', 900, 15)], usual)).toContain(
    'over 15 years of 250 such days',
  );
});

it('contract and floor are named where they are paid, with what they are paid for', () => {
  const none = scenarioSchema.shape.investment.parse({});
  expect(keepText(none)).toBe('');
  expect(keepText({ ...none, contractEurPerYear: 370, floorM2: 20, floorEurPerM2Year: 3.5 })).toBe(
    ', a contract of EUR 370 a robot and year, 20 m2 of floor at EUR 3.5 a m2 and year',
  );
});

it('a sensor costs what the scenario says, else what comes with it', () => {
  const parts = (sensorsEur: object) => {
    const investment = scenarioSchema.shape.investment.parse({ sensorsEur });
    return partsEurOf({ investment }, depotWorld.robots[0]!.sensors, ['visual']);
  };
  expect(parts({})).toBe(400);
  expect(parts({ visual: 250 })).toBe(250);
});
