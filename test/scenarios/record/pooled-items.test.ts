import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesOf } from '../../../scenarios/record/replay.ts';
import type { Manifest } from '../../../scenarios/studies/day/manifest.ts';
import { readTables } from '../../../scenarios/studies/day/read.ts';
import type { RunDocument } from '../../../scenarios/studies/day/summary.ts';
import { emptyFolder } from '../command.ts';
import { tinyRun } from '../tiny-run.ts';

const folder = emptyFolder();
afterAll(folder.remove);
let run: string;
beforeAll(async () => {
  run = await tinyRun(folder.path, 'pooled', ['site.durationS=900', 'feed.poolSize=5']);
}, 120_000);

describe('the tables of a run whose arrivals come from a pool', () => {
  const json = <T>(name: string) => JSON.parse(readFileSync(join(run, name), 'utf8')) as T;

  it('name an item as events do, and the specimen beside it', async () => {
    const table = await readTables(run, json<Manifest>('manifest.json').outputs);
    const items = table('items');
    expect(new Set(items.map(({ specimen }) => specimen)).size).toBe(5);
    const arrived = [...messagesOf(join(run, 'events.mcap'))].flatMap((message) =>
      message.type === 'item.arrived' ? [[message.data.itemId, message.data.massKg]] : [],
    );
    expect(items.map(({ itemId, massKg }) => [itemId, massKg])).toEqual(arrived);
  });

  it('give each output the mass that the books have', async () => {
    const table = await readTables(run, json<Manifest>('manifest.json').outputs);
    const kgOf = new Map(table('items').map(({ itemId, massKg }) => [itemId, Number(massKg)]));
    const kg = new Map<string, number>();
    for (const { bin, itemId } of table('binned'))
      kg.set(String(bin), (kg.get(String(bin)) ?? 0) + kgOf.get(itemId)!);
    const { outputs } = json<RunDocument>('summary.json').perceptions.at(-1)!;
    const sorted = outputs.filter(({ massKg }) => massKg > 0);
    expect(sorted.length).toBeGreaterThan(3);
    for (const { id, massKg } of sorted) expect(kg.get(id)).toBeCloseTo(massKg, 9);
  });
});
