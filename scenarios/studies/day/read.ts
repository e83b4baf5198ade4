import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from '../../errors.ts';
import { readBytes, readJsonFile } from '../../read-file.ts';
import { type Row, rowsOf, type Table } from '../../record/table.ts';
import type { Manifest } from './manifest.ts';
import type { RunDocument } from './summary.ts';

/** All that a report is drawn from: what stands in the run folder, or is about to, and nothing else. */
export interface FolderData<Document, Facts> {
  readonly document: Document;
  readonly manifest: Facts;
  /** Rows of a table; none if the run has no such table. */
  table(name: string): readonly Row[];
}

export type ReportData = FolderData<RunDocument, Manifest>;

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
  return readJsonFile(path, { what: name, where: path, cure: 'Run the scenario again' }) as T;
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

/** Tables that are still in memory, each made into rows when it is asked for. */
export function tablesInMemory(tables: readonly Table[]): ReportData['table'] {
  const known = new Map<string, readonly Row[]>();
  return (name) => {
    const table = tables.find((one) => one.name === name);
    const rows = known.get(name) ?? (table === undefined ? [] : rowsOf(table));
    known.set(name, rows);
    return rows;
  };
}

/** The tables of a run folder, from its Parquet files: every value as it was written. */
export async function readTables(folder: string): Promise<ReportData['table']> {
  const known = new Map<string, readonly Row[]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.parquet')))
    known.set(basename(file, '.parquet'), await rowsIn(join(folder, file)));
  return (name) => known.get(name) ?? [];
}

async function rowsIn(path: string): Promise<Row[]> {
  const { parquetReadObjects } = await import('hyparquet');
  const wanted = { what: 'table', where: path, cure: 'Run the scenario again' };
  const bytes = readBytes(path, wanted);
  try {
    return (await parquetReadObjects({ file: Uint8Array.from(bytes).buffer })) as Row[];
  } catch (error) {
    throw new InputError({ ...wanted, what: `broken table: ${(error as Error).message}` });
  }
}

/** Opens a finished run folder for reading. Throws InputError for any other folder. */
export async function readRun(folder: string): Promise<ReportData> {
  const manifest = readManifest(folder);
  return {
    document: readJson<RunDocument>(folder, 'summary.json'),
    manifest,
    table: await readTables(folder),
  };
}
