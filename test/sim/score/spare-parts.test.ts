import { describe, expect, test } from 'vitest';
import { maintenancePolicy } from '../../../sim/decisions/policies.ts';
import type { RunSummary } from '../../../sim/record/summary.ts';
import { liftedWorld } from '../../../sim/score/regret.ts';
import { perfectPerception } from '../../../sim/site/robot/perception.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { allLabels, depot, play, portsOf } from '../run/kit.ts';

const noTime = { sense: { energyJ: 0, timeUs: 0 }, infer: { energyJ: 0, timeUs: 0 } };
const stock = [0, 1, 3] as const;

/** Worn out from the start, and parts that take their time: what is in stock matters. */
function world(spareParts: number, free: boolean): WorldSpec {
  return depot(
    (w) => ({
      assets: w.assets.map((a) => ({
        ...a,
        startWear: 0.95,
        shapePerHour: 20,
        ...(free ? { plannedEur: 0, failureEur: 0 } : {}),
      })),
      maintenance: { ...w.maintenance, spareParts, spareLeadS: 1500, ...(free ? { visitEur: 0 } : {}) },
      feed: { ...w.feed, poolSize: 300 },
    }),
    3,
  );
}

/** Everything lifted but maintenance: true labels, endless energy, moves that take no time. */
const almostLifted = (spareParts: number, free: boolean) =>
  liftedWorld(world(spareParts, free), ['energy', 'capacity']);

function summaryOf(w: WorldSpec, seed: number) {
  const perception = perfectPerception(allLabels, noTime);
  const maintenance = maintenancePolicy('run-to-failure', w);
  return play(w, { seed }, portsOf({ perception, maintenance })).summary;
}

/** A policy that knows the day and may leave parts on the shelf: the best of all numbers of parts up to what there is. */
const bestOf = (parts: number, seed: number): number =>
  Math.max(
    ...stock
      .filter((taken) => taken <= parts)
      .map((taken) => summaryOf(almostLifted(taken, false), seed).valueEur),
  );

describe('more spare parts, under common random numbers', () => {
  test('never hurt the fully lifted policy, whatever repairs cost', () => {
    const values = stock.map((parts) => {
      return summaryOf(liftedWorld(almostLifted(parts, false), ['maintenance']), 1).valueEur;
    });
    expect(values).toEqual([values[0], values[0], values[0]]);
    expect(values[0]).toBeGreaterThan(summaryOf(world(3, false), 1).valueEur);
  });

  test('with only maintenance left to lift: never hurt a policy that may leave them on the shelf', () => {
    for (const seed of [1, 2, 5]) {
      const [none, one, three] = stock.map((parts) => bestOf(parts, seed));
      expect(one!).toBeGreaterThanOrEqual(none!);
      expect(three!).toBeGreaterThanOrEqual(one!);
    }
    expect(bestOf(3, 5)).toBeGreaterThan(bestOf(0, 5) + 1);
  });

  test('may cost one that uses every part at once: a repair that comes earlier is paid for on this day', () => {
    const [none, one] = [0, 1].map((parts) => summaryOf(almostLifted(parts, false), 2));
    expect(one!.downtimeS).toBeLessThan(none!.downtimeS);
    expect(one!.valueEur).toBeLessThan(none!.valueEur);
    const paid = ({ costEurByCause }: RunSummary) => costEurByCause['maintenance repair'] ?? 0;
    expect(paid(one!)).toBeGreaterThan(paid(none!));
  });

  test('never hurt even that one where a repair costs nothing but time', () => {
    const [none, one, three] = stock.map((parts) => summaryOf(almostLifted(parts, true), 1));
    expect(one!.valueEur).toBeGreaterThanOrEqual(none!.valueEur);
    expect(three!.valueEur).toBeGreaterThanOrEqual(one!.valueEur);
    expect(three!.downtimeS).toBeLessThan(none!.downtimeS);
  });
});
