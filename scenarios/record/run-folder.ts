import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { makeFolder, writeAtomic } from '../store/atomic.ts';
import { sweep, writerOf } from '../store/leftovers.ts';
import { Lock } from '../store/lock.ts';
import type { RunFacts, StudyFacts } from './facts.ts';
import { type Contents, contentsOf, forget, lockName, manifestName, mark } from './ownership.ts';
import { removeRun } from './remove.ts';
import { type Table, toCsv, toParquet } from './table.ts';

/** One file of a run folder as the manifest names it. */
export interface OutputFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows?: number;
}

export interface FolderOptions {
  /** True: a folder that holds other files too is used, and they are left alone. */
  readonly force?: boolean;
  /** Hears what the user should know, in one line. */
  readonly note?: (text: string) => void;
  /** Hash of what an experiment compares: its folder is written only by the same one, or under `force`. */
  readonly subject?: string;
}

/**
 * A run folder while it is being written. A new one is written in place, so that a viewer can follow it;
 * an earlier one stays whole until its successor is complete in a folder inside. The manifest is written last.
 * Only files that looptwin wrote are ever replaced or removed, and only one process writes at a time.
 */
export class RunFolder {
  /** Where files are written until `finish`. */
  readonly path: string;
  /** The folder itself, where `target` is a link to it. */
  private readonly home: string;
  private readonly earlier: ReadonlySet<string>;
  /** Days that another experiment left here: they go with it. */
  private readonly strangeDays: readonly string[];
  private readonly files = new Set<string>();

  private constructor(
    readonly target: string,
    home: string,
    private readonly firstMade: string | undefined,
    private readonly lock: Lock,
    held: Contents,
    subject: string | undefined,
  ) {
    this.home = home;
    this.earlier = held.own;
    this.strangeDays = held.facts?.subject === subject ? [] : held.days;
    this.path = held.finished ? join(home, `.${process.pid}.writing`) : home;
    if (held.finished) makeFolder(this.path);
    else {
      for (const name of held.own) rmSync(join(home, name));
      mark(home, [], false);
    }
  }

  /** Makes the folder. Throws InputError where it cannot be written, or holds something that looptwin did not write. */
  static open(target: string, { force = false, note, subject }: FolderOptions = {}): RunFolder {
    const home = homeOf(target, note);
    const look = (): Contents => {
      const contents = contentsOf(home);
      if (!force && contents.foreign.length > 0) refuse(target, contents.foreign);
      if (!force && contents.finished && contents.facts?.subject !== subject)
        refuseOtherRun(target, contents.facts);
      return contents;
    };
    look();
    const firstMade = makeFolder(home);
    let lock: Lock | undefined;
    try {
      lock = Lock.take(join(home, lockName), target);
      for (const folder of [dirname(home), home]) sweep(folder);
      return new RunFolder(target, home, firstMade, lock, look(), subject);
    } catch (error) {
      lock?.release();
      removeEmpty(home, firstMade);
      throw error;
    }
  }

  /** Notes that a file of that name will be ours; throws InputError if there is one that is not. */
  claim(name: string): void {
    if (this.files.has(name)) return;
    if (!this.earlier.has(name) && existsSync(join(this.home, name))) refuse(this.target, [name]);
    this.files.add(name);
    if (this.path === this.home) mark(this.home, this.files, false);
  }

  /** Writes a file and says what the manifest needs to know of it. */
  write(name: string, content: Uint8Array | string, rows?: number): OutputFile {
    this.claim(name);
    writeAtomic(join(this.path, name), content);
    return this.describe(name, rows);
  }

  /** The same for a file that is already there. */
  describe(name: string, rows?: number): OutputFile {
    const bytes = readFileSync(join(this.path, name));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { path: name, sha256, bytes: bytes.length, ...(rows === undefined ? {} : { rows }) };
  }

  /** A table as Parquet and as CSV. */
  writeTable(table: Table): OutputFile[] {
    return [
      this.write(`${table.name}.parquet`, toParquet(table), table.length),
      this.write(`${table.name}.csv`, toCsv(table), table.length),
    ];
  }

