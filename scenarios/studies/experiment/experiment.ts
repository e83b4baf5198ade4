import type { BackendName } from '../../../models/engine/found.ts';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { must } from '../../../sim/record/must.ts';
import { type QuantityName, quantityNames } from '../../schema/day/compare.ts';
import quantities from '../../schema/day/quantities.json' with { type: 'json' };
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

/** The document of `looptwin experiment --json`. */
export type ExperimentDocument = Readonly<ReturnType<typeof documentOf>>;

export type Day = CellOutcome['days'][number];

export const confidence = 0.95;

/** How a quantity is printed: head of its column, its unit in a sentence, digits after `scale`. */
export const printed: Readonly<Record<QuantityName, (typeof quantities)['valueEur']>> = quantities;

/** What is estimated of a variant, in the units of the name. */
export function quantityOf(name: QuantityName, { summary }: Day, { bound }: CellOutcome): number {
  if (name === 'regretEur') return bound.boundEur - summary.valueEur;
  if (name === 'accuracyMaterial') return summary.accuracy.material;
  return name === 'accuracyClass' ? summary.accuracy.class : summary[name];
}

function seriesOf(cells: readonly CellOutcome[], variant: number, name: QuantityName): number[] {
  return cells.map((cell) => quantityOf(name, must(cell.days[variant], 'day of a variant'), cell));
}

/** An interval of every quantity. */
export function estimatesOf(of: (name: QuantityName) => Interval): Estimates {
  return Object.fromEntries(quantityNames.map((name) => [name, of(name)])) as Record<QuantityName, Interval>;
}

/** The plans of so many days. */
export function plansOf(scenario: Scenario, seed: number, count: number, backend: BackendName): RunPlan[] {
  return Array.from({ length: count }, (_, replication) => planRun(scenario, { seed, replication }, backend));
}

/** Each way to run the day, over all replications. */
function variantsOf(cells: readonly CellOutcome[]) {
  return must(cells[0], 'day').days.map(({ variant: { perception, maintenance } }, i) => ({
    ...{ perception, maintenance },
    estimates: estimatesOf((name) => meanInterval(seriesOf(cells, i, name), confidence)),
  }));
}

/** The comparisons a reader asks for first, on the same days (common random numbers): students and teacher against labels only, policies against the first. */
function pairsOf(cells: readonly CellOutcome[]) {
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
function answerOf(
  variants: ReturnType<typeof variantsOf>,
  paired: ReturnType<typeof pairsOf>,
  replications: number,
): string {
  const runs = `Over ${replications} runs`;
  const pair = paired.find((p) => p.better === 'distilled') ?? paired[0];
  if (!pair) {
    const only = must(variants[0], 'variant');
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
  const days = cells.map((cell) => cell.days.map((d) => d.eventHash));
  const head = { scenario: name, title: scenario.title, seed, replications: cells.length, confidence };
  const body = { variants: variantsOf(cells), paired: pairsOf(cells) };
  const boundEur = meanInterval(
    cells.map((cell) => cell.bound.boundEur),
    confidence,
  );
  const hashed = JSON.parse(JSON.stringify({ days, ...body, boundEur })) as JsonValue;
  const fingerprint = sha256Hex(canonicalJson(hashed));
  return {
    ...head,
    fingerprint,
    ...body,
    boundEur,
    failures,
    answer: answerOf(body.variants, body.paired, cells.length),
  };
}

/**
 * Plays many days of a scenario and estimates every figure with its interval. Days that were played before come from
 * the cache, so a stopped experiment goes on where it was. A day that fails is reported and the others go on.
 */
export async function experiment(
  nameOrPath = 'quickstart',
  options: ExperimentOptions = {},
): Promise<ExperimentDocument> {
  const scenario = loadScenario(nameOrPath, options.set, options.cwd, options.cacheDir);
  const seed = options.seed ?? scenario.seed;
  const count = options.replications ?? 10;
  const name = shortName(nameOrPath);
  return withExecution(options, async (execution, { signal, backend }) => {
    const plans = plansOf(scenario, seed, count, backend);
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
