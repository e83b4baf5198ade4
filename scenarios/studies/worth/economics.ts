import { must } from '../../../sim/record/must.ts';
import type { RunSummary } from '../../../sim/record/summary.ts';
import {
  breakEvenPriceFactor,
  capitalPerYear,
  type Investment,
  netPresentValue,
  paybackYears,
} from '../../../sim/score/investment.ts';
import { openSeconds, workingDays } from '../../../sim/site/day.ts';
import { isReference } from '../../../sim/site/reference.ts';
import { isAblation } from '../../../sim/site/robot/condition.ts';
import type { PartsEur } from '../../own/parts.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { type Interval, meanInterval, ratioInterval } from '../../stats/interval.ts';
import type { RobotLooks, Variant } from '../../steps/steps.ts';
import { partsEurOf } from './parts.ts';

/** What an arm costs at once, EUR, and each year beside that: spares, contracts, floor. */
export interface Capital {
  readonly capitalEur: number;
  readonly keepEurPerYear: number;
}

/** What turns days into years of money: EUR of one year, without VAT. */
export interface Terms extends Pick<Scenario, 'investment' | 'picker'> {
  /** Working days of a run: money is told for one of them. */
  readonly days: number;
  /** Open hours of a working day. */
  readonly openH: number;
}

/** What an arm earns in a run, what that is more than doing nothing brings, and what it takes, EUR. */
export interface RunMoney {
  readonly valueEur: number;
  readonly gainEur: number;
  readonly revenueEur: number;
}

