import { must } from '../../../sim/record/must.ts';
import type { Balance, RunSummary } from '../../../sim/record/summary.ts';
import { isReference } from '../../../sim/site/reference.ts';
import type { OwnFacts } from '../../own/parts.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import type { Variant } from '../../steps/steps.ts';
import {
  capitalOf,
  type Earned,
  type RunMoney,
  shownDays,
  sortedKgOf,
  termsOf,
  type Worth,
  whoPays,
  worthOf,
} from '../worth/economics.ts';
import type { DayFound, RunOutcome } from './execute.ts';
import { compareNetworks } from './paired.ts';
import { robotRows, type WithoutEur } from './robots.ts';

/**
 * One row of the table of perceptions, or of an arm in which no robot works: what binds robots does not bind a person, so these
 * have no regret. Money is EUR of one year without VAT, gains are against doing nothing.
 */
export type PerceptionRow = Readonly<ReturnType<typeof perceptionRow>>;

/** The document of `looptwin run --json` and of summary.json; `networks` are compared item by item on the test set. */
export type RunDocument = Readonly<ReturnType<typeof documentOf> & { fingerprint: string }>;

function perceptionRow(day: DayFound, worth: Worth, boundEur: number, modelId: string | null) {
  const { summary, variant } = day;
  const { accuracy, purity, recovery, outputs, valueEur, co2eKg, co2eBoundary } = summary;
  const { energyJPerItem, mainsJPerItem, energyShareByState, downtimeS, items } = summary;
  const { massKg, sortedKgByHour } = summary;
  const { capitalEur, gainEur, npvEur, payback, breakEvenPrices, breakEvenWageEur } = worth;
  return {
    ...{ name: variant.perception, accuracy, purity, recovery, outputs, valueEur, co2eKg, co2eBoundary },
    ...{ energyJPerItem, mainsJPerItem, energyShareByState, downtimeS, items, modelId },
    looking: lookingOf(summary),
    ...(summary.nextUse === undefined ? {} : { nextUse: summary.nextUse }),
    regretEur: boundEur - valueEur,
    eurPerTonne: massKg === 0 ? 0 : (1000 * valueEur) / massKg,
    ...{ sortedKg: sortedKgOf(summary), sortedKgByHour, capitalEur, gainEur: gainEur.mean },
    dayEur: worth.dayEur.mean,
    ...{ npvEur: npvEur.mean, paybackYears: payback.years },
    breakEvenPrices: breakEvenPrices?.mean ?? null,
    breakEvenWageEur: breakEvenWageEur?.mean ?? null,
  };
}

/** Looks at an item that was seen, and what sensing and thinking took for it, J. */
function lookingOf({ robots }: RunSummary) {
  const sum = (of: (robot: RunSummary['robots'][number]) => number) =>
    robots.reduce((total, robot) => total + of(robot), 0);
  const seen = Math.max(
    1,
    sum(({ seen }) => seen),
  );
  return {
    looksPerItem: sum(({ looks }) => looks) / seen,
    senseJPerItem: sum(({ energyJByState }) => energyJByState.SENSE) / seen,
    inferJPerItem: sum(({ energyJByState }) => energyJByState.INFER) / seen,
  };
}

/** What each arm of a day is worth, against the day with nobody there. */
function worths(scenario: Scenario, days: readonly DayFound[], own?: OwnFacts): Worth[] {
  const terms = termsOf(scenario);
  const dayOf = (instead: (one: Variant['instead']) => boolean) =>
    must(
      days.find(({ variant }) => instead(variant.instead)),
      'arm without robots',
    );
  const nothing = dayOf((instead) => instead === 'nobody').summary.valueEur;
  const earned = ({ variant, summary: { valueEur, revenueEur } }: DayFound): Earned => {
    const money: RunMoney = { valueEur, gainEur: valueEur - nothing, revenueEur };
    return { name: variant.perception, capital: capitalOf(scenario, variant, own?.senses), runs: [money] };
  };
  const picker = earned(dayOf((instead) => typeof instead === 'object'));
  return days.map((day) => worthOf(terms, earned(day), picker));
}

/** Costs of all causes that begin with a word: travel, planned work and repairs of `maintenance`. */
export function costOf({ costEurByCause }: RunSummary, word: string): number {
  return Object.entries(costEurByCause)
    .filter(([cause]) => cause.startsWith(word))
    .reduce((sum, [, eur]) => sum + eur, 0);
}

