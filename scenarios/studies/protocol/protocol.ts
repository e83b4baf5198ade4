import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ArmName, armOf } from '../../../models/training/arms.ts';
import { type Protocol, pendingUnits, type Unit, unitCount } from '../../../models/training/protocol.ts';
import { must } from '../../../sim/record/must.ts';
import { inRunFolder, type RunFolder } from '../../record/run-folder.ts';
import { tableOf } from '../../record/table.ts';
import { loadProtocol } from '../../schema/protocol/load.ts';
import { type ProtocolFile, protocolOf } from '../../schema/protocol/schema.ts';
import { builtinFolder, findScenario, shortName } from '../../schema/reading/source.ts';
import { openStepPool, type StepPool } from '../../steps/pool.ts';
import type { DatasetStep, MeasureOutcome } from '../../steps/steps.ts';
import { Trainer } from '../../steps/trainer.ts';
import { codeHash, protocolCode } from '../../store/code.ts';
import { whileLocked } from '../../store/lock.ts';
import { ContentStore } from '../../store/store.ts';
import type { ProgressRecord, ProgressSum } from '../../threads/progress.ts';
import type { RunOptions } from '../day/with-execution.ts';
import type { ExportJob } from '../export/job.ts';
import type { ExportedStudent } from '../export/student.ts';
import { exportOnThread } from '../export/thread.ts';
import { analyse } from './analyse.ts';
import { namesMaterials, type ProtocolDocument } from './document.ts';
import { protocolFigures } from './figures.ts';
import { protocolPage } from './page.ts';
import { backend, exportSpec, poolStep, settingsHash, testStep, unitStep } from './plan.ts';
import { type Part, progressOf } from './progress.ts';
import { appendResult, isFinal, readResults, type TrainingResult, wordCode } from './results.ts';

export interface ProtocolOptions
  extends Pick<RunOptions, 'force' | 'set' | 'workers' | 'out'>,
    Required<Pick<RunOptions, 'cacheDir' | 'cwd' | 'signal' | 'progress' | 'note'>> {
  /** The short form of the file: the same path in minutes, no results file. */
  readonly quick?: boolean;
  /** Begin no further training after so many hours, and report what there is; 0 = report only. */
  readonly hours?: number;
}

export interface ProtocolRun {
  readonly document: ProtocolDocument;
  readonly folder: string;
}

/** Seconds of one core that a step takes until finished trainings say better (32 px, one thread; measured on one machine). */
const NOMINAL_STEP_S = { teacher: 0.042, student: 0.019 };
/** And of one training around its steps: targets, validation, tests. */
const NOMINAL_OVERHEAD_S = 12;
const MS_PER_HOUR = 3_600_000;

/** Goes on with a protocol from whatever its results file holds, to the end, and writes the report. */
export function runProtocol(nameOrPath: string, options: ProtocolOptions): Promise<ProtocolRun> {
  const file = loadProtocol(nameOrPath, options.set, options.cwd);
  if (options.quick) return goOn(nameOrPath, file, null, options);
  const path = resultsPath(nameOrPath, options.cwd);
  if (options.hours === 0) return goOn(nameOrPath, file, path, options);
  return whileLocked(path, () => goOn(nameOrPath, file, path, options));
}

async function goOn(
  nameOrPath: string,
  file: ProtocolFile,
  path: string | null,
  options: ProtocolOptions,
): Promise<ProtocolRun> {
  const protocol = protocolOf(file, options.quick === true);
  const earlier = path ? readResults(path) : [];
  options.note(estimate(protocol, earlier));
  const pool = await openStepPool(options.cacheDir, options.signal, options.workers);
  const store = new ContentStore(options.cacheDir);
  const sum = progressOf(protocol, file, earlier, options);
  const all: Work = { pool, store, protocol, file, options, sum };
  try {
    const { data, results } = await prepare(all, earlier);
    const folder = options.out ?? join('runs', `${shortName(nameOrPath)}-${data.slice(0, 8)}`);
    return await inRunFolder(resolve(options.cwd, folder), options, async (home) => {
      await work(all, data, results, (result) => {
        if (path) appendResult(path, result);
      });
      const student = await exported(all, results);
      const document = analyse(file.title, protocol, results, options.quick === true);
      fillFolder(home, all, document, results, student);
      return { document, folder: home.target };
    });
  } finally {
    await pool.close();
  }
}

/** A protocol while it is carried out. */
interface Work {
  readonly pool: StepPool;
  readonly store: ContentStore;
  readonly protocol: Protocol;
  readonly file: ProtocolFile;
  readonly options: ProtocolOptions;
  /** How far its parts have come. */
  readonly sum: ProgressSum<Part>;
}

