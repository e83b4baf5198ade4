import { expect, it } from 'vitest';
import { loadRegion } from '../../../../scenarios/schema/load.ts';
import { chainOfScenario } from '../../../../scenarios/schema/region/scenario.ts';
import { playRegion } from '../../../../scenarios/steps/region.ts';

const short = ['region.days=60', 'region.disruptions[0].fromDay=30', 'region.disruptions[0].days=30'];
const chainOf = (name: string, set: readonly string[]) => chainOfScenario(loadRegion(name, set));
const key = { seed: 1, replication: 0 };

it('closed-doors is circular-region with tests of all reprocessors and doors that close', async () => {
  const { disruptions = [], ...chain } = chainOf('closed-doors', short);
  const reprocessors = chain.places.filter((place) => place.kind === 'reprocessor');
  expect(reprocessors.length).toBeGreaterThan(5);
  for (const { test } of reprocessors) expect(test).toEqual({ sd: 0.03 });
  expect(new Set(disruptions.map(({ kind }) => kind))).toEqual(new Set(['closure', 'road', 'price-floor']));
  const same = chainOf('circular-region', ['region.days=60']);
  const untested = chain.places.map((place) => {
    if (place.kind !== 'reprocessor') return place;
    const { test: _, ...rest } = place;
    return rest;
  });
  expect(untested).toEqual(same.places);
  const days = [{ ...chain, disruptions }, same].map((played) =>
    playRegion({ kind: 'region', chain: played, key, routing: 'price-aware' }, () => {}),
  );
  const [shut, open] = await Promise.all(days);
  expect(shut!.eventHash).not.toBe(open!.eventHash);
});
