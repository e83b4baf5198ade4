import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ledger } from '../../../sim/accounts/ledger.ts';
import { Battery, type BatterySpec, coldFactor } from '../../../sim/site/robot/battery.ts';

const ideal: BatterySpec = {
  capacityJ: 100_000,
  startJ: 60_000,
  chargeEfficiency: 1,
  dischargeEfficiency: 1,
  leakW: 0,
};

function battery(spec: Partial<BatterySpec> = {}) {
  const ledger = new Ledger();
  const made = new Battery({ ...ideal, ...spec }, 'battery:x', ledger, 0);
  return { ledger, made, work: ledger.flow('J', 'battery:x', 'work', 'MOVE') };
}

describe('battery', () => {
  test('charge is piecewise linear with both efficiencies and leakage', () => {
    const { made, work } = battery({ chargeEfficiency: 0.9, dischargeEfficiency: 0.8, leakW: 1 });
    made.harvestW = 10;
    made.loadW = 4;
    made.integrate(100e6, work);
    expect(made.chargeJ).toBeCloseTo(60_000 + 100 * (9 - 5 - 1), 9);
    expect(made.netW()).toBeCloseTo(3, 12);
  });

  test('time to a threshold is exact, infinite when it moves away', () => {
    const { made } = battery();
    made.loadW = 25;
    made.harvestW = 6;
    expect(made.secondsTo(20_000)).toBeCloseTo(40_000 / 19, 9);
    expect(made.secondsTo(70_000)).toBe(Infinity);
  });

  test('a full battery spills, an empty one leaves load unserved: both are entries', () => {
    const { made, work, ledger } = battery({ startJ: 90_000, chargeEfficiency: 0.5 });
    made.harvestW = 100;
    made.integrate(1000e6, work);
    expect(made.chargeJ).toBe(100_000);
    expect(made.spilledJ).toBeCloseTo(100_000 - 10_000 / 0.5, 6);
    made.harvestW = 0;
    made.loadW = 1000;
    made.integrate(1200e6, work);
    expect(made.chargeJ).toBe(0);
    expect(made.unservedJ).toBeCloseTo(100_000, 6);
    expect(ledger.balanceOf('J', 'spilled')).toBe(made.spilledJ);
    expect(ledger.balanceOf('J', 'unserved')).toBe(made.unservedJ);
  });

  test('cold takes capacity, warmth gives none back', () => {
    expect(coldFactor(25)).toBe(1);
    expect(coldFactor(40)).toBe(1);
    expect(coldFactor(0)).toBeCloseTo(0.85, 12);
    expect(coldFactor(-200)).toBe(0.5);
  });

  test('whatever happens, charge stays in [0, capacity] and the books agree to 1e-9', () => {
    const step = fc.record({
      seconds: fc.double({ min: 0, max: 5000, noNaN: true }),
      harvestW: fc.double({ min: 0, max: 200, noNaN: true }),
      loadW: fc.double({ min: 0, max: 200, noNaN: true }),
      burstJ: fc.double({ min: 0, max: 20_000, noNaN: true }),
    });
    const spec = fc.record({
      capacityJ: fc.double({ min: 1, max: 1e6, noNaN: true }),
      chargeEfficiency: fc.double({ min: 0.3, max: 1, noNaN: true }),
      dischargeEfficiency: fc.double({ min: 0.3, max: 1, noNaN: true }),
      leakW: fc.double({ min: 0, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(spec, fc.array(step, { maxLength: 40 }), (parts, steps) => {
        const startJ = parts.capacityJ / 2;
        const { made, work, ledger } = battery({ ...parts, startJ });
        let now = 0;
        for (const { seconds, harvestW, loadW, burstJ } of steps) {
          [made.harvestW, made.loadW] = [harvestW, loadW];
          now += Math.round(seconds * 1e6);
          made.integrate(now, work);
          made.draw(burstJ, work);
          expect(made.chargeJ).toBeGreaterThanOrEqual(0);
          expect(made.chargeJ).toBeLessThanOrEqual(parts.capacityJ);
          const error = Math.abs(startJ + ledger.balanceOf('J', 'battery:x') - made.chargeJ);
          expect(error).toBeLessThanOrEqual(1e-9 * (startJ + ledger.turnover('J')));
        }
      }),
      { numRuns: 200 },
    );
  });
});
