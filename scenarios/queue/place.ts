import { isIP } from 'node:net';
import { InputError } from '../errors.ts';
import { readBytes } from '../read-file.ts';

/** Variable of the environment that holds the password of Redis, which then stands in no list of processes. */
export const passwordVariable = 'LOOPTWIN_QUEUE_PASSWORD';

/** A Redis that queues lie in. */
export interface RedisPlace {
  /** Address without user and password: the only form that is ever printed. */
  readonly shown: string;
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  /** There for rediss://: TLS, held against the given authority or against those that Node knows. */
  readonly tls?: { readonly servername?: string; readonly ca?: Buffer };
}

export interface PlaceOptions {
  /** PEM file of the authority that signed the certificate of Redis, if it is one's own. */
  readonly queueCa?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const form = 'Write redis://[:password@]host:port[/db], or rediss:// for TLS';

/** What was given, without a password that may stand in it. */
const withoutSecret = (text: string) => text.replace(/\/\/.*@/, '//***@');

function parsed(text: string): URL {
  const refuse = (what: string): never => {
    throw new InputError({ what, got: withoutSecret(text), where: '--queue', cure: form });
  };
  if (!URL.canParse(text)) return refuse('is not the address of a Redis');
  const url = new URL(text);
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') return refuse('is not the address of a Redis');
  if (url.hostname === '') return refuse('names no host');
  if (!/^(\/\d{0,4})?$/.test(url.pathname) || url.search !== '' || url.hash !== '')
    return refuse('the path must be the number of a database');
  return url;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text) || undefined;
  } catch {
    throw new InputError({
      what: 'user or password holds a % that is no escape',
      where: '--queue',
      cure: `Write it as %25, or give the password in ${passwordVariable}`,
    });
  }
}

function certificate(path: string, secure: boolean): Buffer {
  if (!secure)
    throw new InputError({
      what: 'a certificate authority is for TLS',
      where: '--queue-ca',
      cure: 'Write rediss:// in --queue, or leave it out',
    });
  const cure = 'Give the PEM file of the authority that signed the certificate of Redis';
  const bytes = readBytes(path, { what: 'certificate', where: path, cure, mostBytes: 1_000_000 });
  if (bytes.includes('-----BEGIN CERTIFICATE-----')) return bytes;
  throw new InputError({ what: 'holds no certificate in PEM form', where: path, cure });
}

/**
 * Reads `redis://[[user]:password@]host[:port][/db]`; `rediss://` is the same over TLS. A password of the environment stands in
 * for one that the address does not have. Throws InputError, in which no password stands.
 */
export function placeOf(text: string, { queueCa, env = process.env }: PlaceOptions = {}): RedisPlace {
  const url = parsed(text);
  const secure = url.protocol === 'rediss:';
  const ca = queueCa === undefined ? undefined : certificate(queueCa, secure);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? 6379 : Number(url.port);
  const db = Number(url.pathname.slice(1));
  const username = decoded(url.username);
  const password = decoded(url.password) ?? env[passwordVariable];
  return {
    shown: `${url.protocol}//${url.hostname}:${port}${db === 0 ? '' : `/${db}`}`,
    ...{ host, port, db },
    ...(username === undefined ? {} : { username }),
    ...(password ? { password } : {}),
    // A name is sent along for a server that has several; an address is none.
    ...(secure ? { tls: { ...(isIP(host) ? {} : { servername: host }), ...(ca ? { ca } : {}) } } : {}),
  };
}
