import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { maintenancePolicy, processPolicy, sortPolicy } from '../../../sim/decisions/policies.ts';
import { startRun } from '../../../sim/run.ts';
import { depot, noisyPerception, portsOf } from './kit.ts';
import { opticalPet } from './random-world.ts';

/** Collects garbage, so that what is measured afterwards is in use. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** A year of working days with everything in it, streamed to a sink that keeps nothing. */
test('after a simulated year every balance is 0 within 1e-9, and memory has stayed flat', () => {
  const world = depot(
    (w) => ({
      feed: { ...w.feed, ratePerHour: 20 },
      site: { ...w.site, skyStepS: 900 },
      belt: { ...w.belt, lengthM: 9, resortPasses: 1, resortS: 30 },
      outputs: w.outputs.map((o) => ({ ...o, capacityKg: 20, emptyEur: 1 })),
      machines: [opticalPet],
      processEveryS: 900,
      maintenance: { ...w.maintenance, everyDays: 3.5, inspectEveryS: 7200 },
      assets: w.assets.map((a) => ({ ...a, shapePerHour: 0.2 })),
    }),
    365 * 24,
  );
  const ports = portsOf({
    perception: noisyPerception(0.8),
    sorting: sortPolicy('energy-aware'),
    maintenance: maintenancePolicy('condition', world),
    processing: processPolicy('bale-to-specification'),
  });
  const run = startRun(world, { seed: 1, replication: 0 }, ports, { event: () => {} });
  const heapMb: number[] = [];
  while (run.advance(100_000)) {
    collect();
    heapMb.push(process.memoryUsage().heapUsed / 1e6);
  }
  const { items, balance, assets } = run.summary();
  expect(items).toBeGreaterThan(60_000);
  expect(assets[0]!.visits).toBeGreaterThan(3);
  for (const residual of Object.values(balance)) expect(residual).toBeLessThan(1e-9);
  expect(heapMb.length).toBeGreaterThan(5);
  expect(Math.max(...heapMb)).toBeLessThan(heapMb[0]! + 2);
});
