import { describe, expect, it } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { routingBound } from '../../../sim/decisions/routing-bound.ts';
import type { RealisedFlow, RealisedRouting } from '../../../sim/region/moves/realised.ts';

const solver = await openSolver();

const flow = (change: Partial<RealisedFlow> = {}): RealisedFlow => ({
  ...{ from: 'site', output: 'bale', kg: [100, 100], closingEurPerKg: -0.1 },
  options: [
    { to: 'buyer', netEurPerKg: [1, 2] },
    { to: 'bin', netEurPerKg: [-0.1, -0.1] },
  ],
  ...change,
});
const plenty = { buyer: [1e9, 1e9], bin: [1e9, 1e9] };
const realised = (change: Partial<RealisedRouting> = {}): RealisedRouting => ({
  ...{ flows: [flow()], capacityKg: plenty, storageKg: { site: [1e9, 1e9] }, openEur: 0 },
  ...change,
});
const bound = (change: Partial<RealisedRouting> = {}) => routingBound(realised(change), solver);

describe('the bound of routing, by hand', () => {
  it('waits for the better price where there is room to wait', () => {
    expect(bound()).toBeCloseTo(400, 9);
    expect(bound({ storageKg: { site: [30, 30] } })).toBeCloseTo(70 + 30 * 2 + 200, 9);
    expect(bound({ storageKg: { site: [0, 0] } })).toBeCloseTo(300, 9);
  });

  it('sells no more than the buyer takes, and pays for the rest', () => {
    expect(bound({ capacityKg: { ...plenty, buyer: [40, 60] } })).toBeCloseTo(40 + 120 - 0.1 * 100, 9);
  });

  it('never sells before it has', () => {
    expect(bound({ flows: [flow({ options: [{ to: 'buyer', netEurPerKg: [2, 1] }] })] })).toBeCloseTo(300, 9);
  });

  it('charges what is left where nobody buys, and what is still open', () => {
    const worthless = flow({ options: [{ to: 'buyer', netEurPerKg: [-1, -1] }], closingEurPerKg: -1 });
    expect(bound({ flows: [worthless] })).toBeCloseTo(-200, 9);
    expect(bound({ openEur: -7 })).toBeCloseTo(393, 9);
    expect(bound({ flows: [flow({ options: [], closingEurPerKg: 0 })] })).toBeCloseTo(0, 9);
  });

  it('shares a capacity among flows, the dearest first', () => {
    const cheap = flow({ options: [{ to: 'buyer', netEurPerKg: [0.5, 0.5] }], closingEurPerKg: 0 });
    const flows = [flow({ options: [{ to: 'buyer', netEurPerKg: [1, 1] }], closingEurPerKg: 0 }), cheap];
    expect(bound({ flows, capacityKg: { ...plenty, buyer: [150, 150] } })).toBeCloseTo(200 + 50, 9);
  });

  it('says what is wrong when the solver fails', () => {
    const broken = {
      name: 'broken',
      solve: () => ({ status: 'failed' as const, objective: Number.NaN, x: new Float64Array(0) }),
    };
    expect(() => routingBound(realised(), broken)).toThrow(/broken answered "failed"/);
  });
});
