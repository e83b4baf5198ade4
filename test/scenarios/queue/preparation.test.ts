import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Link } from '../../../scenarios/queue/link.ts';
import { placeOf } from '../../../scenarios/queue/place.ts';
import { Preparation } from '../../../scenarios/queue/preparation.ts';
import { ContentStore } from '../../../scenarios/store/store.ts';
import type { RunPlan } from '../../../scenarios/studies/day/plan.ts';
import { emptyFolder } from '../command.ts';
import { hasRedis, TestRedis } from './redis.ts';

const folder = emptyFolder();

describe.skipIf(!hasRedis)('redis: networks of a store that workers share', () => {
  let redis: TestRedis;
  const links: Link[] = [];
  beforeAll(async () => {
    redis = await TestRedis.start(join(folder.path, 'redis'));
  });
  afterAll(async () => {
    for (const link of links) link.close();
    await redis.kill();
    folder.remove();
  });

  const model = 'a'.repeat(64);
  const planWith = (address: string) =>
    ({ variants: [{ robots: [{ looks: [{ model: null }, { model: address }] }] }] }) as unknown as RunPlan;

  /** A worker's preparation on a store, and what it did in which order. */
  async function prepared(cache: string, heard: string[], name: string) {
    const signal = new AbortController().signal;
    const place = placeOf(redis.address, { env: {} });
    const link = await Link.open(place, { patienceS: 5, signal, note: () => {}, goOn: () => '' });
    links.push(link);
    const store = new ContentStore(join(folder.path, cache));
    const preparation = new Preparation(store, link, (text) => heard.push(`${name}: ${text}`));
    const play = (plan: RunPlan, fails = false) =>
      preparation.before(plan, async () => {
        heard.push(`${name} begins`);
        await sleep(200);
        if (fails) throw new Error('no memory');
        store.write('model', model, new Uint8Array(1));
        heard.push(`${name} ends`);
      });
    return play;
  }

  it('one trains, another waits for what it would have trained too', async () => {
    const heard: string[] = [];
    const [a, b] = [await prepared('shared', heard, 'a'), await prepared('shared', heard, 'b')];
    const first = a(planWith(model));
    await sleep(50);
    await Promise.all([first, b(planWith(model))]);
    expect(heard).toEqual([
      ...['a begins', 'b: waiting for networks that are being trained into the same folder', 'a ends'],
      ...['b begins', 'b ends'],
    ]);
    // All is there: nobody waits any more.
    await Promise.all([a(planWith(model)), b(planWith(model))]);
    expect(heard.slice(5, 7).sort()).toEqual(['a begins', 'b begins']);
  });

  it('where it failed for one, the next one tries', async () => {
    const heard: string[] = [];
    const [a, b] = [await prepared('failing', heard, 'a'), await prepared('failing', heard, 'b')];
    const first = a(planWith(model), true);
    await sleep(50);
    await expect(first).rejects.toThrow('no memory');
    await b(planWith(model));
    expect(heard).toEqual(['a begins', 'b begins', 'b ends']);
  });

  it('workers on stores of their own do not wait for each other', async () => {
    const heard: string[] = [];
    const [a, b] = [await prepared('own-a', heard, 'a'), await prepared('own-b', heard, 'b')];
    await Promise.all([a(planWith(model)), b(planWith(model))]);
    expect(heard.slice(0, 2).sort()).toEqual(['a begins', 'b begins']);
  });
});
