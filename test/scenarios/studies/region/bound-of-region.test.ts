import { describe, expect, it } from 'vitest';
import { chainOf } from '../../../../scenarios/schema/region/chain.ts';
import { regionScenarioSchema } from '../../../../scenarios/schema/region/scenario.ts';
import { routingNames } from '../../../../scenarios/schema/region/schema.ts';
import { playRegion } from '../../../../scenarios/steps/region.ts';
import { sound } from './sound-region.ts';

/** The small region with a shop that pays for its bales; after 67 days a lot that costs a gate fee is on the road. */
function paying(days: number) {
  const region = sound();
  region.region.days = days;
  region.region.places.find(({ id }) => id === 'shop')!.tiers = [{ minPurity: 0, priceEurPerKg: 0.1 }];
  const { title, region: settings } = regionScenarioSchema.parse(region);
  return chainOf(title, settings);
}

describe('the bound of a region written out place by place', () => {
  it.each(routingNames)('%s stays under it, whatever is on the road at the end', async (routing) => {
    for (const days of [60, 67, 68]) {
      const step = {
        kind: 'region',
        chain: paying(days),
        key: { seed: 1, replication: 0 },
        routing,
      } as const;
      const { summary, boundEur } = await playRegion(step, () => {});
      expect(summary.routingEur, `${days} days`).toBeLessThanOrEqual(boundEur + 1e-9 * Math.abs(boundEur));
      expect(Math.max(...Object.values(summary.balance))).toBeLessThan(1e-9);
    }
  });
});