/** Renders what all trainings share, once, and takes the results that belong to it. */
async function prepare(
  all: Work,
  earlier: readonly TrainingResult[],
): Promise<{ data: string; results: TrainingResult[] }> {
  const { pool, sum, protocol, file, options } = all;
  const rendered = async (part: Part, step: DatasetStep) => {
    const hash = await pool.run(step, (record) => sum.report(part, record));
    sum.report(part, { task: part, done: 1, total: 1 });
    return hash;
  };
  const [data] = await Promise.all([
    rendered('pool items', poolStep(protocol.data)),
    ...file.tests.conditions.map((condition) =>
      rendered(`test items, ${condition}`, testStep(protocol.data, condition)),
    ),
  ]);
  const recipe = settingsHash(protocol);
  const results = earlier.filter((result) => result.data === data && result.recipe === recipe);
  const strange = earlier.length - results.length;
  if (strange > 0) options.note(`ignored ${strange} earlier results: they belong to other data or settings`);
  if (results.length > 0) options.note(`earlier results: ${wordCode(results, codeHash(protocolCode))}`);
  return { data: must(data, 'hash of the pool'), results };
}

/** Runs pending units until there are none; each result is kept the moment it is there. */
async function work(
  all: Work,
  data: string,
  results: TrainingResult[],
  keep: (result: TrainingResult) => void,
): Promise<void> {
  const { pool, protocol, options, sum } = all;
  const counts = unitCount(protocol);
  const planned = counts.teachers + counts.students;
  const before = results.length;
  const tell = (now: string) =>
    sum.report('trainings', {
      task: `training ${Math.min(results.length + 1, planned)} of ${planned}`,
      note: now,
      done: results.length - before,
      total: planned - before,
    });
  const trainer = new Trainer(pool, all.store, {
    begin:
      () =>
      ({ task }) =>
        tell(task),
    end: () => {},
  });
  const end = performance.now() + (options.hours ?? Number.POSITIVE_INFINITY) * MS_PER_HOUR;
  for (
    let units = pendingUnits(protocol, results);
    units.length > 0 && performance.now() < end;
    units = pendingUnits(protocol, results)
  ) {
    const queue = [...units];
    const worker = async () => {
      for (let unit = queue.shift(); unit && performance.now() < end; unit = queue.shift()) {
        const result = await resultOf(all, trainer, unit, data, tell);
        results.push(result);
        keep(result);
        tell(`${results.length} done`);
      }
    };
    await Promise.all(Array.from({ length: pool.workers }, worker));
  }
}

/** Trains what a unit names and, where its result counts, tests it. */
async function resultOf(
  { pool, protocol, file }: Work,
  trainer: Trainer,
  unit: Unit,
  data: string,
  tell: (task: string) => void,
): Promise<TrainingResult> {
  const before = process.cpuUsage();
  const network = unitStep(unit, protocol);
  const { bestStep, curve, modelId } = await trainer.network(network);
  const tested = async (): Promise<MeasureOutcome> => {
    // A network that is kept may have outlived its teacher.
    await Promise.all(network.teachers.map((teacher) => trainer.network(teacher)));
    const tests = file.tests.conditions.map((name) => [name, testStep(protocol.data, name)] as const);
    const step = { kind: 'measure', network, tests: Object.fromEntries(tests) } as const;
    return pool.run(step, () => tell(`testing: ${network.name}`));
  };
  const measured = unit.stage === 'final' ? await tested() : {};
  const after = process.cpuUsage(before);
  // Node counts processor time for the whole process: all threads work alike, so each did its share.
  const cpuS = Math.round((after.user + after.system) / 1e4) / 100 / pool.workers;
  return {
    ...{ schema: 'looptwin.training/1', data, recipe: settingsHash(protocol), code: codeHash(protocolCode) },
    ...{ unit, bestStep },
    validationAccuracy: curve.find(({ step }) => step === bestStep)?.validationAccuracy ?? 0,
    curve: curve.map(({ step, validationAccuracy }) => [step, validationAccuracy] as const),
    model: modelId,
    ...measured,
    cpuS,
  };
}

/** The student of the arm that validation likes best in the primary regime, of those a user could train: no oracle, no controls. */
async function exported(all: Work, results: readonly TrainingResult[]): Promise<ExportedStudent | null> {
  const { protocol, options } = all;
  if (options.hours === 0) {
    options.note('no student exported: --hours 0 trains nothing, and an export may need to train again');
    return null;
  }
  const unit = bestStudent(protocol, results);
  if (unit === null) return null;
  const { pool, store, sum } = all;
  const report = (record: ProgressRecord) => sum.report('export', record);
  const step = unitStep(unit, protocol);
  await new Trainer(pool, store, { begin: () => report, end: () => {} }).network(step);
  const { arm, labelledPerMaterial, seed } = unit;
  const job: ExportJob = {
    model: store.need('model', step.address, 'model'),
    items: exportSpec(protocol.data),
    origin: `${arm}, ${labelledPerMaterial} labels a material, seed ${seed}`,
    taught: step.teachers.length > 0,
    backend,
  };
  const student = await exportOnThread(job, { ...options, progress: report });
  report({ task: 'export', done: 1, total: 1 });
  return student;
}

