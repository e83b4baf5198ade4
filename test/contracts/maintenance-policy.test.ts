import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maintenancePolicies } from '../../sim/decisions/policies.ts';
import { assetViewOf } from '../sim/decisions/views.ts';
import { depot } from '../sim/run/kit.ts';

const world = depot();
const series = { timeS: [900], currentA: [2.4], vibrationMmPerS: [1.1], hotSpotK: [9] };

const views = fc
  .record({
    timeUs: fc.nat(86_400).map((s) => s * 1e6),
    ageS: fc.nat(1_000_000),
    condition: fc.integer({ min: -20, max: 150 }).map((n) => n / 100),
    leadTimeS: fc.nat(100_000),
    leadRunS: fc.nat(50_000),
    nextLeadRunS: fc.integer({ min: 50_000, max: 100_000 }),
    plannedCostEur: fc.nat(100),
    failureCostEur: fc.nat(1000),
    visitPlanned: fc.boolean(),
    assetId: fc.constantFrom(...world.assets.map((a) => a.id)),
  })
  .map((parts) => assetViewOf({ ...parts, series }));

/** What every maintenance policy must do, whatever it believes in. */
describe.each(Object.entries(maintenancePolicies))('maintenance policy %s', (_, make) => {
  test('answers wait or visit, prices both, and leaves the view alone', () => {
    const policy = make(world);
    fc.assert(
      fc.property(views, (view) => {
        const before = JSON.stringify(view);
        const { action, options } = policy.decide(view);
        expect(JSON.stringify(view)).toBe(before);
        expect(['wait', 'visit']).toContain(action);
        expect(options.map((o) => o.action)).toEqual(['wait', 'visit']);
        for (const option of options) {
          expect(option.expectedEur).toSatisfy(Number.isFinite);
          expect(option.expectedEur).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('two made alike answer alike', () => {
    const [a, b] = [make(world), make(world)];
    expect(a.name).toBe(b.name);
    for (const condition of [0, 0.5, 0.9, 1.2]) {
      const view = assetViewOf({ condition, series, assetId: world.assets[0]!.id });
      expect(a.decide(view)).toEqual(b.decide(view));
    }
  });
});
