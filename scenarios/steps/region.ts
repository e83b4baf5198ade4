import { performance } from 'node:perf_hooks';
import type { LpSolver } from '../../sim/decisions/lp-builder.ts';
import { leastCost, nearest, priceAware } from '../../sim/decisions/routing.ts';
import { routingBound } from '../../sim/decisions/routing-bound.ts';
import { rollingPlan } from '../../sim/decisions/routing-plan.ts';
import type { RoutePolicy, Sink } from '../../sim/ports.ts';
import { CanonicalHash } from '../../sim/record/canonical.ts';
import { isDecision, type WorldEvent } from '../../sim/record/event.ts';
import { type ChainRun, startChain } from '../../sim/region/play.ts';
import type { ChainSpec } from '../../sim/region/spec/chain.ts';
import { DAYS_PER_MONTH } from '../../sim/region/stock/market.ts';
import type { RunKey } from '../../sim/run.ts';
import { regionCircularity } from '../../sim/score/region-circularity.ts';
import type { routingNames } from '../schema/region/schema.ts';
import type { Report } from '../threads/progress.ts';
import { openSolver } from './solver.ts';

export type RoutingName = (typeof routingNames)[number];

/** Plays one region under one routing policy. */
export interface RegionStep {
  readonly kind: 'region';
  readonly chain: ChainSpec;
  readonly key: RunKey;
  readonly routing: RoutingName;
}

/** What a region's play brought; `boundEur` = what no routing policy can exceed on these days. */
export type RegionOutcome = Readonly<Awaited<ReturnType<typeof playRegion>>>;

/** Longest slice of simulation between two reports. */
const sliceMs = 150;
const eventsPerCheck = 64;
const usPerDay = 86_400e6;

function policyOf(name: RoutingName, solver: LpSolver): RoutePolicy {
  if (name === 'rolling-plan') return rollingPlan(solver);
  return { nearest, 'least-cost': leastCost, 'price-aware': priceAware }[name];
}

/** Hashes everything that happens; keeps nothing, so memory stays flat over the years. */
class Witness implements Sink {
  readonly hash = new CanonicalHash();
  events = 0;
  decisions = 0;

  event(event: WorldEvent): void {
    this.events += 1;
    if (isDecision(event)) this.decisions += 1;
    this.hash.add(event);
  }
}

/** Recycled feed that makers used in each whole month, kg. */
function monthlyFeedKg(months: ChainRun['months'], days: number): number[] {
  const whole = months.slice(0, Math.floor(days / DAYS_PER_MONTH));
  return whole.map(({ feedUsedKg }, month) => feedUsedKg - (whole[month - 1]?.feedUsedKg ?? 0));
}

/** Plays the region in slices. */
export async function playRegion({ chain, key, routing }: RegionStep, report: Report) {
  const witness = new Witness();
  const solver = await openSolver();
  const run = startChain(chain, key, { routing: policyOf(routing, solver) }, witness);
  for (let more = true; more; ) {
    const until = performance.now() + sliceMs;
    while (more && performance.now() < until) more = run.advance(eventsPerCheck);
    report({
      task: `playing the region: ${routing}`,
      done: run.nowUs,
      total: run.endUs,
      note: `day ${Math.floor(run.nowUs / usPerDay)} of ${chain.days}`,
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const summary = run.summary();
  return {
    routing,
    replication: key.replication,
    summary,
    circularity: regionCircularity(summary.materials),
    milestones: run.milestones,
    months: run.months,
    monthlyFeedKg: monthlyFeedKg(run.months, chain.days),
    boundEur: routingBound(run.realised(), solver),
    eventHash: witness.hash.hex(),
    events: witness.events,
    decisions: witness.decisions,
  };
}
