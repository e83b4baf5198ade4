import { join, resolve } from 'node:path';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { commandLine } from '../../command-line.ts';
import type { OwnFacts } from '../../own/parts.ts';
import { mainRecording, recordingNames } from '../../record/file-names.ts';
import { inRunFolder, type OutputFile, type RunFolder } from '../../record/run-folder.ts';
import { type Table, tableOf } from '../../record/table.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { loadScenario } from '../../schema/load.ts';
import { shortName } from '../../schema/reading/source.ts';
import type { DayOutcome } from '../../steps/steps.ts';
import type { ContentStore } from '../../store/store.ts';
import type { RunOutcome } from './execute.ts';
import { manifestOf, scenarioHash, wallFacts } from './manifest.ts';
import { withOwnNames } from './own-names.ts';
import { planRun } from './plan.ts';
import { tablesInMemory } from './read.ts';
import { type WithoutEur, withoutEurOf } from './robots.ts';
import { documentOf, type RunDocument } from './summary.ts';
import {
  conditionRows,
  confusionRows,
  curveRows,
  outputRows,
  robotTableRows,
  summaryRows,
  testRows,
} from './tables.ts';
import { type RunOptions, withExecution } from './with-execution.ts';

export interface RunResult {
  readonly document: RunDocument;
  readonly folder: string;
}

/**
 * What makes two runs equal: every event and decision of every variant, every table, every weight.
 * No wall time, no path, no host, and no words about the figures.
 */
function fingerprintOf(
  outcome: RunOutcome,
  tables: readonly OutputFile[],
  document: Omit<RunDocument, 'fingerprint'>,
): string {
  const { scenario: _s, title: _t, finding: _f, paying: _p, ...numbers } = document;
  const variants = outcome.days.map(({ variant, eventHash }) => {
    const { perception, sorting, maintenance } = variant;
    return { perception, sorting, maintenance, eventHash };
  });
  const models = outcome.trainings.map(({ outcome: { modelId } }) => modelId);
  const parts = { variants, models, numbers, tables: tables.map(({ path, sha256 }) => ({ path, sha256 })) };
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(parts)) as JsonValue));
}

/** The tables that tell of the run as a whole. */
function tablesOf(document: RunDocument, { trainings }: RunOutcome): Table[] {
  return [
    tableOf('summary', summaryRows(document)),
    tableOf('outputs', outputRows(document)),
    tableOf('looks', robotTableRows(document)),
    tableOf('curves', curveRows(trainings)),
    tableOf('tests', testRows(trainings)),
    tableOf('confusion', confusionRows(trainings)),
    tableOf('condition', conditionRows(trainings)),
  ];
}

/** What of a run folder is written before the last step has ended. */
type EarlyFiles = ReturnType<typeof writeRecorded>;

/** Writes what tells of the main day alone, while the other days are still played. */
function writeRecorded(folder: RunFolder, day: DayOutcome) {
  return {
    events: folder.describe(mainRecording, day.events),
    tables: day.tables.flatMap((table) => folder.writeTable(table)),
  };
}

/** Recordings of the perceptions besides the main one. */
function furtherRecordings(folder: RunFolder, { days, main }: RunOutcome): OutputFile[] {
  const names = recordingNames(
    days.map(({ variant }) => variant),
    main.variant,
  );
  return names.flatMap((name) => (name === null || name === mainRecording ? [] : folder.describe(name)));
}

async function fillFolder(
  folder: RunFolder,
  { scenario, name, command, set, startedMs, own }: Started,
  outcome: RunOutcome & { readonly withoutEur: WithoutEur },
  early: EarlyFiles,
  store: ContentStore,
): Promise<RunDocument> {
  const draft = documentOf(withOwnNames(scenario, own), name, outcome, own);
  const whole = tablesOf({ ...draft, fingerprint: '' }, outcome);
  const tables = [...whole.flatMap((table) => folder.writeTable(table)), ...early.tables];
  const document: RunDocument = { ...draft, fingerprint: fingerprintOf(outcome, tables, draft) };
  const outputs = [early.events, ...furtherRecordings(folder, outcome), ...tables];
  const student = outcome.trainings.find((t) => t.step.name === outcome.main.variant.perception);
  const weights = student && store.read('model', student.step.address);
  if (weights) outputs.push(folder.write('model-student.bin', weights));
  outputs.push(folder.write('summary.json', `${JSON.stringify(document, null, 2)}\n`));
  const manifest = manifestOf({ scenario, command, set }, document, outcome, outputs, startedMs, own);
  const { reportHtml } = await reportModule();
  const table = tablesInMemory([...whole, ...outcome.main.tables]);
  outputs.push(folder.write('report.html', reportHtml({ document, manifest, table })));
  folder.finish(`${JSON.stringify({ ...manifest, outputs }, null, 2)}\n`, {
    ...{ kind: 'run', scenario: name, seed: document.seed, fingerprint: document.fingerprint },
    ...{ headline: document.finding, ...wallFacts(startedMs), costS: null, failed: 0 },
    // Functions of a program stand in no command line.
    ...(own === undefined ? { command } : {}),
  });
  return document;
}

/** Drawing needs a large library: no refused input waits for it, and it is loaded while the first day is played. */
const reportModule = () => import('./report.ts');

/** What a run was started with. */
interface Started {
  readonly scenario: Scenario;
  readonly name: string;
  /** The command line that asks for the same. */
  readonly command: string;
  /** `path=value` texts that it was given. */
  readonly set: readonly string[];
  /** Wall clock, for the manifest alone. */
  readonly startedMs: number;
  /** The caller's functions, by name. */
  readonly own: OwnFacts | undefined;
}

/** Runs a scenario that was loaded by its name or path; see `run`. */
export async function runLoaded(
  scenario: Scenario,
  nameOrPath: string,
  options: RunOptions,
): Promise<RunResult> {
  const startedMs = Date.now();
  const { own, set = [], backend } = options;
  const name = shortName(nameOrPath);
  const key = { seed: options.seed ?? scenario.seed, replication: options.replication ?? 0 };
  const asked = { source: nameOrPath, options: { ...key, backend }, set };
  const started = { scenario, name, command: commandLine('run', asked), set };
  const named = withOwnNames(scenario, own?.facts);
  const cwd = options.cwd ?? process.cwd();
  const id = sha256Hex(canonicalJson({ hash: scenarioHash(named), ...key })).slice(0, 8);
  const target = resolve(cwd, options.out ?? join('runs', `${name}-${id}`));
  return inRunFolder(target, options, async (folder) => {
    const document = await withExecution(options, async (execution, { store, backend }) => {
      const plan = planRun(named, key, backend, own?.facts);
      for (const name of recordingNames(plan.variants, plan.main)) if (name !== null) folder.claim(name);
      const played = execution.run(plan, folder.path);
      const early = played.main.then((day) => writeRecorded(folder, day));
      const without = withoutEurOf(plan, execution);
      const [found, written, withoutEur] = await Promise.all([played.all, early, without, reportModule()]);
      const outcome = { ...found, withoutEur };
      return fillFolder(folder, { ...started, startedMs, own: own?.facts }, outcome, written, store);
    });
    return { document, folder: folder.target };
  });
}

/**
 * Runs a scenario (by name or path): trains what is not cached, plays one day under every perception and policy,
 * writes the run folder. Throws InputError for input that cannot be used and the signal's reason when stopped.
 */
export async function run(nameOrPath = 'quickstart', options: RunOptions = {}): Promise<RunResult> {
  const scenario = loadScenario(nameOrPath, options.set, options.cwd, options.cacheDir);
  return runLoaded(scenario, nameOrPath, options);
}
