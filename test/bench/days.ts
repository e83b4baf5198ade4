import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadScenario } from '../../scenarios/schema/load.ts';
import { ArrivalBook } from '../../scenarios/steps/arrivals.ts';
import { writeBeliefs } from '../../scenarios/steps/beliefs.ts';
import { solveBound } from '../../scenarios/steps/bound.ts';
import { playDay } from '../../scenarios/steps/day.ts';
import { beliefAddress } from '../../scenarios/steps/perception.ts';
import { ContentStore } from '../../scenarios/store/store.ts';
import { planRun, type RunPlan } from '../../scenarios/studies/day/plan.ts';
import { sensorKey } from '../../sim/senses/sensors.ts';
import { uncalibrated } from '../../sim/site/robot/calibrated.ts';
import type { BenchCase } from './bench.ts';

const poolSize = 1500;

/** Writes what a network that is right four times in five would believe of every item of the pool. */
function keepBeliefs(store: ContentStore, plan: RunPlan): void {
  const labels = plan.world.feed.materials.map(({ materialId }) => materialId).sort();
  const cost = { energyJ: 0.002, timeUs: 5000 };
  const belief = (itemId: number) => ({
    modelId: 'stand-in',
    material: Float32Array.from(labels, (_, k) => (k === itemId % labels.length ? 0.8 : 0.2 / labels.length)),
    state: new Float32Array(10).fill(0.1),
    quality: { mean: 0.5, sd: 0.1 },
  });
  const key = sensorKey(plan.world.robots[0]!.sensors);
  const looks = plan.variants.flatMap(({ robots, backend }) =>
    robots.flatMap((robot) => robot.looks.map((look) => ({ ...look, backend }))),
  );
  for (const { model, device, senses, backend } of looks) {
    if (model === null) continue;
    const address = beliefAddress({ model, senses, backend }, plan.world, plan.key);
    const facts = {
      ...{ modelId: 'stand-in', labels, senses, costs: { [device]: cost } },
      calibration: uncalibrated,
    };
    const beliefs = Array.from({ length: poolSize }, (_, itemId) => ({
      itemId,
      sensorKey: key,
      belief: belief(itemId),
    }));
    writeBeliefs(store, address, { facts, beliefs });
  }
}

let replication = 0;
/** A thread that plays replication after replication keeps the items of the pool. */
const arrivals = new ArrivalBook();

/**
 * Days a second on one thread: one replication of quickstart's five variants on a pool of items and its bound, as an experiment
 * plays them, from beliefs that are kept.
 */
async function experimentDays(): Promise<number> {
  const scenario = loadScenario('quickstart', [`feed.poolSize=${poolSize}`]);
  const folder = mkdtempSync(join(tmpdir(), 'looptwin-bench-'));
  try {
    const player = { store: new ContentStore(folder), arrivals, report: () => {} };
    const plan = planRun(scenario, { seed: 1, replication: replication++ });
    keepBeliefs(player.store, plan);
    const start = performance.now();
    for (const variant of plan.variants) {
      await playDay({ kind: 'day', world: plan.world, key: plan.key, variant, recording: null }, player);
    }
    await solveBound(plan.bound, arrivals);
    return plan.variants.length / ((performance.now() - start) / 1000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const command = fileURLToPath(new URL('../../scenarios/bin/looptwin.mjs', import.meta.url));

/** Seconds of `npm start` when networks and beliefs are there; the round that warms up makes them if they are not. */
function quickstartAgain(): number {
  const folder = mkdtempSync(join(tmpdir(), 'looptwin-bench-'));
  const start = performance.now();
  try {
    execFileSync(process.execPath, [command, 'run', 'quickstart', '--out', join(folder, 'run')], {
      stdio: 'ignore',
    });
    return (performance.now() - start) / 1000;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const dayCases: BenchCase[] = [
  { name: 'experiment-days', unit: 'days/s', run: experimentDays, yardstick: 'item-scale-cached' },
  { name: 'quickstart-again', unit: 's', run: quickstartAgain, yardstick: 'item-scale-cached' },
];
