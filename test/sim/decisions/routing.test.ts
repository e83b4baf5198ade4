import { describe, expect, it } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { leastCost, nearest, netEurPerKg, priceAware } from '../../../sim/decisions/routing.ts';
import { rollingPlan } from '../../../sim/decisions/routing-plan.ts';
import type { RouteForecast, RouteOption, RoutePolicy, RouteView } from '../../../sim/ports.ts';

const option = (
  to: string,
  km: number,
  transportEurPerKg: number,
  priceEurPerKg: number,
  roomKg = 1e9,
): RouteOption => ({
  to,
  km,
  transportEurPerKg,
  priceEurPerKg,
  roomKg,
});
const near = option('near', 5, 0.01, -0.1);
const cheap = option('cheap', 20, 0.02, 0);
const dear = option('dear', 200, 0.12, 0.4);

const view = (options: readonly RouteOption[]): RouteView => ({
  timeUs: 0,
  from: 'site',
  output: 'PET',
  lotKg: 1000,
  waitedDays: 1,
  options,
});

const chosen = (policy: RoutePolicy, options: readonly RouteOption[]): string | null => {
  const { to } = policy.choose(view(options));
  return to === null ? null : options[to]!.to;
};

const solver = await openSolver();
/** A planner without a plan falls back on prices: the contract must hold then, too. */
const policies: RoutePolicy[] = [nearest, leastCost, priceAware, rollingPlan(solver)];

describe.each(policies)('contract of a routing policy: $name', (policy) => {
  it('answers with an option that has room, and says what each would bring', () => {
    const choice = policy.choose(view([near, cheap, dear]));
    expect(choice.to).not.toBeNull();
    expect(choice.options).toHaveLength(3);
    choice.options.forEach(({ expectedEur }, i) => {
      expect(expectedEur).toBeCloseTo(netEurPerKg([near, cheap, dear][i]!) * 1000, 9);
    });
  });
  it('keeps a lot that nobody has room for', () => {
    expect(policy.choose(view([{ ...near, roomKg: 10 }])).to).toBeNull();
    expect(policy.choose(view([])).to).toBeNull();
  });
  it('does not depend on what it was asked before', () => {
    const first = policy.choose(view([near, cheap, dear]));
    policy.choose(view([dear]));
    expect(policy.choose(view([near, cheap, dear]))).toEqual(first);
  });
});

describe('what each policy looks at', () => {
  it('distance, cost of getting rid of it, or net price', () => {
    expect(chosen(nearest, [near, cheap, dear])).toBe('near');
    expect(chosen(leastCost, [near, cheap, dear])).toBe('cheap');
    expect(chosen(priceAware, [near, cheap, dear])).toBe('dear');
  });

  it('the plan shares a scarce buyer where it is worth most', () => {
    const forecast: RouteForecast = {
      daysPerMonth: 30,
      flows: ['a', 'b'].map((from, i) => ({
        from,
        output: 'PET',
        stockKg: 3000,
        inflowKgPerDay: 0,
        // For site a the good buyer is worth 0.3 more than the poor one, for site b less than keeping it for a month costs.
        options: [option('good', 10, 0.1, i === 0 ? 0.5 : 0.203), option('poor', 10, 0.1, 0.2)],
      })),
      capacityKgPerDay: { good: 100, poor: 1e6 },
    };
    const plan = rollingPlan(solver);
    plan.replan!(forecast);
    const go = (from: string) =>
      plan.choose({ ...view(forecast.flows[from === 'a' ? 0 : 1]!.options), from }).to;
    expect([go('a'), go('a'), go('a')]).toEqual([0, 0, 0]);
    expect(go('b')).toBe(1);
  });
});
