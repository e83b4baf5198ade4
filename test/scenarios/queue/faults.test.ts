import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueName } from '../../../scenarios/queue/job.ts';
import type { ExperimentDocument } from '../../../scenarios/studies/experiment/document.ts';
import { experiment } from '../../../scenarios/studies/experiment/experiment.ts';
import { builtCache, emptyFolder, type Finished, looptwin, start } from '../command.ts';
import { hasRedis, TestRedis } from './redis.ts';
import { master, waitFor, worker, workerProcess, writePlan } from './study.ts';

const folder = emptyFolder();
const cwd = folder.path;
const queue = queueName('wasm');
const minute = 60_000;
/** Days long enough to be killed in the middle of one. */
const plan = writePlan(cwd, 'long', 9_000, '3');
const cells = 6;
const env = { LOOPTWIN_CACHE: join(cwd, 'built') };

/** Said in words, and the process did end. */
const inWords = ({ err }: Finished) => expect(err).not.toMatch(/\n\s+at |bug in looptwin/);

describe.skipIf(!hasRedis)('redis: what can break while a queue is played', { timeout: 2 * minute }, () => {
  let alone: ExperimentDocument;
  let redis: TestRedis;
  beforeAll(async () => {
    await builtCache(env.LOOPTWIN_CACHE);
    alone = await experiment(plan, { cwd, workers: 1, cacheDir: join(cwd, 'alone') });
    redis = await TestRedis.start(join(cwd, 'redis'));
  }, minute);
  afterAll(async () => {
    await redis.kill();
    folder.remove();
  });
  const fresh = () => redis.ask((client) => client.flushall());
  const oneInHand = () => waitFor('a cell in hand', async () => (await redis.inHand(queue)) === 1);

  it('a worker killed in the middle of a cell: another one plays it', async () => {
    await fresh();
    const one = master(redis.address, plan, cwd, { cache: 'm-kill' });
    const doomed = workerProcess(redis.address, cwd, 'w-doomed');
    await oneInHand();
    doomed.child.kill('SIGKILL');
    const heir = worker(redis.address, join(cwd, 'w-heir'));
    expect((await doomed.done).code).toBeNull();
    expect(await one.done).toEqual(alone);
    expect(heir.notes.filter((text) => /lost its worker and is played again/.test(text))).toHaveLength(1);
    await heir.stop();
  });

  it('a worker that is told to stop gives its cell back at once', async () => {
    await fresh();
    const one = master(redis.address, plan, cwd, { cache: 'm-stop' });
    const polite = workerProcess(redis.address, cwd, 'w-stop');
    await oneInHand();
    const before = await redis.ask((client) => client.llen(`looptwin:${queue}:wait`));
    polite.child.kill('SIGTERM');
    const end = await polite.done;
    expect(end.code).toBe(130);
    inWords(end);
    expect(await redis.inHand(queue)).toBe(0);
    const waiting = await redis.ask((client) => client.llen(`looptwin:${queue}:wait`));
    expect([before, before + 1]).toContain(waiting);
    expect(await redis.ask((client) => client.zcard('looptwin:workers'))).toBe(0);
    const next = worker(redis.address, join(cwd, 'w-after'));
    expect(await one.done).toEqual(alone);
    expect(next.notes.join()).not.toMatch(/lost its worker/);
    await next.stop();
  });

  it('Redis restarted in the middle, with its data: everybody waits for it and goes on', async () => {
    await fresh();
    const one = master(redis.address, plan, cwd, { cache: 'm-restart' });
    const two = worker(redis.address, join(cwd, 'w-restart'), { stalledAfterS: 5 });
    await waitFor('the first cell', () => two.played() > 0);
    await redis.kill();
    await waitFor('words of the master', () =>
      one.notes.some((text) => /does not answer .*up to 60 s/.test(text)),
    );
    await redis.again();
    expect(await one.done).toEqual(alone);
    expect(one.notes).toContain(`${redis.address} answers again`);
    expect(two.played()).toBe(cells);
    await two.stop();
  });

  it('Redis restarted without its data: the master puts again what is missing', async () => {
    const forgetful = await TestRedis.start(join(cwd, 'forgetful'), { keeps: false });
    const one = master(forgetful.address, plan, cwd, { cache: 'm-lost' });
    const two = worker(forgetful.address, join(cwd, 'w-lost'));
    await waitFor('the first cell', () => two.played() > 0);
    await forgetful.kill();
    await forgetful.again();
    expect(await one.done).toEqual(alone);
    expect(two.played()).toBe(cells);
    await two.stop();
    await forgetful.kill();
  });

  it('Redis gone for good: master and worker say how to go on, and end; what was done is kept', async () => {
    const mortal = await TestRedis.start(join(cwd, 'mortal'));
    const two = workerProcess(mortal.address, cwd, 'w-mortal', ['--patience', '2']);
    const args = ['experiment', plan, '--queue', mortal.address, '--patience', '2', '--json'];
    const one = start(args, { cwd, env });
    let progress = '';
    one.child.stderr!.on('data', (text) => (progress += String(text)));
    await waitFor('the first cell', () => /[1-5] of 6 cells/.test(progress));
    await mortal.kill();
    const ends = await Promise.all([one.done, two.done]);
    for (const end of ends) {
      expect(end.code).toBe(1);
      inWords(end);
    }
    expect(ends[0]!.err).toMatch(
      /looptwin: redis:\/\/127\.0\.0\.1:\d+: Redis has not answered for 2 s \(.*\)\. [1-5] of 6 cells are done and kept in the cache; nothing is lost\. Start Redis again and repeat the command, or leave out --queue/,
    );
    expect(ends[1]!.err).toMatch(/Redis has not answered for 2 s .*Nothing is lost/);
    // The same command without a queue goes on from there.
    const { out, err } = await looptwin(['experiment', plan, '--json'], { cwd, env });
    expect((JSON.parse(out) as ExperimentDocument).fingerprint).toBe(alone.fingerprint);
    inWords({ code: 0, out, err });
  });

  it('a master killed in the middle: the next one finds what was played meanwhile', async () => {
    await fresh();
    // A cache that holds the built program and no cell.
    const orphan = join(cwd, 'built-orphan');
    cpSync(join(cwd, 'built/bundle'), join(orphan, 'bundle'), { recursive: true });
    const args = ['experiment', plan, '--queue', redis.address];
    const doomed = start(args, { cwd, env: { LOOPTWIN_CACHE: orphan } });
    const two = worker(redis.address, join(cwd, 'w-orphan'));
    await waitFor('the first cell', () => two.played() > 0);
    doomed.child.kill('SIGKILL');
    await waitFor('all cells', () => two.played() === cells);
    expect(await master(redis.address, plan, cwd, { cache: 'm-heir' }).done).toEqual(alone);
    expect(two.played()).toBe(cells);
    await two.stop();
  });
});
