import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asideOf } from '../bin/bundle.mjs';
import { InputError } from '../errors.ts';
import { refuseOther } from '../read-file.ts';
import { explainDisk, makeFolder } from './atomic.ts';
import { sweep, thenAlways } from './leftovers.ts';
import { startOf } from './process.ts';

/** Who holds a lock. A process that has ended holds nothing, nor does another one that got its number. */
interface Holder {
  readonly pid: number;
  readonly start: string;
  /** Tells two locks of one process apart. */
  readonly id: string;
}

/** What file systems answer that know no hard links; there a lock is made under its name, and is empty for a moment. */
const withoutLinks = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'];

function readHolder(path: string): Holder | undefined {
  try {
    refuseOther(path, '');
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** The living process that holds the lock of that path, if one does. */
export function holderOf(path: string): Holder | undefined {
  const holder = readHolder(path);
  return holder && startOf(holder.pid) === holder.start ? holder : undefined;
}

/** The lock of an output, a file that appears whole or not at all: never two processes hold it. */
export class Lock {
  private constructor(
    private readonly path: string,
    private readonly holder: Holder,
  ) {}

  /** Takes the lock that lies at `path` for `output`; throws InputError naming the process that holds it. */
  static take(path: string, output: string): Lock {
    const lock = new Lock(path, { pid: process.pid, start: startOf(process.pid) ?? '', id: randomUUID() });
    const draft = asideOf(path);
    try {
      writeFileSync(draft, JSON.stringify(lock.holder));
      for (let tries = 0; !lock.appear(draft); tries++) if (tries > 9 || !lock.clear()) refuse(path, output);
    } catch (error) {
      explainDisk(error, output);
    } finally {
      rmSync(draft, { force: true });
    }
    return lock;
  }

  /** False where there is a lock already. */
  private appear(draft: string): boolean {
    try {
      linkSync(draft, this.path);
      return true;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return false;
      if (!withoutLinks.includes(code)) throw error;
      writeFileSync(this.path, JSON.stringify(this.holder), { flag: 'wx' });
      return true;
    }
  }

  /** Puts the lock of a dead process away; false where its holder lives. */
  private clear(): boolean {
    if (holderOf(this.path)) return false;
    const away = asideOf(this.path);
    try {
      renameSync(this.path, away);
    } catch {
      return true; // Another process was quicker.
    }
    // Between the look and the rename another may have cleared it and taken the lock: it gets it back.
    if (holderOf(away)) linkSync(away, this.path);
    rmSync(away, { force: true });
    return true;
  }

  /** True until somebody took the lock away. */
  get held(): boolean {
    return readHolder(this.path)?.id === this.holder.id;
  }

  release(): void {
    if (this.held) rmSync(this.path, { force: true });
  }
}

/** Calls `work` while this process alone may write `output`; throws InputError naming the process that holds it. */
export async function whileLocked<T>(output: string, work: () => Promise<T>): Promise<T> {
  const folder = dirname(output);
  makeFolder(folder);
  sweep(folder);
  const lock = Lock.take(join(folder, `.${basename(output)}.lock`), output);
  return thenAlways(() => lock.release(), work);
}

function refuse(path: string, output: string): never {
  const holder = readHolder(path);
  const since = statSync(path, { throwIfNoEntry: false })?.mtime.toISOString();
  throw new InputError({
    what: `another looptwin is writing there (process ${holder?.pid ?? 'unknown'}, since ${since ?? 'now'})`,
    where: output,
    cure: 'Wait until it is done, stop it, or give another place with --out',
  });
}
