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
  /** Pounds a tonne in 2025, at EUR 1.17 a pound, worked out by hand. */
  test.each([
    ['pet', (197.5 / 1000) * 1.17],
    ['hdpe-natural', (420 / 1000) * 1.17],
    ['hdpe-coloured', (195 / 1000) * 1.17],
    ['pp', (128 / 1000) * 1.17],
    ['aluminium', (1016 / 1000) * 1.17],
    ['steel', (110 / 1000) * 1.17],
    ['fibre', (77 / 1000) * 1.17],
  ])('a bale of %s to specification pays %f EUR/kg: more euros than pounds', (id, eurPerKg) => {
    const { tiers } = depotWorld.outputs.find((output) => output.id === id)!;
    expect(tiers[0]!.priceEurPerKg).toBeCloseTo(eurPerKg, 9);
  });

  test('residue and power cost more euros than pounds too', () => {
    expect(depotWorld.residue.costEurPerKg).toBeCloseTo(0.152 * 1.17, 9);
    expect(depotWorld.economy.mainsEurPerKWh).toBeCloseTo(0.25 * 1.17, 9);
  });
});

test('joules of the mains are in the ledger, apart from those of the batteries', () => {
  const world = depot((w) => ({
    feed: { ...w.feed, ratePerHour: 60 },
    belt: { ...w.belt, powerW: 200 },
    robots: w.robots.map((r) => ({ ...r, remoteW: 150 })),
    assets: [],
  }));
  const { summary } = play(world);
  expect(summary.mainsJ).toBeCloseTo((200 + 2 * 150) * 2 * 3600, 6);
  expect(summary.mainsJPerItem).toBeCloseTo(summary.mainsJ / summary.items, 9);
  expect(summary.costEurByCause['mains electricity']).toBeCloseTo(
    (summary.mainsJ / 3.6e6) * world.economy.mainsEurPerKWh,
    9,
  );
  const { summary: without } = play({ ...world, belt: { ...world.belt, powerW: 0 } });
  expect(without.robotEnergyJ).toBe(summary.robotEnergyJ);
  expect(summary.balance.energy).toBeLessThan(1e-9);
});
