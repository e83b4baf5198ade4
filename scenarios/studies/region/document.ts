import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { at, must } from '../../../sim/record/must.ts';
import type { RegionScenario } from '../../schema/region/scenario.ts';
import { type Interval, meanInterval, pairedInterval } from '../../stats/interval.ts';
import { mser5 } from '../../stats/warm-up.ts';
import type { RegionOutcome } from '../../steps/region.ts';
import { type Arm, type ArmOutcome, armNames, byHistory, standsOn } from './arms.ts';
import { perceptionsOf, type SeenEstimate, wordPerceptions } from './perceptions.ts';
import { regionRules } from './rules.ts';

/** One routing policy over all replications. */
export type RoutingEstimate = Readonly<ReturnType<typeof estimatesOf>[number]>;

/** What the column `region EUR` holds, for terminal and report. */
export const REGION_EUR =
  'Region EUR: all money that entered the region minus all that left it for material, labour, transport and outlets.';

/** What the bound of a region knows and what it leaves out, for terminal and report. */
export const BOUND_KNOWS =
  'Regret: against a linear program that knows all prices, what tests of bales will find and when places are closed, and sells every lot ' +
  'at the price that its purity earns, within capacities. A road that is blocked, or a floor that holds, for a part of a period alone it leaves out: it is too high there, never too low.';

/** The document of `looptwin run --json` and `looptwin experiment --json` for a region. */
export type RegionDocument = Readonly<ReturnType<typeof documentOf>>;

/** Months that MSER-5 deletes as warm-up, and the mean of those it keeps. */
function steadyOf(outcomes: readonly Pick<RegionOutcome, 'monthlyFeedKg'>[]) {
  const months = must(outcomes[0], 'play').monthlyFeedKg.length;
  if (months < 10) return null;
  const series = Array.from({ length: months }, (_, month) =>
    outcomes.reduce((sum, { monthlyFeedKg }) => sum + at(monthlyFeedKg, month) / outcomes.length, 0),
  );
  const { deleted, mean, tooShort } = mser5(series);
  return { months, deletedMonths: deleted, feedKgPerMonth: mean, tooShort };
}

function estimatesOf(arms: readonly Arm[], outcomes: readonly ArmOutcome[]) {
  const of = (name: string) => outcomes.filter(({ routing }) => routing === name);
  const names = armNames(arms);
  const first = byHistory(of(names[0] ?? ''), ({ summary }) => summary.routingEur);
  return names.map((name, index) => {
    const mine = of(name);
    const pick = (value: (outcome: ArmOutcome) => number) => meanInterval(byHistory(mine, value));
    const { summary, circularity } = must(mine[0], `play of ${name}`);
    const earned = byHistory(mine, (outcome) => outcome.summary.routingEur);
    return {
      name,
      /** What the sorting sites got for their bales, less gate fees, transport and the clearing of their last stocks. */
      routingEur: pick((outcome) => outcome.summary.routingEur),
      /** What no routing policy can exceed on the same days. */
      boundEur: pick(({ boundEur }) => boundEur),
      regretEur: pick((outcome) => outcome.boundEur - outcome.summary.routingEur),
      /** All money that entered or left the region. */
      regionEur: pick((outcome) => outcome.summary.regionEur),
      recycledContent: pick((outcome) => outcome.summary.recycledContent),
      /** Material Circularity Indicator over all products, 0..1. */
      circularity: pick((outcome) => outcome.circularity.overall),
      /** The same by material of the products: means over the replications. */
      circularityByMaterial: Object.fromEntries(
        Object.keys(circularity.byMaterial).map((id) => [
          id,
          pick((outcome) => outcome.circularity.byMaterial[id] ?? 0).mean,
        ]),
      ),
      /** Emissions by boundary, kgCO2e: factors of different boundaries are never added. */
      co2eKg: Object.fromEntries(
        Object.keys(summary.co2eKg).map((boundary) => [
          boundary,
          pick((outcome) => outcome.summary.co2eKg[boundary] ?? 0),
        ]),
      ),
      /** Once stores have filled: by the recycled feed that makers use a month; null in a run of fewer than ten months. */
      steady: steadyOf(mine),
      /** The first policy of the list subtracted, on the same years; null for the first itself. */
      gainEur: index === 0 ? null : pairedInterval(earned, first),
    };
  });
}

