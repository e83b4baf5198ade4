import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { machineTag } from '../bin/bundle.mjs';
import { writeAtomic } from './atomic.ts';
import { startOf } from './process.ts';

/**
 * Names that carry the number of the process that is still writing there: `.model.bin.4711@<machine>-<uuid>.writing` beside a
 * file, `.4711.writing` for a run, `looptwin-4711-AbCdEf` among the system's temporary files.
 */
const temporaryNames = [
  /^\..+\.(\d+)(?:@[0-9a-f]{8})?-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.writing$/,
  /^\.(\d+)\.writing$/,
  /^looptwin-(\d+)-\w{6}$/,
];

/** The number of the process that writes under such a name; undefined for any other name. */
export function writerOf(name: string): number | undefined {
  const found = temporaryNames.map((pattern) => pattern.exec(name)?.[1]).find(Boolean);
  return found === undefined ? undefined : Number(found);
}

/** What another machine writes into a folder that both share takes less than this, ms. */
const strangersMs = 24 * 3_600_000;

/** True for what another machine may still be writing: whether its processes live is not known here. */
function mayBeStrangers(path: string): boolean {
  const machine = /@([0-9a-f]{8})-[^@]*\.writing$/.exec(path)?.[1];
  if (machine === undefined || machine === machineTag) return false;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < strangersMs;
}

/** Removes what processes that were killed left half-written in a folder; what a living one writes stays. */
export function sweep(folder: string): void {
  for (const name of namesIn(folder)) {
    const pid = writerOf(name);
    if (pid === undefined || startOf(pid) !== undefined || mayBeStrangers(join(folder, name))) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Somebody else's, in a folder that many share: theirs to sweep.
    }
  }
}

/** The same in the cache, in its folders, and among the system's temporary files. */
export function sweepCache(cacheDir: string): void {
  sweep(tmpdir());
  sweep(cacheDir);
  for (const name of namesIn(cacheDir)) sweep(join(cacheDir, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Writes a file that the user named, and sweeps what killed processes left beside it. */
export function writeOutput(path: string, bytes: Uint8Array | string): void {
  sweep(dirname(path));
  writeAtomic(path, bytes);
}

/** Calls `work` and cleans up afterwards, however it or the process ends. */
export async function thenAlways<T>(cleanUp: () => void, work: () => Promise<T>): Promise<T> {
  process.once('exit', cleanUp);
  try {
    return await work();
  } finally {
    process.removeListener('exit', cleanUp);
    cleanUp();
  }
}

/** Calls `work` with a new temporary folder that is gone afterwards, however the process ends. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `looptwin-${process.pid}-`));
  return thenAlways(
    () => rmSync(folder, { recursive: true, force: true }),
    () => work(folder),
  );
}
