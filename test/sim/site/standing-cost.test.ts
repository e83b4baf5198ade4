import { describe, expect, test } from 'vitest';
import { depotWorld } from '../../../sim/site/depot.ts';
import { standingCost } from '../../../sim/site/upkeep/standing-cost.ts';
import { depot, play } from '../run/kit.ts';
import { opticalPet } from '../run/random-world.ts';

describe('what a site costs whatever is decided', () => {
  const world = depot(
    (w) => ({
      feed: { ...w.feed, ratePerHour: 0 },
      belt: { ...w.belt, powerW: 200 },
      machines: [{ ...opticalPet, powerW: 13_000 }],
      robots: w.robots.map((r) => ({ ...r, remoteW: 150 })),
      assets: [],
      economy: { ...w.economy, mainsEurPerKWh: 0.25, fixedEurPerHour: 7 },
    }),
    2,
  );

  test('mains energy is watts times open hours: (200 + 13,000 + 2 x 150) W for 2 h are 27 kWh', () => {
    expect(standingCost(world).mainsKWh).toBeCloseTo(27, 9);
    expect(standingCost(world).mainsEur).toBeCloseTo(27 * 0.25, 9);
    expect(standingCost(world).fixedEur).toBeCloseTo(14, 9);
  });

  test('a played day pays that much and emits its kilograms once', () => {
    const { summary } = play(world);
    expect(summary.costEurByCause['mains electricity']).toBeCloseTo(6.75, 9);
    expect(summary.costEurByCause.fixed).toBeCloseTo(14, 9);
    const { boundary, kgCo2ePerKg } = world.economy.mainsCarbon;
    expect(summary.co2eByBoundary[boundary]).toBeCloseTo(27 * kgCo2ePerKg, 9);
  });
});

describe('prices of the depot', () => {
  /** US cents a pound or dollars a short ton in Aug 2024, in EUR/kg at 0.92 EUR a dollar, worked out by hand. */
  test.each([
    ['pet', (0.1827 / 0.45359237) * 0.92],
    ['hdpe', (0.4306 / 0.45359237) * 0.92],
    ['pp', (0.0731 / 0.45359237) * 0.92],
    ['metal', 0.25 * (0.7594 / 0.45359237) * 0.92],
    ['fibre', (106 / 907.185) * 0.92],
  ])('a bale of %s to specification pays %f EUR/kg: fewer euros than dollars', (id, eurPerKg) => {
    const { tiers } = depotWorld.outputs.find((output) => output.id === id)!;
    const prices = tiers.map(({ priceEurPerKg }) => priceEurPerKg);
    expect(prices[0]).toBeCloseTo(eurPerKg, 9);
    expect(prices.slice(1)).toEqual([expect.closeTo(0.4 * eurPerKg, 9), 0]);
  });
});
