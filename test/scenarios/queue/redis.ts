import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { Redis } from 'ioredis';

/** Whether this machine has a Redis that tests can start; they say loudly where it has not. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis)
  process.stderr.write(
    '\n*** redis: not run: no redis-server on the PATH (apt-get install redis-server)\n\n',
  );

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A Redis of the tests' own, in a folder and on a port of its own. */
export class TestRedis {
  private child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly args: readonly string[],
  ) {}

  /** Keeps its data in `folder` when it is started again, unless `keeps` is false. */
  static async start(
    folder: string,
    { keeps = true, args = [] as readonly string[], tls = false } = {},
  ): Promise<TestRedis> {
    mkdirSync(folder, { recursive: true });
    const port = await freePort();
    const base = ['--dir', folder, '--bind', '127.0.0.1', '--save', '', '--appendonly', keeps ? 'yes' : 'no'];
    const listen = tls ? ['--port', '0', '--tls-port', `${port}`] : ['--port', `${port}`];
    const redis = new TestRedis(port, [...base, ...listen, ...args]);
    await redis.again();
    return redis;
  }

  get address(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it where it was. */
  async again(): Promise<void> {
    const child = spawn('redis-server', this.args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text) => /Ready to accept connections/.test(String(text)) && resolve());
      child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
    });
  }

  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child === undefined || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Calls `work` with a client of its own. */
  async ask<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis({ port: this.port, lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => {});
    try {
      await client.connect();
      return await work(client);
    } finally {
      client.disconnect();
    }
  }

  /** Cells that workers have in hand. */
  inHand(queue: string): Promise<number> {
    return this.ask((client) => client.llen(`looptwin:${queue}:active`));
  }
}