/** The unit that is exported; null before any student was tested. */
export function bestStudent(protocol: Protocol, results: readonly TrainingResult[]): Unit | null {
  const { labelledPerMaterial } = protocol.primary;
  const own = (arm: ArmName) => results.filter((result) => isFinal(result, labelledPerMaterial, arm));
  const mean = (arm: ArmName) => own(arm).reduce((sum, r) => sum + r.validationAccuracy, 0) / own(arm).length;
  const fair = protocol.primary.arms.filter((name) => {
    const arm = armOf(name);
    const control = arm.kind === 'student' && (arm.lesson === 'within' || arm.lesson === 'across');
    return arm.kind === 'student' && arm.labels === 'few' && !control && own(name).length > 0;
  });
  const best = [...fair].sort((a, b) => mean(b) - mean(a))[0];
  if (!best) return null;
  return own(best).find(({ unit }) => unit.seed === 1)?.unit ?? null;
}

function fillFolder(
  folder: RunFolder,
  { file, protocol }: Work,
  document: ProtocolDocument,
  results: readonly TrainingResult[],
  student: ExportedStudent | null,
): void {
  const figures = protocolFigures({ document, results, primary: protocol.primary.labelledPerMaterial });
  folder.writeTable(tableOf('results', results.map(flatRow)));
  folder.write('summary.json', `${JSON.stringify(document, null, 2)}\n`);
  for (const [name, bytes] of Object.entries(student?.files ?? {})) folder.write(name, bytes);
  folder.write('report.html', protocolPage(document, file, figures, student?.card ?? ''));
  folder.finish();
}

/** One row a training: what made it and how it did, without the lists. */
function flatRow({ unit, test, hint, bestStep, validationAccuracy, model, cpuS }: TrainingResult) {
  const measured = Object.entries(test ?? {}).flatMap(([condition, numbers]) =>
    Object.entries(numbers ?? {}).map(([name, value]) => [`${condition}.${name}`, value] as const),
  );
  return {
    ...unit,
    bestStep,
    validationAccuracy,
    ...Object.fromEntries(measured),
    hintR2: hint?.r2 ?? null,
    model,
    cpuS,
  };
}

/** How long it will take, said first: from finished trainings where there are any. */
function estimate(protocol: Protocol, earlier: readonly TrainingResult[]): string {
  const { teachers, students } = unitCount(protocol);
  const { teacherSteps, studentSteps } = protocol.training;
  const nominal =
    teachers * (teacherSteps * NOMINAL_STEP_S.teacher + NOMINAL_OVERHEAD_S) +
    students * (studentSteps * NOMINAL_STEP_S.student + NOMINAL_OVERHEAD_S);
  const recipe = settingsHash(protocol);
  const done = earlier.filter((result) => result.recipe === recipe);
  const measured = done.reduce((sum, result) => sum + result.cpuS, 0) / Math.max(1, done.length);
  const total = teachers + students;
  const hours = done.length >= 10 ? ((total - done.length) * measured) / 3600 : nominal / 3600;
  const source = done.length >= 10 ? `measured on ${done.length} finished trainings` : 'nominal';
  return `${total} trainings (${teachers} teachers, ${students} students), ${done.length} done; about ${hours.toFixed(2)} core-hours to go (${source})`;
}

/** Where results are kept: beside the code for protocols that come with looptwin, beside the file for others. */
export function resultsPath(nameOrPath: string, cwd: string): string {
  const path = findScenario(nameOrPath, cwd);
  const builtin = resolve(dirname(path)) === resolve(builtinFolder);
  const folder = builtin ? fileURLToPath(new URL('../../results/', import.meta.url)) : dirname(path);
  return join(folder, `${shortName(path)}.jsonl`);
}

/** What a golden result holds: the answer, enough figures to see what moved, and the fingerprint that says it exactly. */
export function goldenOf(document: ProtocolDocument) {
  const { fingerprint, finding, trainings } = document;
  const arms = document.arms
    .filter(namesMaterials)
    .filter(({ condition }) => condition === 'clean')
    .map(({ arm, labelledPerMaterial, material }): [string, number] => [
      `${arm}/${labelledPerMaterial}`,
      Math.round(material.mean * 1e6) / 1e6,
    ]);
  return { fingerprint, finding, trainings, arms: Object.fromEntries(arms) };
}

/** What of a golden result is compared. */
export type ProtocolGolden = Pick<ReturnType<typeof goldenOf>, 'fingerprint' | 'arms'>;

/** The first difference from a golden result, in words, or null. */
export function goldenDifference(document: ProtocolDocument, golden: ProtocolGolden): string | null {
  const own = goldenOf(document);
  for (const [arm, accuracy] of Object.entries(golden.arms)) {
    if (own.arms[arm] !== accuracy) return `${arm} had ${accuracy}, now ${own.arms[arm]}.`;
  }
  return own.fingerprint === golden.fingerprint
    ? null
    : `equal accuracies, but the fingerprint was ${golden.fingerprint}, now ${own.fingerprint}.`;
}
