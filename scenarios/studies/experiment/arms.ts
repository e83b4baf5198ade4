import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { must } from '../../../sim/record/must.ts';
import { type Arm, loadArms } from '../../schema/arms.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import { shortName } from '../../schema/reading/source.ts';
import { type Interval, meanInterval, pairedInterval } from '../../stats/interval.ts';
import type { Variant } from '../../steps/steps.ts';
import type { CellOutcome } from '../day/execute.ts';
import { withExecution } from '../day/with-execution.ts';
import {
  confidence,
  type Day,
  type ExperimentOptions,
  estimatesOf,
  plansOf,
  printed,
  quantityOf,
} from './experiment.ts';

/** One arm over all replications: what its main perception did; `difference` = the first arm subtracted, on the same days. */
export type ArmEstimate = Readonly<ReturnType<typeof armEstimate>>;

/** The document of `looptwin experiment --json` for a scenario with arms. */
export type ArmsDocument = Readonly<ReturnType<typeof documentOf>>;

interface ArmDays {
  readonly arm: Arm;
  readonly main: Variant;
  readonly cells: readonly CellOutcome[];
}

/** The day of the variant that is told of. */
function mainDay({ main }: ArmDays, { days }: CellOutcome): Day {
  const day = days.find(
    ({ variant }) => variant.perception === main.perception && variant.maintenance === main.maintenance,
  );
  return must(day, 'day of the main variant');
}

function series(arm: ArmDays, quantity: QuantityName): number[] {
  return arm.cells.map((cell) => quantityOf(quantity, mainDay(arm, cell), cell));
}

function armEstimate(days: ArmDays, first: ArmDays) {
  const { perception, maintenance } = days.main;
  return {
    name: days.arm.name,
    perception,
    maintenance,
    estimates: estimatesOf((name) => meanInterval(series(days, name), confidence)),
    difference:
      days === first
        ? null
        : estimatesOf((name) => pairedInterval(series(days, name), series(first, name), confidence)),
  };
}

/** A difference in words: `+1.20 EUR a run (95 % interval 0.80 to 1.60)`. */
function inWords(interval: Interval, quantity: QuantityName): string {
  const { text, digits, scale } = printed[quantity];
  const number = (x: number) => (scale * x).toFixed(digits);
  const sign = interval.mean >= 0 ? '+' : '';
  return `${sign}${number(interval.mean)} ${text} (95 % interval ${number(interval.lo)} to ${number(interval.hi)})`;
}

function answerOf(arms: readonly ArmEstimate[], quantity: QuantityName, replications: number): string {
  const told = arms.map(({ name, estimates, difference }) =>
    difference === null
      ? `${name} ${inWords(estimates[quantity], quantity).replace(/^\+/, '')}`
      : `${name} against ${arms[0]?.name} ${inWords(difference[quantity], quantity)}`,
  );
  return `Over ${replications} runs: ${told.join('; ')}.`;
}

function documentOf(name: string, seed: number, days: readonly ArmDays[]) {
  const first = must(days[0], 'arm');
  const { scenario } = first.arm;
  const { quantity } = scenario.compare;
  const arms = days.map((arm) => armEstimate(arm, first));
  const replications = first.cells.length;
  const hashes = days.map(({ cells }) => cells.map((cell) => cell.days.map((day) => day.eventHash)));
  const { title, question, expected } = scenario;
  return {
    ...{ scenario: name, title, question, expected },
    fingerprint: sha256Hex(canonicalJson(JSON.parse(JSON.stringify({ hashes, arms })) as JsonValue)),
    ...{ seed, replications, confidence, quantity, arms },
    answer: answerOf(arms, quantity, replications),
  };
}

/**
 * Plays the same days under each arm of a scenario and estimates every difference with its interval. Days that were
 * played before come from the cache. Throws InputError for input that cannot be used; a day that fails stops it.
 */
export async function experimentArms(
  nameOrPath: string,
  options: ExperimentOptions = {},
): Promise<ArmsDocument> {
  const arms = loadArms(nameOrPath, options.set, options.cwd);
  const seed = options.seed ?? must(arms[0], 'arm').scenario.seed;
  const count = options.replications ?? 10;
  const name = shortName(nameOrPath);
  return withExecution(options, async (execution, { backend }) => {
    const planned = arms.map((arm) => ({ arm, plans: plansOf(arm.scenario, seed, count, backend) }));
    for (const plan of planned.flatMap(({ plans }) => plans)) execution.expectCell(plan);
    const played = planned.map(async ({ arm, plans }) => ({
      arm,
      main: must(plans[0], 'day').main,
      cells: await Promise.all(plans.map((plan) => execution.cell(plan))),
    }));
    return documentOf(name, seed, await Promise.all(played));
  });
}