  /** Puts the finished folder in its place, with a manifest if it is one of a run. */
  finish(manifest?: string, facts?: StudyFacts): void {
    if (!this.lock.held) {
      const cure = 'Give a folder of its own to every run, with --out';
      throw new InputError({ what: 'another process has taken over the folder', where: this.target, cure });
    }
    if (manifest !== undefined) this.write(manifestName, manifest);
    if (this.path !== this.home) this.replaceEarlier();
    mark(this.home, this.files, true, facts && { ...facts, bytes: this.bytes() });
    this.lock.release();
  }

  private bytes(): number {
    return [...this.files].reduce((sum, name) => sum + statSync(join(this.home, name)).size, 0);
  }

  /** File by file, since foreign files may have come in the meantime; a kill in between leaves an unfinished folder. */
  private replaceEarlier(): void {
    mark(this.home, [...this.earlier, ...this.files], false);
    rmSync(join(this.home, manifestName), { force: true });
    for (const name of this.earlier)
      if (!this.files.has(name)) rmSync(join(this.home, name), { force: true });
    for (const day of this.strangeDays) removeRun(join(this.home, day));
    for (const name of this.files) renameSync(join(this.path, name), join(this.home, name));
    rmdirSync(this.path);
  }

  /** Removes what was written, and the folders that were made for it unless others have put something there. */
  discard(): void {
    if (!this.lock.held) return;
    if (this.path !== this.home) rmSync(this.path, { recursive: true, force: true });
    else {
      for (const name of readdirSync(this.home))
        if (this.files.has(name) || writerOf(name) === process.pid) rmSync(join(this.home, name));
      forget(this.home);
    }
    this.lock.release();
    removeEmpty(this.home, this.firstMade);
  }
}

/** Calls `work` with a run folder; what is unfinished is gone afterwards, however the process ends. */
export async function inRunFolder<T>(
  target: string,
  options: FolderOptions,
  work: (folder: RunFolder) => Promise<T>,
): Promise<T> {
  const folder = RunFolder.open(target, options);
  const discard = () => folder.discard();
  process.once('exit', discard);
  try {
    return await work(folder);
  } catch (error) {
    discard();
    throw error;
  } finally {
    process.removeListener('exit', discard);
  }
}

/** The folder that `target` names, itself or through a link; there may be none yet. */
function homeOf(target: string, note: FolderOptions['note']): string {
  const isLink = isSymbolicLink(target);
  const cure = 'Give another folder with --out';
  if (isLink && !existsSync(target)) throw new InputError({ what: 'a link to nothing', where: target, cure });
  const home = isLink ? realpathSync(target) : target;
  if (existsSync(home) && !statSync(home).isDirectory())
    throw new InputError({
      what: 'a file, not a run folder of looptwin',
      where: target,
      cure,
    });
  if (isLink) note?.(`${target} is a link: the run is written into ${home}`);
  return home;
}

/** False also for what cannot be looked at: making the folder will say why. */
function isSymbolicLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

const shownNames = 5;

function refuse(target: string, foreign: readonly string[]): never {
  const rest = foreign.length > shownNames ? ` and ${foreign.length - shownNames} more` : '';
  throw new InputError({
    what: `holds files that looptwin did not write: ${foreign.slice(0, shownNames).join(', ')}${rest}`,
    where: target,
    cure: 'Choose another folder with --out, move these files away, or use --force, which replaces only files that looptwin wrote',
  });
}

/** What was found is never lost to something else that is written there. */
function refuseOtherRun(target: string, facts: RunFacts | undefined): never {
  const { kind = 'run', command } = facts ?? {};
  throw new InputError({
    what: `holds another ${kind}${command === undefined ? '' : `: ${command}`}`,
    where: target,
    cure: 'Name another folder with --out, or replace it with --force',
  });
}

/** Removes folders from `path` up to the first that was made for it, as long as they are empty. */
function removeEmpty(path: string, firstMade: string | undefined): void {
  try {
    for (let at = path; firstMade !== undefined && at.length >= firstMade.length; at = dirname(at))
      rmdirSync(at);
  } catch {
    // Not empty: somebody else's.
  }
}
