import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { queueName } from '../../../scenarios/queue/job.ts';
import { Link } from '../../../scenarios/queue/link.ts';
import { placeOf } from '../../../scenarios/queue/place.ts';
import { codeHash, queueCode } from '../../../scenarios/store/code.ts';
import type { ExperimentDocument } from '../../../scenarios/studies/experiment/document.ts';
import { documentOf } from '../../../scenarios/studies/experiment/document.ts';
import { experiment } from '../../../scenarios/studies/experiment/experiment.ts';
import { mergeShards } from '../../../scenarios/studies/experiment/merge.ts';
import { playShard } from '../../../scenarios/studies/experiment/shard.ts';
import { emptyFolder } from '../command.ts';
import { hasRedis, TestRedis } from './redis.ts';
import { master, waitFor, worker, writePlan } from './study.ts';

const folder = emptyFolder();
const cwd = folder.path;
const queue = queueName('wasm');
const minute = 60_000;
/** Days until an interval is narrow enough: the master asks for more of them three times. */
const plan = writePlan(cwd, 'narrow', 300, '{ from: 3, to: 12, halfWidth: 0.000001 }');
const cells = 24;

describe.skipIf(!hasRedis)('redis: a queue', { timeout: 2 * minute }, () => {
  let redis: TestRedis;
  let alone: ExperimentDocument;
  beforeAll(async () => {
    redis = await TestRedis.start(join(cwd, 'redis'));
    alone = await experiment(plan, { cwd, workers: 1, cacheDir: join(cwd, 'alone') });
  }, minute);
  afterAll(async () => {
    await redis.kill();
    folder.remove();
  });
  const fresh = () => redis.ask((client) => client.flushall());

  it('three shards, one worker, two workers: the document of one machine, to the letter', async () => {
    expect(alone.cells).toBe(cells);
    const shards = [1, 2, 3].map(async (index) => {
      const options = { cwd, workers: 1, cacheDir: join(cwd, 'shards') };
      return (await playShard(plan, { index, of: 3 }, options)).folder;
    });
    const merged = mergeShards(await Promise.all(shards), { cwd });
    expect(documentOf(merged.head, merged.rows)).toEqual(alone);
    for (const count of [1, 2]) {
      await fresh();
      const workers = Array.from({ length: count }, (_, i) =>
        worker(redis.address, join(cwd, `w${count}${i}`)),
      );
      const one = master(redis.address, plan, cwd, { cache: `m${count}` });
      expect(await one.done).toEqual(alone);
      expect(one.tasks.at(-1)).toMatch(new RegExp(`^${cells} of ${cells} cells, ${count} worker`));
      expect(workers.map(({ played }) => played()).reduce((sum, n) => sum + n)).toBe(cells);
      for (const { stop } of workers) await stop();
    }
  });

  it('two masters at once: the same document twice, and no cell is played twice', async () => {
    await fresh();
    const workers = ['a', 'b'].map((name) => worker(redis.address, join(cwd, `both-${name}`)));
    const [first, second] = ['one', 'two'].map((name) =>
      master(redis.address, plan, cwd, { cache: `of-${name}` }),
    );
    expect(await first!.done).toEqual(alone);
    expect(await second!.done).toEqual(alone);
    expect(workers[0]!.played() + workers[1]!.played()).toBe(cells);
    for (const { stop } of workers) await stop();
    const late = await master(redis.address, plan, cwd, { cache: 'late' }).done;
    expect(late).toEqual(alone);
  });

  describe('what somebody edits in Redis', () => {
    const short = writePlan(cwd, 'short', 300, '2');
    const keyOf = (id: string | undefined) => `looptwin:${queue}:${id}`;
    let whole: ExperimentDocument;
    beforeAll(async () => {
      whole = await experiment(short, { cwd, workers: 1, cacheDir: join(cwd, 'short') });
    });

    it('a result: it is refused and its cell played again', async () => {
      await fresh();
      const one = worker(redis.address, join(cwd, 'edited'));
      await master(redis.address, short, cwd, { cache: 'before' }).done;
      const ids = await redis.ask((client) => client.zrange(`looptwin:${queue}:completed`, 0, -1));
      expect(ids).toHaveLength(4);
      // A whole result, but of another cell.
      await redis.ask(async (client) => {
        const other = await client.hget(keyOf(ids[1]), 'returnvalue');
        await client.hset(keyOf(ids[0]), 'returnvalue', other!);
      });
      const again = master(redis.address, short, cwd, { cache: 'after' });
      expect(await again.done).toEqual(whole);
      expect(again.notes.join('\n')).toMatch(
        new RegExp(`result of cell ${ids[0]!.slice(0, 12)} in the queue was edited or damaged: refused`),
      );
      await one.stop();
    });

    it('a cell: it fails and is a row with its command, and the same command plays it after all', async () => {
      await fresh();
      const one = master(redis.address, short, cwd, { cache: 'failing' });
      const waiting = () => redis.ask((client) => client.lrange(`looptwin:${queue}:wait`, 0, -1));
      await waitFor('cells in the queue', async () => (await waiting()).length === 4);
      const [first, second] = await waiting();
      await redis.ask(async (client) => {
        const other = await client.hget(keyOf(second), 'data');
        await client.hset(keyOf(first), 'data', other!);
        await client.hset(keyOf(second), 'data', '{"plan":"eA=="}');
      });
      const steps = worker(redis.address, join(cwd, 'steps'));
      const { failures } = await one.done.catch((error: Error) => ({
        failures: [{ error: error.message, command: '' }],
      }));
      expect(failures.map(({ error }) => error).join('\n')).toMatch(
        /the cell was edited or damaged in the queue: its plan is not that of its address/,
      );
      // What no plan can be read from was tried three times.
      expect(
        steps.notes.filter((text) => text.startsWith(`cell ${second!.slice(0, 12)} failed`)),
      ).toHaveLength(3);
      expect(await master(redis.address, short, cwd, { cache: 'failing' }).done).toEqual(whole);
      await steps.stop();
    });
  });

  it('no worker: says so, names those with other code, and ends when the patience does', async () => {
    await fresh();
    const other = 'feedfeedfeedfeed-wasm';
    await redis.ask(async (client) =>
      client.zadd('looptwin:workers', Date.now() + 60_000, `${other} far:1:x`),
    );
    const lonely = master(redis.address, plan, cwd, { cache: 'lonely', patienceS: 2 });
    await expect(lonely.done).rejects.toThrow(
      new RegExp(
        `no worker with this code \\(${queue}\\) has reported for \\d s; there are workers with other code \\(${other}\\)\\. 0 of 6 cells are done and kept in the cache; nothing is lost\\. Start one from the same checkout: looptwin worker --queue ${redis.address}`,
      ),
    );
  });

  it('a worker with other code leaves the cells and says why', async () => {
    await fresh();
    const other = 'feedfeedfeedfeed-wasm';
    await redis.ask(async (client) => client.zadd('looptwin:masters', Date.now() + 60_000, `${other} far:1`));
    const stranger = worker(redis.address, join(cwd, 'stranger'));
    await waitFor('the words', () =>
      stranger.notes.some((text) =>
        text.includes(`a master with other code (${other}) waits at ${redis.address}`),
      ),
    );
    await stranger.stop();
    expect(queue).toBe(`${codeHash(queueCode)}-wasm`);
  });

  it('a worker ends when there was nothing to do for so long', async () => {
    const idle = worker(redis.address, join(cwd, 'idle'), { idleS: 1 });
    expect(await idle.done).toEqual({ played: 0, cached: 0, failed: 0 });
  });
});