/** One row of the table of maintenance policies. */
function maintenanceRow(summary: RunSummary, name: string, perception: string, boundEur: number) {
  const sum = (pick: (asset: RunSummary['assets'][number]) => number) =>
    summary.assets.reduce((total, asset) => total + pick(asset), 0);
  return {
    name,
    perception,
    valueEur: summary.valueEur,
    maintenanceEur: costOf(summary, 'maintenance'),
    failures: sum((a) => a.failures),
    visits: sum((a) => a.visits),
    downtimeS: summary.downtimeS,
    regretEur: boundEur - summary.valueEur,
  };
}

/** The worst residual over all days: what has to stay below 1e-9. */
function worstBalance(days: readonly { summary: RunSummary }[]): Balance {
  const worst = (pick: (balance: Balance) => number) =>
    Math.max(...days.map((day) => Math.abs(pick(day.summary.balance))));
  return { mass: worst((b) => b.mass), energy: worst((b) => b.energy), money: worst((b) => b.money) };
}

const euros = (eur: number) => `EUR ${eur.toFixed(2)}`;

/** A few plain sentences on what the table means. */
export function findingOf(perceptions: readonly PerceptionRow[], boundEur: number, runDays = 1): string {
  const [when, what] =
    runDays === 1 ? ['On this day', 'day'] : [`Over these ${shownDays(runDays)} days`, 'run'];
  const of = (name: string) => perceptions.find((p) => p.name === name);
  const [labels, distilled, teacher] = [of('labels-only'), of('distilled'), of('teacher')];
  const percent = (p: PerceptionRow) => `${(100 * p.accuracy.material).toFixed(1)} %`;
  if (!labels || !distilled || !teacher) {
    const seeing = perceptions.filter((p) => !isReference(p.name));
    const best = must([...seeing].sort((a, b) => b.valueEur - a.valueEur)[0], 'perception');
    return `${when}, the perception ${best.name} gave the highest value: ${euros(best.valueEur)}. No policy could have earned more than ${euros(boundEur)}.`;
  }
  const gain = distilled.valueEur - labels.valueEur;
  const verdict =
    gain > 0 ? `a gain of ${euros(gain)}` : gain < 0 ? `a loss of ${euros(-gain)}` : 'no difference';
  return (
    `${when}, the camera-only student taught by the full-sensor teacher identified the material of ${percent(distilled)} ` +
    `of the items; without a teacher it identified ${percent(labels)}, and the teacher itself ${percent(teacher)}. ` +
    `The ${what}'s value was ${euros(distilled.valueEur)} with the taught student and ${euros(labels.valueEur)} without teaching: ` +
    `${verdict}. No policy could have earned more than ${euros(boundEur)}.`
  );
}

/** The model of the first look of a way of seeing; null where no network looks. */
function modelsOf(trainings: RunOutcome['trainings']) {
  return ({ robots }: Variant): string | null => {
    const address = robots[0]?.looks[0]?.model;
    return trainings.find(({ step }) => step.address === address)?.outcome.modelId ?? null;
  };
}

/** Puts a run's outcomes into its document; the fingerprint is filled in by the caller. */
export function documentOf(
  scenario: Scenario,
  name: string,
  outcome: RunOutcome & { readonly withoutEur: WithoutEur },
  own?: OwnFacts,
) {
  const { days, main, bound, withoutEur, trainings } = outcome;
  const [first] = scenario.policies.maintenance;
  const modelOf = modelsOf(trainings);
  const usual = days.filter((day) => day.variant.maintenance === first);
  const worth = worths(scenario, usual, own);
  const perceptions = usual.map((day, index) =>
    perceptionRow(day, must(worth[index], 'worth'), bound.boundEur, modelOf(day.variant)),
  );
  const told = perceptions.map(({ name }, index) => ({ name, ...must(worth[index], 'worth') }));
  const paying = whoPays(told, scenario.investment);
  const maintenance = days
    .filter((day) => day.variant.perception === main.variant.perception)
    .map((day) =>
      maintenanceRow(day.summary, day.variant.maintenance, day.variant.perception, bound.boundEur),
    );
  const { seed, replication, durationS, items, massKg } = main.summary;
  return {
    scenario: name,
    title: scenario.title,
    ...{ seed, replication, durationS, items, massKg, perceptions, maintenance },
    startHour: scenario.site.startHour,
    paying,
    robots: robotRows(scenario, { ...main, withoutEur }, own?.senses),
    boundEur: bound.boundEur,
    freeBoundEur: bound.freeBoundEur,
    balance: worstBalance(days),
    networks: compareNetworks(trainings),
    money: {
      ...{ prices: scenario.prices, ...scenario.money, ...scenario.investment, picker: scenario.picker },
      runDays: termsOf(scenario).days,
    },
    finding: `${paying} ${findingOf(perceptions, bound.boundEur, termsOf(scenario).days)}`,
  };
}
