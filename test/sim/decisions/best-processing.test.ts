import { describe, expect, test } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { boundOf } from '../../../sim/decisions/bound.ts';
import { processPolicies } from '../../../sim/decisions/policies.ts';
import type { ProcessPolicy } from '../../../sim/ports.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { depot, play, portsOf } from '../run/kit.ts';
import { opticalPet } from '../run/random-world.ts';

const solver = await openSolver();

const [fullKg, step, below] = [100, 0.9, 0.2];

/** What a lot of these increments, each of `fullKg` with its purity, is paid: EUR 1 a right kilogram from the step on, else 0.2. */
function paidEur(purities: readonly number[]): number {
  const rightKg = fullKg * purities.reduce((sum, x) => sum + x, 0);
  return rightKg * (rightKg >= step * fullKg * purities.length - 1e-9 ? 1 : below);
}

/** What a policy is paid for such increments, one between two times that it is asked; there is room for two. */
function soldEur(policy: ProcessPolicy, purities: readonly number[]): number {
  let [lot, eur]: [number[], number] = [[], 0];
  purities.forEach((purity, i) => {
    lot.push(purity);
    const believedPurity = lot.reduce((sum, x) => sum + x, 0) / lot.length;
    const view = {
      ...{
        timeUs: i * 3.6e9,
        tonnesPerHour: 1,
        itemsPerM: 1,
        speedFactor: 1,
        machines: [],
        resortOpen: true,
      },
      lots: [
        {
          ...{
            id: 'lot',
            lotKg: fullKg * lot.length,
            believedPurity,
            capacityKg: fullKg,
            topMinPurity: step,
          },
          ...{ topPriceEurPerKg: 1, priceEurPerKg: believedPurity >= step ? 1 : below, emptyEur: 0 },
        },
      ],
    };
    if (lot.length < 2 && !policy.decide(view).bale.includes('lot')) return;
    eur += paidEur(lot);
    lot = [];
  });
  return eur + paidEur(lot);
}

/** The most that these increments can be sold for, one or two at a time: over all ways to part them. */
function mostEur(purities: readonly number[]): number {
  const best = [0];
  for (let n = 1; n <= purities.length; n++) {
    const one = best[n - 1]! + paidEur(purities.slice(n - 1, n));
    const two = n < 2 ? 0 : best[n - 2]! + paidEur(purities.slice(n - 2, n));
    best.push(Math.max(one, two));
  }
  return best.at(-1)!;
}

/** What a world earns under a policy of processing, its eyes and its picks the same. */
const valueEur = (world: WorldSpec, policy: ProcessPolicy) =>
  play(world, {}, portsOf({ processing: policy })).summary.valueEur;

describe('each policy of processing has a case in which nothing can do better, and wins there', () => {
  test('steady: where good and bad lots would only spoil each other, each is sold as soon as it is full', () => {
    const spoiling = [1, 0.5, 1, 0.5, 1, 0.5, 1];
    expect(soldEur(processPolicies.steady!(), spoiling)).toBeCloseTo(mostEur(spoiling), 9);
    expect(soldEur(processPolicies['bale-to-specification']!(), spoiling)).toBeLessThan(
      0.6 * mostEur(spoiling),
    );
  });

  test('bale-to-specification: where a good lot lifts a poor one over the step, all of it is sold at the best price', () => {
    const lifting = [0.85, 0.97, 0.86, 0.96, 0.95, 0.84, 0.97];
    expect(soldEur(processPolicies['bale-to-specification']!(), lifting)).toBeCloseTo(mostEur(lifting), 9);
    expect(mostEur(lifting)).toBeCloseTo(fullKg * lifting.reduce((sum, x) => sum + x, 0), 9);
    for (const name of ['steady', 'load-following'])
      expect(soldEur(processPolicies[name]!(), lifting), name).toBeLessThan(0.7 * mostEur(lifting));
  });

  test('steady again: on a dense belt whose things come round until a grip holds them, it earns the bound', () => {
    const world = depot((w) => ({
      site: { ...w.site, closeHour: w.site.startHour + 1.5 },
      feed: { ...w.feed, ratePerHour: 1500, surges: [] },
      belt: { ...w.belt, resortPasses: 2, resortS: 30 },
      processEveryS: 60,
      outputs: w.outputs.map((output) => ({ ...output, tiers: [{ minPurity: 0, priceEurPerKg: 0.5 }] })),
      robots: w.robots.slice(0, 1).map((robot) => ({
        ...{ ...robot, outputs: w.outputs.map(({ id }) => id), batteryWh: 1e6, startSoc: 1 },
        ...{ moveS: 0, pickSuccess: 0.5, computeTimeFactor: 0 },
      })),
      assets: [],
    }));
    const { boundEur } = boundOf(world, { seed: 1, replication: 0 }, solver);
    expect(valueEur(world, processPolicies.steady!())).toBeCloseTo(boundEur, 6);
    // A dense belt is run faster and its loop shut: what a grip let go is gone.
    expect(valueEur(world, processPolicies['load-following']!())).toBeLessThan(0.7 * boundEur);
  });

  test('load-following: where neighbours fall in with what a machine blows out, a thin layer is all that is missing', () => {
    const world = depot((w) => ({
      feed: { ...w.feed, ratePerHour: 2000, surges: [], minGapS: 0.05 },
      robots: [],
      machines: [
        { ...opticalPet, yield: 1, falseShare: 0, loadPerTPerH: 0, deadValves: 0, blowWindowM: 0.06 },
      ],
      processEveryS: 60,
      assets: [],
      // What falls in costs there what it costs in the residue, so that nothing counts but the price step.
      outputs: w.outputs.map((output) => ({
        ...output,
        contaminantEurPerKg: w.residue.costEurPerKg,
        tiers: [
          { minPurity: 0.78, priceEurPerKg: 0.5 },
          { minPurity: 0, priceEurPerKg: 0.05 },
        ],
      })),
    }));
    const { boundEur } = boundOf(world, { seed: 1, replication: 0 }, solver);
    const nothing = valueEur({ ...world, machines: [] }, processPolicies.steady!());
    const share = (name: string) =>
      (valueEur(world, processPolicies[name]!()) - nothing) / (boundEur - nothing);
    // The bound sells all that the machine wants at the best price; what is still on the belt at the end is missing.
    expect(share('load-following')).toBeGreaterThan(0.95);
    for (const name of ['steady', 'bale-to-specification']) expect(share(name), name).toBeLessThan(0);
  });
});
