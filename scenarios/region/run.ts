import { canonicalJson, sha256Hex } from '../../sim/record/canonical.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import { type RunOptions, withCache } from '../run.ts';
import { StepPool } from '../runner/pool.ts';
import { loadRegion } from '../schema/load.ts';
import { type Interval, meanInterval, pairedInterval } from '../stats/interval.ts';
import { codeHash } from '../store/code.ts';
import { addressOf, Store } from '../store/store.ts';
import { chainOfScenario, type RegionScenario } from './scenario.ts';
import type { RegionOutcome, RegionStep } from './step.ts';

export interface RegionOptions extends Omit<RunOptions, 'out' | 'replication'> {
  /** Number of possible years, each with prices of its own; default 1. */
  readonly replications?: number;
}

/** One routing policy over all replications. */
export interface RoutingEstimate {
  readonly name: string;
  /** What the sorting sites got for their bales, less gate fees and transport. */
  readonly routingEur: Interval;
  readonly regretEur: Interval;
  /** All money that entered or left the region. */
  readonly regionEur: Interval;
  readonly recycledContent: Interval;
  /** Emissions inside the boundary, kgCO2e. */
  readonly co2eKg: Interval;
  /** The first policy of the list subtracted, on the same years; null for the first itself. */
  readonly gainEur: Interval | null;
}

/** The document of `looptwin run --json` and `looptwin experiment --json` for a region. */
export interface RegionDocument {
  readonly scenario: string;
  readonly title: string;
  readonly fingerprint: string;
  readonly seed: number;
  readonly replications: number;
  readonly days: number;
  readonly co2eBoundary: string;
  readonly routing: readonly RoutingEstimate[];
  readonly balance: { readonly mass: number; readonly money: number; readonly energy: number };
  readonly answer: string;
}

const shortName = (nameOrPath: string) => nameOrPath.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');

/** The step of one replication under one policy, and the address of its outcome: what was played is not played again. */
function stepsOf(scenario: RegionScenario, seed: number, replications: number): RegionStep[] {
  const chain = chainOfScenario(scenario);
  return Array.from({ length: replications }, (_, replication) => replication).flatMap((replication) =>
    scenario.region.routing.map(
      (routing): RegionStep => ({ kind: 'region', chain, key: { seed, replication }, routing }),
    ),
  );
}

async function play(
  step: RegionStep,
  pool: StepPool,
  store: Store,
  report: (done: number) => void,
  task: (text: string) => void,
): Promise<RegionOutcome> {
  const recipe = { step, code: codeHash(['sim', 'scenarios/region']) };
  const address = addressOf('region', JSON.parse(JSON.stringify(recipe)) as JsonValue);
  const earlier = store.readJson('region', address) as RegionOutcome | undefined;
  const outcome =
    earlier ??
    (await pool.run(step, (record) => {
      task(`${record.task} (${record.note})`);
      report(record.done / record.total);
    }));
  if (earlier === undefined) store.writeJson('region', address, outcome as unknown as JsonValue);
  report(1);
  return outcome;
}

function estimatesOf(scenario: RegionScenario, outcomes: readonly RegionOutcome[]): RoutingEstimate[] {
  const of = (name: string) => outcomes.filter(({ routing }) => routing === name);
  const first = of(scenario.region.routing[0]!).map(({ summary }) => summary.routingEur);
  return scenario.region.routing.map((name, index) => {
    const mine = of(name);
    const pick = (value: (outcome: RegionOutcome) => number) => meanInterval(mine.map(value));
    return {
      name,
      routingEur: pick(({ summary }) => summary.routingEur),
      regretEur: pick(({ summary, boundEur }) => boundEur - summary.routingEur),
      regionEur: pick(({ summary }) => summary.regionEur),
      recycledContent: pick(({ summary }) => summary.recycledContent),
      co2eKg: pick(({ summary }) => Object.values(summary.co2eKg).reduce((sum, kg) => sum + kg, 0)),
      gainEur:
        index === 0
          ? null
          : pairedInterval(
              mine.map(({ summary }) => summary.routingEur),
              first,
            ),
    };
  });
}

