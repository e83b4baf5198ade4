import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { ArrivalBook } from '../../../scenarios/steps/arrivals.ts';
import { writeBeliefs } from '../../../scenarios/steps/beliefs.ts';
import { playDay } from '../../../scenarios/steps/day.ts';
import { beliefAddress, openEyes } from '../../../scenarios/steps/perception.ts';
import { ContentStore } from '../../../scenarios/store/store.ts';
import { planRun, type RunPlan } from '../../../scenarios/studies/day/plan.ts';
import type { LookCost } from '../../../sim/ports.ts';
import { sensorKey } from '../../../sim/senses/sensors.ts';
import { uncalibrated } from '../../../sim/site/robot/calibrated.ts';
import { emptyFolder } from '../command.ts';

const folder = emptyFolder();
afterAll(folder.remove);

const pool = 40;
const frugal = (i: number) => [`robots[${i}].device=U575`];
const lavish = (i: number) => [
  `robots[${i}].device=GAP9`,
  `robots[${i}].sensors.visual.lookEnergyJ=3`,
  `robots[${i}].sensors.visual.lookTimeUs=70000`,
];
/** What one answer costs on the boards of this test. */
const costs = { U575: { energyJ: 0.004, timeUs: 40_000 }, GAP9: { energyJ: 0.001, timeUs: 2000 } };

function planOf(set: readonly string[]): RunPlan {
  const base = [`feed.poolSize=${pool}`, 'site.durationS=1800', 'policies.perceptions=[labels-only]'];
  return planRun(loadScenario('quickstart', [...base, ...set]), { seed: 1, replication: 0 });
}

/** A store with what a network that never was would have said of the pool, whoever of the robots had asked. */
function storeFor({ world, key, main }: RunPlan, name: string): ContentStore {
  const store = new ContentStore(join(folder.path, name));
  const labels = world.feed.materials.map(({ materialId }) => materialId).sort();
  const beliefs = world.robots.flatMap(({ sensors }) =>
    Array.from({ length: pool }, (_, itemId) => ({
      itemId,
      sensorKey: sensorKey(sensors),
      belief: {
        modelId: 'nobody',
        material: Float32Array.from(labels, (_, k) => (k === itemId % labels.length ? 1 : 0)),
        state: new Float32Array(10).fill(0.1),
        quality: { mean: 0.5, sd: 0.1 },
      },
    })),
  );
  const { model, senses } = main.robots[0]!.looks[0]!;
  const facts = { modelId: 'nobody', labels, senses, costs, calibration: uncalibrated };
  writeBeliefs(store, beliefAddress({ model: model!, senses, backend: 'wasm' }, world, key), {
    facts,
    beliefs,
  });
  return store;
}

/** What the looks of each robot cost by its eyes, and what they took of the day: seconds and joules a first look. */
async function looksOf(set: readonly string[], name: string) {
  const plan = planOf(set);
  const { world, key, main } = plan;
  const store = storeFor(plan, name);
  const { eyes } = await openEyes(main, world, key, store, false);
  const step = { kind: 'day', world, key, variant: main, recording: null } as const;
  const { summary } = await playDay(step, { store, arrivals: new ArrivalBook(), report: () => {} });
  return summary.robots.map(({ id, seen, energyJByState, timeSByState }) => ({
    cost: eyes(id).perception.cost,
    seen,
    senseS: timeSByState.SENSE / seen,
    inferS: timeSByState.INFER / seen,
    senseJ: energyJByState.SENSE / seen,
    inferJ: energyJByState.INFER / seen,
  }));
}

describe('two robots with other cameras and boards in one day', () => {
  it('are charged as each is where all robots are like it', async () => {
    // What the first robot sees it tells the second, which looks for itself only where the first has run out.
    const wanted: LookCost[] = [
      { sense: { energyJ: 0.5, timeUs: 10_000 }, infer: costs.U575 },
      { sense: { energyJ: 3, timeUs: 70_000 }, infer: costs.GAP9 },
    ];
    const days = [
      { own: 0, set: [], alike: [...frugal(0), ...frugal(1)] },
      { own: 1, set: ['robots[0].startSoc=0', 'robots[0].panelW=0'], alike: [...lavish(0), ...lavish(1)] },
    ];
    for (const { own, set, alike } of days) {
      const both = await looksOf([...frugal(0), ...lavish(1), ...set], `both-${own}`);
      const alone = (await looksOf([...alike, ...set], `alike-${own}`))[own]!;
      expect(both.map(({ cost }) => cost)).toEqual(wanted);
      const { cost, seen, ...spent } = both[own]!;
      expect(seen).toBeGreaterThan(30);
      expect(cost).toEqual(alone.cost);
      expect(spent.senseS).toBeCloseTo(wanted[own]!.sense.timeUs / 1e6, 9);
      for (const [name, value] of Object.entries(spent))
        expect(value, name).toBeCloseTo(alone[name as keyof typeof spent], 9);
    }
  });

  it('share what the network believes of an item, whatever their boards', async () => {
    const plan = planOf([...frugal(0), 'robots[1].device=GAP9']);
    const { eyes } = await openEyes(plan.main, plan.world, plan.key, storeFor(plan, 'shared'), false);
    const item = new ArrivalBook().of(plan.world, plan.key).next()!.item;
    const [first, second] = plan.world.robots.map(({ id, sensors }) =>
      eyes(id).perception.belief(item, sensors),
    );
    expect(second).toBe(first);
  });
});
