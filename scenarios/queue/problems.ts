import { InputError, type InputProblem, ShortageError } from '../errors.ts';
import { passwordVariable, type RedisPlace } from './place.ts';

/** The oldest Redis that BullMQ is made for (its own recommended minimum). */
const oldestRedis = [6, 2] as const;

/** Refusals of a connection by the words or the code that they come with, each with what they mean and what helps. */
const refusals: readonly { readonly sign: RegExp; readonly what: string; readonly cure: string }[] = [
  {
    sign: /WRONGPASS|invalid password/,
    what: 'Redis refuses the password',
    cure: `Give the right one in ${passwordVariable} or in the address: redis://:password@host:port`,
  },
  {
    sign: /NOAUTH/,
    what: 'Redis asks for a password',
    cure: `Give it in ${passwordVariable} or in the address: redis://:password@host:port`,
  },
  {
    sign: /NOPERM/,
    what: 'the user may not do what a queue needs',
    cure: 'Give the user all commands on keys that begin with looptwin: ACL SETUSER name ~looptwin* +@all',
  },
  {
    sign: /ECONNREFUSED/,
    what: 'nothing answers there',
    cure: 'Start Redis (redis-server), or mend host and port',
  },
  { sign: /ENOTFOUND|EAI_AGAIN/, what: 'the host is not known', cure: 'Mend the name of the host' },
  {
    sign: /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    what: 'the host does not answer',
    cure: 'Mend host and port, open the firewall, or write redis:// if it speaks no TLS',
  },
  {
    sign: /certificate|CERT|altname/i,
    what: 'the certificate of Redis is not trusted',
    cure: 'Give the authority that signed it: --queue-ca ca.pem',
  },
  {
    sign: /SSL|TLS|EPROTO|ECONNRESET|wrong version|Connection is closed/i,
    what: 'the connection was broken off while it was made',
    cure: 'Write rediss:// if Redis speaks TLS there, redis:// if not',
  },
  { sign: /DB index/, what: 'there is no database of that number', cure: 'Leave the number out' },
  {
    sign: /Protocol error|ParserError/,
    what: 'what answers there is not Redis',
    cure: 'Mend host and port',
  },
];

/** A refused connection in words. */
export function refusedConnection(error: Error, { shown }: RedisPlace): InputError {
  const text = `${error.name} ${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}`;
  const known = refusals.find(({ sign }) => sign.test(text));
  const { what, cure } = known ?? { what: 'Redis cannot be used', cure: 'Mend --queue' };
  return new InputError({ what: `${what} (${error.message})`, where: shown, cure });
}

/** The number behind `name:` in an answer to INFO. */
function factOf(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
}

/** Throws InputError where the answer to INFO is that of a Redis too old for BullMQ. */
export function requireVersion(info: string, { shown }: RedisPlace): void {
  const version = factOf(info, 'valkey_version') ?? factOf(info, 'redis_version');
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  const [least, andLeast] = oldestRedis;
  if (major > least || (major === least && minor >= andLeast)) return;
  throw new InputError({
    what: version === undefined ? 'what answers there does not say its version' : 'Redis is too old',
    got: version,
    where: shown,
    cure: `Start Redis ${oldestRedis.join('.')} or newer, or Valkey`,
  });
}

/** What to note about a Redis that may drop keys when it is full; undefined where it keeps them. */
export function evictionNote(info: string, { shown }: RedisPlace): string | undefined {
  const policy = factOf(info, 'maxmemory_policy');
  if (policy === undefined || policy === 'noeviction') return undefined;
  return `${shown} drops keys when it is full (maxmemory-policy ${policy}): cells that it drops are put again. Better: noeviction`;
}

/** Redis did not come back in time: what is lost (nothing) and how to go on. */
export function redisGone(
  { shown }: RedisPlace,
  reason: string,
  seconds: number,
  cure: string,
): ShortageError {
  return new ShortageError({
    what: `Redis has not answered for ${seconds} s (${reason})`,
    where: shown,
    cure,
  });
}

/** Redis answered a command with a refusal that repeating does not help; undefined for any other error. */
export function refusedCommand(error: unknown, { shown }: RedisPlace): ShortageError | undefined {
  const { message } = error as Error;
  const problems: readonly [RegExp, Omit<InputProblem, 'where'>][] = [
    [/^OOM|maxmemory/, { what: 'Redis is full', cure: 'Give it more memory (maxmemory)' }],
    [/^MISCONF/, { what: 'Redis cannot save its data', cure: 'Look for a full disk in its log' }],
    [
      /^READONLY/,
      { what: 'this Redis is a read-only copy', cure: 'Give the address of the one that is written to' },
    ],
    [
      /^NOPERM/,
      {
        what: 'the user may not do what a queue needs',
        cure: 'Give it all commands on keys that begin with looptwin',
      },
    ],
  ];
  const found = problems.find(([sign]) => sign.test(message));
  return found && new ShortageError({ ...found[1], what: `${found[1].what} (${message})`, where: shown });
}
