import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { InputError } from '../../errors.ts';
import { unguarded } from '../../record/table.ts';
import type { Manifest } from './manifest.ts';
import type { RunDocument } from './summary.ts';

/** A cell of a table read back from CSV. */
export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** All that a report is drawn from: what stands in the run folder and nothing else. */
export interface ReportData {
  readonly document: RunDocument;
  readonly manifest: Manifest;
  /** Rows of a table; none if the run has no such table. */
  table(name: string): readonly Row[];
}

function cast(text: string): Value {
  if (text === '') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return Number.isFinite(number) && /^[-+]?[\d.]/.test(text) ? number : unguarded(text);
}

/** A JSON file of a run folder. Throws InputError where it is missing or broken. */
export function readJson<T>(folder: string, name: string): T {
  const path = join(folder, name);
  if (!existsSync(path)) {
    throw new InputError({
      what: `${name} is missing: this is no finished run`,
      where: folder,
      cure: 'Give the folder of a run, such as runs/quickstart-1a2b3c4d',
    });
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    throw new InputError({ what: 'broken JSON', where: path, cure: 'Run the scenario again' });
  }
}

/** The manifest of a finished run; throws InputError for any other folder. */
export function readManifest(folder: string): Manifest {
  const manifest = readJson<Partial<Manifest>>(folder, 'manifest.json');
  if (manifest.schema === 'looptwin.manifest/1') return manifest as Manifest;
  throw new InputError({
    what: 'manifest of another version',
    got: manifest.schema ?? null,
    where: join(folder, 'manifest.json'),
    cure: 'Read it with the looptwin that wrote it, or run the scenario again',
  });
}

/** The tables of a run folder, each read when it is asked for; no rows where there is no such table. */
export function readTables(folder: string): ReportData['table'] {
  const known = new Map<string, readonly Row[]>();
  return (name) => {
    const path = join(folder, `${name}.csv`);
    const rows = known.get(name) ?? (existsSync(path) ? parseCsv(readFileSync(path, 'utf8')) : []);
    known.set(name, rows);
    return rows;
  };
}

const parseCsv = (text: string): Row[] => parse(text, { columns: true, cast });

/** Opens a finished run folder for reading. Throws InputError for any other folder. */
export function readRun(folder: string): ReportData {
  const manifest = readManifest(folder);
  return { document: readJson<RunDocument>(folder, 'summary.json'), manifest, table: readTables(folder) };
}
