import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Bench } from '../../../scenarios/queue/bench.ts';
import { ContentStore } from '../../../scenarios/store/store.ts';
import type { Execution } from '../../../scenarios/studies/day/execute.ts';
import { emptyFolder } from '../command.ts';

const folder = emptyFolder();
afterAll(folder.remove);

it('plays on one place while all goes well, and on a new one after an error', async () => {
  const bench = new Bench(new ContentStore(join(folder.path, 'cache')), 1, new AbortController().signal);
  const seen: Execution[] = [];
  const play = () => bench.play(async (execution) => seen.push(execution));
  await play();
  await play();
  let fail = () => {};
  const failed = new Promise<void>((_, reject) => {
    fail = () => reject(new Error('a thread died'));
  });
  let leave = () => {};
  const long = bench.play(async (execution) => {
    seen.push(execution);
    await new Promise<void>((resolve) => {
      leave = resolve;
    });
  });
  const broken = bench.play(() => failed);
  fail();
  await expect(broken).rejects.toThrow('a thread died');
  await play();
  leave();
  await long;
  await play();
  expect(seen[1]).toBe(seen[0]);
  expect(seen[2]).toBe(seen[0]); // begun before the error, and not cut off by it
  expect(seen[3]).not.toBe(seen[0]);
  expect(seen[4]).toBe(seen[3]);
  await bench.close();
});