describe.skipIf(!hasRedis)('redis: passwords and TLS', { timeout: minute }, () => {
  const open = (place: ReturnType<typeof placeOf>) =>
    Link.open(place, { patienceS: 1, signal: new AbortController().signal, note: () => {}, goOn: () => '' });

  it('asks for the password, refuses a wrong one, takes the right one', async () => {
    const redis = await TestRedis.start(join(cwd, 'locked'), { args: ['--requirepass', 'right'] });
    const wrong = open(placeOf(redis.address.replace('//', '//:secret@'), { env: {} }));
    await expect(wrong).rejects.toThrow(
      /Redis refuses the password .*Give the right one in LOOPTWIN_QUEUE_PASSWORD/,
    );
    await expect(wrong).rejects.toThrow(InputError);
    await expect(wrong).rejects.not.toThrow(/secret/);
    await expect(open(placeOf(redis.address, { env: {} }))).rejects.toThrow(/Redis asks for a password/);
    (await open(placeOf(redis.address, { env: { LOOPTWIN_QUEUE_PASSWORD: 'right' } }))).close();
    await expect(
      open(placeOf(`${redis.address}/99`, { env: { LOOPTWIN_QUEUE_PASSWORD: 'right' } })),
    ).rejects.toThrow(/there is no database of that number/);
    await redis.kill();
  });

  it('speaks TLS with an authority of its own, and with no other', async () => {
    const [key, cert] = [join(cwd, 'key.pem'), join(cwd, 'cert.pem')];
    const self = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const make = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
    ];
    expect(spawnSync('openssl', [...make, ...self]).status).toBe(0);
    const tls = [
      '--tls-cert-file',
      cert,
      '--tls-key-file',
      key,
      '--tls-ca-cert-file',
      cert,
      '--tls-auth-clients',
      'no',
    ];
    const redis = await TestRedis.start(join(cwd, 'tls'), { tls: true, args: tls });
    const address = redis.address.replace('redis:', 'rediss:');
    (await open(placeOf(address, { env: {}, queueCa: cert }))).close();
    await expect(open(placeOf(address, { env: {} }))).rejects.toThrow(
      /the certificate of Redis is not trusted .*Give the authority that signed it: --queue-ca/,
    );
    await redis.kill();
  });
});
