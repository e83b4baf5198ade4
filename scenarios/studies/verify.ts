import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMessages, type StoredMessage } from '../record/replay.ts';
import { runLoaded } from './day/day.ts';
import type { Manifest } from './day/manifest.ts';
import { readManifest } from './day/read.ts';
import type { RunOptions } from './day/with-execution.ts';
import { isRegionFolder, readRegionManifest } from './region/read.ts';
import { runLoadedRegion } from './region/region.ts';

/** One side of the first difference: the message as text, or null where that recording has already ended. */
export interface Difference {
  readonly index: number;
  readonly timeS: number;
  readonly recorded: string | null;
  readonly again: string | null;
}

export interface Verdict {
  readonly same: boolean;
  readonly fingerprint: string;
  readonly fingerprintAgain: string;
  /** Files of the folder that are no longer what the manifest says. */
  readonly alteredFiles: readonly string[];
  readonly firstDifference: Difference | null;
}

/** Files whose bytes are not those of the manifest. */
function alteredFiles(folder: string, outputs: Manifest['outputs']): string[] {
  return outputs
    .filter(({ path, sha256 }) => {
      const full = join(folder, path);
      if (!existsSync(full)) return true;
      return createHash('sha256').update(readFileSync(full)).digest('hex') !== sha256;
    })
    .map(({ path }) => path);
}

const asText = (message: StoredMessage | undefined) =>
  message === undefined ? null : `${message.topic} ${message.text}`;

/** The first message in which two recordings differ; null if there is none. */
export async function firstDifference(recorded: string, again: string): Promise<Difference | null> {
  const [a, b] = [await readMessages(recorded), await readMessages(again)];
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [x, y] = [asText(a[index]), asText(b[index])];
    if (x === y) continue;
    return { index, timeS: ((a[index] ?? b[index])?.timeUs ?? 0) / 1e6, recorded: x, again: y };
  }
  return null;
}

/** Runs a recorded run again, in a folder that is gone afterwards, and compares files, events and fingerprint. */
export function verifyRun(folder: string, options: RunOptions): Promise<Verdict> {
  return aside((out) => (isRegionFolder(folder) ? regionVerdict : dayVerdict)(folder, out, options));
}

/** Calls `work` with a folder to write into that is gone afterwards. */
async function aside<T>(work: (out: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'looptwin-verify-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await work(join(folder, 'run'));
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
}

/** A region keeps hashes of its events, not the events: files and fingerprint are compared. Nothing comes from the cache. */
async function regionVerdict(folder: string, out: string, options: RunOptions): Promise<Verdict> {
  const { scenario, seed, replication, replications, fingerprint, outputs } = readRegionManifest(folder);
  const run = { ...options, cache: false, seed, replication, replications, out };
  const { document } = await runLoadedRegion(scenario.values, scenario.name, run);
  return judged(fingerprint, document.fingerprint, alteredFiles(folder, outputs), null);
}

async function dayVerdict(folder: string, out: string, options: RunOptions): Promise<Verdict> {
  const manifest = readManifest(folder);
  const { scenario, seed, replication } = manifest;
  const { document } = await runLoaded(scenario.values, scenario.name, {
    ...options,
    ...{ seed, replication, out, afresh: true },
  });
  const difference = await firstDifference(join(folder, 'events.mcap'), join(out, 'events.mcap'));
  const altered = alteredFiles(folder, manifest.outputs);
  return judged(manifest.fingerprint, document.fingerprint, altered, difference);
}

/** Same only when fingerprint, files and events all are. */
function judged(
  fingerprint: string,
  fingerprintAgain: string,
  altered: string[],
  difference: Verdict['firstDifference'],
): Verdict {
  return {
    same: fingerprintAgain === fingerprint && altered.length === 0 && difference === null,
    fingerprint,
    fingerprintAgain,
    alteredFiles: altered,
    firstDifference: difference,
  };
}

/** The verdict in words. */
export function wordVerdict(verdict: Verdict): string {
  if (verdict.same) return `same: ${verdict.fingerprint}`;
  const lines = ['differs'];
  if (verdict.fingerprint !== verdict.fingerprintAgain) {
    lines.push(
      `fingerprint: recorded ${verdict.fingerprint}`,
      `             again    ${verdict.fingerprintAgain}`,
    );
  }
  if (verdict.alteredFiles.length > 0) {
    lines.push(`changed since they were written: ${verdict.alteredFiles.join(', ')}`);
  }
  const first = verdict.firstDifference;
  if (first) {
    lines.push(
      `first event that differs: number ${first.index} at ${first.timeS} s`,
      `  recorded ${first.recorded ?? '(the recording has ended)'}`,
      `  again    ${first.again ?? '(the run has ended)'}`,
    );
  }
  return lines.join('\n');
}
