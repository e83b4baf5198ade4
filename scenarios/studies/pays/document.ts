import { must } from '../../../sim/record/must.ts';
import type { RobotSummary, RunSummary } from '../../../sim/record/summary.ts';
import {
  breakEvenPriceFactor,
  capitalPerYear,
  type Investment,
  netPresentValue,
  paybackYears,
} from '../../../sim/score/investment.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { type Interval, meanInterval, pairedInterval } from '../../stats/interval.ts';
import type { DayOutcome, RobotLooks, Variant } from '../../steps/steps.ts';
import { partsEurOf } from '../day/robots.ts';

/** The same days under one way to work them. */
export interface Arm {
  readonly name: string;
  readonly variant: Variant;
  /** One outcome a day, all arms in the same order. */
  readonly days: readonly DayOutcome[];
}

/** Everything that was played: the first arm does nothing, the second is a person. */
export interface Played {
  readonly noRobot: Arm;
  readonly picker: Arm;
  readonly robots: readonly Arm[];
  readonly main: Arm;
  /** The main arm without one of its robots. */
  readonly without: ReadonlyMap<string, readonly DayOutcome[]>;
}

/** What an arm earns and whether it is worth its capital; EUR of one year, without VAT. */
export interface PaysRow {
  readonly name: string;
  readonly valueEur: Interval;
  readonly eurPerTonne: number;
  readonly co2eKg: number;
  readonly purity: number;
  readonly sortedKgPerH: number;
  readonly capitalEur: number;
  /** A day, against doing nothing. */
  readonly gainEur: Interval;
  readonly npvEur: Interval;
  /** Null: never. */
  readonly paybackYears: number | null;
  /** All prices of what is sold must be so many times as high for a net present value of 0; null where nothing is sold. */
  readonly breakEvenPrices: number | null;
  /** Above this cost of a picker's hour the arm is worth more a year than the picker; null for the reference arms. */
  readonly breakEvenWageEur: number | null;
}

