import { expect, test } from 'vitest';
import { maintenancePolicy } from '../../../sim/decisions/policies.ts';
import type { AssetView } from '../../../sim/ports.ts';
import { depot, play, portsOf } from '../run/kit.ts';

test('an inspection tells the policy how much of the run is left and when help could start', () => {
  const world = depot();
  const { maintenance, site } = world;
  const seen: AssetView[] = [];
  const watching = {
    name: 'watching',
    decide: (view: AssetView) => {
      seen.push(view);
      return { action: 'wait', options: [] } as const;
    },
  };
  play(world, {}, portsOf({ maintenance: watching }));
  expect(new Set(seen.map(({ timeUs }) => timeUs)).size).toBeGreaterThan(1);
  for (const { timeUs, runLeftS, leadTimeS, inspectionEveryS } of seen) {
    expect(runLeftS + timeUs / 1e6).toBeCloseTo(site.durationS, 6);
    expect(leadTimeS).toBeGreaterThanOrEqual(maintenance.travelS);
    expect(inspectionEveryS).toBe(maintenance.inspectEveryS);
  }
});

/** A depot whose assets are due from the start, with no part in stock and one that comes in half an hour. */
const shelfless = (kind: 'lens' | 'gripper') =>
  depot((w) => ({
    assets: w.assets
      .filter(({ kind: one }) => one === 'gripper')
      .map((asset) => ({ ...asset, kind, startWear: 0.9, shapePerHour: 0, plannedS: 60 })),
    maintenance: { ...w.maintenance, spareParts: 0, spareLeadS: 1800, travelS: 60, inspectEveryS: 300 },
  }));

test('a lens is cleaned without a part, a gripper waits for one', () => {
  const firstLeadS = (kind: 'lens' | 'gripper') => {
    const seen: number[] = [];
    const watching = {
      name: 'watching',
      decide: ({ leadTimeS }: AssetView) => {
        seen.push(leadTimeS);
        return { action: 'wait', options: [] } as const;
      },
    };
    play(shelfless(kind), {}, portsOf({ maintenance: watching }));
    return seen[0];
  };
  expect(firstLeadS('lens')).toBe(60);
  expect(firstLeadS('gripper')).toBe(1800);
});

test('cleaning lenses leaves the parts on the shelf', () => {
  const world = shelfless('lens');
  const { summary } = play(world, {}, portsOf({ maintenance: maintenancePolicy('condition', world) }));
  for (const asset of summary.assets) {
    expect(asset.visits).toBeGreaterThan(0);
    expect(asset.downtimeS).toBe(60 * asset.visits);
  }
});
