import { type Dirent, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { explainDisk, writeAtomic } from '../store/atomic.ts';
import { writerOf } from '../store/leftovers.ts';

export const manifestName = 'manifest.json';
export const lockName = '.looptwin.lock';
const markerName = '.looptwin.json';
const markerSchema = 'looptwin.folder/1';
/** Manifests of finished runs: a folder from before there were markers is known by its manifest. */
const manifestSchema = /^looptwin\.(manifest|region)\/\d+$/;

/** What lies in an output folder, by name: what looptwin wrote there, and what it did not. */
export interface Contents {
  readonly own: ReadonlySet<string>;
  readonly foreign: readonly string[];
  /** True if the own files are those of a whole run. */
  readonly finished: boolean;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  } catch (error) {
    explainDisk(error, folder);
  }
}

/** Tells own files from foreign ones. A name alone makes no file ours: marker or manifest must name it. */
export function contentsOf(folder: string): Contents {
  const entries = entriesOf(folder);
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const marker = files.includes(markerName) ? readMarker(folder) : undefined;
  const manifest = files.includes(manifestName) ? namesInManifest(folder) : undefined;
  const known = new Set([...(marker?.files ?? []), ...(manifest ?? [])]);
  const own = new Set(files.filter((name) => known.has(name)));
  const ofOurs = (name: string) =>
    own.has(name) ||
    writerOf(name) !== undefined ||
    (files.includes(name) && (name === lockName || (name === markerName && marker !== undefined)));
  return {
    own,
    foreign: entries.map(({ name }) => name).filter((name) => !ofOurs(name)),
    finished: marker?.finished === true || manifest !== undefined,
  };
}

/** Writes down which files of a folder are ours. */
export function mark(folder: string, files: Iterable<string>, finished: boolean): void {
  const marker = { schema: markerSchema, finished, files: [...files].sort() };
  writeAtomic(join(folder, markerName), `${JSON.stringify(marker, null, 2)}\n`);
}

/** True for a folder in which looptwin has begun to write a run that it has not finished. */
export function hasBegun(folder: string): boolean {
  return readMarker(folder)?.finished === false;
}

/** Takes the marker away: nothing in the folder is ours any more. */
export function forget(folder: string): void {
  rmSync(join(folder, markerName), { force: true });
}

interface Marker {
  readonly finished: boolean;
  readonly files: readonly string[];
}

function readMarker(folder: string): Marker | undefined {
  const { schema, finished, files } = readRecord(join(folder, markerName));
  const sound = schema === markerSchema && Array.isArray(files);
  return sound ? { finished: finished === true, files: files.map(String) } : undefined;
}

function namesInManifest(folder: string): string[] | undefined {
  const { schema, outputs } = readRecord(join(folder, manifestName));
  if (!manifestSchema.test(String(schema)) || !Array.isArray(outputs)) return undefined;
  return [manifestName, ...outputs.map((output: { path?: unknown } | null) => String(output?.path))];
}

/** A JSON object as it stands in a file; empty for anything else. */
function readRecord(path: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(readFileSync(path, 'utf8'))) as Record<string, unknown>;
  } catch {
    return {};
  }
}
