import { setTimeout as sleep } from 'node:timers/promises';
import { Redis, type RedisOptions } from 'ioredis';
import type { RedisPlace } from './place.ts';
import { evictionNote, redisGone, refusedCommand, refusedConnection, requireVersion } from './problems.ts';

/** How long a first connection may take, ms. */
const connectMs = 10_000;
/** How long a first connection is tried where nothing answers, ms. */
const firstWaitMs = 5_000;
/** How often it is asked whether Redis is still there, ms. */
const pingEveryMs = 1_000;
/** Silence of Redis that is told of, ms. */
const notedAfterMs = 3_000;
/** Between two tries to connect again, ms: from the first to the longest. */
const [firstRetryMs, longestRetryMs] = [100, 2_000];

export interface LinkOptions {
  /** How long Redis may be away before the work ends, s. */
  readonly patienceS: number;
  readonly signal: AbortSignal;
  readonly note: (text: string) => void;
  /** What to do when Redis does not come back, in words; asked for when it happens. */
  readonly goOn: () => string;
}

const retryStrategy = (times: number) => Math.min(longestRetryMs, firstRetryMs * times);

/** What BullMQ and we connect with. */
export function connectionOptions({ shown: _, tls, ...place }: RedisPlace): RedisOptions {
  return {
    ...place,
    ...(tls ? { tls } : {}),
    ...{ connectTimeout: connectMs, maxRetriesPerRequest: null, retryStrategy },
  };
}

/** What a Redis that is just being started answers, or nobody in its place. */
const passing = /ECONNREFUSED|ECONNRESET|Connection is closed/;

/** One try; throws what Redis, or the system, said first. */
async function tried(place: RedisPlace): Promise<Redis> {
  const redis = new Redis({ ...connectionOptions(place), lazyConnect: true, retryStrategy: () => null });
  const errors: Error[] = [];
  redis.on('error', (error: Error) => errors.push(error));
  try {
    await redis.connect();
  } catch (error) {
    errors.push(error as Error);
  }
  const [refusal] = errors;
  if (refusal === undefined) return redis;
  redis.disconnect();
  throw refusal;
}

/** The first connection: after a moment for a Redis that is just being started, what is wrong with it is wrong with the input. */
async function connected(place: RedisPlace, { patienceS, signal }: LinkOptions): Promise<Redis> {
  const lastMs = performance.now() + Math.min(patienceS * 1000, firstWaitMs);
  for (;;) {
    try {
      const redis = await tried(place);
      redis.options.retryStrategy = retryStrategy;
      return redis;
    } catch (error) {
      signal.throwIfAborted();
      const { message } = error as Error;
      if (!passing.test(message) || performance.now() > lastMs)
        throw refusedConnection(error as Error, place);
    }
    await sleep(firstRetryMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

/**
 * A connection to Redis that is watched: it comes back by itself when Redis does, and ends the work, in words, when Redis stays
 * away longer than the patience allows. Nothing waits for it without end.
 */
export class Link {
  private heardMs = performance.now();
  private reason = 'no answer';
  private told = false;
  /** Why nobody needs to wait any more. */
  private over: { readonly reason: unknown } | undefined;
  private readonly waiting = new Set<(reason: unknown) => void>();
  private readonly closed = new AbortController();

  private constructor(
    readonly place: RedisPlace,
    readonly redis: Redis,
    private readonly options: LinkOptions,
  ) {
    redis.on('error', ({ message }: Error) => {
      this.reason = message;
    });
    const { signal } = options;
    if (signal.aborted) this.end(signal.reason);
    signal.addEventListener('abort', () => this.end(signal.reason), { signal: this.closed.signal });
    void this.watch();
  }

  /** Throws InputError where the connection is refused or what answers there cannot hold a queue. */
  static async open(place: RedisPlace, options: LinkOptions): Promise<Link> {
    const link = new Link(place, await connected(place, options), options);
    try {
      const info = await link.until(link.redis.info());
      requireVersion(info, place);
      const note = evictionNote(info, place);
      if (note !== undefined) options.note(note);
      return link;
    } catch (error) {
      link.close();
      throw error;
    }
  }

  /** What `work` answers; rejects as soon as the user stops it, Redis stays away, or Redis refuses in a way that will not pass. */
  async until<T>(work: Promise<T>): Promise<T> {
    if (this.over) throw this.over.reason;
    let leave: (reason: unknown) => void = () => {};
    const ended = new Promise<never>((_, reject) => {
      leave = reject;
    });
    this.waiting.add(leave);
    try {
      return await Promise.race([work, ended]);
    } catch (error) {
      throw refusedCommand(error, this.place) ?? error;
    } finally {
      this.waiting.delete(leave);
    }
  }

  /** Waits; rejects as `until`. */
  async pause(ms: number): Promise<void> {
    await this.until(sleep(ms));
  }

  close(): void {
    this.closed.abort();
    this.redis.disconnect();
  }

  private end(reason: unknown): void {
    this.over ??= { reason };
    for (const reject of this.waiting) reject(reason);
  }

  private async watch(): Promise<void> {
    while (!this.closed.signal.aborted && this.over === undefined) {
      const answered = this.redis.ping().then(
        () => true,
        () => false,
      );
      if (await Promise.race([answered, sleep(pingEveryMs, false)])) this.heard();
      else this.missed();
      await sleep(pingEveryMs, undefined, { signal: this.closed.signal }).catch(() => {});
    }
  }

  private heard(): void {
    this.heardMs = performance.now();
    if (this.told) this.options.note(`${this.place.shown} answers again`);
    this.told = false;
  }

  private missed(): void {
    const { patienceS, note, goOn } = this.options;
    const silentMs = performance.now() - this.heardMs;
    if (silentMs > patienceS * 1000) this.end(redisGone(this.place, this.reason, patienceS, goOn()));
    if (this.told || silentMs < notedAfterMs) return;
    this.told = true;
    note(`${this.place.shown} does not answer (${this.reason}); waiting for it up to ${patienceS} s`);
  }
}
