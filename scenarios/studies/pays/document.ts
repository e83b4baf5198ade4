import { must } from '../../../sim/record/must.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { type Interval, meanInterval, pairedInterval, ratioInterval, scaled } from '../../stats/interval.ts';
import type { Variant } from '../../steps/steps.ts';
import type { DayFound } from '../day/execute.ts';
import { busyShareOf } from '../day/robots.ts';
import {
  capitalOf,
  type Earned,
  robotEur,
  robotEurPerYear,
  shownDays,
  sortedKgOf,
  termsOf,
  type Worth,
  whoPays,
  worthOf,
} from '../worth/economics.ts';

/** The same days under one way to work them, one outcome a day, all arms in the same order. */
export interface Arm {
  readonly variant: Variant;
  readonly days: readonly DayFound[];
}

/** Everything that was played: nobody, a person, the robots under each perception. */
export interface Played {
  readonly arms: readonly Arm[];
  readonly main: Arm;
  /** The main arm without one of its robots. */
  readonly without: ReadonlyMap<string, readonly DayFound[]>;
}

/** What an arm earns and whether it is worth its capital; EUR of one year, without VAT. */
export interface PaysRow extends Worth {
  readonly name: string;
  /** EUR a run. */
  readonly valueEur: Interval;
  readonly eurPerTonne: Interval;
  readonly co2eKg: number;
  readonly purity: number;
  readonly sortedKgPerH: Interval;
  /** Mass put into outputs, kg, by hour since the start, mean over the days. */
  readonly sortedKgByHour: readonly number[];
}

/** One robot of the main arm. */
export interface RobotRow {
  readonly id: string;
  /** Share of the day in which it looks, thinks or moves. */
  readonly busyShare: Interval;
  /** What the site earns a day with it and not without it; null where it is the only one. */
  readonly addsEur: Interval | null;
  /** What it costs a day of its life, interest, spares and contract included. */
  readonly costsEur: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const values = ({ days }: Pick<Arm, 'days'>) => days.map(({ summary }) => summary.valueEur);

function armOf({ arms }: Played, instead: (one: Variant['instead']) => boolean): Arm {
  return must(
    arms.find(({ variant }) => instead(variant.instead)),
    'arm without robots',
  );
}

function earnedBy(scenario: Scenario, { variant, days }: Arm, nothing: Arm): Earned {
  const idle = values(nothing);
  const money = days.map(({ summary: { valueEur, revenueEur } }, day) => {
    return { valueEur, gainEur: valueEur - must(idle[day], 'day'), revenueEur };
  });
  return { name: variant.perception, capital: capitalOf(scenario, variant), runs: money };
}

function rowOf(scenario: Scenario, arm: Arm, played: Played): PaysRow {
  const nothing = armOf(played, (instead) => instead === 'nobody');
  const picker = armOf(played, (instead) => typeof instead === 'object');
  const terms = termsOf(scenario);
  const summaries = arm.days.map(({ summary }) => summary);
  const massKg = summaries.map((day) => day.massKg);
  const hours = must(summaries[0], 'day').sortedKgByHour;
  return {
    name: arm.variant.perception,
    valueEur: meanInterval(values(arm)),
    eurPerTonne: scaled(ratioInterval(values(arm), massKg), 1000),
    co2eKg: mean(summaries.map((day) => day.co2eKg)),
    purity: mean(summaries.map((day) => day.purity)),
    sortedKgPerH: scaled(meanInterval(summaries.map(sortedKgOf)), 1 / (terms.openH * terms.days)),
    sortedKgByHour: hours.map((_, hour) => mean(summaries.map((day) => day.sortedKgByHour[hour] ?? 0))),
    ...worthOf(terms, earnedBy(scenario, arm, nothing), earnedBy(scenario, picker, nothing)),
  };
}

function robotRows(scenario: Scenario, { main, without }: Played): RobotRow[] {
  const { daysPerYear } = scenario.investment;
  const { days: runDays } = termsOf(scenario);
  return main.variant.robots.map((looks, index) => {
    const { robot: id } = looks;
    const less = without.get(id);
    return {
      id,
      busyShare: meanInterval(
        main.days.map(({ summary }) => busyShareOf(must(summary.robots[index], 'robot'))),
      ),
      addsEur:
        less === undefined ? null : scaled(pairedInterval(values(main), values({ days: less })), 1 / runDays),
      costsEur: robotEurPerYear(scenario, robotEur(scenario, looks)) / daysPerYear,
    };
  });
}

/** A robot that adds less than it costs, in words; nothing where all add more. */
function tooMany(robots: readonly RobotRow[]): string {
  const idle = robots.filter(({ addsEur, costsEur }) => addsEur !== null && addsEur.hi < costsEur);
  if (idle.length === 0) return '';
  const told = idle.map(
    ({ id, addsEur, costsEur }) =>
      `${id} adds EUR ${addsEur?.mean.toFixed(2)} and costs ${costsEur.toFixed(2)}`,
  );
  return ` One robot too many: a day, ${told.join('; ')}.`;
}

/** Puts the arms side by side. */
export function paysDocument(scenario: Scenario, name: string, played: Played) {
  const rows = played.arms.map((arm) => rowOf(scenario, arm, played));
  const { investment, picker } = scenario;
  const days = played.main.days.length;
  const nothing = must(rows[0], 'no robot').dayEur.mean;
  const { days: runDays } = termsOf(scenario);
  const over = runDays === 1 ? `${days} days` : `${days} runs of ${shownDays(runDays)} days`;
  const robots = robotRows(scenario, played);
  return {
    ...{ scenario: name, title: scenario.title, seed: scenario.seed, days, runDays },
    startHour: scenario.site.startHour,
    money: { prices: scenario.prices, ...scenario.money, ...investment, picker },
    ...{ arms: rows, main: played.main.variant.perception, robots },
    answer: `Doing nothing costs EUR ${(-nothing).toFixed(2)} a day. Over ${over}: ${whoPays(rows, investment)}${tooMany(robots)}`,
  };
}

export type PaysDocument = ReturnType<typeof paysDocument>;
