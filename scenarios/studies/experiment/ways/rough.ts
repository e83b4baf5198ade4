import { openSeconds } from '../../../../sim/site/day.ts';
import type { WorldSpec } from '../../../../sim/world.ts';
import { beliefAddress } from '../../../steps/perception.ts';
import type { ContentStore } from '../../../store/store.ts';
import type { RunPlan } from '../../day/plan.ts';

// Seconds of one core, rounded, as measured with nothing cached on two cores shared with others (sensor-or-robot and upkeep-quarter).
const PER_ARRIVAL_S = 0.00007;
/** Weather, wear and inspections of a day at the site. */
const PER_DAY_S = 0.05;
/** A picture is drawn and a network answers, once for each piece that it was not asked about before. */
const PER_LOOK_S = 0.005;

/** Arrivals of a run without surges. */
const arrivalsOf = ({ site, feed }: WorldSpec) => (openSeconds(site) / 3600) * feed.ratePerHour;

/**
 * Rough seconds of one core for days that were never timed: their variants and bounds, and the looks at pieces that no network was
 * asked about yet. Days that share pieces and a network share its looks.
 */
export function roughSeconds(plans: readonly RunPlan[], store: Pick<ContentStore, 'has'>): number {
  const looks = new Map<string, number>();
  let seconds = 0;
  for (const { world, key, variants } of plans) {
    const arrivals = arrivalsOf(world);
    const { poolSize } = world.feed;
    const pieces = poolSize === 0 ? arrivals : Math.min(poolSize, arrivals);
    const days = world.site.durationS / 86_400;
    // The bound counts as a variant.
    seconds += (variants.length + 1) * (PER_ARRIVAL_S * arrivals + PER_DAY_S * days);
    for (const { robots, backend } of variants)
      for (const { model, senses } of robots.flatMap((robot) => robot.looks)) {
        if (model === null) continue;
        const address = beliefAddress({ model, senses, backend }, world, key);
        if (!store.has('beliefs', address)) looks.set(address, pieces);
      }
  }
  return seconds + PER_LOOK_S * [...looks.values()].reduce((sum, count) => sum + count, 0);
}
