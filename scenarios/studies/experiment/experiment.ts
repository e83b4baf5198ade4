import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { must } from '../../../sim/record/must.ts';
import { type QuantityName, quantityNames } from '../../schema/day/compare.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { loadScenario } from '../../schema/load.ts';
import { shortName } from '../../schema/reading/source.ts';
import { type Interval, meanInterval, pairedInterval } from '../../stats/interval.ts';
import type { CellOutcome } from '../day/execute.ts';
import { planRun, type RunPlan } from '../day/plan.ts';
import { type RunOptions, withExecution } from '../day/with-execution.ts';

export interface ExperimentOptions extends Omit<RunOptions, 'out' | 'replication'> {
  /** Number of days, each with draws of its own; default 10. */
  readonly replications?: number;
}

export type Estimates = Readonly<Record<QuantityName, Interval>>;

/** One way to run the day, over all replications. */
export interface VariantEstimate {
  readonly perception: string;
  readonly maintenance: string;
  readonly estimates: Estimates;
}

/** Difference of two variants on the same days (common random numbers). */
export interface PairedEstimate {
  readonly better: string;
  readonly than: string;
  readonly estimates: Estimates;
}

/** The document of `looptwin experiment --json`. */
export type ExperimentDocument = Readonly<ReturnType<typeof documentOf>>;

export type Day = CellOutcome['days'][number];
export type Quantity = (day: Day, cell: CellOutcome) => number;

export const confidence = 0.95;

/** How a quantity is printed: head of its column, its unit in a sentence, digits after `scale`. */
export const printed: Readonly<
  Record<QuantityName, { head: string; text: string; digits: number; scale: number }>
> = {
  valueEur: { head: 'EUR a run', text: 'EUR a run', digits: 2, scale: 1 },
  regretEur: { head: 'regret EUR', text: 'EUR of regret a run', digits: 2, scale: 1 },
  accuracyMaterial: { head: 'material %', text: 'points of material accuracy', digits: 1, scale: 100 },
  accuracyClass: { head: 'class %', text: 'points of class accuracy', digits: 1, scale: 100 },
  purity: { head: 'purity %', text: 'points of purity', digits: 1, scale: 100 },
  recovery: { head: 'recovery %', text: 'points of recovery', digits: 1, scale: 100 },
  co2eKg: { head: 'kgCO2e', text: 'kgCO2e a run', digits: 1, scale: 1 },
  energyJPerItem: { head: 'J/item', text: 'J per item', digits: 1, scale: 1 },
  downtimeS: { head: 'down s', text: 's of downtime a run', digits: 0, scale: 1 },
};

/** What is estimated of each variant, in the units of the name. */
export const quantities: Readonly<Record<QuantityName, Quantity>> = {
  valueEur: (day) => day.summary.valueEur,
  regretEur: (day, cell) => cell.bound.boundEur - day.summary.valueEur,
  accuracyMaterial: (day) => day.summary.accuracy.material,
  accuracyClass: (day) => day.summary.accuracy.class,
  purity: (day) => day.summary.purity,
  recovery: (day) => day.summary.recovery,
  co2eKg: (day) => day.summary.co2eKg,
  energyJPerItem: (day) => day.summary.energyJPerItem,
  downtimeS: (day) => day.summary.downtimeS,
};

function seriesOf(cells: readonly CellOutcome[], variant: number, name: QuantityName): number[] {
  return cells.map((cell) => quantities[name](must(cell.days[variant], 'day of a variant'), cell));
}

/** An interval of every quantity. */
export function estimatesOf(of: (name: QuantityName) => Interval): Estimates {
  return Object.fromEntries(quantityNames.map((name) => [name, of(name)])) as Record<QuantityName, Interval>;
}

/** The plans of so many days. */
export function plansOf(scenario: Scenario, seed: number, count: number): RunPlan[] {
  return Array.from({ length: count }, (_, replication) => planRun(scenario, { seed, replication }));
}

