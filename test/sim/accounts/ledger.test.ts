import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Conservation } from '../../../sim/accounts/conservation.ts';
import { Ledger } from '../../../sim/accounts/ledger.ts';

describe('ledger', () => {
  test('an entry leaves one account and enters the other', () => {
    const ledger = new Ledger();
    ledger.post(ledger.flow('kg', 'belt', 'bin:pet', 'pick'), 0.03);
    expect(ledger.balanceOf('kg', 'belt')).toBe(-0.03);
    expect(ledger.balanceOf('kg', 'bin:pet')).toBe(0.03);
    expect(ledger.totals()).toEqual([
      { unit: 'kg', from: 'belt', to: 'bin:pet', cause: 'pick', amount: 0.03, entries: 1 },
    ]);
  });

  test('the same flow is registered once, another cause is another flow', () => {
    const ledger = new Ledger();
    const pick = ledger.flow('kg', 'belt', 'bin', 'pick');
    expect(ledger.flow('kg', 'belt', 'bin', 'pick')).toBe(pick);
    expect(ledger.flow('kg', 'belt', 'bin', 'fall')).not.toBe(pick);
  });

  test('kg and J refuse negative amounts and NaN, EUR takes a negative price', () => {
    const ledger = new Ledger();
    const mass = ledger.flow('kg', 'a', 'b', 'x');
    const money = ledger.flow('EUR', 'market', 'cash', 'mixed paper');
    expect(() => ledger.post(mass, -1)).toThrow(/kg must be finite and >= 0, got -1 \(a -> b, cause x\)/);
    expect(() => ledger.post(mass, Number.NaN)).toThrow(/got NaN/);
    ledger.post(money, -1.5);
    expect(ledger.balanceOf('EUR', 'cash')).toBe(-1.5);
    expect(() => ledger.post(money, Infinity)).toThrow(/got Infinity/);
  });

  test('hundreds of flows keep their own amounts and counts', () => {
    const ledger = new Ledger();
    const flows = Array.from({ length: 300 }, (_, i) => ledger.flow('EUR', `from${i}`, `to${i}`, 'x'));
    for (const round of [1, 2]) for (const flow of flows) ledger.post(flow, round * flow);
    ledger.totals().forEach(({ amount, entries }, i) => {
      expect([amount, entries, ledger.balanceOf('EUR', `to${i}`)]).toEqual([3 * i, 2, 3 * i]);
    });
    expect(ledger.turnover('EUR')).toBe((3 * 299 * 300) / 2);
  });

  test('whatever is booked, the accounts of a unit add up to 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.double({ min: 0, max: 1e6, noNaN: true }))),
        (entries) => {
          const ledger = new Ledger();
          for (const [a, b, amount] of entries) ledger.post(ledger.flow('J', `s${a}`, `s${b}`, 'x'), amount);
          expect(Math.abs(ledger.imbalance('J'))).toBeLessThanOrEqual(
            1e-9 * Math.max(1, ledger.turnover('J')),
          );
        },
      ),
    );
  });
});

describe('conservation', () => {
  test('names the account that is off', () => {
    const ledger = new Ledger();
    const conservation = new Conservation(ledger);
    let stock = 5;
    conservation.watch('kg', 'bin:pet', () => stock);
    ledger.post(ledger.flow('kg', 'belt', 'bin:pet', 'pick'), 1);
    stock = 6;
    conservation.check(10, () => 6);
    expect(conservation.worst('kg')).toBe(0);
    stock = 6.1;
    expect(() => conservation.check(20, () => 6)).toThrow(
      /kg of bin:pet is 6.1 but its account says 6 at 20 us/,
    );
  });
});
