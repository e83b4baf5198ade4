import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../sim/record/canonical.ts';
import type { Message } from '../../sim/record/message.ts';
import { InputError } from '../errors.ts';
import type { OwnFacts } from '../own/parts.ts';
import type { Damage } from '../record/reader.ts';
import { messagesOf } from '../record/replay.ts';
import { inTemporaryFolder } from '../store/leftovers.ts';
import { fileInside } from '../view/files.ts';
import { runLoaded } from './day/day.ts';
import type { Manifest } from './day/manifest.ts';
import { readJson, readManifest } from './day/read.ts';
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

export type Verdict = Readonly<Awaited<ReturnType<typeof judged>>>;

/** What verify reads of a manifest, of a day or of a region. */
type Kept = Pick<Manifest, 'engine' | 'host' | 'outputs' | 'command'> & {
  /** What later commands put into the folder. */
  readonly added?: Manifest['outputs'];
  readonly scenario: Pick<Manifest['scenario'], 'set'>;
};

const manifestName = 'manifest.json';
const sha256Of = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Bytes of a regular file inside the folder; undefined where there is none. */
async function bytesOf(folder: string, name: string): Promise<Buffer | undefined> {
  const path = await fileInside(folder, name);
  return path === null ? undefined : readFileSync(path);
}

/** Files whose bytes are not those of the manifest. */
async function alteredFiles(folder: string, outputs: Manifest['outputs']): Promise<string[]> {
  const altered: string[] = [];
  for (const { path, sha256 } of outputs) {
    const bytes = await bytesOf(folder, path);
    if (bytes === undefined || sha256Of(bytes) !== sha256) altered.push(path);
  }
  return altered;
}

/**
 * Gives the new run the host, the code and the command line that the recorded one names, which may differ between equal runs, and
 * what later commands put into the folder, and draws its report, which shows them, again. From then on the two folders of equal runs are equal.
 */
async function adoptHost(folder: string, recorded: Kept, out: string): Promise<Kept> {
  const { reportOf } = await import('./report.ts');
  const { engine, host, command, added } = recorded;
  const again = readJson<Kept>(out, manifestName);
  const scenario = { ...again.scenario, set: recorded.scenario.set };
  const made: Kept = { ...again, engine, host, command, scenario, ...(added && { added }) };
  const write = (manifest: Kept) => writeFileSync(join(out, manifestName), JSON.stringify(manifest));
  write(made);
  for (const { path } of added ?? []) {
    const bytes = await bytesOf(folder, path);
    if (bytes !== undefined) writeFileSync(join(out, path), bytes);
  }
  const report = await reportOf(out);
  writeFileSync(join(out, 'report.html'), report);
  const drawn = { sha256: sha256Of(report), bytes: Buffer.byteLength(report) };
  const outputs = made.outputs.map((file) => (file.path === 'report.html' ? { ...file, ...drawn } : file));
  write({ ...made, outputs });
  return readJson<Kept>(out, manifestName);
}

/** Names of the files in which a run folder is not what the new run in `out` made; changes manifest and report in `out`. */
export async function differingFiles(folder: string, out: string): Promise<string[]> {
  const recorded = readJson<Kept>(folder, manifestName);
  const made = await adoptHost(folder, recorded, out);
  const differing: string[] = [];
  for (const { path } of made.outputs) {
    if (!(await bytesOf(folder, path))?.equals(readFileSync(join(out, path)))) differing.push(path);
  }
  const text = (manifest: Kept) => canonicalJson(manifest);
  return text(recorded) === text(made) ? differing : [...differing, manifestName];
}

/** A step through a recording in words: a message, or how it ends before its time; null at its proper end. */
const told = ({ done, value }: IteratorResult<Message, Damage | null>): string | null =>
  done ? (value?.what ?? null) : `${value.type} ${JSON.stringify(value)}`;

/** The first message in which two recordings differ, the damage of one included; null if there is none. */
export function firstDifference(recorded: string, again: string): Difference | null {
  const [a, b] = [messagesOf(recorded), messagesOf(again)];
  for (let index = 0, timeUs = 0; ; index++) {
    const [x, y] = [a.next(), b.next()];
    if (!y.done) timeUs = y.value.timeUs;
    if (told(x) !== told(y)) return { index, timeS: timeUs / 1e6, recorded: told(x), again: told(y) };
    if (x.done && y.done) return null;
  }
}

/** Runs a recorded run again, in a folder that is gone afterwards, and compares files, events and fingerprint. */
export function verifyRun(folder: string, options: RunOptions): Promise<Verdict> {
  const verdict = isRegionFolder(folder) ? regionVerdict : dayVerdict;
  return inTemporaryFolder((aside) => verdict(folder, join(aside, 'run'), options));
}

/** A region keeps hashes of its events, not the events: files and fingerprint are compared. Nothing comes from the cache. */
async function regionVerdict(folder: string, out: string, options: RunOptions): Promise<Verdict> {
  const manifest = readRegionManifest(folder);
  const { scenario, seed, replication, replications } = manifest;
  const run = { ...options, cache: false, seed, replication, replications, out };
  const { values, sites = {}, name } = scenario;
  const region = { ...values, sites: new Map(Object.entries(sites)) };
  const { document } = await runLoadedRegion(region, name, { ...run, acceptStale: true });
  return judged(manifest, document.fingerprint, { folder, out }, null);
}

/** Functions are not in the folder. */
export function refuseOwn(folder: string, { perceptions, senses, ...policies }: OwnFacts): never {
  const names = [...Object.values(policies), ...Object.keys({ ...perceptions, ...senses })].join(', ');
  throw new InputError({
    what: `was played with functions of a program (${names}), which a folder cannot hold`,
    where: folder,
    cure: 'Run that program again and compare the fingerprints',
  });
}

async function dayVerdict(folder: string, out: string, options: RunOptions): Promise<Verdict> {
  const manifest = readManifest(folder);
  const { scenario, seed, replication, backend, own } = manifest;
  if (own !== undefined) refuseOwn(folder, own);
  const { document } = await runLoaded(scenario.values, scenario.name, {
    ...options,
    ...{ seed, replication, backend, out, afresh: true },
  });
  // Where there is no recording to compare, the files that were changed say so.
  const recorded = await fileInside(folder, 'events.mcap');
  const difference = recorded === null ? null : firstDifference(recorded, join(out, 'events.mcap'));
  return judged(manifest, document.fingerprint, { folder, out }, difference);
}

/**
 * Same only when fingerprint, files and events all are. Altered files are no longer what the folder's own manifest says;
 * differing ones are not what the run makes again, which they may well be where the code is another one.
 */
async function judged(
  manifest: Pick<Manifest, 'fingerprint' | 'engine' | 'outputs'> & Pick<Kept, 'added'>,
  fingerprintAgain: string,
  { folder, out }: { readonly folder: string; readonly out: string },
  difference: Difference | null,
) {
  const { fingerprint, engine, outputs, added = [] } = manifest;
  const otherCode = engine.codeHash !== readJson<Kept>(out, manifestName).engine.codeHash;
  const altered = await alteredFiles(folder, [...outputs, ...added]);
  const differing = await differingFiles(folder, out);
  return {
    same: fingerprintAgain === fingerprint && altered.length + differing.length === 0 && difference === null,
    ...{ fingerprint, fingerprintAgain },
    alteredFiles: altered,
    differingFiles: differing,
    otherCode,
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
  if (verdict.differingFiles.length > 0) {
    lines.push(`not what a new run produces: ${verdict.differingFiles.join(', ')}`);
  }
  if (verdict.otherCode) lines.push('the run was made by another version of the code, so both may be right');
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
