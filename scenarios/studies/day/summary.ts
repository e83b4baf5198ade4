import { must } from '../../../sim/record/must.ts';
import type { Balance, RunSummary } from '../../../sim/record/summary.ts';
import { split } from '../../../sim/score/regret.ts';
import type { OwnFacts } from '../../own/parts.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import type { RunOutcome } from './execute.ts';
import { compareNetworks } from './paired.ts';
import { robotRows } from './robots.ts';

/** One row of the table of perceptions; `regretParts` = free bound minus value, split by what each lifted limit gains (EUR). */
export type PerceptionRow = Readonly<ReturnType<typeof perceptionRow>>;

/** The document of `looptwin run --json` and of summary.json; `networks` are compared item by item on the test set. */
export type RunDocument = Readonly<ReturnType<typeof documentOf> & { fingerprint: string }>;

function perceptionRow(
  summary: RunSummary,
  name: string,
  { bound, liftedEur }: RunOutcome,
  modelId: string | null,
) {
  const { accuracy, purity, recovery, outputs, valueEur, co2eKg, co2eBoundary } = summary;
  const { energyJPerItem, mainsJPerItem, energyShareByState, downtimeS, items } = summary;
  const regretEur = bound.boundEur - valueEur;
  const { parts: regretParts } = split({ policy: valueEur, ...liftedEur }, bound);
  return {
    ...{ name, accuracy, purity, recovery, outputs, valueEur, co2eKg, co2eBoundary },
    ...{
      energyJPerItem,
      mainsJPerItem,
      energyShareByState,
      downtimeS,
      regretEur,
      regretParts,
      items,
      modelId,
    },
  };
}

/** Costs of all causes that begin with a word: travel, planned work and repairs of `maintenance`. */
function costOf({ costEurByCause }: RunSummary, word: string): number {
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

/** Names of what regret is split by, in their order. */
export function regretPartsOf({ perceptions }: RunDocument): (keyof PerceptionRow['regretParts'])[] {
  return Object.keys(perceptions[0]?.regretParts ?? {}) as (keyof PerceptionRow['regretParts'])[];
}

const euros = (eur: number) => `EUR ${eur.toFixed(2)}`;

/** A few plain sentences on what the table means. */
export function findingOf(perceptions: readonly PerceptionRow[], boundEur: number): string {
  const of = (name: string) => perceptions.find((p) => p.name === name);
  const [labels, distilled, teacher] = [of('labels-only'), of('distilled'), of('teacher')];
  const percent = (p: PerceptionRow) => `${(100 * p.accuracy.material).toFixed(1)} %`;
  if (!labels || !distilled || !teacher) {
    const best = must([...perceptions].sort((a, b) => b.valueEur - a.valueEur)[0], 'perception');
    return `On this day, the perception ${best.name} gave the highest value: ${euros(best.valueEur)}. No policy could have earned more than ${euros(boundEur)}.`;
  }
  const gain = distilled.valueEur - labels.valueEur;
  const verdict =
    gain > 0 ? `a gain of ${euros(gain)}` : gain < 0 ? `a loss of ${euros(-gain)}` : 'no difference';
  return (
    `On this day, the camera-only student taught by the full-sensor teacher identified the material of ${percent(distilled)} ` +
    `of the items; without a teacher it identified ${percent(labels)}, and the teacher itself ${percent(teacher)}. ` +
    `The day's value was ${euros(distilled.valueEur)} with the taught student and ${euros(labels.valueEur)} without teaching: ` +
    `${verdict}. No policy could have earned more than ${euros(boundEur)}.`
  );
}

/** Puts a run's outcomes into its document; the fingerprint is filled in by the caller. */
export function documentOf(scenario: Scenario, name: string, outcome: RunOutcome, own?: OwnFacts) {
  const { days, main, bound, trainings } = outcome;
  const [first] = scenario.policies.maintenance;
  const modelOf = (perception: string) =>
    trainings.find((t) => t.step.name === perception)?.outcome.modelId ?? null;
  const perceptions = days
    .filter((day) => day.variant.maintenance === first)
    .map((day) =>
      perceptionRow(day.summary, day.variant.perception, outcome, modelOf(day.variant.perception)),
    );
  const maintenance = days
    .filter((day) => day.variant.perception === main.variant.perception)
    .map((day) =>
      maintenanceRow(day.summary, day.variant.maintenance, day.variant.perception, bound.boundEur),
    );
  const { seed, replication, durationS, items, massKg } = main.summary;
  return {
    scenario: name,
    title: scenario.title,
    money: { prices: scenario.prices, ...scenario.money },
    ...{ seed, replication, durationS, items, massKg, perceptions, maintenance },
    robots: robotRows(scenario, main, own?.senses),
    boundEur: bound.boundEur,
    freeBoundEur: bound.freeBoundEur,
    balance: worstBalance(days),
    networks: compareNetworks(trainings),
    finding: findingOf(perceptions, bound.boundEur),
  };
}
