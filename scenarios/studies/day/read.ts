import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { backendNames } from '../../../models/engine/found.ts';
import { InputError } from '../../errors.ts';
import { readBytes, readJsonFile } from '../../read-file.ts';
import { isExperimentSchema } from '../../record/experiment-schema.ts';
import { daysName } from '../../record/ownership.ts';
import { type KeptRegret, keptRegret } from '../../record/regret-file.ts';
import { type Row, rowsOf, type Table } from '../../record/table.ts';
import { withPrices } from '../../schema/day/priced.ts';
import { type ScenarioFile, scenarioSchema, worldProblems } from '../../schema/day/scenario.ts';
import { type SettingProblem, showPath, valueAt } from '../../schema/reading/path.ts';
import { wordIssue } from '../../schema/reading/problems.ts';
import type { Manifest } from './manifest.ts';
import type { RunDocument } from './summary.ts';

/** All that a report is drawn from: what stands in the run folder, or is about to, and nothing else. */
export interface FolderData<Document, Facts> {
  readonly document: Document;
  readonly manifest: Facts;
  /** Rows of a table; none if the run has no such table. */
  table(name: string): readonly Row[];
}

export interface ReportData extends FolderData<RunDocument, Manifest> {
  /** What the folder keeps of the regret by cause; a run that is being written keeps nothing of it. */
  readonly regret?: KeptRegret;
}

/** Fields that hold numbers. */
export function numbers<K extends string>(...names: readonly K[]): Record<K, z.ZodNumber> {
  return Object.fromEntries(names.map((name) => [name, z.number()])) as Record<K, z.ZodNumber>;
}

/** A schema of scenarios that also finds what a schema cannot see. */
export function whole<T>(schema: z.ZodType<T>, problemsOf: (scenario: T) => readonly SettingProblem[]) {
  return schema.check(({ value, issues }) => {
    for (const { path, message, got } of problemsOf(value))
      issues.push({ code: 'custom', message, path: [...path], input: got });
  });
}

/** What our verbs read of every manifest, of a day or of a region. */
export const manifestFields = z.looseObject({
  fingerprint: z.string(),
  engine: z.looseObject({ version: z.string(), codeHash: z.string() }),
  random: z.looseObject({ generator: z.string() }),
  command: z.string().optional(),
  ...numbers('seed', 'replication'),
  balance: z.looseObject(numbers('mass', 'energy', 'money')),
  outputs: z.array(z.looseObject({ path: z.string(), sha256: z.string() })),
});

/** The scenario of a manifest: its name, its hash and every value. */
export function scenarioField<T>(values: z.ZodType<T>) {
  return z.looseObject({ name: z.string(), hash: z.string(), values });
}

/** A manifest holds every price as a number: its table need not be there any more. */
const recordedProblems = (file: ScenarioFile) => worldProblems(withPrices(file, [process.cwd()]).scenario);

const dayManifest = manifestFields.extend({
  backend: z.enum(backendNames).default('wasm'),
  scenario: scenarioField(whole(scenarioSchema, recordedProblems)),
  variants: z.array(z.looseObject({ perception: z.string(), main: z.boolean() })),
  carbon: z.looseObject({ unit: z.string(), boundary: z.string() }),
});

const outputRow = z.looseObject({
  id: z.string(),
  ...numbers('count', 'massKg', 'purity', 'recovery', 'priceEurPerKg', 'valueEur', 'co2eKg'),
});

const orNull = z.number().nullable();

const perceptionRow = z.looseObject({
  name: z.string(),
  accuracy: z.looseObject(numbers('material', 'class', 'family')),
  ...numbers('purity', 'recovery', 'valueEur', 'co2eKg', 'energyJPerItem', 'downtimeS'),
  ...numbers('eurPerTonne', 'sortedKg', 'capitalEur', 'gainEur', 'npvEur', 'regretEur'),
  dayEur: z.number().optional(),
  ...{ paybackYears: orNull, breakEvenPrices: orNull, breakEvenWageEur: orNull },
  looking: z.looseObject(numbers('looksPerItem', 'senseJPerItem', 'inferJPerItem')),
  sortedKgByHour: z.array(z.number()),
  energyShareByState: z.record(z.string(), z.number()),
  outputs: z.array(outputRow),
});

