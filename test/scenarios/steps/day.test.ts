import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { ArrivalBook } from '../../../scenarios/steps/arrivals.ts';
import { writeBeliefs } from '../../../scenarios/steps/beliefs.ts';
import { playDay } from '../../../scenarios/steps/day.ts';
import { beliefAddress } from '../../../scenarios/steps/perception.ts';
import type { Variant } from '../../../scenarios/steps/steps.ts';
import { ContentStore } from '../../../scenarios/store/store.ts';
import { planRun } from '../../../scenarios/studies/day/plan.ts';
import { sensorKey } from '../../../sim/senses/sensors.ts';
import { Feed } from '../../../sim/site/flow/feed.ts';
import { uncalibrated } from '../../../sim/site/robot/calibrated.ts';
import { emptyFolder } from '../command.ts';

const folder = emptyFolder();
afterAll(folder.remove);

const pool = 40;
const scenario = loadScenario('quickstart', [`feed.poolSize=${pool}`, 'site.durationS=900']);
const plan = planRun(scenario, { seed: 1, replication: 0 });
const { world, key } = plan;
const labels = world.feed.materials.map(({ materialId }) => materialId).sort();
const cost = { energyJ: 0.002, timeUs: 5000 };
const player = (store: ContentStore) => ({ store, arrivals: new ArrivalBook(), report: () => {} });
const played = (store: ContentStore, variant: Variant) =>
  playDay({ kind: 'day', world, key, variant, recording: null }, player(store));

/** A store with what a network that never was would have said of the first items of the pool. */
function storeWith(name: string, items: number): ContentStore {
  const store = new ContentStore(join(folder.path, name));
  const { model, device, senses } = plan.main.robots[0]!.looks[0]!;
  const belief = (itemId: number) => ({
    modelId: 'nobody',
    material: Float32Array.from(labels, (_, k) => (k === itemId % labels.length ? 1 : 0)),
    state: new Float32Array(10).fill(0.1),
    quality: { mean: 0.5, sd: 0.1 },
  });
  const sensorsNow = sensorKey(world.robots[0]!.sensors);
  const beliefs = Array.from({ length: items }, (_, itemId) => ({
    itemId,
    sensorKey: sensorsNow,
    belief: belief(itemId),
  }));
  const facts = {
    ...{ modelId: 'nobody', labels, senses, costs: { [device]: cost } },
    calibration: uncalibrated,
  };
  writeBeliefs(store, beliefAddress({ model: model!, senses, backend: plan.main.backend }, world, key), {
    facts,
    beliefs,
  });
  return store;
}

it('is played from kept beliefs alone: the network is not even there', async () => {
  // How long it took is of the machine.
  const { costS: _, ...day } = await played(storeWith('whole', pool), plan.main);
  expect(day.events).toBeGreaterThan(100);
  expect(await played(storeWith('whole again', pool), plan.main)).toMatchObject(day);
});

it('asks for the network as soon as an item comes that no earlier day has seen', async () => {
  await expect(played(storeWith('part', 5), plan.main)).rejects.toThrow(/cached model .* run again/);
});

it('has the same items whether they were made before or not', () => {
  const book = new ArrivalBook();
  const list = (feed: Pick<Feed, 'next'>) => {
    const items = [];
    for (let a = feed.next(); a !== null; a = feed.next()) items.push(a);
    return items;
  };
  const own = list(new Feed(world, 1, 0));
  expect(own.length).toBeGreaterThan(50);
  const begun = book.of(world, key);
  begun.next();
  expect(list(book.of(world, key))).toEqual(own);
  expect([begun.next(), begun.next()]).toEqual(own.slice(1, 3));
  expect(list(book.of(world, { ...key, replication: 1 }))).toEqual(list(new Feed(world, 1, 1)));
  expect(list(book.of({ ...world, site: { ...world.site, durationS: 300 } }, key)).length).toBeLessThan(
    own.length,
  );
});