/** EUR with thousands marked, for reading. */
export function euros(value: number): string {
  const digits = Math.abs(Math.round(value)).toString();
  return `${value < 0 ? '-' : ''}${digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
}

/** An interval of EUR in words; a single replication has none. */
export function eurosWith({ mean, lo, hi, n }: Interval): string {
  return n < 2 ? euros(mean) : `${euros(mean)} (95 % interval ${euros(lo)} to ${euros(hi)})`;
}

function answerOf(estimates: readonly RoutingEstimate[], days: number, replications: number): string {
  const best = [...estimates].sort((a, b) => b.routingEur.mean - a.routingEur.mean)[0]!;
  const years = (days / 365).toFixed(1);
  const over = `Over ${years} years${replications > 1 ? ` and ${replications} price histories` : ''}`;
  const content = `${(100 * best.recycledContent.mean).toFixed(1)} % of what makers used was recycled`;
  if (best.gainEur === null || estimates.length === 1)
    return `${over}, ${best.name} earned the sorting sites EUR ${eurosWith(best.routingEur)}; ${content}.`;
  return (
    `${over}, ${best.name} routing earned the sorting sites EUR ${eurosWith(best.gainEur)} more than ` +
    `${estimates[0]!.name}; ${content}.`
  );
}

/** Refuses a result that does not add up: a bound that is beaten is a defect, not a finding. */
function assertUnderBound(outcomes: readonly RegionOutcome[]): void {
  const over = outcomes.find(
    ({ summary, boundEur }) => summary.routingEur > boundEur + 1e-6 * Math.abs(boundEur),
  );
  if (over)
    throw new Error(`${over.routing} beat its bound: ${over.summary.routingEur} > ${over.boundEur} EUR`);
}

function documentOf(
  scenario: RegionScenario,
  name: string,
  seed: number,
  outcomes: readonly RegionOutcome[],
): RegionDocument {
  assertUnderBound(outcomes);
  const routing = estimatesOf(scenario, outcomes);
  const replications = outcomes.length / scenario.region.routing.length;
  const worst = (pick: (balance: RegionOutcome['summary']['balance']) => number) =>
    Math.max(...outcomes.map(({ summary }) => pick(summary.balance)));
  const facts = outcomes.map(({ routing: policy, eventHash, boundEur, summary }) => ({
    ...{ policy, eventHash, boundEur, summary },
  }));
  const { days } = scenario.region;
  return {
    scenario: name,
    title: scenario.title,
    fingerprint: sha256Hex(canonicalJson(JSON.parse(JSON.stringify(facts)) as JsonValue)),
    ...{ seed, replications, days, routing },
    co2eBoundary: Object.keys(outcomes[0]!.summary.co2eKg).join(' + '),
    balance: { mass: worst((b) => b.mass), money: worst((b) => b.money), energy: worst((b) => b.energy) },
    answer: answerOf(routing, days, replications),
  };
}

/**
 * Plays a region scenario under each of its routing policies, on the same prices (common random numbers), `replications`
 * times. What was played before comes from the cache. Throws InputError for input that cannot be used.
 */
export async function runRegion(nameOrPath: string, options: RegionOptions = {}): Promise<RegionDocument> {
  const scenario = loadRegion(nameOrPath, options.set, options.cwd);
  const seed = options.seed ?? scenario.seed;
  const steps = stepsOf(scenario, seed, options.replications ?? 1);
  return withCache(options, async (cacheDir) => {
    const signal = options.signal ?? new AbortController().signal;
    const pool = await StepPool.open(cacheDir, signal, options.workers);
    const store = new Store(cacheDir);
    const shares = new Float64Array(steps.length);
    let task = 'playing the region';
    try {
      const outcomes = await Promise.all(
        steps.map((step, index) =>
          play(
            step,
            pool,
            store,
            (share) => {
              shares[index] = share;
              const done = shares.reduce((sum, value) => sum + value, 0);
              options.progress?.({ task, done: Math.round(done * 1000), total: steps.length * 1000 });
            },
            (text) => {
              task = text;
            },
          ),
        ),
      );
      return documentOf(scenario, shortName(nameOrPath), seed, outcomes);
    } finally {
      await pool.close();
    }
  });
}