/** Years until capital has come back: the mean, and what the ends of the interval of the gains make of it. Null: never. */
export interface Payback {
  readonly years: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

/** Whether an arm is worth its capital, with intervals over the runs. */
export interface Worth extends Capital {
  /** What it earns a working day, EUR. */
  readonly dayEur: Interval;
  /** The same against doing nothing. */
  readonly gainEur: Interval;
  readonly npvEur: Interval;
  readonly payback: Payback;
  /** All prices of what is sold must be so many times as high for a net present value of 0; null where nothing is sold. */
  readonly breakEvenPrices: Interval | null;
  /** Above this cost of a picker's hour the arm is worth more than the picker; null for an arm without robots. */
  readonly breakEvenWageEur: Interval | null;
}

export function termsOf({
  investment,
  picker,
  site,
}: Pick<Scenario, 'investment' | 'picker' | 'site'>): Terms {
  const days = workingDays(site);
  return { investment, picker, days, openH: openSeconds(site) / 3600 / days };
}

/** Working days of a run as they are told: whole, or to a tenth. */
export const shownDays = (days: number) => String(Number(days.toFixed(1)));

/** What a robot and the sensors that it looks with cost, EUR; parts of the caller's senses are told. */
export function robotEur(scenario: Scenario, { robot: id, looks }: RobotLooks, own?: PartsEur): number {
  const { robots, investment } = scenario;
  const { sensors } = must(
    robots.find((robot) => robot.id === id),
    'robot of the scenario',
  );
  const senses = [...new Set(looks.flatMap((look) => look.senses))];
  return investment.robotEur + partsEurOf(scenario, sensors, senses, own);
}

/** What a robot that was bought for so much costs a year of its life, EUR: that with interest, spares and its contract. */
export function robotEurPerYear({ investment }: Pick<Scenario, 'investment'>, capitalEur: number): number {
  const { lifeYears, interest, sparesShare, contractEurPerYear } = investment;
  return capitalPerYear({ capitalEur, lifeYears, interest }) + sparesShare * capitalEur + contractEurPerYear;
}

/** What an arm costs: nothing for nobody, belt, frame and floor for a person, these and the robots otherwise. */
export function capitalOf(scenario: Scenario, { instead, robots }: Variant, own?: PartsEur): Capital {
  if (instead === 'nobody') return { capitalEur: 0, keepEurPerYear: 0 };
  const { investment } = scenario;
  const eur = instead === undefined ? robots.map((looks) => robotEur(scenario, looks, own)) : [];
  const robotsEur = eur.reduce((sum, one) => sum + one, 0);
  const contractsEur = eur.length * investment.contractEurPerYear;
  const floorEur = investment.floorM2 * investment.floorEurPerM2Year;
  return {
    capitalEur: investment.siteEur + robotsEur,
    keepEurPerYear: investment.sparesShare * robotsEur + contractsEur + floorEur,
  };
}

/** What an arm costs a year whether it works or not, EUR: its capital with interest over its life, spares, contracts and floor. */
export function armEurPerYear({ investment }: Pick<Scenario, 'investment'>, capital: Capital): number {
  return capitalPerYear(investmentOf({ investment }, capital)) + capital.keepEurPerYear;
}

/** EUR that a gain of each day comes to in a year, spares, contracts and floor paid. */
function yearly({ investment }: Terms, { keepEurPerYear }: Capital, gainEur: number): number {
  return investment.daysPerYear * gainEur - keepEurPerYear;
}

const investmentOf = ({ investment }: Pick<Terms, 'investment'>, { capitalEur }: Capital): Investment => ({
  ...{ capitalEur, lifeYears: investment.lifeYears, interest: investment.interest },
});

/** Net present value, EUR, of an arm whose working days all gain so many EUR. */
export function npvOf(terms: Terms, capital: Capital, gainEur: number): number {
  return netPresentValue(investmentOf(terms, capital), yearly(terms, capital, gainEur));
}

/** EUR a year after the capital's share of it. */
function yearWorth(terms: Terms, capital: Capital, { gainEur }: RunMoney): number {
  return yearly(terms, capital, gainEur) - capitalPerYear(investmentOf(terms, capital));
}

/** Years in which an arm that gains so much a working day pays its capital back. */
export function paybackOf(terms: Terms, capital: Capital, { mean, lo, hi }: Interval): Payback {
  const years = (gainEur: number) =>
    Number.isFinite(gainEur)
      ? paybackYears(investmentOf(terms, capital), yearly(terms, capital, gainEur))
      : null;
  return { years: years(mean), lo: years(hi), hi: years(lo) };
}

function breakEvenPricesOf(terms: Terms, capital: Capital, days: readonly RunMoney[]): Interval | null {
  const { daysPerYear } = terms.investment;
  const gains = days.map(({ gainEur }) => yearly(terms, capital, gainEur));
  const revenues = days.map(({ revenueEur }) => daysPerYear * revenueEur);
  const [gainEurPerYear, revenueEurPerYear] = [gains, revenues].map((all) => meanInterval(all).mean);
  const investment = investmentOf(terms, capital);
  const facts = { gainEurPerYear: gainEurPerYear ?? 0, revenueEurPerYear: revenueEurPerYear ?? 0 };
  const mean = breakEvenPriceFactor(investment, facts);
  if (mean === null) return null;
  const missing = gains.map((gain) => capitalPerYear(investment) - gain);
  const { lo, hi, ...ratio } = ratioInterval(missing, revenues);
  return { ...ratio, mean, lo: 1 + lo, hi: 1 + hi };
}

/** The runs of an arm, and what it costs; those of several arms in the same order. */
export interface Earned {
  readonly name: string;
  readonly capital: Capital;
  readonly runs: readonly RunMoney[];
}

/** What a working day of each run brought. */
function daily({ days }: Terms, { runs }: Earned): RunMoney[] {
  return runs.map(({ valueEur, gainEur, revenueEur }) => ({
    ...{ valueEur: valueEur / days, gainEur: gainEur / days, revenueEur: revenueEur / days },
  }));
}

/** Whether an arm is worth its capital, over runs that the person of `picker` worked too. */
export function worthOf(terms: Terms, arm: Earned, picker: Earned): Worth {
  const { name, capital } = arm;
  const { daysPerYear } = terms.investment;
  const [days, persons] = [daily(terms, arm), daily(terms, picker)];
  const gainEur = meanInterval(days.map((day) => day.gainEur));
  const wages = days.map((day, index) => {
    const person = yearWorth(terms, picker.capital, must(persons[index], 'day of a picker'));
    const ahead = person - yearWorth(terms, capital, day);
    return terms.picker.eurPerHour + ahead / (terms.openH * daysPerYear);
  });
  return {
    ...capital,
    dayEur: meanInterval(days.map((day) => day.valueEur)),
    gainEur,
    npvEur: meanInterval(days.map((day) => npvOf(terms, capital, day.gainEur))),
    payback: paybackOf(terms, capital, gainEur),
    breakEvenPrices: breakEvenPricesOf(terms, capital, days),
    breakEvenWageEur: isReference(name) || terms.openH === 0 ? null : meanInterval(wages),
  };
}

/** `3.2 (2.5 to never)`: the mean, and what the ends of the interval of the gains make of it. */
export function paybackText({ years, lo, hi }: Payback): string {
  const told = (value: number | null) => (value === null ? 'never' : value.toFixed(1));
  // One day has no interval.
  return lo === hi ? told(years) : `${told(years)} (${told(lo)} to ${told(hi)})`;
}

/** The break-even of prices as a table shows it: below 0 even goods that nobody pays for would do, by the fees that they save. */
export const pricesText = (mean: number | null | undefined, shown: string): string =>
  mean === null || mean === undefined ? '-' : mean < 0 ? 'any' : shown;

/** Mass that was put into a bin, kg. */
export function sortedKgOf({ outputs }: Pick<RunSummary, 'outputs'>): number {
  return outputs.reduce((sum, { id, massKg }) => (id === 'residue' ? sum : sum + massKg), 0);
}

/** An arm as the answer names it. */
export interface Told extends Pick<Worth, 'gainEur' | 'npvEur' | 'payback' | 'capitalEur'> {
  readonly name: string;
  /** What its robots see with, where its name does not say so. */
  readonly perception?: string;
  /** On what terms it is bought, where these are not those of all arms. */
  readonly investment?: Pick<Scenario['investment'], 'lifeYears' | 'daysPerYear'>;
}

/** What a day brings against doing nothing, as a clause. */
function gainText({ mean, lo, hi, halfWidth }: Interval): string {
  const [sign, word] = mean < 0 ? [-1, 'less'] : [1, 'more'];
  const ends = [sign * lo, sign * hi].sort((a, b) => a - b).map((x) => x.toFixed(2));
  const interval = Number.isFinite(halfWidth) ? ` (95 % interval ${ends.join(' to ')})` : '';
  return `earns EUR ${(sign * mean).toFixed(2)} a day ${word} than doing nothing${interval}`;
}

/**
 * What a buyer asks first, in one sentence: which robot pays and by how much against doing nothing, or that none does. The
 * ablations cannot be bought: where nothing else was played, it is told of a robot that there is not.
 */
export function whoPays(arms: readonly Told[], usual: Scenario['investment']): string {
  const robots = arms.filter(({ name, perception = name }) => !isReference(name) && !isAblation(perception));
  const [first, ...others] = robots.length > 0 ? robots : arms.filter(({ name }) => !isReference(name));
  if (first === undefined) return 'No robot was played.';
  const best = others.reduce((a, b) => (b.npvEur.mean > a.npvEur.mean ? b : a), first);
  const { name, gainEur, npvEur, payback, capitalEur, investment = usual } = best;
  const { lifeYears, daysPerYear } = investment;
  const days = `${lifeYears} years of ${daysPerYear} such days`;
  const gains = gainText(gainEur);
  const worth = `EUR ${Math.abs(npvEur.mean).toFixed(0)}`;
  const certain = Number.isFinite(npvEur.halfWidth);
  const ablation = first.perception === 'perfect' ? 'that knew the truth' : 'that saw what none does';
  const isReal = robots.length > 0;
  if (certain && npvEur.lo < 0 && npvEur.hi > 0)
    return `Whether a robot ${isReal ? 'pays' : `${ablation} would pay`} is open: the best is ${name}, which ${gains}, and over ${days} its net present value is EUR ${npvEur.mean.toFixed(0)} (${npvEur.lo.toFixed(0)} to ${npvEur.hi.toFixed(0)}).`;
  if (npvEur.mean > 0)
    return `A robot ${isReal ? 'pays' : `${ablation} would pay`}: ${name} ${gains}; that pays its EUR ${capitalEur.toFixed(0)} back in ${payback.years?.toFixed(1)} years and is worth ${worth} more than it costs over ${days}.`;
  const though = gainEur.mean < 0 ? 'and' : 'but';
  return `${isReal ? 'No robot pays' : `Not even a robot ${ablation} would pay`}: the best is ${name}, which ${gains}, ${though} over ${days} it is worth ${worth} less than it costs.`;
}
