import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolders } from '../bin/bundle.mjs';
import { InputError } from '../errors.ts';
import { explainDisk, writeAtomic } from '../store/atomic.ts';
import { type Table, toCsv, toParquet } from './table.ts';

/** One file of a run folder as the manifest names it. */
export interface OutputFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows?: number;
}

const manifestName = 'manifest.json';

/** True for a folder that looptwin wrote, finished or not. */
function isRunFolder(path: string): boolean {
  const names = readdirSync(path);
  return names.length === 0 || names.includes(manifestName) || names.includes('events.mcap');
}

/**
 * A run folder while it is being written. A new one is written in place, so that a viewer can follow it;
 * an earlier one stays whole until its successor is complete beside it. The manifest is written last.
 */
export class RunFolder {
  readonly target: string;
  /** Where files are written until `finish`. */
  readonly path: string;
  private readonly firstMade: string | undefined;

  private constructor(target: string, path: string, firstMade: string | undefined) {
    this.target = target;
    this.path = path;
    this.firstMade = firstMade;
  }

  /** Makes the folder. Throws InputError where it cannot be written or holds something that looptwin did not write. */
  static open(target: string): RunFolder {
    const taken = existsSync(target);
    if (taken && (!statSync(target).isDirectory() || !isRunFolder(target))) {
      throw new InputError({
        what: 'the output folder is taken by something that is no run of looptwin',
        where: target,
        cure: 'Give another folder with --out, or empty this one',
      });
    }
    const path = taken ? join(dirname(target), `.${process.pid}.writing`) : target;
    try {
      rmSync(path, { recursive: true, force: true });
      return new RunFolder(target, path, makeFolders(path));
    } catch (error) {
      explainDisk(error, target);
    }
  }

  /** Writes a file and says what the manifest needs to know of it. */
  write(name: string, content: Uint8Array | string, rows?: number): OutputFile {
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

  /** Puts the finished folder in its place. */
  finish(manifest: string): void {
    writeAtomic(join(this.path, manifestName), manifest);
    if (this.path === this.target) return;
    const earlier = `${this.path}.earlier`;
    renameSync(this.target, earlier);
    renameSync(this.path, this.target);
    rmSync(earlier, { recursive: true, force: true });
  }

  /** Removes what was written, and the folders that were made for it. */
  discard(): void {
    rmSync(this.firstMade ?? this.path, { recursive: true, force: true });
  }
}