/** The comparisons a reader asks for first: students and teacher against labels only, policies against the first. */
function pairsOf(cells: readonly CellOutcome[]): PairedEstimate[] {
  const days = cells[0]?.days ?? [];
  const first = days[0]?.variant.maintenance;
  const nameOf = (day: Day) =>
    day.variant.maintenance === first
      ? day.variant.perception
      : `${day.variant.perception} + ${day.variant.maintenance}`;
  const base = days.findIndex((d) => nameOf(d) === 'labels-only');
  return days.flatMap((day, i) => {
    const sameMaintenance = day.variant.maintenance === first;
    const main = days.findIndex((d) => d.variant.perception === day.variant.perception);
    const than = sameMaintenance ? base : main;
    const other = days[than];
    if (other === undefined || other === day) return [];
    const estimates = estimatesOf((name) =>
      pairedInterval(seriesOf(cells, i, name), seriesOf(cells, than, name), confidence),
    );
    return [{ better: nameOf(day), than: nameOf(other), estimates }];
  });
}

const range = (i: Interval, digits: number, scale = 1) =>
  `${(scale * i.mean).toFixed(digits)} (95 % interval ${(scale * i.lo).toFixed(digits)} to ${(scale * i.hi).toFixed(digits)})`;

/** The answer in one sentence with numbers and an interval. */
function answerOf(document: {
  readonly variants: readonly VariantEstimate[];
  readonly paired: readonly PairedEstimate[];
  readonly replications: number;
}): string {
  const runs = `Over ${document.replications} runs`;
  const pair = document.paired.find((p) => p.better === 'distilled') ?? document.paired[0];
  if (!pair) {
    const only = must(document.variants[0], 'variant');
    return `${runs} ${only.perception} earned EUR ${range(only.estimates.valueEur, 2)} a run.`;
  }
  const accuracy = range(pair.estimates.accuracyMaterial, 1, 100);
  const value = range(pair.estimates.valueEur, 2);
  return `${runs}, ${pair.better} minus ${pair.than}: material accuracy ${accuracy} points, value EUR ${value} a run.`;
}

function documentOf(
  scenario: Scenario,
  name: string,
  seed: number,
  cells: readonly CellOutcome[],
  failures: readonly { readonly replication: number; readonly error: string }[],
) {
  const variants = must(cells[0], 'day').days.map((day, i) => ({
    perception: day.variant.perception,
    maintenance: day.variant.maintenance,
    estimates: estimatesOf((name) => meanInterval(seriesOf(cells, i, name), confidence)),
  }));
  const days = cells.map((cell) => cell.days.map((d) => d.eventHash));
  const head = { scenario: name, title: scenario.title, seed, replications: cells.length, confidence };
  const body = { variants, paired: pairsOf(cells) };
  const boundEur = meanInterval(
    cells.map((cell) => cell.bound.boundEur),
    confidence,
  );
  const hashed = JSON.parse(JSON.stringify({ days, ...body, boundEur })) as JsonValue;
  const fingerprint = sha256Hex(canonicalJson(hashed));
  return { ...head, fingerprint, ...body, boundEur, failures, answer: answerOf({ ...head, ...body }) };
}

/**
 * Plays many days of a scenario and estimates every figure with its interval. Days that were played before come from
 * the cache, so a stopped experiment goes on where it was. A day that fails is reported and the others go on.
 */
export async function experiment(
  nameOrPath = 'quickstart',
  options: ExperimentOptions = {},
): Promise<ExperimentDocument> {
  const scenario = loadScenario(nameOrPath, options.set, options.cwd);
  const seed = options.seed ?? scenario.seed;
  const count = options.replications ?? 10;
  const name = shortName(nameOrPath);
  return withExecution(options, async (execution, { signal }) => {
    const plans = plansOf(scenario, seed, count);
    for (const plan of plans) execution.expectCell(plan);
    const settled = await Promise.allSettled(plans.map((plan) => execution.cell(plan)));
    signal.throwIfAborted();
    const cells = settled.flatMap((s) => (s.status === 'fulfilled' ? [s.value] : []));
    const errors = settled.flatMap((s, replication) =>
      s.status === 'rejected' ? [{ replication, reason: s.reason as unknown }] : [],
    );
    if (cells.length === 0) throw errors[0]?.reason;
    const failures = errors.map(({ replication, reason }) => ({
      replication,
      error: String((reason as Error)?.message ?? reason),
    }));
    return documentOf(scenario, name, seed, cells, failures);
  });
}
