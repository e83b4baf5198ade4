import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../sim/record/canonical.ts';
import type { Plain } from '../../sim/record/json.ts';
import { refuseOther } from '../read-file.ts';
import { writeAtomic } from './atomic.ts';

const digestBytes = 32;

/** Address of a thing: hash of its kind and of everything that made it. */
export function addressOf<T>(kind: string, recipe: T & Plain<T>): string {
  return createHash('sha256')
    .update(`${kind}\0${canonicalJson<T>(recipe)}`)
    .digest('hex');
}

/** Digest of an entry: over its kind and address too, so that no entry can stand in another one's place. */
function digestOf(kind: string, address: string, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(`${kind}\0${address}\0`).update(bytes).digest();
}

/**
 * The content-addressed cache: data sets, models, beliefs and runs, each under the hash of its recipe.
 * An entry is its digest (32 bytes) followed by its bytes, so that one that was damaged or exchanged is noticed, dropped
 * and made again.
 */
export class ContentStore {
  /** `note` hears of entries that were refused. */
  constructor(
    readonly folder: string,
    private readonly note: (text: string) => void = () => {},
  ) {}

  path(kind: string, address: string): string {
    return join(this.folder, kind, `${address}.bin`);
  }

  has(kind: string, address: string): boolean {
    return existsSync(this.path(kind, address));
  }

  /** The bytes, or undefined if there are none or they are not the bytes that were written. */
  read(kind: string, address: string): Uint8Array | undefined {
    const path = this.path(kind, address);
    if (!existsSync(path)) return undefined;
    refuseOther(path, 'Remove it: only looptwin writes into its cache');
    const entry = readFileSync(path);
    const payload = entry.subarray(digestBytes);
    const digest = digestOf(kind, address, payload);
    if (entry.length >= digestBytes && digest.equals(entry.subarray(0, digestBytes))) return payload;
    rmSync(path, { force: true });
    this.note(
      `${path}: was edited or damaged since it was written: refused and removed. It is made again; nothing else is lost`,
    );
    return undefined;
  }

  /** The bytes in memory of their own, as typed arrays need it; throws if they are gone or damaged (the next run makes them again). */
  need(kind: string, address: string, what: string): Uint8Array {
    const bytes = this.read(kind, address);
    if (bytes !== undefined) return new Uint8Array(bytes);
    throw new Error(`the cached ${what} ${address.slice(0, 12)} was damaged and has been removed: run again`);
  }

  write(kind: string, address: string, bytes: Uint8Array): void {
    writeAtomic(this.path(kind, address), Buffer.concat([digestOf(kind, address, bytes), bytes]));
  }

  /** What was written as JSON under this address: its digest says that nobody else wrote it. */
  readJson<T>(kind: string, address: string): T | undefined {
    const bytes = this.read(kind, address);
    return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString('utf8')) as T);
  }

  writeJson<T>(kind: string, address: string, value: T & Plain<T>): void {
    this.write(kind, address, Buffer.from(JSON.stringify(value)));
  }
}
