import type { Redis } from 'ioredis';
import { prefix } from './job.ts';

/** Who takes part: masters wait for cells, workers play them. */
type Role = 'master' | 'worker';

/** How often one reports, ms, and for how long a report holds. */
export const reportEveryMs = 2_000;
const holdsMs = 10_000;
/** Redis forgets the list when nobody has reported for so long, s. */
const forgottenS = 3_600;

const listOf = (role: Role) => `${prefix}:${role}s`;

/** Milliseconds by the clock of Redis: those of two machines may differ. */
async function redisMs(redis: Redis): Promise<number> {
  const [seconds, micros] = await redis.time();
  return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000);
}

/** Says that one is there. */
export async function report(redis: Redis, role: Role, queue: string, name: string): Promise<void> {
  const list = listOf(role);
  await redis.zadd(list, await redisMs(redis), `${queue} ${name}`);
  await redis.expire(list, forgottenS);
}

/** Says that one leaves. */
export async function leave(redis: Redis, role: Role, queue: string, name: string): Promise<void> {
  await redis.zrem(listOf(role), `${queue} ${name}`);
}

/** Those that are there: how many on this queue, and which other queues have some. */
export interface Present {
  readonly here: number;
  readonly elsewhere: readonly string[];
}

export async function present(redis: Redis, role: Role, queue: string): Promise<Present> {
  const since = (await redisMs(redis)) - holdsMs;
  await redis.zremrangebyscore(listOf(role), '-inf', `(${since}`);
  const queues = (await redis.zrange(listOf(role), 0, -1)).map((member) => member.split(' ')[0] ?? '');
  const elsewhere = [...new Set(queues.filter((other) => other !== queue))].sort();
  return { here: queues.filter((other) => other === queue).length, elsewhere };
}
