import { type Dirent, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { explainDisk, writeAtomic } from '../store/atomic.ts';
import { writerOf } from '../store/leftovers.ts';
import { factsIn, type RunFacts } from './facts.ts';

export const manifestName = 'manifest.json';
export const lockName = '.looptwin.lock';
export const markerName = '.looptwin.json';
const markerSchema = 'looptwin.folder/1';
/** Manifests of finished runs: a folder from before there were markers is known by its manifest. */
const manifestSchema = /^looptwin\.(manifest|region|experiment)\/\d+$/;

/** True for the `schema` of a manifest of ours. */
export const isManifestSchema = (schema: unknown): schema is string => manifestSchema.test(String(schema));
/** Where an experiment keeps run folders of single days. */
export const daysName = 'days';

/** What lies in an output folder, by name: what looptwin wrote there, and what it did not. */
export interface Contents {
  readonly own: ReadonlySet<string>;
  readonly foreign: readonly string[];
  /** True if the own files are those of a whole run. */
  readonly finished: boolean;
  /** Of a finished run. */
  readonly facts: RunFacts | undefined;
  /** Run folders of single days inside, by path from the folder. */
  readonly days: readonly string[];
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
  const days = marker === undefined ? undefined : daysIn(folder, entries);
  const ofOurs = (name: string) =>
    own.has(name) ||
    (name === daysName && days !== undefined) ||
    writerOf(name) !== undefined ||
    (files.includes(name) && (name === lockName || (name === markerName && marker !== undefined)));
  return {
    own,
    foreign: entries.map(({ name }) => name).filter((name) => !ofOurs(name)),
    finished: marker?.finished === true || manifest !== undefined,
    facts: marker?.facts,
    days: days ?? [],
  };
}

/** Run folders of single days; undefined unless all that lies there is one that looptwin marked. */
function daysIn(folder: string, entries: readonly Dirent[]): string[] | undefined {
  if (!entries.some((entry) => entry.name === daysName && entry.isDirectory())) return undefined;
  const days = entriesOf(join(folder, daysName)).filter(({ name }) => writerOf(name) === undefined);
  const paths = days.map(({ name }) => join(daysName, name));
  const ours = days.every((day, i) => day.isDirectory() && readMarker(join(folder, paths[i] ?? '')));
  return ours ? paths : undefined;
}

/** Writes down which files of a folder are ours, and what a listing says of it. */
export function mark(folder: string, files: Iterable<string>, finished: boolean, facts?: RunFacts): void {
  const marker = { schema: markerSchema, finished, ...(facts && { facts }), files: [...files].sort() };
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

/** What looptwin wrote down of a folder. */
export interface Marker {
  readonly finished: boolean;
  readonly files: readonly string[];
  readonly facts: RunFacts | undefined;
}

/** The marker of a folder; undefined where there is none of ours. */
export function readMarker(folder: string): Marker | undefined {
  const { schema, finished, files, facts } = readRecord(join(folder, markerName));
  const sound = schema === markerSchema && Array.isArray(files);
  return sound ? { finished: finished === true, files: files.map(String), facts: factsIn(facts) } : undefined;
}

function namesInManifest(folder: string): string[] | undefined {
  const { schema, outputs, added } = readRecord(join(folder, manifestName));
  if (!isManifestSchema(schema) || !Array.isArray(outputs)) return undefined;
  const files: ({ path?: unknown } | null)[] = [...outputs, ...(Array.isArray(added) ? added : [])];
  return [manifestName, ...files.map((file) => String(file?.path))];
}

/** A JSON object as it stands in a regular file; empty for anything else. */
export function readRecord(path: string): Readonly<Record<string, unknown>> {
  try {
    if (!statSync(path).isFile()) return {};
    return Object(JSON.parse(readFileSync(path, 'utf8'))) as Record<string, unknown>;
  } catch {
    return {};
  }
}
