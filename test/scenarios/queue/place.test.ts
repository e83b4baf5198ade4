import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { cellJob, planOf } from '../../../scenarios/queue/job.ts';
import { Link } from '../../../scenarios/queue/link.ts';
import { placeOf } from '../../../scenarios/queue/place.ts';
import type { RunPlan } from '../../../scenarios/studies/day/plan.ts';
import { emptyFolder } from '../command.ts';
import { inProcess } from '../in-process.ts';
import { freePort } from './redis.ts';

const folder = emptyFolder();
afterAll(folder.remove);

describe('the address of a Redis', () => {
  const env = { LOOPTWIN_QUEUE_PASSWORD: 'of the environment' };

  it('is read in all its parts, and shown without the password', () => {
    const place = placeOf('redis://ann:a%2Fb@queue.example:7000/3', { env });
    expect(place).toEqual({
      ...{ shown: 'redis://queue.example:7000/3', host: 'queue.example', port: 7000, db: 3 },
      ...{ username: 'ann', password: 'a/b' },
    });
    expect(placeOf('redis://localhost', { env: {} })).toEqual({
      ...{ shown: 'redis://localhost:6379', host: 'localhost', port: 6379, db: 0 },
    });
    expect(placeOf('redis://[::1]:7000', { env: {} })).toMatchObject({
      host: '::1',
      shown: 'redis://[::1]:7000',
    });
  });

  it('takes the password of the environment where it has none itself', () => {
    expect(placeOf('redis://localhost', { env }).password).toBe('of the environment');
    expect(placeOf('redis://:own@localhost', { env }).password).toBe('own');
  });

  it('asks for TLS, with an authority of its own', () => {
    const ca = join(folder.path, 'ca.pem');
    writeFileSync(ca, '-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n');
    expect(placeOf('rediss://localhost', { env: {}, queueCa: ca }).tls?.ca?.toString()).toContain('MII=');
    expect(() => placeOf('redis://localhost', { queueCa: ca })).toThrow(
      /--queue-ca: a certificate authority is for TLS/,
    );
    writeFileSync(ca, 'no certificate');
    expect(() => placeOf('rediss://localhost', { queueCa: ca })).toThrow(
      /ca\.pem: holds no certificate in PEM form/,
    );
    const none = join(folder.path, 'none.pem');
    expect(() => placeOf('rediss://localhost', { queueCa: none })).toThrow(
      /none\.pem: cannot read the certificate/,
    );
  });

  it.each([
    ['localhost:6379', /--queue: is not the address of a Redis, got "localhost:6379"\. Write redis:/],
    ['http://localhost', /is not the address of a Redis/],
    ['redis://', /names no host/],
    ['redis://:secret@localhost/x', /must be the number of a database, got "redis:\/\/\*\*\*@localhost\/x"/],
    ['redis://:secret@localhost/0?a=1', /must be the number of a database/],
    ['redis://:sec%ret@localhost', /holds a % that is no escape/],
  ])('%s is refused, and a password is not repeated', (text, words) => {
    const read = () => placeOf(text, { env: {} });
    expect(read).toThrow(InputError);
    expect(read).toThrow(words);
    expect(read).not.toThrow(/secret/);
  });
});

describe('options that mean nothing with a queue', () => {
  it.each([
    ['experiment smoke --shard 1/2', /--shard: a queue divides the cells by itself/],
    ['experiment smoke --dry-run', /--dry-run: nothing is played/],
    ['experiment smoke --workers 2', /--workers: with a queue nothing is played here/],
    ['experiment smoke --no-cache', /--no-cache: what comes back from a queue is kept/],
    ['experiment circular-region', /--queue: a region is played as a whole/],
  ])('%s', (args, words) =>
    expect(inProcess(`${args} --queue redis://localhost`, folder.path).run).rejects.toThrow(words),
  );
});

/** Something that listens and is no Redis that could hold a queue: answers whatever it is asked. */
async function impostor(answer: (asked: string) => string): Promise<{ address: string; close: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('data', (bytes) => socket.write(answer(String(bytes))));
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { address: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

const open = (address: string) =>
  Link.open(placeOf(address, { env: {} }), {
    ...{ patienceS: 1, signal: new AbortController().signal, note: () => {}, goOn: () => '' },
  });

describe('what cannot hold a queue is refused in words', () => {
  const infoOf = (info: string) => (asked: string) =>
    asked
      .split('*')
      .slice(1)
      .map((command) => (/info/i.test(command) ? `$${info.length}\r\n${info}\r\n` : '+OK\r\n'))
      .join('');

  it.each([
    [
      'a Redis that is too old',
      infoOf('redis_version:5.0.14\r\n'),
      /Redis is too old, got "5\.0\.14"\. Start Redis 6\.2/,
    ],
    ['one just below', infoOf('redis_version:6.0.20\r\n'), /Redis is too old/],
    ['one without a version', infoOf('tcp_port:1\r\n'), /does not say its version/],
    ['a web server', () => 'HTTP/1.1 400 Bad Request\r\n\r\n', /what answers there is not Redis/],
  ])('%s', async (_, answer, words) => {
    const { address, close } = await impostor(answer);
    await expect(open(address)).rejects.toThrow(words);
    await expect(open(address)).rejects.toThrow(InputError);
    close();
  });

  it('one that is new enough is taken', async () => {
    const { address, close } = await impostor(infoOf('redis_version:6.2.0\r\n'));
    (await open(address)).close();
    close();
  });

  it('a port that nobody listens on, a host that nobody knows', async () => {
    const port = await freePort();
    await expect(open(`redis://127.0.0.1:${port}`)).rejects.toThrow(
      `redis://127.0.0.1:${port}: nothing answers there (connect ECONNREFUSED 127.0.0.1:${port}). Start Redis`,
    );
    await expect(open('redis://no.such.host.invalid')).rejects.toThrow(/the host is not known/);
  });
});

describe('a cell in the queue', () => {
  const pack = (plan: object) => cellJob(plan as RunPlan);
  it('is read as it was written', () => {
    const plan = { dataset: { address: 'a'.repeat(64) }, variants: [{ model: null }] };
    expect(planOf(pack(plan))).toEqual(plan);
  });
  it('that would lead a worker out of its store is refused', () =>
    expect(() => planOf(pack({ trainings: [{ address: '../../etc/x' }] }))).toThrow(
      /a cell of the queue names no address of the store, got "\.\.\/\.\.\/etc\/x"/,
    ));
});
