import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortPolicies } from '../../sim/decisions/policies.ts';
import type { SortView } from '../../sim/ports.ts';
import { sortViewOf } from '../sim/decisions/views.ts';

const views: fc.Arbitrary<SortView> = fc
  .record({
    p: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    priceEurPerKg: fc.integer({ min: -20, max: 100 }).map((n) => n / 100),
    contaminantEurPerKg: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    massKg: fc.integer({ min: 1, max: 1000 }).map((n) => n / 1000),
    residueEurPerKg: fc.integer({ min: -10, max: 30 }).map((n) => n / 100),
    success: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    chargeJ: fc.integer({ min: 0, max: 1_000_000 }),
    noOutputs: fc.boolean(),
    canLook: fc.boolean(),
  })
  .map(({ noOutputs, canLook, ...options }) => {
    const view = sortViewOf(options);
    const nextLook = canLook ? { energyJ: 1, timeUs: 1000 } : null;
    return { ...view, nextLook, outputs: noOutputs ? [] : view.outputs };
  });

const frozen = (view: SortView) => JSON.stringify(view);

/** What every sorting policy must do, whatever it wants. */
describe.each(Object.entries(sortPolicies))('sorting policy %s', (name, make) => {
  test('answers with an action that exists, looks only when it can, and explains every option', () => {
    fc.assert(
      fc.property(fc.array(views, { minLength: 1, maxLength: 20 }), (sequence) => {
        const policy = make();
        for (const view of sequence) {
          const before = frozen(view);
          const { action, options } = policy.decide(view);
          expect(frozen(view)).toBe(before);
          if (action.kind === 'pick') expect(view.outputs[action.output]).toBeDefined();
          if (action.kind === 'look') expect(view.nextLook).not.toBeNull();
          expect(options.map((o) => o.action).slice(0, 1 + view.outputs.length)).toEqual([
            'pass',
            ...view.outputs.map((o) => `pick:${o.id}`),
          ]);
          for (const option of options) expect(option.expectedEur).toSatisfy(Number.isFinite);
        }
      }),
    );
  });

  test('a new one has the same name and answers the same: no memory is shared between runs', () => {
    const view = sortViewOf({ p: 0.9 });
    const first = make();
    for (let i = 0; i < 50; i++) first.decide(sortViewOf({ p: 0.99, timeUs: i * 1e6, chargeJ: 0 }));
    expect(make().decide(view)).toEqual(make().decide(view));
    expect(make().name).toBe(first.name);
    expect(name.length).toBeGreaterThan(0);
  });

  test('never picks what is certainly worse than passing', () => {
    const sure = sortViewOf({ p: 0, contaminantEurPerKg: 1, residueEurPerKg: 0.1 });
    expect(make().decide(sure).action.kind).toBe('pass');
  });

  test('picks what is certainly right and worth it, with a full battery', () => {
    const sure = sortViewOf({ p: 1, priceEurPerKg: 0.4, chargeJ: 1e9 });
    expect(make().decide(sure).action).toEqual({ kind: 'pick', output: 0 });
  });
});
