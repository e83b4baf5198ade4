import { join, resolve } from 'node:path';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { cacheFolder } from '../../bin/bundle.mjs';
import { type FolderOptions, inRunFolder, type OutputFile, type RunFolder } from '../../record/run-folder.ts';
import { type Table, tableOf } from '../../record/table.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { loadScenario } from '../../schema/load.ts';
import { StepPool } from '../../steps/pool.ts';
import type { ProgressRecord } from '../../steps/progress.ts';
import { inTemporaryFolder } from '../../store/leftovers.ts';
import { Store } from '../../store/store.ts';
import { Execution, type RunOutcome } from './execute.ts';
import { manifestOf, scenarioHash } from './manifest.ts';
import { planRun } from './plan.ts';
import { readTables } from './read.ts';
import { documentOf, type RunDocument } from './summary.ts';
import { confusionRows, curveRows, outputRows, summaryRows, testRows } from './tables.ts';

export interface RunOptions extends FolderOptions {
  /** Moves the world only; default: the scenario's own. */
  readonly seed?: number;
  /** Which of many possible days; default 0. */
  readonly replication?: number;
  /** `path=value` texts. */
  readonly set?: readonly string[];
  /** The run folder itself; default `runs/<scenario>-<short hash>` in the working folder. */
  readonly out?: string;
  /** False: nothing is read from the cache and nothing is left in it. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
  readonly cwd?: string;
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly progress?: (record: ProgressRecord) => void;
}

export interface RunResult {
  readonly document: RunDocument;
  readonly folder: string;
}

/** Calls `work` with a cache folder: the usual one, or one that is gone afterwards, however the process ends. */
export function withCache<T>(options: RunOptions, work: (cacheDir: string) => Promise<T>): Promise<T> {
  return options.cache === false ? inTemporaryFolder(work) : work(options.cacheDir ?? cacheFolder());
}

const shortName = (nameOrPath: string) => nameOrPath.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');

function tablesOf(document: RunDocument, outcome: RunOutcome): Table[] {
  const recorded = Object.entries(outcome.main.tables).map(([name, rows]) => tableOf(name, rows));
  return [
    tableOf('summary', summaryRows(document)),
    tableOf('outputs', outputRows(document)),
    tableOf('curves', curveRows(outcome.trainings)),
    tableOf('tests', testRows(outcome.trainings)),
    tableOf('confusion', confusionRows(outcome.trainings)),
    ...recorded.sort((a, b) => (a.name < b.name ? -1 : 1)),
  ];
}

/**
 * What makes two runs equal: every event and decision of every variant, every table, every weight.
 * No wall time, no path, no host.
 */
function fingerprintOf(
  outcome: RunOutcome,
  tables: readonly OutputFile[],
  document: Omit<RunDocument, 'fingerprint'>,
): string {
  const { scenario: _s, title: _t, ...numbers } = document;
  const variants = outcome.days.map(({ variant, eventHash }) => {
    const { perception, sorting, maintenance } = variant;
    return { perception, sorting, maintenance, eventHash };
  });
  const models = outcome.trainings.map(({ outcome: { modelId } }) => modelId);
  const parts = { variants, models, numbers, tables: tables.map(({ path, sha256 }) => ({ path, sha256 })) };
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(parts)) as JsonValue));
}

async function fillFolder(
  folder: RunFolder,
  scenario: Scenario,
  name: string,
  outcome: RunOutcome,
  store: Store,
  startedMs: number,
): Promise<RunDocument> {
  // Drawing needs a large library that no refused input should wait for.
  const { reportHtml } = await import('../report.ts');
  const draft = documentOf(scenario, name, outcome);
  const tables = tablesOf({ ...draft, fingerprint: '' }, outcome).flatMap((t) => folder.writeTable(t));
  const document: RunDocument = { ...draft, fingerprint: fingerprintOf(outcome, tables, draft) };
  const outputs = [folder.describe('events.mcap', outcome.main.events), ...tables];
  const student = outcome.trainings.find((t) => t.step.arm === outcome.main.variant.perception);
  const weights = student && store.read('model', student.step.address);
  if (weights) outputs.push(folder.write('model-student.bin', weights));
  outputs.push(folder.write('summary.json', `${JSON.stringify(document, null, 2)}\n`));
  const manifest = manifestOf(scenario, document, outcome, outputs, startedMs);
  const data = { document, manifest, table: readTables(folder.path) };
  outputs.push(folder.write('report.html', reportHtml(data)));
  folder.finish(`${JSON.stringify({ ...manifest, outputs }, null, 2)}\n`);
  return document;
}

/** Runs an already loaded scenario; see `run`. */
export async function runLoaded(scenario: Scenario, name: string, options: RunOptions): Promise<RunResult> {
  const startedMs = Date.now();
  const key = { seed: options.seed ?? scenario.seed, replication: options.replication ?? 0 };
  const cwd = options.cwd ?? process.cwd();
  const id = sha256Hex(canonicalJson({ hash: scenarioHash(scenario), ...key })).slice(0, 8);
  const target = resolve(cwd, options.out ?? join('runs', `${name}-${id}`));
  return inRunFolder(target, options, (folder) =>
    withCache(options, async (cacheDir) => {
      const store = new Store(cacheDir);
      const signal = options.signal ?? new AbortController().signal;
      const pool = await StepPool.open(cacheDir, signal, options.workers);
      try {
        const execution = new Execution(pool, store);
        execution.progress.subscribe((record) => options.progress?.(record));
        folder.claim('events.mcap');
        const outcome = await execution.run(planRun(scenario, key), folder.path);
        const document = await fillFolder(folder, scenario, name, outcome, store, startedMs);
        return { document, folder: folder.target };
      } finally {
        await pool.close();
      }
    }),
  );
}

/**
 * Runs a scenario (by name or path): trains what is not cached, plays one day under every perception and policy,
 * writes the run folder. Throws InputError for input that cannot be used and the signal's reason when stopped.
 */
export async function run(nameOrPath = 'quickstart', options: RunOptions = {}): Promise<RunResult> {
  const scenario = loadScenario(nameOrPath, options.set, options.cwd);
  return runLoaded(scenario, shortName(nameOrPath), options);
}
