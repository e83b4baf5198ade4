import { expect, test } from 'vitest';
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