/** One robot of the main arm. */
export interface RobotRow {
  readonly id: string;
  /** Share of the day in which it looks, thinks or moves. */
  readonly busyShare: number;
  /** What the site earns a day with it and not without it; null where it is the only one. */
  readonly addsEur: Interval | null;
  /** What it costs a day of its life, interest and spares included. */
  readonly costsEur: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const values = ({ days }: Pick<Arm, 'days'>) => days.map(({ summary }) => summary.valueEur);
const scaled = (interval: Interval, scale: number, shift: number): Interval => ({
  ...interval,
  ...{ mean: shift + scale * interval.mean, sd: scale * interval.sd, halfWidth: scale * interval.halfWidth },
  ...{ lo: shift + scale * interval.lo, hi: shift + scale * interval.hi },
});

/** Open hours of a day. */
const openHours = ({ days }: Arm) =>
  mean(days.map(({ summary: { massKg, throughputKgPerH } }) => massKg / throughputKgPerH));

/** Mass that was put into a bin, kg. */
const sortedKgOf = ({ outputs }: RunSummary) =>
  outputs.reduce((sum, { id, massKg }) => (id === 'residue' ? sum : sum + massKg), 0);

/** What a robot and the sensors that it looks with cost, EUR. */
function robotEur({ robots, investment }: Scenario, { robot: id, looks }: RobotLooks): number {
  const { sensors } = must(
    robots.find((robot) => robot.id === id),
    'robot of the scenario',
  );
  return investment.robotEur + partsEurOf(sensors, [...new Set(looks.flatMap(({ senses }) => senses))]);
}

/** What an arm costs at once, and of that what needs spares. */
function capitalOf(scenario: Scenario, arm: Arm, { noRobot, picker }: Played) {
  if (arm === noRobot) return { capitalEur: 0, sparedEur: 0 };
  const sparedEur =
    arm === picker ? 0 : arm.variant.robots.reduce((sum, looks) => sum + robotEur(scenario, looks), 0);
  return { capitalEur: scenario.investment.siteEur + sparedEur, sparedEur };
}

function rowOf(scenario: Scenario, arm: Arm, played: Played): PaysRow & { readonly worthEurPerYear: number } {
  const { daysPerYear, sparesShare, lifeYears, interest } = scenario.investment;
  const { capitalEur, sparedEur } = capitalOf(scenario, arm, played);
  const investment: Investment = { capitalEur, lifeYears, interest };
  const gain = pairedInterval(values(arm), values(played.noRobot));
  const yearly = scaled(gain, daysPerYear, -sparesShare * sparedEur);
  const npv = (gainEur: number) => netPresentValue(investment, gainEur);
  const summaries = arm.days.map(({ summary }) => summary);
  const massKg = mean(summaries.map((day) => day.massKg));
  const sortedKg = mean(summaries.map((day) => sortedKgOf(day)));
  const openH = openHours(arm);
  const revenueEurPerYear = daysPerYear * mean(summaries.map((day) => day.revenueEur));
  return {
    name: arm.name,
    valueEur: meanInterval(values(arm)),
    eurPerTonne: (1000 * mean(values(arm))) / massKg,
    co2eKg: mean(summaries.map((day) => day.co2eKg)),
    purity: mean(summaries.map((day) => day.purity)),
    sortedKgPerH: sortedKg / openH,
    ...{ capitalEur, gainEur: gain },
    npvEur: scaled(yearly, npv(1) - npv(0), npv(0)),
    paybackYears: paybackYears(investment, yearly.mean),
    breakEvenPrices: breakEvenPriceFactor(investment, {
      gainEurPerYear: yearly.mean,
      revenueEurPerYear,
    }),
    breakEvenWageEur: null,
    worthEurPerYear: yearly.mean - capitalPerYear(investment),
  };
}

const busy = ({ timeSByState: { SENSE, INFER, MOVE } }: RobotSummary) => SENSE + INFER + MOVE;

function robotRows(scenario: Scenario, { main, without }: Played): RobotRow[] {
  const { lifeYears, interest, sparesShare, daysPerYear } = scenario.investment;
  return main.variant.robots.map((looks, index) => {
    const { robot: id } = looks;
    const capitalEur = robotEur(scenario, looks);
    const less = without.get(id);
    const yearEur = capitalPerYear({ capitalEur, lifeYears, interest }) + sparesShare * capitalEur;
    return {
      id,
      busyShare: mean(
        main.days.map(
          ({ summary }) => busy(must(summary.robots[index], 'robot of a day')) / summary.durationS,
        ),
      ),
      addsEur: less === undefined ? null : pairedInterval(values(main), values({ days: less })),
      costsEur: yearEur / daysPerYear,
    };
  });
}

const euros = (x: number) => `EUR ${x.toFixed(2)}`;

/** What a buyer asks first, in words. */
function answerOf(rows: readonly PaysRow[], { lifeYears }: Scenario['investment'], days: number): string {
  const nothing = must(rows[0], 'no robot');
  const real = rows.filter(({ name }) => name !== nothing.name && name !== 'perfect');
  const best = real.reduce((a, b) => (b.npvEur.mean > a.npvEur.mean ? b : a));
  const { name, gainEur, npvEur, capitalEur, paybackYears: payback } = best;
  const gains = `${name} earns ${euros(gainEur.mean)} a day more (95 % interval ${gainEur.lo.toFixed(2)} to ${gainEur.hi.toFixed(2)})`;
  const doing = `Doing nothing costs ${euros(-nothing.valueEur.mean)} a day.`;
  if (npvEur.lo > 0)
    return `${doing} Over ${days} days, ${gains}, which pays its ${euros(capitalEur)} back in ${payback?.toFixed(1)} years.`;
  if (npvEur.hi < 0)
    return `${doing} Nothing that can be bought pays: over ${days} days the best, ${gains}, but over ${lifeYears} years it is worth ${euros(-npvEur.mean)} less than it costs.`;
  return `${doing} Whether it pays is open: over ${days} days the best, ${gains}; its net present value is ${euros(npvEur.mean)} (${npvEur.lo.toFixed(0)} to ${npvEur.hi.toFixed(0)}).`;
}

/** Puts the arms side by side. */
export function paysDocument(scenario: Scenario, name: string, played: Played) {
  const { noRobot, picker, robots } = played;
  const all = [noRobot, picker, ...robots].map((arm) => rowOf(scenario, arm, played));
  const person = must(all[1], 'picker');
  const openH = openHours(noRobot);
  const { investment, picker: settings } = scenario;
  const rows = all.map(({ worthEurPerYear, ...row }, index): PaysRow => {
    const ahead = person.worthEurPerYear - worthEurPerYear;
    const wage = settings.eurPerHour + ahead / (openH * investment.daysPerYear);
    return index < 2 ? row : { ...row, breakEvenWageEur: wage };
  });
  return {
    ...{ scenario: name, title: scenario.title, seed: scenario.seed, days: noRobot.days.length },
    money: { currency: 'EUR', vat: 'excluded', ...investment, picker: settings },
    ...{ arms: rows, main: played.main.name, robots: robotRows(scenario, played) },
    answer: answerOf(rows, investment, noRobot.days.length),
  };
}

export type PaysDocument = ReturnType<typeof paysDocument>;
