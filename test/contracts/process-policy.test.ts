import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processPolicies } from '../../sim/decisions/policies.ts';
import type { ProcessView } from '../../sim/ports.ts';

const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
const lots = fc.array(
  fc.record({
    id: fc.constantFrom('pet', 'hdpe', 'pp'),
    lotKg: fc.nat(500),
    believedPurity: share,
    capacityKg: fc.constantFrom(0, 100),
    topMinPurity: share,
    topPriceEurPerKg: share,
    priceEurPerKg: share,
    emptyEur: fc.nat(10),
  }),
  { maxLength: 5 },
);
const views: fc.Arbitrary<ProcessView> = fc.record({
  timeUs: fc.nat(1e9),
  tonnesPerHour: share,
  itemsPerM: fc.nat(40),
  speedFactor: fc.constantFrom(0.5, 1, 2),
  machines: fc.array(fc.record({ id: fc.constant('m'), threshold: share }), { maxLength: 3 }),
  resortOpen: fc.boolean(),
  lots,
});

const lot = {
  id: 'pet',
  lotKg: 120,
  capacityKg: 100,
  topMinPurity: 0.95,
  topPriceEurPerKg: 0.4,
  priceEurPerKg: 0.4,
  emptyEur: 1,
};
const view = (believedPurity: number, itemsPerM = 1): ProcessView => ({
  timeUs: 0,
  tonnesPerHour: 1,
  itemsPerM,
  speedFactor: 1,
  machines: [{ id: 'm', threshold: 0 }],
  resortOpen: true,
  lots: [{ ...lot, believedPurity }],
});

/** What every processing policy must do, whatever it aims at. */
describe.each(Object.entries(processPolicies))('processing policy %s', (_, make) => {
  test('gives a possible setting for everything it was shown, and leaves the view alone', () => {
    fc.assert(
      fc.property(views, (shown) => {
        const before = JSON.stringify(shown);
        const choice = make().decide(shown);
        expect(JSON.stringify(shown)).toBe(before);
        expect(choice.speedFactor).toBeGreaterThanOrEqual(0.25);
        expect(choice.speedFactor).toBeLessThanOrEqual(2);
        expect(choice.thresholds).toHaveLength(shown.machines.length);
        for (const id of choice.bale) expect(shown.lots.map((l) => l.id)).toContain(id);
        expect(choice.options.length).toBeGreaterThan(0);
        for (const option of choice.options) expect(option.expectedEur).toSatisfy(Number.isFinite);
      }),
    );
  });

  test('bales a full lot that meets its specification', () => {
    expect(make().decide(view(0.99)).bale).toEqual(['pet']);
  });
});

describe('what sets them apart', () => {
  test('bale to specification holds a full lot below it and raises the thresholds', () => {
    const choice = processPolicies['bale-to-specification']!().decide(view(0.9));
    expect(choice.bale).toEqual([]);
    expect(choice.thresholds).toEqual([0.5]);
    expect(processPolicies.steady!().decide(view(0.9)).bale).toEqual(['pet']);
  });

  test('load following speeds a thick belt up, slows a thin one and shuts the loop at a surge', () => {
    const at = (itemsPerM: number) => processPolicies['load-following']!().decide(view(1, itemsPerM));
    expect(at(6)).toMatchObject({ speedFactor: 2, resortOpen: false });
    expect(at(1)).toMatchObject({ speedFactor: 0.5, resortOpen: true });
  });
});