/** What the report reads of a day's summary. */
const dayDocument = z.looseObject({
  ...{ title: z.string(), fingerprint: z.string(), finding: z.string(), paying: z.string() },
  money: z.looseObject({
    ...numbers('lifeYears', 'interest', 'daysPerYear'),
    runDays: z.number().optional(),
    picker: z.looseObject(numbers('eurPerHour')),
  }),
  ...numbers('seed', 'replication', 'durationS', 'items', 'massKg', 'startHour', 'boundEur', 'freeBoundEur'),
  balance: z.looseObject(numbers('mass', 'energy', 'money')),
  perceptions: z.array(perceptionRow).min(1),
  maintenance: z.array(
    z.looseObject({
      ...{ name: z.string(), perception: z.string() },
      ...numbers('valueEur', 'maintenanceEur', 'failures', 'visits', 'downtimeS', 'regretEur'),
    }),
  ),
  robots: z.array(
    z.looseObject({
      id: z.string(),
      ...{ networks: z.array(z.string()), senses: z.array(z.string()), boards: z.array(z.string()) },
      ...numbers('looks', 'senseJPerLook', 'inferJPerLook', 'partsEur', 'busyShare'),
      // Runs from before 30 November 2026 do not say these.
      ...{ addsEur: z.number().nullable().default(null), costsEur: z.number().nullable().default(null) },
    }),
  ),
  networks: z.array(
    z.looseObject({ network: z.string(), than: z.string(), ...numbers('items', 'points', 'lo', 'hi') }),
  ),
});

const anyObject = z.looseObject({});

/**
 * A JSON file of a run folder with the fields of `shape`. Throws InputError where it is missing or broken, and with every
 * field that it lacks.
 */
export function readJson<T>(folder: string, name: string, shape: z.ZodType = anyObject): T {
  const path = join(folder, name);
  const cure = 'Run the scenario again';
  if (!existsSync(path)) {
    throw new InputError({
      what: `${name} is missing: this is not a finished run`,
      where: folder,
      cure: 'Give the folder of a run, such as runs/quickstart-1a2b3c4d',
    });
  }
  const value = readJsonFile(path, { what: name, where: path, cure });
  const { data, error } = shape.safeParse(value);
  if (error === undefined) return data as T;
  throw new InputError(
    error.issues.map((issue) => {
      const field = issue.path as (string | number)[];
      const { what } = wordIssue(issue, valueAt(value, field));
      return { what, where: `${path} ${showPath(field)}`.trimEnd(), cure };
    }),
  );
}

/** What any manifest begins with. */
interface AnyManifest {
  readonly schema?: unknown;
  readonly command?: unknown;
}

/** Throws InputError for the folder of an experiment, where the run of one day is wanted. */
export function refuseExperiment(folder: string): void {
  const { schema, command } = readJson<AnyManifest>(folder, 'manifest.json');
  if (!isExperimentSchema(schema)) return;
  const days = existsSync(join(folder, daysName)) ? `Its ${daysName} holds some` : 'Keep one with --day';
  throw new InputError({
    what: 'this is an experiment, not the run of one day',
    where: folder,
    cure: `${days}; the whole again: ${String(command)}`,
  });
}

/** The manifest of a finished run; throws InputError for any other folder. */
export function readManifest(folder: string): Manifest {
  refuseExperiment(folder);
  const { schema } = readJson<AnyManifest>(folder, 'manifest.json');
  if (schema === 'looptwin.manifest/1') return readJson(folder, 'manifest.json', dayManifest);
  throw new InputError({
    what: 'the manifest has another version',
    got: schema ?? null,
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

/**
 * The tables of a run folder, from its Parquet files: every value as it was written. Throws InputError for a file that is not
 * the one that its manifest names: the library that reads these may turn in a circle on damaged ones.
 */
export async function readTables(folder: string, outputs: Manifest['outputs']): Promise<ReportData['table']> {
  const known = new Map<string, readonly Row[]>();
  for (const output of outputs.filter(({ path }) => path.endsWith('.parquet')))
    known.set(basename(output.path, '.parquet'), await rowsIn(join(folder, output.path), output.sha256));
  return (name) => known.get(name) ?? [];
}

async function rowsIn(path: string, sha256: string): Promise<Row[]> {
  const { parquetReadObjects } = await import('hyparquet');
  const wanted = { what: 'table', where: path, cure: 'Run the scenario again' };
  const bytes = readBytes(path, wanted);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new InputError({ ...wanted, what: 'not the table that manifest.json lists: it has been changed' });
  return (await parquetReadObjects({ file: Uint8Array.from(bytes).buffer })) as Row[];
}

/** Opens a finished run folder for reading. Throws InputError for any other folder. */
export async function readRun(folder: string): Promise<ReportData> {
  const manifest = readManifest(folder);
  return {
    document: readJson<RunDocument>(folder, 'summary.json', dayDocument),
    manifest,
    table: await readTables(folder, manifest.outputs),
    regret: keptRegret(folder),
  };
}