/** EUR with thousands marked, for reading. */
export function euros(value: number): string {
  const whole = Math.round(value);
  return `${whole < 0 ? '-' : ''}${Math.abs(whole)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
}

/** An interval of EUR in words; a single replication has none. */
function eurosWith({ mean, lo, hi, n }: Interval): string {
  return n < 2 ? euros(mean) : `${euros(mean)} (95 % interval ${euros(lo)} to ${euros(hi)})`;
}

/** The policy that earned most. */
export function bestOf(estimates: readonly RoutingEstimate[]): RoutingEstimate {
  const [best] = [...estimates].sort((a, b) => b.routingEur.mean - a.routingEur.mean);
  return must(best, 'routing policy');
}

function answerOf(
  estimates: readonly RoutingEstimate[],
  seen: readonly SeenEstimate[] | null,
  days: number,
  replications: number,
): string {
  if (seen !== null) return wordPerceptions(seen, days, replications);
  const best = bestOf(estimates);
  const years = (days / 365).toFixed(1);
  const over = `Over ${years} years${replications > 1 ? ` and ${replications} price histories` : ''}`;
  const content =
    `${(100 * best.recycledContent.mean).toFixed(1)} % of what makers used was recycled, ` +
    `circularity indicator ${best.circularity.mean.toFixed(2)}`;
  if (best.gainEur === null || estimates.length === 1)
    return `${over}, ${best.name} earned the sorting sites EUR ${eurosWith(best.routingEur)}; ${content}.`;
  return (
    `${over}, ${best.name} routing earned the sorting sites EUR ${eurosWith(best.gainEur)} more than ` +
    `${estimates[0]?.name}; ${content}.`
  );
}

/** Boundaries of the emissions: the same for every policy. */
export function boundariesOf({ routing }: RegionDocument): string[] {
  return Object.keys(routing[0]?.co2eKg ?? {});
}

/** Emissions in tonnes, one text a boundary. */
export function tonnesCo2e({ co2eKg }: RoutingEstimate): string[] {
  return Object.values(co2eKg).map(({ mean }) => euros(mean / 1000));
}

/** Refuses a result that does not add up: a bound that is beaten is a defect, not a finding. */
function assertUnderBound(outcomes: readonly ArmOutcome[]): void {
  const over = outcomes.find(
    ({ summary, boundEur }) => summary.routingEur > boundEur + 1e-6 * Math.abs(boundEur),
  );
  if (over)
    throw new Error(`${over.routing} beat its bound: ${over.summary.routingEur} > ${over.boundEur} EUR`);
}

/** The document of a region from what was played. Throws when a bound is beaten. */
export function documentOf(
  scenario: RegionScenario,
  name: string,
  /** `replication` = the first price history. */
  run: { readonly seed: number; readonly replication: number },
  { arms, outcomes }: { readonly arms: readonly Arm[]; readonly outcomes: readonly ArmOutcome[] },
) {
  assertUnderBound(outcomes);
  const routing = estimatesOf(arms, outcomes);
  const replications = outcomes.length / arms.length;
  const seen = perceptionsOf(arms, outcomes, scenario.region.days);
  const worst = (pick: (balance: RegionOutcome['summary']['balance']) => number) =>
    Math.max(...outcomes.map(({ summary }) => pick(summary.balance)));
  const facts = outcomes.map(
    ({ routing: policy, eventHash, boundEur, summary, circularity, milestones }) => ({
      ...{ policy, eventHash, boundEur, summary, circularity, milestones },
    }),
  );
  const { title, question, expected, region } = scenario;
  const { days } = region;
  return {
    ...{ scenario: name, title, question, expected },
    fingerprint: sha256Hex(canonicalJson(JSON.parse(JSON.stringify(facts)) as JsonValue)),
    ...run,
    ...{ replications, days, routing },
    balance: { mass: worst((b) => b.mass), money: worst((b) => b.money), energy: worst((b) => b.energy) },
    /** What was expected, as rules, and what became of each. */
    rules: regionRules(name, scenario, outcomes),
    /** What each way of seeing brings; null where none are compared. */
    perceptions: seen,
    /** The measured shifts that each sorting site stands on. */
    sites: standsOn(arms),
    answer: answerOf(routing, seen, days, replications),
  };
}

/** Plays of a region differ by what robots see with where it compares perceptions, else by routing. */
type Ways = { readonly perceptions?: unknown };

/** What the plays of a region differ by, in words. */
export const wayOf = ({ perceptions }: Ways): string => (perceptions ? 'way of seeing' : 'routing policy');

/** The same as the heading of a column. */
export const wayHead = ({ perceptions }: Ways): string => (perceptions ? 'seen with' : 'routing');

/** Whose colours the plays have. */
export const wayColours = ({ perceptions }: Ways): 'perception' | 'routing' =>
  perceptions ? 'perception' : 'routing';

/** `under price-aware routing`, `seen with distilled`: the play that a figure shows, in words. */
export const underWay = ({ perceptions }: Ways, name: string): string =>
  perceptions ? `seen with ${name}` : `under ${name} routing`;
